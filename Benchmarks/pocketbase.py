"""The peer: PocketBase with one collection that holds the same matters, as it comes."""
import http.client
import json
import queue
import sqlite3
import subprocess
import threading
import urllib.request
from pathlib import Path

from measuring import Server, free_port

FIELDS = [
    {"name": "no", "type": "text"}, {"name": "title", "type": "text"}, {"name": "unit", "type": "text"}, {"name": "kind", "type": "text"},
    {"name": "state", "type": "text"}, {"name": "received_on", "type": "date"}, {"name": "concluded_on", "type": "date"},
    {"name": "amount", "type": "number"}, {"name": "persons", "type": "number"}, {"name": "remark", "type": "text"},
]


def server(binary: Path, folder: Path) -> Server:
    data = str(folder / "pocketbase")
    subprocess.run([binary, "superuser", "upsert", "bench@example.com", "bench-password", "--dir", data], check=True, capture_output=True)
    port = free_port()
    return Server("PocketBase", [str(binary), "serve", "--http", f"127.0.0.1:{port}", "--dir", data], port, folder / "pocketbase.log")


def post(server: Server, path: str, body: dict, token: str = "") -> dict:
    headers = {"Content-Type": "application/json", **({"Authorization": token} if token else {})}
    request = urllib.request.Request(server.address + path, json.dumps(body).encode(), headers)
    return json.load(urllib.request.urlopen(request))


def make_collection(server: Server) -> None:
    """Readable and writable by anybody, so that no rule costs it anything."""
    login = post(server, "/api/collections/_superusers/auth-with-password", {"identity": "bench@example.com", "password": "bench-password"})
    post(server, "/api/collections", {
        "name": "matter", "type": "base", "listRule": "", "viewRule": "", "createRule": "", "fields": FIELDS,
        "indexes": ["CREATE INDEX matter_unit ON matter (unit)", "CREATE INDEX matter_received_on ON matter (received_on)",
                    "CREATE INDEX matter_unit_received_on ON matter (unit, received_on)"],
    }, login["token"])


def load(server: Server, database: Path, threads: int = 8) -> list[str]:
    """Posts every matter of our database to the peer; the ids it gave."""
    rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(
        "SELECT number, title, unit, kind, state, received_on, concluded_on, amount, persons, remark FROM r_matter ORDER BY id")
    waiting: queue.Queue = queue.Queue(1000)
    ids: list[str] = []

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        while (row := waiting.get()) is not None:
            no, title, unit, kind, state, received, concluded, amount, persons, remark = row
            body = {
                "no": no, "title": title, "unit": unit, "kind": kind, "state": state, "received_on": received, "concluded_on": concluded or "",
                "amount": (amount or 0) / 100, "persons": persons or 0, "remark": remark or "",
            }
            connection.request("POST", "/api/collections/matter/records", json.dumps(body), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            made = json.load(answer)
            if answer.status != 200:
                raise SystemExit(f"PocketBase refused a record: {made}")
            ids.append(made["id"])

    workers = [threading.Thread(target=work, daemon=True) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for row in rows:
        waiting.put(row)
    for _ in workers:
        waiting.put(None)
    for worker in workers:
        worker.join()
    return ids
