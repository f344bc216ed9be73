#!/usr/bin/env python3
"""Kills the server while many people write, again and again on the same database, and looks what is left.

A round passes when every acknowledged registration and move is there, no number is doubled or skipped, every record has its stamp and its
log entry, the log's chain is whole and the database is sound.
"""
import argparse
import html
import http.client
import json
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
DISTRICT = "jinzhou-gaoxin"
PASSWORD = "Kill-2022-often"
TRADES = {
    "education_activity": {"account": "youwuwu", "move": "hold", "to": "held", "fields": {"held_on": "2022-01-10"}},
    "mediation_case": {"account": "sunbaji", "move": "decline", "to": "declined", "fields": {"decline_reason": "refused", "remedies_told": "1"}},
}


class Client:
    """One person's connection; answers as (status, location, body)."""

    def __init__(self, port: int, token: str = ""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.token = token

    def send(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json", accept: str = "application/json"):
        headers = {"Accept": accept, "Content-Type": kind}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.getheader("location") or "", answer.read()

    def json(self, path: str) -> dict:
        status, _, body = self.send("GET", path)
        if status != 200:
            raise Wrong(f"GET {path} answers {status}")
        return json.loads(body)


class Wrong(Exception):
    """What a round found that must not be."""


class Written:
    """What the server has acknowledged, and what was asked for when it died."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.records: dict[tuple[str, str], dict] = {}
        self.moves = 0
        self.errors: list[str] = []

    def registered(self, register: str, receipt: dict) -> None:
        with self.lock:
            if (register, receipt["id"]) in self.records:
                self.errors.append(f"id {receipt['id']} was given twice")
            self.records[register, receipt["id"]] = {"number": receipt["number"], "revision": 1, "states": {receipt["state"]}}

    def moving(self, register: str, id: str, state: str) -> None:
        with self.lock:
            self.records[register, id]["states"].add(state)

    def moved(self, register: str, id: str, state: str) -> None:
        with self.lock:
            self.records[register, id].update(revision=2, states={state})
            self.moves += 1

    def failed(self, sentence: str) -> None:
        with self.lock:
            self.errors.append(sentence)


class Office:
    """The program on one database: started, killed and questioned."""

    def __init__(self, binary: Path, database: Path):
        self.binary, self.database = binary, database
        self.options = ["--catalogue", str(ROOT), "--database", str(database), "--district", DISTRICT]
        self.process: subprocess.Popen | None = None
        self.tokens: dict[str, str] = {}

    def make(self) -> None:
        subprocess.run(
            [self.binary, "demo", "--catalogue", ROOT, "--district", DISTRICT, "--database", self.database, "--no-serve", "--replace",
             "--password", PASSWORD], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = self.database.with_suffix(".log").open("w+")
        self.process = subprocess.Popen(
            [self.binary, "serve", *self.options, "--port", str(self.port)], stdout=self.log, stderr=subprocess.STDOUT)
        until = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    self.log.seek(0)
                    raise Wrong("the server does not start: " + self.log.read()[-2000:])
                time.sleep(0.02)
        for register, trade in TRADES.items():
            body = json.dumps({"district": DISTRICT, "account": trade["account"], "password": PASSWORD}).encode()
            status, _, answer = Client(self.port).send("POST", "/login", body)
            if status != 200:
                raise Wrong(f"log-in answers {status}: {answer[:300]!r}")
            self.tokens[register] = json.loads(answer)["token"]

    def client(self, register: str) -> Client:
        return Client(self.port, self.tokens[register])

    def kill(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.end()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
        self.end()

    def end(self) -> None:
        if self.process:
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.log.close()
            self.process = None

    def form_token(self, register: str) -> str:
        status, _, body = self.client(register).send("GET", f"/registers/{register}/new", accept="text/html")
        field = re.search(r'<input[^>]*name="form_token"[^>]*>', body.decode())
        value = field and re.search(r'value="([^"]*)"', field[0])
        if status != 200 or not value:
            raise Wrong(f"the form of {register} answers {status} and holds no token")
        return html.unescape(value[1])

    def verify(self) -> int:
        out = subprocess.run([self.binary, "verify", *self.options, "--format", "json"], capture_output=True, text=True)
        if out.returncode != 0 or not json.loads(out.stdout)["whole"]:
            raise Wrong(f"the log does not verify: {out.stdout}{out.stderr}")
        return json.loads(out.stdout)["entries"]


def body_of(register: str, bodies: list[str], some: random.Random, mark: str) -> dict:
    if register == "education_activity":
        return {
            "title": f"断电测试活动{mark}", "unit": "jiaoyuju", "kind": "lecture", "channel": "on_site", "themes": ["constitution"],
            "planned_on": "2022-01-10", "participants": some.randint(10, 90),
        }
    return {
        "registered_on": "2022-01-10", "committee": some.choice(bodies), "town": "lingnan", "source": "applied", "dispute_type": "neighbour",
        "title": f"断电测试纠纷{mark}", "facts": "写入途中断电的测试，内容为虚构。", "persons": 2, "amount": "800.00",
        "parties": [{"side": "applicant", "name": "张某甲", "phone": "10000000011"}, {"side": "respondent", "name": "李某乙"}],
    }


def write(office: Office, register: str, bodies: list[str], form_token: str, written: Written, is_over: threading.Event, seed: int) -> None:
    """One person who registers and moves without a pause until the server is gone."""
    some = random.Random(seed)
    client = office.client(register)
    trade = TRADES[register]
    try:
        for turn in range(100_000):
            body = json.dumps(body_of(register, bodies, some, f"{seed}-{turn}")).encode()
            status, _, answer = client.send("POST", f"/registers/{register}", body)
            if status != 201:
                return written.failed(f"registering answers {status}: {answer[:300].decode(errors='replace')}")
            receipt = json.loads(answer)
            written.registered(register, receipt)
            if some.random() < 0.4:
                form = urlencode({"form_token": form_token, "record.revision": "1", **trade["fields"]}).encode()
                written.moving(register, receipt["id"], trade["to"])
                status, location, answer = client.send(
                    "POST", f"/registers/{register}/{receipt['id']}/move/{trade['move']}", form, "application/x-www-form-urlencoded", "text/html")
                if status not in (302, 303) or "done=moved" not in location:
                    words = " ".join(re.sub("<[^>]*>", " ", answer.decode(errors="replace")).split())
                    return written.failed(f"moving answers {status} {location}: {words[-400:]}")
                written.moved(register, receipt["id"], trade["to"])
    except (OSError, http.client.HTTPException) as failure:
        if not is_over.is_set():
            written.failed(f"the connection broke before the kill: {failure!r}")


def check_file(office: Office) -> None:
    """The file as the kill left it, before anybody else opens it for writing."""
    database = sqlite3.connect(office.database)
    try:
        found = [row[0] for row in database.execute("PRAGMA integrity_check")]
        if found != ["ok"]:
            raise Wrong(f"integrity_check: {found[:5]}")
        # Letters, draws and case files count in the same table under names of their own; only the registers have rows to compare.
        counted = {row[0] for row in database.execute("SELECT DISTINCT register FROM counter")}
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        registers = sorted(name for name in counted if f"r_{name}" in tables)
        if not set(TRADES) & set(registers):
            raise Wrong(f"no counter of the registers written to, only {sorted(counted)[:5]}")
        for register in registers:
            table = f"r_{register}"
            serials: dict[int, list[int]] = {}
            for (number,) in database.execute(f"SELECT number FROM {table}"):
                year, serial = re.search(r"〔(\d+)〕(\d+)号$", number).groups()
                serials.setdefault(int(year), []).append(int(serial))
            counters = dict(database.execute("SELECT year, last FROM counter WHERE register = ?", (register,)))
            for year, last in counters.items():
                if sorted(serials.get(year, [])) != list(range(1, last + 1)):
                    raise Wrong(f"numbers of {register} {year} are not 1 to {last}")
            if serials.keys() != counters.keys():
                raise Wrong(f"numbers of {register} without a counter: {serials.keys() ^ counters.keys()}")
            for what, rows in (
                ("stamp", "SELECT 1 FROM move_stamp m WHERE m.district = r.district AND m.record = r.id AND m.to_state = r.state"),
                ("log entry", "SELECT 1 FROM log_entry l WHERE l.district = r.district AND l.record = r.id AND l.act = 'register'"),
            ):
                bare = database.execute(f"SELECT count(*) FROM {table} r WHERE NOT EXISTS ({rows})").fetchone()[0]
                if bare:
                    raise Wrong(f"{bare} records of {register} without their {what}")
    finally:
        database.close()


def check_written(office: Office, written: Written) -> None:
    """Asks the restarted server for every acknowledged write."""
    clients = {register: office.client(register) for register in TRADES}
    for (register, id), expected in written.records.items():
        found = clients[register].json(f"/registers/{register}/{id}")
        if found["number"] != expected["number"]:
            raise Wrong(f"{register} {id} is {found['number']}, acknowledged as {expected['number']}")
        if found["revision"] < expected["revision"] or found["state"] not in expected["states"]:
            raise Wrong(f"{found['number']} stands at {found['state']}, revision {found['revision']}; acknowledged {expected}")


def one_round(office: Office, number: int, writers: int, some: random.Random) -> tuple[int, int, int]:
    office.start()
    try:
        bodies = [item["id"] for item in office.client("mediation_case").json("/registers/mediation_body?limit=20")["items"]]
        tokens = {register: office.form_token(register) for register in TRADES}
        written, is_over = Written(), threading.Event()
        registers = list(TRADES)
        threads = [
            threading.Thread(
                target=write, daemon=True,
                args=(office, registers[index % 2], bodies, tokens[registers[index % 2]], written, is_over, number * 1000 + index))
            for index in range(writers)
        ]
        for thread in threads:
            thread.start()
        time.sleep(some.uniform(0.05, 1.5))
        is_over.set()
        office.kill()
        for thread in threads:
            thread.join(60)
        if written.errors:
            raise Wrong("; ".join(written.errors[:3]))
        check_file(office)
        entries = office.verify()
        office.start()
        check_written(office, written)
        office.kill()
        return len(written.records), written.moves, entries
    finally:
        office.kill()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--binary", type=Path, required=True)
    options.add_argument("--rounds", type=int, default=6)
    options.add_argument("--writers", type=int, default=8)
    options.add_argument("--seed", type=int, default=20220118)
    given = options.parse_args()
    some = random.Random(given.seed)
    folder = Path(tempfile.mkdtemp(prefix="zhunsheng-kill-"))
    office = Office(given.binary.resolve(), folder / "kill.sqlite")
    passed = failed = registrations = moves = 0
    try:
        office.make()
        for number in range(1, given.rounds + 1):
            try:
                made, moved, entries = one_round(office, number, given.writers, some)
                passed += 1
                registrations += made
                moves += moved
                print(f"round {number}: {made} registrations and {moved} moves acknowledged, all there; {entries} log entries, chain whole", flush=True)
            except Wrong as wrong:
                failed += 1
                print(f"round {number}: {wrong}", flush=True)
    finally:
        office.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"acknowledged before the kills: {registrations} registrations, {moves} moves")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
