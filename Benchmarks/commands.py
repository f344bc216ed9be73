#!/usr/bin/env python3
"""How long whole commands take: catalogue check, report, figures, reproduction of a district; medians of several runs."""
import argparse
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from measuring import ROOT, machine, wait_for_quiet

DISTRICT = "jinzhou-gaoxin"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--binary", type=Path, default=ROOT / ".build/release/zhunsheng")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--quiet", type=float, default=1.5)
    options.add_argument("--patience", type=float, default=600)
    options.add_argument("--output", type=Path, help="write the table here as Markdown")
    given = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="zhunsheng-commands-"))
    try:
        database = folder / "demo.sqlite"
        demo = ["demo", "--database", database, "--no-serve", "--replace", "--password", "Bench-2021-wide"]
        office = ["--database", database]
        commands = {
            "check": ["check"],
            "periods": ["periods"],
            "deadline 行政复议/decide --explain": ["deadline", "行政复议/decide", "--from", "2021-11-12", "--explain"],
            "demo --no-serve (the district made anew)": demo,
            "figures": ["figures", *office],
            "report -o report.docx": ["report", *office, "-o", folder / "report.docx"],
            "report -o report.html": ["report", *office, "-o", folder / "report.html"],
            "due": ["due", *office, "--on", "2022-01-18"],
            "verify": ["verify", *office],
            "reproduce (on a database)": ["reproduce", DISTRICT, *office],
            "reproduce (built in memory)": ["reproduce", DISTRICT],
        }
        subprocess.run([given.binary, *demo, "--catalogue", ROOT, "--district", DISTRICT], check=True, capture_output=True)
        load = wait_for_quiet(given.quiet, given.patience)
        lines = [
            f"Machine: {machine()}; release build, demo district {DISTRICT}. Whole processes, {given.rounds} runs each. Load average at the start {load:.2f}.",
            "", "| command | median s | fastest s | slowest s |", "| --- | --- | --- | --- |",
        ]
        for name, command in commands.items():
            place = ["--catalogue", ROOT] + (["--district", DISTRICT] if command[0] in {"demo", "figures", "report", "due", "verify"} else [])
            seconds = []
            for _ in range(given.rounds):
                start = time.perf_counter()
                done = subprocess.run([given.binary, *command, *place], capture_output=True, text=True)
                seconds.append(time.perf_counter() - start)
                if done.returncode != 0:
                    raise SystemExit(f"{name} ended with {done.returncode}: {done.stderr[-600:]}")
            lines.append(f"| {name} | {statistics.median(seconds):.3f} | {min(seconds):.3f} | {max(seconds):.3f} |")
            print(lines[-1], flush=True)
        text = "\n".join(lines) + "\n"
        if given.output:
            given.output.write_text(text)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
