"""``python -m facilitate``."""

from facilitate.cli.main import run

if __name__ == "__main__":
    run()
