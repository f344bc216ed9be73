"""Starts servers, loads them with wrk and reads what they cost; shared by the benchmarks here."""
import json
import os
import platform
import socket
import statistics
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TICK = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu_seconds(pid: int) -> float:
    """User and system time of a process with its threads and children, living and gone."""
    def own(one: int) -> float:
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        return sum(int(fields[index]) for index in (11, 12, 13, 14)) / TICK

    def children(one: int) -> list[int]:
        text = "".join(path.read_text() for path in Path(f"/proc/{one}/task").glob("*/children"))
        return [int(child) for child in text.split()]

    total = own(pid)
    for child in children(pid):
        total += cpu_seconds(child)
    return total


def resident_megabytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0


class Server:
    """A process that listens on 127.0.0.1 and ends with the `with` block."""

    def __init__(self, name: str, command: list[str], port: int, log: Path):
        self.name, self.command, self.port, self.log = name, command, port, log

    def __enter__(self) -> "Server":
        self.process = subprocess.Popen(self.command, stdout=self.log.open("w"), stderr=subprocess.STDOUT)
        until = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    self.process.kill()
                    raise SystemExit(f"{self.name} did not start:\n{self.log.read_text()}")
                time.sleep(0.02)

    def __exit__(self, *_) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def wrk(server: Server, script: Path, environment: dict[str, str], clients: int, seconds: int) -> dict[str, float]:
    """One run: requests/s, p50 and p99 in milliseconds, CPU milliseconds per request, answers that were not 2xx."""
    before = cpu_seconds(server.pid)
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "10s", "-s", str(script), server.address]
    out = subprocess.run(command, env={**os.environ, **environment, "LUA_PATH": f"{HERE}/wrk/?.lua;;"}, text=True, capture_output=True, check=True)
    # What was under way when wrk left is still worked off.
    time.sleep(0.3)
    cpu = cpu_seconds(server.pid) - before
    result = json.loads(out.stdout.strip().splitlines()[-1])
    requests = result["requests"]
    return {
        "rate": requests / result["seconds"], "p50": result["p50"] / 1000, "p99": result["p99"] / 1000,
        "cpu": 1000 * cpu / max(1, requests), "failed": result["failed"], "requests": requests,
    }


def median(runs: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def wait_for_quiet(most: float, patience: float) -> float:
    """Waits until the machine's load average is below `most`, at most `patience` seconds; the load at the end."""
    until = time.monotonic() + patience
    while os.getloadavg()[0] >= most and time.monotonic() < until:
        time.sleep(5)
    return os.getloadavg()[0]


def machine() -> str:
    model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "")
    system = next((line.split("=")[1].strip('"') for line in Path("/etc/os-release").read_text().splitlines() if line.startswith("PRETTY_NAME")), "")
    return f"{os.cpu_count()} cores ({model}), {system}, Linux {platform.release().split('-')[0]}"


def fsync_milliseconds(folder: Path, times: int = 40) -> float:
    """What one 4 KiB write with fdatasync costs where the databases lie: the floor of every durable commit."""
    path = folder / "fsync.probe"
    spent = []
    with path.open("wb", buffering=0) as file:
        for _ in range(times):
            file.write(b"\0" * 4096)
            start = time.perf_counter()
            os.fdatasync(file.fileno())
            spent.append(time.perf_counter() - start)
    path.unlink()
    return 1000 * statistics.median(spent)
