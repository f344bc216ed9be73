#!/usr/bin/env python3
"""Zhunsheng and PocketBase side by side on the same 50,000 records: list, get, create; CPU per request first of all.

Reads come first, in alternating runs, then creates, so that every list is counted over the same records.
"""
import argparse
import json
import os
import random
import shutil
import sqlite3
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import pocketbase
from measuring import HERE, ROOT, Server, fsync_milliseconds, free_port, machine, median, resident_megabytes, wait_for_quiet, wrk

PASSWORD = "Bench-2021-wide"
CATALOGUE = HERE / "catalogue"


def make_ours(binary: Path, folder: Path) -> Path:
    """The 50,000 matters, each registered through the office: number, stamp, search entry and log entry."""
    database = folder / "zhunsheng.sqlite"
    subprocess.run(
        [binary, "demo", "--catalogue", CATALOGUE, "--district", "bench", "--database", database, "--no-serve", "--replace", "--password", PASSWORD],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return database


def serve_ours(binary: Path, folder: Path, database: Path) -> Server:
    port = free_port()
    command = [str(binary), "serve", "--catalogue", str(CATALOGUE), "--district", "bench", "--database", str(database), "--port", str(port)]
    return Server("zhunsheng", command, port, folder / "zhunsheng.log")


def log_in(server: Server) -> str:
    body = json.dumps({"district": "bench", "account": "bench", "password": PASSWORD}).encode()
    request = urllib.request.Request(server.address + "/login", body, {"Content-Type": "application/json", "Accept": "application/json"})
    return "Bearer " + json.load(urllib.request.urlopen(request))["token"]


def ask(server: Server, path: str, token: str) -> bytes:
    headers = {"Accept": "application/json", **({"Authorization": token} if token else {})}
    return urllib.request.urlopen(urllib.request.Request(server.address + path, headers=headers)).read()


def agree(ours: Server, token: str, theirs: Server, lists: tuple[str, str]) -> tuple[int, int]:
    """Both sides must list the same total and days before anything is timed; bytes of one answer of each."""
    left, right = ask(ours, lists[0], token), ask(theirs, lists[1], "")
    mine, other = json.loads(left), json.loads(right)
    days = [item["values"]["received_on"] for item in mine["items"]], [item["received_on"][:10] for item in other["items"]]
    if mine["total"] != other["totalItems"] or days[0] != days[1] or len(days[0]) != 50:
        raise SystemExit(f"The two sides do not hold the same records: {mine['total']} and {other['totalItems']}, {days}")
    return len(left), len(right)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--binary", type=Path, default=ROOT / ".build/release/zhunsheng")
    options.add_argument("--pocketbase", type=Path, default=HERE / ".python/bin/pocketbase")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=int, default=8)
    options.add_argument("--quiet", type=float, default=1.5, help="start when the load average is below this")
    options.add_argument("--patience", type=float, default=600, help="seconds to wait for that")
    options.add_argument("--only", help="run only the measurements whose name begins so")
    options.add_argument("--keep", type=Path, help="make or reuse the databases in this folder instead of a temporary one")
    options.add_argument("--output", type=Path, help="write the table here as Markdown")
    given = options.parse_args()

    folder = given.keep or Path(tempfile.mkdtemp(prefix="zhunsheng-bench-"))
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
    # Creates change both databases: what is kept is the state before them.
    kept = folder / "prepared"
    work = folder / "work"
    if not (kept / "ids.json").exists():
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir()
        started = time.monotonic()
        database = make_ours(given.binary, kept)
        print(f"50,000 matters registered in {time.monotonic() - started:.1f} s", flush=True)
        with pocketbase.server(given.pocketbase, kept) as theirs:
            pocketbase.make_collection(theirs)
            started = time.monotonic()
            ids = pocketbase.load(theirs, database)
            print(f"the same posted to PocketBase in {time.monotonic() - started:.1f} s", flush=True)
        (kept / "ids.json").write_text(json.dumps(ids))
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(kept, work)
    database = work / "zhunsheng.sqlite"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as reader:
        own_ids = [row[0] for row in reader.execute("SELECT id FROM r_matter ORDER BY id")]
    their_ids = json.loads((kept / "ids.json").read_text())
    some = random.Random(7)
    units = [f"u{number:02d}" for number in range(1, 71)]
    paths = {
        "list": (
            [f"/registers/matter?unit={unit}&sort=-received_on&limit=50" for unit in units],
            [f"/api/collections/matter/records?filter=(unit%3D'{unit}')&sort=-received_on&perPage=50" for unit in units]),
        "list without total": (
            [f"/registers/matter?unit={unit}&sort=-received_on&limit=50&total=no" for unit in units],
            [f"/api/collections/matter/records?filter=(unit%3D'{unit}')&sort=-received_on&perPage=50&skipTotal=1" for unit in units]),
        "get one": (
            [f"/registers/matter/{one}" for one in some.sample(own_ids, 2000)],
            [f"/api/collections/matter/records/{one}" for one in some.sample(their_ids, 2000)]),
    }
    with serve_ours(given.binary, work, database) as ours, pocketbase.server(given.pocketbase, work) as theirs:
        token = log_in(ours)
        sizes = agree(ours, token, theirs, (paths["list"][0][6], paths["list"][1][6]))
        floor = fsync_milliseconds(work)
        load = wait_for_quiet(given.quiet, given.patience)
        print(f"load average {load:.2f} at the start, fdatasync {floor:.2f} ms", flush=True)
        measurements: list[tuple[str, int, str]] = [
            ("list", 16, "read"), ("list without total", 16, "read"), ("get one", 16, "read"), ("create", 16, "create"), ("create", 64, "create"),
        ]
        measurements = [one for one in measurements if one[0].startswith(given.only or "")]
        results: dict[tuple[str, int], tuple[list, list]] = {}
        loads = [load]

        def once(server: Server, name: str, clients: int, kind: str, seconds: int) -> dict[str, float]:
            side = 0 if server is ours else 1
            environment = {"TOKEN": token if server is ours else ""}
            if kind == "read":
                file = work / f"{name.replace(' ', '-')}-{side}.txt"
                file.write_text("\n".join(paths[name][side]) + "\n")
                environment["PATHS"] = str(file)
                return wrk(server, HERE / "wrk/read.lua", environment, clients, seconds)
            return wrk(server, HERE / f"wrk/create_{'zhunsheng' if server is ours else 'pocketbase'}.lua", environment, clients, seconds)

        for name, clients, kind in measurements:
            for server in (ours, theirs):
                once(server, name, clients, kind, 2)
            pairs: tuple[list, list] = ([], [])
            for round_number in range(given.rounds):
                wait_for_quiet(max(given.quiet, 2.5), min(given.patience, 10))
                for side, server in enumerate((ours, theirs)):
                    result = once(server, name, clients, kind, given.seconds)
                    pairs[side].append(result)
                    print(f"{name} @{clients} {server.name}: " + json.dumps({key: round(value, 3) for key, value in result.items()}), flush=True)
                loads.append(os.getloadavg()[0])
            results[name, clients] = pairs
        memory = resident_megabytes(ours.pid), resident_megabytes(theirs.pid)
    return table(given, results, sizes, floor, loads, memory)


def table(given, results, sizes, floor, loads, memory) -> str:
    version = subprocess.run([given.pocketbase, "--version"], capture_output=True, text=True).stdout.split()[-1]
    lines = [
        f"Machine: {machine()}. PocketBase {version}; zhunsheng release build, SQLite WAL, `synchronous=FULL`. "
        f"{given.rounds} alternating runs of {given.seconds} s each (after a warm-up), medians; wrk, one thread, on the same machine.",
        f"One 4 KiB write with fdatasync took {floor:.2f} ms. Load average before the runs {loads[0]:.2f}, during them "
        f"{min(loads[1:]):.1f} to {max(loads[1:]):.1f} (the load of the runs themselves included).",
        f"One list answer: {sizes[0]:,} bytes (ours), {sizes[1]:,} bytes (PocketBase). Resident at the end: {memory[0]:.0f} MB and {memory[1]:.0f} MB.", "",
        "| operation, clients | requests/s ours / PB | p50 ms | p99 ms | CPU ms/request ours / PB | CPU ratio ours : PB | rate ratio ours : PB |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for (name, clients), (left, right) in results.items():
        mine, other = median(left), median(right)
        failed = sum(run["failed"] for run in left), sum(run["failed"] for run in right)
        note = f" (answers that were not 2xx: {failed[0]:.0f} / {failed[1]:.0f})" if any(failed) else ""
        lines.append(
            f"| {name}, {clients}{note} | {mine['rate']:,.0f} / {other['rate']:,.0f} | {mine['p50']:.1f} / {other['p50']:.1f} "
            f"| {mine['p99']:.1f} / {other['p99']:.1f} | {mine['cpu']:.3f} / {other['cpu']:.3f} "
            f"| {mine['cpu'] / other['cpu']:.2f} | {mine['rate'] / other['rate']:.2f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
