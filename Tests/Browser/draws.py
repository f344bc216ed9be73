#!/usr/bin/env python3
"""Draws at random in a real browser with scripts switched off: a review of case files is entered, its list frozen with one file left
out, drawn, a file scored, the sampling record printed, and the published file downloaded and repeated by the binary, also with a byte
changed; a draw is called off; the demo's inspection has two officers each; whoever may not read the record sees nothing.

Usage: draws.py --binary .build/debug/zhunsheng [--shots DIR] [--database FILE] [--port N]
The last line says "N passed, N failed".
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from selenium.webdriver.common.by import By

from registers import Counter, free_port
from walk import PASSWORD

CLERK, STRANGER = "zhaoliuding", "weisanwu"


def verify(binary, path):
    done = subprocess.run([binary, "draw", "--verify", path], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def keep(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def enter(walk, title, kind="centralised", many=None):
    walk.become(CLERK)
    walk.open("/registers/file_review/new")
    walk.put("title", title)
    walk.fill({"organiser": "区司法局", "kind": kind, "period_from": "2021-01-01", "period_until": "2021-12-31", "drawn_on": "2022-01-17"})
    walk.fill(many or {"per_agency": "2"})
    walk.submit()
    walk.check(f"{title}: the review is entered", "/new" not in walk.browser.current_url, walk.complaints())
    return walk.browser.current_url.split("?")[0].split("#")[0][len(walk.base):]


def freeze(walk, record, name, label):
    walk.open(record)
    walk.check("the record offers to freeze the list", walk.has(f"#draws a[href='{record}/draws/{name}']"), walk.text()[:400])
    walk.shot("draws-1-record")
    walk.follow(walk.one(f"#draws a[href='{record}/draws/{name}']"))
    rows = walk.browser.find_elements(By.CSS_SELECTOR, "form table tbody tr")
    walk.check(f"{label}: the list shows the files of the period", len(rows) > 5, str(len(rows)))
    return len(rows)


def review(walk, binary, folder):
    record = enter(walk, "随机抽取窗口试填")
    count = freeze(walk, record, "files_by_agency", "by agency")
    chosen = walk.browser.find_elements(By.CSS_SELECTOR, "select[name^='things.']")
    left = chosen[0].get_attribute("name")[len("things."):]
    walk.put("things." + left, "正在复议或者诉讼")
    walk.put("seed", "named")
    walk.put("source", "样例彩票第 2022018 期")
    walk.put("day", "2022-01-18")
    walk.submit()
    walk.check("a number known already is refused, with what was typed kept", walk.has(".errors li") and walk.value("source") == "样例彩票第 2022018 期"
               and walk.value("things." + left) == "in_dispute", walk.text()[:300])
    walk.shot("draws-2-freeze-problem")
    walk.put("seed", "system")
    walk.submit()
    walk.check("the list is frozen", "名单已冻结" in walk.text() and "待抽取" in walk.text(), walk.complaints())
    draw = walk.browser.current_url.split("?")[0][len(walk.base):]
    walk.shot("draws-3-frozen")
    _, _, before = walk.fetch(draw + ".json")
    frozen = json.loads(before)
    code, said = verify(binary, keep(folder, "frozen.json", before))
    walk.check("a frozen file can be checked before it is drawn", code == 0 and "还没有抽取" in said, said)
    walk.check("the file left out stands in it with its reason", [c["excluded"] for c in frozen["candidates"] if c["id"] == left] == ["正在复议或者诉讼"])

    walk.follow(walk.one(f"form[action='{draw}/draw'] button"))
    walk.check("it is drawn", "已抽取" in walk.one(".page-head").text and walk.has("#result"), walk.complaints())
    walk.shot("draws-4-drawn")
    walk.check("it cannot be drawn again", not walk.has(f"form[action='{draw}/draw']"))
    status, headers, content = walk.fetch(draw + ".json")
    outcome = json.loads(content)
    path = keep(folder, "drawn.json", content)
    code, said = verify(binary, path)
    walk.check("the downloaded file repeats", code == 0 and "完全一致" in said, said)
    print("      " + " / ".join(said.strip().splitlines()))
    walk.check("list and commitment are those of the frozen file", outcome["candidates"] == frozen["candidates"]
               and outcome["seed_sha256"] == frozen["seed_sha256"] and len(outcome["candidates"]) == count)
    walk.check("nothing that was left out is drawn", left not in [c["id"] for c in outcome["drawn"]])
    changed = bytearray(content)
    place = content.index(outcome["drawn"][0]["id"].encode()) + 1
    changed[place] ^= 1
    code, said = verify(binary, keep(folder, "changed.json", bytes(changed)))
    walk.check("a changed byte is found", code != 0, said)
    other = content.replace(outcome["seed"].encode(), (outcome["seed"][:-1] + ("0" if outcome["seed"][-1] != "0" else "1")).encode())
    code, said = verify(binary, keep(folder, "seed.json", other))
    walk.check("another seed is found", code == 1 and "承诺" in said, said)

    walk.open(record)
    numbers = [c["id"] for c in outcome["drawn"]]
    walk.check("every file drawn is a row of the review", all(n in walk.text() for n in numbers), walk.text()[:900])
    walk.check("its case is shown by name, not by id", "01" + "K" not in walk.text() and "对应案件" in walk.text())
    walk.shot("draws-5-rows")
    score(walk, record, len(numbers))
    letter(walk, record)
    walk.open(draw)
    walk.put("reason", "试填：想再抽一次")
    walk.follow(walk.one(f"form[action='{draw}/void'] button"))
    walk.check("a draw whose rows are scored stands", walk.has(".errors li") and "已经有人填写" in walk.text(), walk.text()[:300])
    walk.shot("draws-7-stands")
    return draw


def score(walk, record, count):
    walk.open(record + "/edit")
    items = [c for c in walk.browser.find_elements(By.CSS_SELECTOR, "[name^='files.0.penalty_items~']") if c.get_attribute("type") != "hidden"]
    names = [c.get_attribute("name") for c in items]
    for name in names:
        control = walk.one(f"[name='{name}']")
        if control.tag_name == "input" and not control.get_attribute("value"):
            full = control.find_element(By.XPATH, "./ancestor::tr").find_elements(By.CSS_SELECTOR, "td.num")
            walk.put(name, full[0].text.strip() if full else "2")
    walk.submit()
    walk.check("the first file drawn is scored", "/edit" not in walk.browser.current_url and "优秀" in walk.text(), walk.complaints() or walk.text()[:600])
    walk.check("and the others are still there", walk.text().count("行政处罚案卷") >= count, str(walk.text().count("行政处罚案卷")))


def letter(walk, record):
    walk.open(record)
    buttons = [b for b in walk.browser.find_elements(By.CSS_SELECTOR, "#letters form button") if "抽样记录" in b.text]
    walk.check("the sampling record may be issued", len(buttons) == 1)
    if buttons:
        walk.follow(buttons[0])
        links = walk.browser.find_elements(By.CSS_SELECTOR, "#letters th a")
        status, _, body = walk.fetch(links[0].get_attribute("href")[len(walk.base):])
        walk.check("and is a document", status == 200 and body[:2] == b"PK")
        walk.shot("draws-6-letter")


def call_off(walk, folder, binary):
    record = enter(walk, "每月卷宗抽查试填", kind="sample", many={"sample_size": "3"})
    freeze(walk, record, "monthly_sample", "monthly")
    walk.put("seed", "system")
    walk.submit()
    draw = walk.browser.current_url.split("?")[0][len(walk.base):]
    walk.follow(walk.one(f"form[action='{draw}/draw'] button"))
    walk.check("three files are drawn of all agencies together", len(walk.browser.find_elements(By.CSS_SELECTOR, "#result tbody tr")) == 3)
    walk.follow(walk.one(f"form[action='{draw}/void'] button"))
    walk.check("calling off asks for a reason", walk.has(".errors li"), walk.text()[:300])
    walk.put("reason", "试填：期间写错")
    walk.follow(walk.one(f"form[action='{draw}/void'] button"))
    walk.check("the draw is called off and stays to be seen", "已作废" in walk.one(".page-head").text and "作废原因" in walk.text()
               and "***" in walk.text() and walk.has("#result"), walk.text()[-900:])
    walk.shot("draws-8-void")
    code, said = verify(binary, keep(folder, "void.json", walk.fetch(draw + ".json")[2]))
    walk.check("its file still repeats", code == 0, said)
    walk.open(record)
    walk.check("its rows have left the record, and a new list may be frozen", not walk.has("table caption") or walk.has("#draws a.btn"))


def demo(walk, binary, folder, draw):
    walk.become("zhaoliuding")
    walk.open("/draws")
    page = walk.text()
    walk.check("the list of draws shows drawn, frozen and called-off ones", all(w in page for w in ("已抽取", "待抽取", "已作废", "双随机抽取")), page[:600])
    walk.shot("draws-9-list")
    link = [r for r in walk.browser.find_elements(By.CSS_SELECTOR, "tbody tr") if "双随机抽取" in r.text][0].find_element(By.CSS_SELECTOR, "th a")
    address = link.get_attribute("href")[len(walk.base):]
    walk.follow(link)
    walk.shot("draws-10-inspection")
    content = walk.fetch(address + ".json")[2]
    record = json.loads(content)
    walk.check("each inspection has two officers", all(len(c["team"]) == 2 for c in record["drawn"]) and len(record["drawn"]) == 4)
    walk.check("no officer's name is published", all("label" in p and p["label"].startswith("演示") for p in record["people"]), str(record["people"][:2]))
    code, said = verify(binary, keep(folder, "inspection.json", content))
    walk.check("the demo's inspection repeats", code == 0, said)
    everybody(walk, binary, folder, address, content)
    walk.become(CLERK)
    walk.open("/preferences?language=en&back=%2Fdraws")
    walk.check("the page speaks English", "Random draws" in walk.text() and "called off" in walk.text(), walk.text()[:300])
    walk.shot("draws-11-english")
    walk.open("/preferences?language=zh&back=%2Fdraws")
    walk.become(STRANGER)
    try:
        status = walk.fetch(draw + ".json")[0]
    except urllib.error.HTTPError as error:
        status = error.code
    walk.check("whoever may not read the review sees neither draw nor file", status == 404, str(status))


def everybody(walk, binary, folder, address, content):
    """The same draw on the open site, without log-in."""
    walk.log_out()
    walk.account = None
    walk.open("/open")
    walk.check("the front page leads to the draws", walk.has("#draws") and walk.has("a[href='/open/draws']"), walk.text()[:600])
    walk.open("/open/draws")
    page = walk.text()
    walk.check("anybody sees drawn, frozen and called-off draws", all(w in page for w in ("已抽取", "待抽取", "已作废", "双随机抽取")), page[:600])
    walk.shot("draws-12-open-list")
    walk.open("/open" + address)
    page = walk.text()
    record = json.loads(content)
    shown = [record["seed"], record["list_sha256"], "zhunsheng draw --verify"] + [c["id"] for c in record["drawn"]]
    walk.check("with fingerprint, seed, outcome and the command that repeats it", all(word in page for word in shown), page[:900])
    walk.check("and nobody's name", "作废原因" not in page and all(p["label"] in page for p in record["people"]), page[:300])
    walk.shot("draws-13-open-draw")
    body = walk.fetch("/open" + address + ".json")[2]
    code, said = verify(binary, keep(folder, "open.json", body))
    walk.check("the file from the open site is the same and repeats", body == content and code == 0, said)
    walk.open("/open" + address + "?lang=en")
    walk.check("the open page speaks English", "How to check it yourself" in walk.text() and "Outcome" in walk.text(), walk.text()[:300])
    walk.shot("draws-14-open-english")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    arguments.add_argument("--database", help="a demo that is there already, made with the walk's password; it is written to")
    arguments.add_argument("--port", type=int, help="the port to serve on")
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-draws-")
    database = given.database or os.path.join(folder, "draws.sqlite")
    port = given.port or free_port()
    server = walk = None
    try:
        if not given.database:
            subprocess.run([given.binary, "demo", "--district", "jinzhou-gaoxin", "--no-serve", "--database", database, "--password", PASSWORD], check=True,
                           stdout=subprocess.DEVNULL)
        server = subprocess.Popen([given.binary, "serve", "--database", database, "--port", str(port)], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        base = f"http://127.0.0.1:{port}"
        for _ in range(900):
            try:
                urllib.request.urlopen(base + "/login").read()
                break
            except OSError:
                time.sleep(0.1)
        walk = Counter(base, given.shots)
        drawn = []
        steps = [lambda: drawn.append(review(walk, given.binary, folder)), lambda: call_off(walk, folder, given.binary),
                 lambda: demo(walk, given.binary, folder, drawn[0] if drawn else "/draws/none")]
        for take in steps:
            try:
                take()
            except Exception as error:  # a step that could not be taken is a failed check, with the page it happened on
                walk.check(f"the walk goes on: {type(error).__name__}: {str(error)[:300]}", False, walk.browser.current_url)
    finally:
        if walk:
            walk.browser.quit()
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{walk.passed} passed, {walk.failed} failed")
    sys.exit(1 if walk.failed else 0)


if __name__ == "__main__":
    main()
