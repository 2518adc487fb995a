"""The wheel, installed elsewhere, has its kits and its catalogs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(*command: str, cwd: Path, **environment: str) -> str:
    ran = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_a_wheel_installed_elsewhere_makes_a_meeting(tmp_path: Path) -> None:
    built, installed, elsewhere = tmp_path / "built", tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), cwd=ROOT)
    wheel = next(built.glob("*.whl"))
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--target", str(installed), str(wheel), cwd=elsewhere)
    where = run(
        sys.executable, "-c", "import facilitate; print(facilitate.__file__)", cwd=elsewhere, PYTHONPATH=str(installed)
    )
    assert where.startswith(str(installed))
    said = run(
        *(sys.executable, "-m", "facilitate", "new", "youth", "x.meeting", "--lang", "fr"),
        cwd=elsewhere,
        PYTHONPATH=str(installed),
    )
    assert "Réunion des jeunes" in said
    assert (elsewhere / "x.meeting").exists()
    assert list((installed / "facilitate" / "language" / "locale").glob("*/*.mo"))
