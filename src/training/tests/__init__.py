"""Run with `python3 -m unittest discover -s src/training/tests`."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
