#!/usr/bin/env python3
"""Whole reports proof-read per second on one core, beside a plain `re` script and, where it is installed, jionlp.

    proof.py --binary ../.build/release/proofscore FILE... [--output build/proof.md]

Without files the whole reports of cases/proofreading are put together to texts of 5,000 characters. The script only finds figures, sums after 其中
and rates after two counts: what regular expressions give in a hundred lines. Ours does the whole analysis.
"""
import argparse
import re
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZE = 5000
FIGURE = re.compile(r"(?<![\d.A-Za-z第〔\[])(\d+(?:\.\d+)?)\s*(万|亿)?(余|多)?\s*(件|人次|人|名|个|项|次|场次|场|份|条|家次|家|起|批次|批|张|本|册|部|户|处|所|元|%|个百分点|天|个工作日)")
DATE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|〔\d{4}〕\d+号|第\d+次")
AMONG = re.compile(r"(\d+)([件人名个项起])[^。；\d]{0,20}其中[^。；]{0,80}")
RATE = re.compile(r"(\d+)件[^。；\d]{0,12}(\d+)件[^。；\d]{0,12}率[^。；\d]{0,6}(\d+(?:\.\d+)?)%")


def plain(text: str) -> int:
    """Figures, sums and rates with regular expressions."""
    found = 0
    masked = DATE.sub(lambda match: " " * len(match.group()), text)
    for match in FIGURE.finditer(masked):
        found += 1
        _ = float(match.group(1)) * {"万": 10_000, "亿": 100_000_000}.get(match.group(2), 1)
    for match in AMONG.finditer(masked):
        parts = [int(part) for part in re.findall(r"(\d+)" + match.group(2), match.group()[len(match.group(1)):])]
        found += sum(parts) == int(match.group(1))
    for match in RATE.finditer(masked):
        base, part, rate = int(match.group(1)), int(match.group(2)), float(match.group(3))
        found += base > 0 and abs(100 * part / base - rate) < 0.1
    return found


def rate(function, texts: list[str]) -> float:
    characters = sum(len(text) for text in texts)
    for text in texts:
        function(text)
    rounds, start = 0, time.process_time()
    while time.process_time() - start < 3:
        for text in texts:
            function(text)
        rounds += 1
    return rounds * characters / (time.process_time() - start) / SIZE


def invented() -> list[str]:
    """The whole invented reports, one after the other, cut to reports of 5,000 characters."""
    text = (ROOT / "cases" / "proofreading" / "whole-reports.yaml").read_text(encoding="utf-8")
    blocks = re.findall(r"^  text: \|\n((?:    .*\n|\n)+)", text, re.M)
    whole = "".join(re.sub(r"^    ", "", block, flags=re.M) for block in blocks).replace("⟦", "").replace("⟧", "")
    return [whole[start:start + SIZE] for start in range(0, max(1, len(whole) - SIZE), SIZE)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=ROOT / ".build" / "release" / "proofscore")
    parser.add_argument("--output", type=Path)
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in arguments.files] or invented()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for index, text in enumerate(texts):
            paths.append(Path(folder) / f"{index}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        output = subprocess.run([arguments.binary, "--speed", *paths], check=True, capture_output=True, text=True).stdout
    rows = [("zhunsheng, whole analysis", float(re.search(r"([\d.]+) reports", output).group(1))), ("plain re, figures only", rate(plain, texts))]
    try:
        import jionlp
        rows.append(("jionlp extract_money + time", rate(lambda text: (jionlp.ner.extract_money(text), jionlp.ner.extract_time(text)), texts[:1])))
    except ImportError:
        rows.append(("jionlp", float("nan")))
    table = ["| reader | reports of 5,000 characters per second and core |", "| --- | ---: |"]
    table += [f"| {name} | {'not installed' if value != value else f'{value:,.0f}'} |" for name, value in rows]
    print("\n".join(table))
    if arguments.output:
        arguments.output.write_text("\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
