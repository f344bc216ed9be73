#!/usr/bin/env python3
"""Counts each published figure once more, by plain SQL in the sqlite3 shell, on a demo database.

Beside this file lies one <district>.sql per district: above each statement a comment `-- line 15 LABEL = 100 %` (or `>=`, `<=`,
as the report says "more than"), then one statement by hand that gives a whole number, or numerator and denominator as two
columns. Each is compared with what `zhunsheng reproduce` counts and with the published number. With --shaken N it is compared with
the program N times more, on copies of the database in which values were changed at random (shaking.py).

Usage: recount.py --binary .build/release/zhunsheng [--database FILE] [--district NAME]... [--catalogue DIR] [--shaken N]
Without --database a demo of each district is made in a temporary folder. Prints each disagreement; the last line says
"N figures, N agree, N differ"; exit 1 unless all agree.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

from shaking import shake

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HEAD = re.compile(r"-- line (\d+) (\S+) (=|>=|<=) (\S+) (\S+)")
BOUNDS = {"exact": "=", "at_least": ">=", "at_most": "<="}


def statements(path):
    """Line, label, bound, value and unit of each comment → the statement below it. Whatever stands before the first is a preface."""
    found, key = {}, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        head = HEAD.fullmatch(line)
        if line.startswith("-- line ") and not head:
            sys.exit(f"{path}:{number}: not of the form -- line 15 LABEL = VALUE UNIT")
        if head:
            key = (int(head[1]), *head.groups()[1:])
            if key in found:
                sys.exit(f"{path}:{number}: a second statement for the same figure")
            found[key] = ""
        elif key and not line.startswith("--"):
            found[key] += line + "\n"
    return found


def counted(database, statement):
    """The statement's columns as whole numbers, none for a sum of nothing, or a text that says what went wrong."""
    run = subprocess.run(["sqlite3", "-readonly", "-batch", "-bail", "-separator", "|", str(database), statement], capture_output=True, text=True)
    rows = run.stdout.splitlines()
    if run.returncode or run.stderr:
        return run.stderr.strip()
    if len(rows) != 1:
        return f"{len(rows)} rows instead of one"
    columns = rows[0].split("|")
    if len(columns) > 2 or not all(re.fullmatch(r"-?\d+|", column) for column in columns):
        return f"not one or two whole numbers: {rows[0]}"
    return [] if "" in columns or columns[1:] == ["0"] else [int(column) for column in columns]


def value(columns, unit):
    """The number as printed: a quotient is a hundredfold where the unit is %."""
    return Fraction(columns[0], columns[1]) * (100 if unit == "%" else 1) if len(columns) == 2 else Fraction(columns[0])


def rounded(number, like):
    """`number` with as many decimals as the text `like` has, halves away from zero."""
    power = 10 ** len(like.partition(".")[2])
    whole = (abs(number) * power * 2 + 1) // 2
    return Fraction(whole if number >= 0 else -whole, power)


def disagreement(columns, figure, is_shaken):
    """Why a counted number is not the program's or the published one, or None."""
    ours, published = figure["ours"], figure["value"]
    if not columns:
        same = is_shaken and (not re.search(r"\d", ours or "") or Fraction(ours) == 0)
        return None if same else f"SQL counts nothing, the program {ours}"
    number, shown = value(columns, figure["unit"]), " / ".join(map(str, columns))
    if not re.search(r"\d", ours or "") or rounded(number, ours) != Fraction(ours):
        return f"SQL counts {shown}, the program {ours}"
    holds = is_shaken or {
        "exact": rounded(number, published) == Fraction(published),
        "at_least": number >= Fraction(published),
        "at_most": number <= Fraction(published),
    }[figure["bound"]]
    return None if holds else f"SQL counts {shown}, published is {BOUNDS[figure['bound']]} {published}"


def reproduced(program, district, database):
    run = program("reproduce", district, "--format", "json", "--database", str(database))
    try:
        return [figure for figure in json.loads(run.stdout)["figures"] if figure["indicator"]]
    except ValueError:
        sys.exit(f"{district}: no figures of the program: {run.stdout[:300]}{run.stderr[:300]}")


def recount(program, district, database, seed=None):
    """How many figures, how many differ; with a seed the database is a shaken one."""
    written, figures, differ = statements(HERE / f"{district}.sql"), reproduced(program, district, database), 0
    place = district if seed is None else f"{district} shaken {seed}"
    for figure in figures:
        key = (figure["line"], figure["fragment"], BOUNDS[figure["bound"]], figure["value"], figure["unit"])
        statement = written.pop(key, None)
        if statement is None:
            why = "no statement"
        else:
            columns = counted(database, statement)
            why = columns if isinstance(columns, str) else disagreement(columns, figure, seed is not None)
        if why:
            differ += 1
            print(f"DIFFERS  {place} line {figure['line']} {figure['fragment']}: {why}")
    for line, label, *_ in written:
        differ += 1
        print(f"DIFFERS  {place} line {line} {label}: a statement for no published figure")
    print(f"{place}: {len(figures)} figures")
    return len(figures) + len(written), differ


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--database", type=Path, help="a demo database with all the districts asked for")
    parser.add_argument("--district", action="append", help="else every one that has a .sql file here")
    parser.add_argument("--catalogue", type=Path, default=ROOT, help="else this project's")
    parser.add_argument("--shaken", type=int, default=0, help="so many shaken copies of each database besides")
    options = parser.parse_args()
    binary = str(Path(options.binary).resolve())

    def program(*arguments):
        return subprocess.run([binary, *arguments], capture_output=True, text=True, cwd=options.catalogue)

    total, differ = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for district in options.district or sorted(path.stem for path in HERE.glob("*.sql")):
            database = options.database and options.database.resolve()
            if not database:
                database = Path(folder) / f"{district}.sqlite"
                made = program("demo", "--district", district, "--no-serve", "--database", str(database))
                if made.returncode:
                    sys.exit(f"{district}: no demo was made: {made.stdout[-300:]}{made.stderr[-300:]}")
            counts = [recount(program, district, database)]
            for seed in range(1, options.shaken + 1):
                copy = Path(folder) / f"{district}-shaken.sqlite"
                shake(database, copy, statements(HERE / f"{district}.sql").values(), seed)
                counts.append(recount(program, district, copy, seed))
            total, differ = total + sum(count for count, _ in counts), differ + sum(count for _, count in counts)
    print(f"{total} figures, {total - differ} agree, {differ} differ")
    sys.exit(1 if differ or not total else 0)


if __name__ == "__main__":
    main()
