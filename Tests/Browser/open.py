#!/usr/bin/env python3
"""Walks the open site in a real browser with scripts switched off: a penalty is published by two persons and withdrawn, a reconsideration
decision is redacted, checked by a second person and published; then every public page, table and file is searched for every personal
value that the demo's records of the public registers hold.

Usage: open.py --binary .build/debug/zhunsheng [--database DEMO.sqlite] [--shots DIR]
The last line says "N passed, N failed".
"""
import argparse
import glob
import html
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

import yaml

from walk import PASSWORD, Walk

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def definitions():
    """The registers of which single records are public, by name."""
    found = {}
    for path in glob.glob(os.path.join(ROOT, "registers", "*", "*.yaml")):
        with open(path, encoding="utf-8") as file:
            register = yaml.safe_load(file)
        if register.get("publication", {}).get("level") in ("full", "redacted_copy"):
            found[register["register"]] = register
    return found


def personal(values, fields, into):
    """Every personal text of a record, its rows among them; running text is left out."""
    for field in fields:
        value = (values or {}).get(field["name"])
        if field.get("type") == "rows":
            for row in value or []:
                personal(row.get("values", row), field.get("fields", []), into)
        elif field.get("personal") not in (None, "free_text") and isinstance(value, str) and len(value) >= 2 and "*" not in value:
            into.add(value)


def public(base, path):
    """Status, headers and body, asked for without any cookie."""
    try:
        with urllib.request.urlopen(base + urllib.parse.quote(path, safe="/?=&~%-_.")) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        if error.code == 429:
            time.sleep(int(error.headers["Retry-After"]) + 20)
            return public(base, path)
        return error.code, error.headers, error.read()


def as_person(walk, login):
    walk.log_out()
    walk.log_in(login)


def ids(walk, register):
    path = f"/registers/{register}"
    while path:
        answer = json.loads(walk.fetch(path, "application/json")[2])
        yield from (item["id"] for item in answer["items"])
        path = answer["next"]


def press(walk, act):
    for form in walk.browser.find_elements(walk_by(), "main form"):
        for button in form.find_elements(walk_by(), f"button[value={act}]"):
            return walk.follow(button)
        if form.find_elements(walk_by(), f"input[name=act][value={act}]"):
            return walk.follow(form.find_element(walk_by(), "button"))
    raise AssertionError(f"no button for {act} on {walk.browser.current_url}")


def walk_by():
    return "css selector"


def penalty(walk, base):
    as_person(walk, "hanyijia")
    record = None
    for id in ids(walk, "enforcement_case"):
        page = walk.fetch(f"/registers/enforcement_case/{id}/publication")[2].decode()
        if 'value="propose"' in page and "未公开" in page:
            record = id
            break
    walk.check("a penalty waits to be published", record is not None)
    address = f"/registers/enforcement_case/{record}/publication"
    status, _, _ = public(base, f"/open/enforcement_case/{record}")
    walk.check("before that its public address knows nothing", status == 404, str(status))
    walk.open(f"/registers/enforcement_case/{record}")
    walk.check("its page shows how it stands to the public", "办理公开" in walk.text())
    walk.open(address)
    walk.shot("penalty-form")
    press(walk, "propose")
    walk.check("the clerk hands it to a checker", "等另一个人核对" in walk.text(), walk.text()[:400])
    walk.check("and cannot release it", not walk.browser.find_elements(walk_by(), "input[name=act][value=release]"))
    as_person(walk, "yangeryi")
    walk.open(address)
    press(walk, "release")
    walk.check("a second person releases it", "正在公开" in walk.text(), walk.text()[:400])
    walk.log_out()
    walk.open(f"/open/enforcement_case/{record}")
    walk.check("anybody reads it", "案由" in walk.text(), walk.text()[:300])
    walk.shot("penalty-public")
    as_person(walk, "yangeryi")
    walk.open(address)
    walk.put("reason", "overturned")
    press(walk, "withdraw")
    walk.log_out()
    walk.open(f"/open/enforcement_case/{record}")
    text = walk.text()
    walk.check("withdrawn, it leaves its reason", "已撤下" in text and "撤销" in text and "案由" not in text, text[:300])
    walk.check("with status 410", public(base, f"/open/enforcement_case/{record}")[0] == 410)
    walk.shot("withdrawn")


def decision(walk, base):
    register = "reconsideration_case"
    as_person(walk, "zhengren")
    heads, record = "zhengren", None
    for id in ids(walk, register):
        page = walk.fetch(f"/registers/{register}/{id}")[2].decode()
        publication = walk.fetch(f"/registers/{register}/{id}/publication")[2].decode()
        if "/letters/decision" in page and 'value="propose"' in publication and "未公开" in publication:
            record = id
            break
    walk.check("a concluded case waits", record is not None)
    if not record:
        return
    address = f"/registers/{register}/{record}/publication"
    walk.open(f"/registers/{register}/{record}")
    forms = walk.browser.find_elements(walk_by(), "form[action$='/letters/decision'] button")
    if forms:
        walk.follow(forms[0])
    as_person(walk, "wushixin")
    walk.open(address)
    press(walk, "propose")
    walk.check("without a text nothing is handed on", "还没有公开文本" in walk.text(), walk.text()[:300])
    walk.open(address)
    sources = [a for a in walk.browser.find_elements(walk_by(), "main a.btn") if "决定书" in a.text]
    walk.check("the decision is offered as a source", bool(sources), walk.text()[:600])
    walk.follow(sources[0])
    text = walk.one("textarea[name=text]").get_attribute("value")
    walk.check("its persons are marked", "[[" in text, text[:300])
    walk.shot("redaction")
    names = re.findall(r"\[\[([^|\]]+)", text)
    area = walk.one("textarea[name=text]")
    area.clear()
    area.send_keys(re.sub(r"\[\[([^|\]]+)[^\]]*\]\]", r"\1", text, count=1))
    press(walk, "propose")
    walk.check("a mark taken away is refused by name", "还有" in walk.text() and names[0] in walk.text(), walk.text()[:400])
    area = walk.one("textarea[name=text]")
    area.clear()
    area.send_keys(text)
    press(walk, "preview")
    walk.check("the preview shows both sides", bool(walk.browser.find_elements(walk_by(), ".redaction del")))
    walk.shot("preview")
    press(walk, "propose")
    walk.check("proposed", "等另一个人核对" in walk.text(), walk.text()[:300])
    as_person(walk, heads)
    walk.open(address)
    walk.shot("check")
    press(walk, "release")
    walk.check("released by another", "正在公开" in walk.text(), walk.text()[:300])
    walk.log_out()
    walk.open(f"/open/{register}/{record}")
    page = walk.text()
    walk.check("the decision is public without its persons", "决定" in page and not any(name in page for name in names), str(names))
    walk.shot("decision-public")
    _, _, bytes = public(base, f"/open/{register}/{record}/copy.docx")
    parts = zipfile.ZipFile(io.BytesIO(bytes))
    whole = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    walk.check("nor does the file hold them", not any(name in whole for name in names))


def everything(walk, base):
    """Every personal value against every public answer."""
    registers = definitions()
    values = set()
    for login in ("zhaoliuding", "hanyijia", "zhusanbing", "wushixin"):
        as_person(walk, login)
        for name, register in registers.items():
            try:
                for id in ids(walk, name):
                    record = json.loads(walk.fetch(f"/registers/{name}/{id}", "application/json")[2])
                    personal(record.get("values", record), register["fields"], values)
            except urllib.error.HTTPError:
                continue
    walk.log_out()
    walk.check("the registers hold personal values", len(values) > 100, str(len(values)))
    seen, texts, cookies, leaks = {}, 0, 0, 0
    queue = ["/open", "/open?lang=en", "/open/figures", "/open/report"]
    while queue:
        path = queue.pop()
        key = path.split("#")[0]
        if key in seen:
            continue
        status, headers, body = public(base, key)
        seen[key] = status
        cookies += headers["Set-Cookie"] is not None
        if key.endswith(".docx"):
            parts = zipfile.ZipFile(io.BytesIO(body))
            body = b"".join(parts.read(name) for name in parts.namelist())
        text = html.unescape(body.decode("utf-8", "replace"))
        texts += 1
        for value in values:
            if value in text:
                leaks += 1
                walk.check(f"{key} holds nothing personal", False, value)
        for link in re.findall(r'href="(/open[^"]*)"', text):
            link = html.unescape(link)
            # One page of each list besides the whole of it as CSV and JSON; every record of what is redacted, some of the others.
            parts = link.split("?")[0].split("/")
            deep = len(parts) > 3 and registers.get(parts[2], {}).get("publication", {}).get("level") == "full"
            if "lang=" in link or "size=" in link or (deep and sum(1 for k in seen if k.startswith(f"/open/{parts[2]}/")) > 12):
                continue
            if "page=" in link and len([k for k in seen if "page=" in k]) > 40:
                continue
            queue.append(link)
    walk.check(f"{texts} public answers searched for {len(values)} personal values: none found", leaks == 0)
    walk.check("no cookie was set", cookies == 0)
    walk.check("all of them answered", all(status in (200, 410) for status in seen.values()), str([k for k, s in seen.items() if s not in (200, 410)][:5]))
    csv = public(base, "/open/power_item?format=csv")[2].decode("utf-8-sig")
    total = json.loads(public(base, "/open/power_item?format=json")[2])["total"]
    walk.check("a list is downloaded whole, past its first page", len(csv.splitlines()) == total + 1 > 31, f"{len(csv.splitlines())} {total}")
    for path in ("/open/mediation_case", "/open/petition", "/open/nothing", "/open/enforcement_case/00000000000000000000000000"):
        walk.check(f"{path} is nothing", public(base, path)[0] == 404)


def looks(walk):
    walk.log_out()
    for name, path in (("home", "/open"), ("list", "/open/power_item"), ("figures", "/open/figures"), ("home-en", "/open?lang=en"), ("report", "/open/report")):
        walk.open(path)
        walk.check(f"{path} has one heading", len(walk.browser.find_elements(walk_by(), "h1")) == 1)
        walk.shot(name)
    links = walk.browser.find_elements(walk_by(), "main .plain a")
    walk.check("a report of a former year is public", bool(links))
    if links:
        walk.follow(links[0])
        walk.shot("report-year")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--database")
    arguments.add_argument("--shots")
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-open-")
    database = os.path.join(folder, "open.sqlite")
    if given.database:
        for ending in ("", ".keys"):
            shutil.copy(given.database + ending, database + ending)
    else:
        subprocess.run([given.binary, "demo", "--district", "jinzhou-gaoxin", "--no-serve", "--database", database, "--password", PASSWORD], check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([given.binary, "serve", "--database", database, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    walk = None
    try:
        for _ in range(900):
            try:
                urllib.request.urlopen(base + "/login").read()
                break
            except OSError:
                time.sleep(0.1)
        walk = Walk(base, given.shots)
        looks(walk)
        penalty(walk, base)
        decision(walk, base)
        everything(walk, base)
    except Exception as error:  # a step that could not be taken is a failed check, with the page it happened on
        if walk is None:
            raise
        walk.check(f"the walk goes on: {type(error).__name__}: {error}", False, walk.browser.current_url)
    finally:
        if walk:
            walk.browser.quit()
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{walk.passed} passed, {walk.failed} failed")
    sys.exit(1 if walk.failed else 0)


if __name__ == "__main__":
    main()
