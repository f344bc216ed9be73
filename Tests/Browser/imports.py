#!/usr/bin/env python3
"""Brings three sheets that offices keep by hand into the demo, once by command and once through the browser with scripts off:
good rows go in with values and states, wrong ones come back in the sheet's layout, nothing is written twice, what goes out
comes in again unchanged, and the templates of ten registers open with their drop-down lists.

Usage: imports.py --binary .build/debug/zhunsheng [--shots DIR]
The last line says "N passed, N failed".
"""
import argparse
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from openpyxl import load_workbook
from selenium.webdriver.common.by import By

from walk import PASSWORD, Walk

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SHEETS = os.path.join(ROOT, "districts", "jinzhou-gaoxin", "sheets")
PORT = 8124
# The account that may register and decide petitions is made for the test: the demo gives the two roles to two people.
BOTH = "dengji"

CASES = [
    dict(
        register="petition", stem="信访登记簿-2021", login="heqigeng", command_login=BOTH, header=4, lines=17, aside=[10, 23, 24],
        bad={11: "没有 13 月", 13: "“占道”不在代码表", 14: "没有“区城管大队”", 16: "请填写信访人", 18: "不能早于“收到日期”", 21: "2020 年度已锁定"},
        states={5: "answered", 6: "accepted", 7: "forwarded", 8: "registered", 9: "answered", 12: "answered", 15: "answered",
                17: "accepted", 19: "accepted", 20: "answered", 22: "accepted"},
        browser_states={"已登记": 1, "已转送交办": 1, "已受理": 9},
        values={
            5: dict(received_on="2021-03-05", forwarded_on="2021-03-08", accepted_on="2021-03-12", answered_on="2021-04-20", unit="zhengfawei",
                    channel="letter", category="housing", is_repeat=False, opinion="supported_2005", handling_unit="zhujianju"),
            6: dict(received_on="2021-03-09", channel="visit", category="relocation", is_repeat=True, persons="2", names=["韩乙", "杨丙"]),
            8: dict(received_on="2021-04-02", channel="phone", category="environment", phone="10000000103"),
            12: dict(received_on="2021-05-18", is_group=True, persons="12", category="labour", opinion="settled_2005"),
            17: dict(received_on="2021-08-09", category="land", handling_unit="ziranju"),
            19: dict(received_on="2021-09-17", channel="reception", accepted_on="2021-09-22"),
        }, rows="petitioners"),
    dict(
        register="legal_guide", stem="法律明白人名册-2021", login="zhaoliuding", command_login="zhaoliuding", header=3, lines=15,
        aside=[14, 20, 21],
        bad={8: "按数值存了", 9: "“楼长”不在代码表", 11: "不能大于 100", 12: "不能早于“考核合格日期”", 15: "没有“第十三社区”", 18: "6 月没有 31 日"},
        states={4: "certified", 5: "certified", 6: "nominated", 7: "trained", 10: "certified", 13: "certified", 16: "certified",
                17: "trained", 19: "nominated"},
        browser_states={"已推荐": 2, "培训考核合格": 2, "已认定": 5},
        values={
            4: dict(unit="dongyi", is_woman=False, is_village=False, background="village_official", education="college", score="92",
                    nominated_on="2021-03-05", certified_on="2021-05-08", badge="锦高明白〔2021〕901", last_trained_on="2021-04-06"),
            5: dict(unit="dongyi", is_woman=True, score="88.5", passed_on="2021-04-20", nomination="committee", background="womens_federation"),
            6: dict(unit="dongyi", education="senior", nomination="self"),
            13: dict(unit="shangdali", background="group_head", education="junior"),
            19: dict(unit="houba", background="other", nominated_on="2021-06-30"),
        }, rows="trainings"),
    dict(
        register="power_item", stem="权责清单-2021", login="zhusanbing", command_login="zhusanbing", header=3, lines=17, aside=[14, 20, 23],
        bad={7: "请填写设定依据", 11: "“职权编码”不能重复", 12: "不在您可以登记的范围", 13: "不能早于“列入日期”", 19: "“户外大屏”不在代码表",
             21: "“行政指导”不在代码表"},
        states={row: "listed" for row in (4, 5, 6, 8, 9, 10, 15, 16, 17, 18, 22)},
        browser_states={"在列": 11},
        values={
            4: dict(item_code="SC-901", kind="permit", department="shichangju", level="district", listed_on="2021-06-30", edition="2021年版",
                    published_on="2021-07-05", publication_channels=["website", "service_network"], checked_on="2021-12-06", check_result="keep"),
            6: dict(kind="permit", check_result="change", publication_channels=["website"]),
            8: dict(kind="penalty", level="shared", publication_channels=["website", "hall"]),
            16: dict(kind="compulsion", published_on="2021-07-05"),
            22: dict(kind="other", name="消费投诉调解", source="statutory"),
        }, rows="changes"),
]
TEMPLATES = [
    ("petition", "heqigeng"), ("legal_guide", "zhaoliuding"), ("power_item", "zhusanbing"), ("emergency_plan", "zhaoliuding"),
    ("mediation_case", "zhaoliuding"), ("normative_document", "zhaoliuding"), ("enforcement_case", "zhaoliuding"),
    ("meeting", "zhaoliuding"), ("disclosure_request", "zhaoliuding"), ("permit_case", "zhaoliuding"),
]


class Paths:
    def __init__(self, folder, binary):
        self.folder, self.binary = folder, binary

    def at(self, name):
        return os.path.join(self.folder, name)

    def sheet(self, case):
        return self.at(case["stem"] + ".xlsx")

    def mapping(self, case):
        return os.path.join(SHEETS, case["stem"] + ".yaml")

    def run(self, database, *words):
        answer = subprocess.run([self.binary, *words, "--database", database], cwd=ROOT, capture_output=True, text=True)
        return answer.returncode, answer.stdout, answer.stderr


def table(path):
    """The cells of the first sheet that has a header, trailing blanks gone."""
    return [list(row) for row in load_workbook(path).active.iter_rows(values_only=True)]


def same_layout(case, paths, failed):
    """The header and the rows as they were, with one column more that says why."""
    original, back = table(paths.sheet(case)), table(failed)
    first = [cell for cell in original[case["header"] - 1]]
    lower = [below if below is not None else above for above, below in zip(original[case["header"] - 2], first)]
    header = next((i for i, row in enumerate(back) if row and row[-1] == "原因与改法"), None)
    if header is None or back[0][0] != original[0][0]:
        return False, f"no header or title: {back[:4]}"
    if case["register"] == "petition":
        first = lower
    if back[header][:-1] != first:
        return False, f"{back[header]} {first}"
    rows = {row[0]: row for row in back[header + 1:]}
    for line, reason in case["bad"].items():
        mine = original[line - 1]
        row = rows.get(mine[0])
        if row is None or reason not in (row[-1] or ""):
            return False, f"row {line}: {row}"
        # What stood in a merged cell above is written out; a long number is what was left of it.
        if any(a is not None and a != b and not isinstance(b, float) for a, b in zip(mine, row)):
            return False, f"row {line}: {row}"
    return len(rows) == len(case["bad"]), f"{len(rows)} rows"


def by_command(case, paths, template_database):
    """All that the command does with one sheet, on a copy of its own; answers what was found as (what, holds, detail)."""
    found = []
    register, login = case["register"], case["command_login"]
    database = paths.at(register + ".sqlite")
    shutil.copy(template_database, database)
    shutil.copy(template_database + ".keys", database + ".keys")

    def check(what, holds, detail=""):
        found.append((f"{register} by command: {what}", holds, str(detail)[:600]))

    if login == BOTH:
        code, _, error = paths.run(database, "account", "add", BOTH, "--name", "登某记", "--unit", "zhengfawei", "--grant", "clerk@zhengfawei",
                                   "--grant", "head@zhengfawei")
        check("an account with both roles", code == 0, error)
    failed = paths.at(register + "-failed.xlsx")
    words = ["import", register, paths.sheet(case), "--mapping", paths.mapping(case), "--as", login, "--format", "json"]
    code, out, error = paths.run(database, *words, "--failed", failed)
    answer = json.loads(out)
    written = {w["row"]: w for w in answer["written"]}
    check("rows go in as far as they are filled", {r: w["state"] for r, w in written.items()} == case["states"], out + error)
    says = {f["row"]: "".join(p["says"] for p in f["problems"]) for f in answer["failed"]}
    check("wrong rows stay out, each with its reason", code == 1 and says.keys() == case["bad"].keys() and all(case["bad"][r] in says[r] for r in says), says)
    check("totals, notes and a row written twice are set aside", sorted(a["row"] for a in answer["set_aside"]) == case["aside"], answer["set_aside"])
    check("every column has its meaning", answer["columns_left_out"] == [], answer["columns_left_out"])
    holds, detail = same_layout(case, paths, failed)
    check("the wrong rows come back in the sheet's layout", holds, detail)

    lines = paths.at(register + ".jsonl")
    paths.run(database, "export", register, "-o", lines, "--as", login)
    with open(lines, encoding="utf-8") as file:
        records = {r["number"]: r for r in map(json.loads, file)}
    for row, expected in case["values"].items():
        values = records[written[row]["number"]]["values"]
        children = values.get(case["rows"], [])
        got = {k: [c["name"] for c in children] if k == "names" else children[0].get("phone") if k == "phone" else values.get(k) for k in expected}
        check(f"row {row} has its values", got == expected, f"{got} instead of {expected}")

    _, out, error = paths.run(database, *words)
    again = json.loads(out)
    known = again["unchanged"]
    check("sent again, nothing is written", again["add"] == again["update"] == 0 and known == len(case["states"]), out + error)
    book = paths.at(register + "-out.xlsx")
    paths.run(database, "export", register, "-o", book, "--as", login)
    code, out, error = paths.run(database, "import", register, book, "--as", login, "--format", "json")
    back = json.loads(out)
    check("what goes out comes in unchanged", code == 0 and back["add"] == back["update"] == 0 and back["unchanged"] == len(records), out + error)
    after = paths.at(register + "-after.jsonl")
    paths.run(database, "export", register, "-o", after, "--as", login)
    with open(lines, "rb") as one, open(after, "rb") as other:
        check("and the register is the same to the byte", one.read() == other.read())
    return found


def send(walk, case, sheet, mapping=None):
    walk.open(f"/registers/{case['register']}/import")
    walk.one("#file").send_keys(sheet)
    if mapping:
        walk.one("#mapping").send_keys(mapping)
    walk.follow(walk.one("main form[enctype] button.main"))


def rows_out(walk, case, path):
    """The register as its list lets it out, whole."""
    _, _, body = walk.fetch(f"/registers/{case['register']}/export?format=xlsx&columns=all")
    with open(path, "wb") as file:
        file.write(body)
    return sum(1 for row in table(path) if row and isinstance(row[0], str) and re.search(r"〔\d{4}〕\d+号", row[0]))


def by_browser(walk, case, paths):
    register = case["register"]
    walk.log_out()
    walk.log_in(case["login"])
    before = rows_out(walk, case, paths.at("before.xlsx"))
    send(walk, case, paths.sheet(case), paths.mapping(case))
    page = walk.text()
    good, bad = len(case["states"]), len(case["bad"])
    # What may stand once only is found when the second of two new rows is written.
    late = 1 if any("重复" in reason for reason in case["bad"].values()) else 0
    walk.check(f"{register} in the browser: the check counts the rows", f"新增 {good}" in page or f"新增 {good + late}" in page, page[:400])
    walk.check("names what is wrong", all(reason in page for reason in case["bad"].values() if "重复" not in reason), page[:1500])
    walk.check("and shows what was set aside", len(walk.browser.find_elements(By.CSS_SELECTOR, "#aside li")) == len(case["aside"]), page[-600:])
    walk.check("nothing is written before it is confirmed", rows_out(walk, case, paths.at("before.xlsx")) == before)
    walk.shot(f"import-{register}-check")
    walk.follow(walk.one("#confirm button.main"))
    page = walk.text()
    walk.check("confirmed, the good rows are written", f"新增 {good}" in page, page[:400])
    walk.shot(f"import-{register}-done")
    if not late:
        wanted = all(re.search(rf"{state}\s*{count}\b", page) for state, count in case["browser_states"].items())
        walk.check("with the states to which this person may lead them", wanted, page[:600])
    link = [a for a in walk.browser.find_elements(By.TAG_NAME, "a") if (a.get_attribute("href") or "").endswith("/failed")]
    walk.check("the wrong rows can be fetched", len(link) == 1)
    if link:
        failed = paths.at(register + "-browser-failed.xlsx")
        with open(failed, "wb") as file:
            file.write(walk.fetch(urllib.parse.urlparse(link[0].get_attribute("href")).path)[2])
        holds, detail = same_layout(case, paths, failed)
        walk.check("in the sheet's layout with the reasons", holds, detail)
    book = paths.at(register + "-browser.xlsx")
    count = rows_out(walk, case, book)
    walk.check("the list lets out what came in", count == before + good, f"{before} + {good}, not {count}")
    send(walk, case, paths.sheet(case), paths.mapping(case))
    walk.check("sent again, there is nothing to confirm", not walk.browser.find_elements(By.CSS_SELECTOR, "form#confirm"), walk.text()[:600])
    send(walk, case, book)
    page = walk.text()
    walk.check("what went out changes nothing", not walk.browser.find_elements(By.CSS_SELECTOR, "form#confirm, #bad") and "与台账相同" in page, page[:800])


def templates(walk, paths):
    folder = paths.at("templates")
    os.makedirs(folder)
    for register, login in sorted(TEMPLATES, key=lambda pair: pair[1]):
        if walk.browser.get_cookies() == [] or getattr(walk, "login", None) != login:
            walk.log_out()
            walk.log_in(login)
            walk.login = login
        with open(os.path.join(folder, register + ".xlsx"), "wb") as file:
            file.write(walk.fetch(f"/registers/{register}/template.xlsx")[2])
    converted = paths.at("converted")
    names = [os.path.join(folder, register + ".xlsx") for register, _ in TEMPLATES]
    profile = "-env:UserInstallation=file://" + paths.at("office-profile")
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", converted, *names], check=True, timeout=170,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def lists(path):
        book = load_workbook(path)
        sheet = book.worksheets[1]
        return [c.value for c in sheet[1]], {str(v.sqref).split(":")[0]: v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"}, book

    for register, _ in TEMPLATES:
        header, mine, book = lists(os.path.join(folder, register + ".xlsx"))
        filled = True
        for formula in mine.values():
            name, area = formula.lstrip("=").replace("$", "").rsplit("!", 1)
            cells = [c.value for row in book[name.strip("'")][area if ":" in area else f"{area}:{area}"] for c in row]
            filled = filled and all(cells)
        walk.check(f"the template of {register} has its lists, none of them empty", len(header) > 5 and len(mine) >= 3 and filled, str(mine)[:300])
        their_header, theirs, _ = lists(os.path.join(converted, register + ".xlsx"))
        walk.check("and LibreOffice keeps header and lists", their_header == header and theirs.keys() == mine.keys(), f"{len(theirs)} of {len(mine)}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-imports-")
    paths = Paths(folder, os.path.abspath(given.binary))
    subprocess.run([sys.executable, os.path.join(ROOT, "Tools", "make_office_sheets.py"), folder], check=True)
    database = paths.at("imports.sqlite")
    subprocess.run([paths.binary, "demo", "--no-serve", "--district", "jinzhou-gaoxin", "--database", database, "--password", PASSWORD], cwd=ROOT,
                   check=True, stdout=subprocess.DEVNULL)
    served = paths.at("served.sqlite")
    shutil.copy(database, served)
    shutil.copy(database + ".keys", served + ".keys")
    base = f"http://127.0.0.1:{PORT}"
    server = subprocess.Popen([paths.binary, "serve", "--database", served, "--port", str(PORT)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    walk = None
    try:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            commands = [pool.submit(by_command, case, paths, database) for case in CASES]
            for _ in range(300):
                try:
                    urllib.request.urlopen(base + "/login").read()
                    break
                except OSError:
                    time.sleep(0.1)
            walk = Walk(base, given.shots)
            for case in CASES:
                by_browser(walk, case, paths)
            templates(walk, paths)
            for command in commands:
                for what, holds, detail in command.result():
                    walk.check(what, holds, detail)
    except Exception as error:  # a step that could not be taken is a failed check, with the page it happened on
        if walk is None:
            raise
        walk.check(f"the imports go on: {type(error).__name__}: {error}", False, walk.browser.current_url)
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
