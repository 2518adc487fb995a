"""The programme workbook: several meetings side by side."""
