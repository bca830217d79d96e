"""Trains and exports everything: stages 1 to 3, thresholds, model files, test fixture, card.

python3 train_all.py --data FOLDER --work FOLDER [--runner COMMAND]   (the runner measures the exported graphs)"""
import argparse
import pathlib
import subprocess
import sys

from paths import MODELS, data_folder

HERE = pathlib.Path(__file__).resolve().parent


def step(script, *arguments):
    """Runs one script of this folder and stops where it fails."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    print("+", " ".join(command), flush=True)
    subprocess.run(command, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data")
    parser.add_argument("--work", required=True, help="folder for checkpoints and logs")
    parser.add_argument("--out", default=str(MODELS))
    parser.add_argument("--runner")
    parser.add_argument("--threads", default="1")
    options = parser.parse_args()
    data, work = data_folder(options.data), pathlib.Path(options.work)
    core, extraction, refit = work / "core", work / "extraction", work / "refit"
    model = refit / "extractor.pt"
    measured = ["--runner", options.runner, "--graphs", options.out] if options.runner else []
    step("train_core.py", "--data", data, "--out", core, "--threads", options.threads)
    step("train_extraction.py", "--data", data, "--core", core / "core.pt", "--labels", core / "labels.json",
         "--out", extraction, "--threads", options.threads)
    step("refit_core.py", "--data", data, "--model", extraction / "extractor.pt", "--out", refit,
         "--threads", options.threads)
    step("export.py", "--data", data, "--model", model, "--out", options.out)
    step("choose_thresholds.py", "--data", data, "--model", model, *measured)
    step("export.py", "--data", data, "--model", model, "--out", options.out)
    step("parity.py", "--data", data, "--model", model, *measured)
    step("evaluate.py", "--data", data, "--model", model, *measured, "--out", work / "dev.json")
    step("evaluate.py", "--data", data, "--model", model, *measured, "--parts", "test", "--out", work / "test.json")
    step("card.py", "--data", data, "--out", options.out, "--dev", work / "dev.json", "--test", work / "test.json")


if __name__ == "__main__":
    main()
