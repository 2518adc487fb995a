"""Several meetings side by side on a screen."""
