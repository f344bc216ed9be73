#!/usr/bin/env python3
"""All figures of one register over 500,000 records: `zhunsheng figures` beside the same SQL written by hand in the sqlite3 shell.

The records are those of the demo district, copied with their moves and clocks under new ids over ten years. Both sides are whole
processes; both must find the same figures.
"""
import argparse
import json
import resource
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from measuring import HERE, ROOT, machine, wait_for_quiet

REGISTER = "mediation_case"
TABLE = f"r_{REGISTER}"
DISTRICT = "jinzhou-gaoxin"


def columns(database: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] != "rid"]


def copied(column: str, keys: set[str]) -> str:
    """A column of a copy: ids and numbers get the copy's number, days go back by whole years."""
    if column in keys:
        return f"{column} || '~' || :copy"
    if column.endswith("_on") or column == "on_day":
        return f"date({column}, '-' || :years || ' years')"
    return column


def multiply(path: Path, wanted: int) -> int:
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in ("synchronous = OFF", "cache_size = -400000", "wal_autocheckpoint = 100000"):
        database.execute(f"PRAGMA {pragma}")
    first = database.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0]
    tables = {TABLE: {"id", "number"}, "move_stamp": {"record"}, "deadline_run": {"record"}}
    statements = []
    for table, keys in tables.items():
        names = columns(database, table)
        which = "id" if table == TABLE else "record"
        restriction = f"instr({which}, '~') = 0" + ("" if table == TABLE else f" AND register = '{REGISTER}'")
        statements.append(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(copied(name, keys) for name in names)} FROM first_{table} WHERE {restriction}")
        database.execute(f"CREATE TEMP TABLE first_{table} AS SELECT * FROM {table} WHERE {restriction}")
    copies = -(-wanted // first) - 1
    database.execute("BEGIN")
    for copy in range(1, copies + 1):
        for statement in statements:
            database.execute(statement, {"copy": copy, "years": copy % 10})
        if copy % max(1, 100_000 // first) == 0:
            database.execute("COMMIT")
            database.execute("BEGIN")
    database.execute("COMMIT")
    count = database.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0]
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return count


def timed(command: list, **options) -> tuple[tuple[float, float], str]:
    """Seconds on the clock and of the processor, and what was printed."""
    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before, start = spent(), time.perf_counter()
    out = subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout
    return (time.perf_counter() - start, spent() - before), out


def ours(out: str) -> dict[str, dict]:
    return {figure["name"].split(".")[-1]: figure for figure in json.loads(out)["figures"]}


def by_hand(out: str) -> dict[str, list[Fraction]]:
    lines = [line.split("|") for line in out.split("\n") if line]
    return {line[0]: [Fraction(part) for part in line[1:]] for line in lines}


def differences(mine: dict[str, dict], other: dict[str, list[Fraction]]) -> list[str]:
    """Shares by numerator and denominator, everything else by value to the decimals that are shown."""
    found = [f"{name}: only on one side" for name in mine.keys() ^ other.keys()]
    for name in mine.keys() & other.keys():
        figure, values = mine[name], other[name]
        if figure.get("denominator") is not None:
            same = [Fraction(figure["numerator"]), Fraction(figure["denominator"])] == values
        else:
            value = values[0] / values[1] if len(values) == 2 else values[0]
            if figure["unit"] == "万元":
                value /= 1_000_000
            shown = Decimal(figure["value"])
            half = Fraction(1, 2 * 10 ** max(0, -shown.as_tuple().exponent))
            same = abs(Fraction(shown) - value) <= half + Fraction(1, 10**9)
        if not same:
            found.append(f"{name}: {figure['value']} ({figure.get('numerator')} ÷ {figure.get('denominator')}) and {[str(value) for value in values]}")
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--binary", type=Path, default=ROOT / ".build/release/zhunsheng")
    options.add_argument("--records", type=int, default=500_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--quiet", type=float, default=1.5)
    options.add_argument("--patience", type=float, default=600)
    options.add_argument("--keep", type=Path, help="make or reuse the database in this folder instead of a temporary one")
    options.add_argument("--output", type=Path, help="write the table here as Markdown")
    given = options.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="zhunsheng-figures-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        text = run(given, folder)
    finally:
        if not given.keep:
            shutil.rmtree(folder)
    print(text)
    if given.output:
        given.output.write_text(text)


def run(given: argparse.Namespace, folder: Path) -> str:
    small, large = folder / "small.sqlite", folder / "large.sqlite"
    district = ["--catalogue", str(ROOT), "--district", DISTRICT]
    if not large.exists():
        subprocess.run(
            [given.binary, "demo", *district, "--database", small, "--no-serve", "--replace", "--password", "Bench-2021-wide"], check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copy(small, folder / "making.sqlite")
        started = time.monotonic()
        count = multiply(folder / "making.sqlite", given.records)
        print(f"{count:,} records in {time.monotonic() - started:.1f} s", flush=True)
        (folder / "making.sqlite").rename(large)
        shutil.copy(f"{small}.keys", f"{large}.keys")
    count = sqlite3.connect(large).execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0]

    def figures(database: Path) -> list:
        return [given.binary, "figures", *district, "--database", database, "--year", "2021", "--register", REGISTER, "--format", "json"]

    def shell(script: str) -> tuple[tuple[float, float], str]:
        return timed(["sqlite3", "-readonly", "-batch", large], stdin=(HERE / script).open())

    scripts = {"one statement per figure": "figures.sql", "one scan": "figures-one-scan.sql"}
    mine = ours(timed(figures(large))[1])
    for script in scripts.values():
        wrong = differences(mine, by_hand(shell(script)[1]))
        if wrong:
            raise SystemExit(f"{script} does not agree:\n" + "\n".join(wrong))
    load = wait_for_quiet(given.quiet, given.patience)
    seconds: dict[str, list[tuple[float, float]]] = {"ours": [], "start": [], **{name: [] for name in scripts}}
    for _ in range(given.rounds):
        seconds["ours"].append(timed(figures(large))[0])
        for name, script in scripts.items():
            seconds[name].append(shell(script)[0])
        seconds["start"].append(timed(figures(small))[0])
    wall = {name: statistics.median(time[0] for time in times) for name, times in seconds.items()}
    cpu = {name: statistics.median(time[1] for time in times) for name, times in seconds.items()}
    print(json.dumps({name: [[round(one, 3) for one in time] for time in times] for name, times in seconds.items()}))
    lines = [
        f"Machine: {machine()}; sqlite3 shell {sqlite3.sqlite_version}. {len(mine)} figures over {count:,} records, the same found on both sides. "
        f"{given.rounds} alternating runs of whole processes, medians. Load average at the start {load:.2f}.", "",
        "| what | seconds | CPU seconds | ours : by hand, time | ours : by hand, CPU | CPU, without our start |", "| --- | --- | --- | --- | --- | --- |",
        f"| zhunsheng figures, whole process | {wall['ours']:.2f} | {cpu['ours']:.2f} | | | |",
        f"| the same on the demo district as it is (start, catalogue, a few hundred records) | {wall['start']:.2f} | {cpu['start']:.2f} | | | |",
    ]
    for name in scripts:
        lines.append(
            f"| sqlite3 shell, {name} | {wall[name]:.2f} | {cpu[name]:.2f} | {wall['ours'] / wall[name]:.2f} | {cpu['ours'] / cpu[name]:.2f} "
            f"| {(cpu['ours'] - cpu['start']) / cpu[name]:.2f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
