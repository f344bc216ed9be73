#!/usr/bin/env python3
"""Walks the self-assessment in a real browser with scripts switched off: an edition is loaded from a workbook with wrong rows, a figure is
linked, evidence uploaded, the item scored and reviewed by another person, the gap disappears, the pack is read back with openpyxl, and
a second edition is mapped.

Usage: assessment.py --binary .build/debug/zhunsheng [--database DEMO.sqlite] [--shots DIR] [--port N]
With --database a copy of that demo is used; else a new one is made. The last line says "N passed, N failed".
"""
import argparse
import html.parser
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

from openpyxl import Workbook, load_workbook
from selenium.webdriver.common.by import By

from walk import PASSWORD, Walk

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def workbook(path, rows, merged=()):
    book = Workbook()
    sheet = book.active
    sheet.title = "指标"
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)


HEAD = ["一级指标", "二级指标", "序号", "三级指标", "方式", "分值"]
FIRST = [
    ["自拟指标（测试）"], HEAD,
    ["甲 测试", "（一）测试", 1, "测试：书面调解件数", "R", 2],
    [None, None, 2, "测试：案例材料", "材料", 1.5],
    [None, None, 2, "测试：重号", "E", 1],
    [None, None, 3, "测试：方式写错", "打分", 1],
    [None, "（二）测试", 4, "测试：数据和材料", "R+E", "0.5"],
    [None, None, None, "测试：没有序号", "E", 1],
]
MENDED = [
    ["自拟指标（测试）"], HEAD,
    ["甲 测试", "（一）测试", 1, "测试：书面调解件数", "R", 2],
    [None, None, 2, "测试：案例材料", "材料", 1.5],
    [None, None, 3, "测试：方式写对", "E", 1],
    [None, "（二）测试", 4, "测试：数据和材料", "R+E", "1"],
]
SECOND = [
    HEAD, ["甲 测试", "（一）测试", 1, "测试：新增的材料", "E", 1], [None, None, 2, "测试：书面调解件数（改）", "R", 2],
    [None, None, 3, "测试：案例材料", "材料", 1.5],
]


def load(walk, name, title, path):
    walk.open("/assessments/load")
    walk.put("name", name)
    walk.put("title", title)
    walk.one("[name=file]").send_keys(path)
    walk.follow(walk.one(".foot-acts button.main"))


def loading(walk, folder):
    walk.log_in("zhaoliuding")
    walk.open("/assessments")
    walk.check("the menu leads to the assessments", walk.browser.find_elements(By.LINK_TEXT, "示范指标自评") != [])
    text = walk.text()
    walk.check("the demo has two invented editions", "示例指标（2021 演示版）" in text and "示例指标（2023 演示版）" in text, text[:600])
    walk.shot("1-editions")
    status, headers, body = walk.fetch("/assessments/template.xlsx")
    book = load_workbook(io.BytesIO(body))
    walk.check("the template has the columns", [c.value for c in book.worksheets[0][1]][:6] == HEAD, str([c.value for c in book.worksheets[0][1]]))
    walk.open("/assessments/load")
    walk.follow(walk.one(".foot-acts button.main"))
    walk.check("an empty form says what is missing", len(walk.browser.find_elements(By.CSS_SELECTOR, ".errors li")) >= 3, walk.text()[:300])

    path = os.path.join(folder, "指标-有错.xlsx")
    workbook(path, FIRST, ["A3:A8", "B3:B6"])
    load(walk, "ceshi", "测试指标", path)
    text = walk.text()
    walk.check("three rows can be loaded, three are wrong", "3" in walk.one(".strip").text and len(walk.browser.find_elements(By.CSS_SELECTOR, "#bad tbody tr")) == 3, text[:800])
    rows = [r.text for r in walk.browser.find_elements(By.CSS_SELECTOR, "#bad tbody tr")]
    walk.check("each with its row and column", rows[0].startswith("5 序号") and rows[1].startswith("6 方式") and rows[2].startswith("8 序号"), str(rows))
    walk.shot("2-check")
    failed = walk.one("#bad .more a").get_attribute("href")[len(walk.base):]
    _, _, body = walk.fetch(failed)
    sheet = load_workbook(io.BytesIO(body)).active
    walk.check("the rows with errors come back in the same layout", [c.value for c in sheet[1]] == HEAD + ["原因"] and sheet.max_row == 4, str([c.value for c in sheet[1]]))
    here = walk.browser.current_url
    walk.press(walk.one("#without"))
    walk.follow(walk.one("#confirm button.main"))
    walk.check("the good rows are loaded", "已载入 3 项，为第 1 稿" in walk.text(), walk.text()[:400])
    walk.check("and the check is used up", here != walk.browser.current_url)

    path = os.path.join(folder, "指标-改好.xlsx")
    workbook(path, MENDED)
    load(walk, "ceshi", "测试指标", path)
    text = walk.text()
    walk.check("the mended workbook shows what it changes", "与现行稿的差别" in text and "3 测试：方式写对" in text and "0.5" in text, text[:900])
    walk.shot("3-difference")
    walk.follow(walk.one("#confirm button.main"))
    walk.check("and is the second revision", "已载入 4 项，为第 2 稿" in walk.text(), walk.text()[:400])
    walk.open("/assessments/ceshi/revisions")
    walk.check("both revisions are kept", "第 1 稿" in walk.text() and "第 2 稿" in walk.text(), walk.text()[:400])


def answering(walk, folder):
    walk.open("/assessments/ceshi/1")
    walk.put("unit", "凌南街道")
    walk.follow(walk.one("#assign form button"))
    walk.check("an item is handed to a unit", "凌南街道" in walk.one(".facts").text, walk.one(".facts").text)
    walk.open("/assessments/ceshi/2")
    walk.put("unit", "凌南街道")
    walk.follow(walk.one("#assign form button"))
    walk.log_out()
    walk.log_in("sunbaji")
    walk.open("/assessments/ceshi?gap=own")
    walk.check("the unit sees its own two items", len(walk.browser.find_elements(By.CSS_SELECTOR, "tbody tr[id]")) == 2, walk.text()[:600])
    walk.open("/assessments/ceshi/4")
    walk.check("and of others no form", walk.browser.find_elements(By.CSS_SELECTOR, "main form") == [])
    walk.open("/assessments/ceshi/1")
    walk.follow(walk.one("#figures .more a"))
    walk.put("register", "人民调解案件")
    walk.follow(walk.one(".foot-acts button.main"))
    walk.put("indicator", "书面调解件数")
    walk.put("comparison", "不低于")
    walk.put("target", "100")
    walk.shot("4-figure-form")
    walk.follow(walk.one(".foot-acts button.main"))
    text = walk.text()
    walk.check("a figure is linked with its value", "书面调解件数" in text and "不低于 100" in text, text[:800])
    walk.put("score", "2.5")
    walk.follow(walk.one("#give-score form button"))
    walk.check("a score above the weight is refused", "不能超过分值 2 分" in walk.text() and walk.one("[name=score]").get_attribute("value") == "2.5", walk.text()[:300])
    walk.put("score", "2")
    walk.put("note", "按台账核对")
    walk.follow(walk.one("#give-score form button"))
    walk.check("a self-score is kept", "2 · 孙八己" in walk.one(".facts").text, walk.one(".facts").text)
    walk.check("whoever scores has no form to review", walk.browser.find_elements(By.CSS_SELECTOR, "#give-review") == [])
    walk.open("/assessments/ceshi/2")
    path = os.path.join(folder, "佐证说明.txt")
    with open(path, "w") as file:
        file.write("测试佐证\n")
    walk.one("[name=file]").send_keys(path)
    walk.follow(walk.one("#add-file form button"))
    walk.check("evidence is uploaded", "佐证说明.txt" in walk.one("#evidence").text, walk.text()[:500])
    walk.put("register", "人民调解案件")
    walk.put("number", "没有这个号")
    walk.follow(walk.one("#add-record form button"))
    walk.check("an unknown record is refused", "没有编号" in walk.text(), walk.text()[:300])
    _, _, body = walk.fetch("/registers/mediation_case", "application/json")
    number = json.loads(body)["items"][0]["number"]
    walk.put("register", "人民调解案件")
    walk.put("number", number)
    walk.follow(walk.one("#add-record form button"))
    walk.check("a record is linked by its number", number in walk.one("#evidence").text, walk.text()[:500])
    walk.put("score", "1.5")
    walk.follow(walk.one("#give-score form button"))
    walk.log_out()

    walk.log_in("hanyijia")
    walk.open("/assessments/ceshi/2")
    walk.check("another unit sees that there is evidence, not what", "你无权查看" in walk.text() and "佐证说明.txt" not in walk.text(), walk.text()[:500])
    walk.check("and of the record number, unit and state", number in walk.text() and not walk.browser.find_elements(By.LINK_TEXT, "人民调解案件 " + number))
    walk.log_out()

    walk.log_in("zhoujiugeng")
    walk.open("/assessments/ceshi?gap=unreviewed")
    walk.check("two items wait for a review", len(walk.browser.find_elements(By.CSS_SELECTOR, "tbody tr[id]")) == 2, walk.text()[:600])
    walk.open("/assessments/ceshi/2")
    walk.put("review", "1")
    walk.follow(walk.one("#give-review form button"))
    walk.check("points taken off need a reason", "请写明理由" in walk.text(), walk.text()[:300])
    walk.put("review_note", "只有一份材料")
    walk.follow(walk.one("#give-review form button"))
    walk.check("then the review is kept with its reason", "1 · 周九庚" in walk.one(".facts").text and "只有一份材料" in walk.one("#history").text, walk.text()[:600])
    walk.open("/assessments/ceshi/1")
    walk.put("review", "2")
    walk.follow(walk.one("#give-review form button"))
    walk.shot("5-item")
    walk.check("the gaps of the item are gone", "齐备" in walk.one(".facts").text, walk.one(".facts").text)
    walk.open("/assessments/ceshi?gap=nothing")
    walk.check("and it is not among those that lack something", not walk.browser.find_elements(By.ID, "item-1") and walk.browser.find_elements(By.ID, "item-4"), walk.text()[:500])
    walk.log_out()


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href"]


def pack(walk):
    walk.log_in("zhaoliuding")
    _, headers, body = walk.fetch("/assessments/ceshi/pack.zip")
    archive = zipfile.ZipFile(io.BytesIO(body))
    names = archive.namelist()
    walk.check("the pack is a sound archive", archive.testzip() is None and headers["Content-Type"] == "application/zip", str(names))
    walk.check("with a folder of the item", any(n.startswith("2/") and n.endswith("佐证说明.txt") for n in names) and any(n.endswith("登记表.docx") for n in names), str(names))
    book = load_workbook(io.BytesIO(archive.read("index.xlsx")))
    index = [[c.value for c in row] for row in book["材料目录"].iter_rows()]
    places = [row[5] for row in index if row[5]]
    walk.check("the index says where each thing is", all(p in names or p.startswith("index.xlsx · 数据 · 第") for p in places[1:]), str(places))
    figures = [[c.value for c in row] for row in book["数据"].iter_rows()]
    line = next(r for r in figures if r[0] == "1")
    walk.check("the figure with its rule and its rows", line[1] == "书面调解件数" and int(line[8]) > 100 and len(line[9]) > 10, str(line))
    row = next(r for r in index if r[2] == "书面调解件数")
    at = int("".join(c for c in row[5].split("第")[1] if c.isdigit()))
    walk.check("and its row is where the index says", book["数据"].cell(at, 2).value == "书面调解件数", row[5])
    links = Links()
    links.feed(archive.read("index.html").decode())
    walk.check("every link of the page leads to an entry", links.found and all(urllib.parse.unquote(l) in names for l in links.found), str(links.found))
    from docx import Document
    sheet = next(n for n in names if n.endswith("登记表.docx"))
    masked = "\n".join(c.text for t in Document(io.BytesIO(archive.read(sheet))).tables for r in t.rows for c in r.cells)
    walk.check("the record is masked as the coordinator sees it", "编号" in masked and "*" in masked, masked[:400])
    walk.open("/assessments/demo-2021/progress")
    walk.check("the monthly check counts each unit", "区司法局" in walk.text() and "缺数据或佐证" in walk.text(), walk.text()[:400])
    walk.shot("6-progress")
    _, _, body = walk.fetch("/assessments/demo-2021/progress?format=xlsx")
    book = load_workbook(io.BytesIO(body))
    walk.check("and goes out as a sheet", len(book.sheetnames) == 2 and book.worksheets[0].max_row > 5, str(book.sheetnames))
    _, _, body = walk.fetch("/assessments/demo-2021/pack.zip")
    demo = zipfile.ZipFile(io.BytesIO(body))
    walk.check("the demo's pack reads back", demo.testzip() is None and len(demo.namelist()) > 8, str(demo.namelist()))
    walk.open("/assessments/demo-2021")
    walk.shot("7-edition")
    walk.log_out()


def second(walk, folder):
    walk.log_in("zhaoliuding")
    path = os.path.join(folder, "指标-新版.xlsx")
    workbook(path, SECOND)
    load(walk, "ceshi2", "测试指标（新）", path)
    walk.follow(walk.one("#confirm button.main"))
    walk.open("/assessments/compare?from=ceshi&to=ceshi2")
    text = walk.text()
    walk.check("the mapping is suggested by texts and numbers", "尚未确认" in text and walk.one("[name='item.2']").get_attribute("value") == "3", text[:600])
    path = os.path.join(folder, "对应表.xlsx")
    workbook(path, [["原序号", "新序号"], [1, 2], [2, 3], [3, None], [4, 9]])
    walk.one("[name=mapping]").send_keys(path)
    walk.follow(walk.one("form[action$='/sheet'] button"))
    walk.check("a wrong mapping says its row", "第 5 行" in walk.text() and "没有序号“9”" in walk.text(), walk.text()[:400])
    workbook(path, [["原序号", "新序号"], [1, 2], [2, 3], [3, None], [4, None]])
    walk.one("[name=mapping]").send_keys(path)
    walk.follow(walk.one("form[action$='/sheet'] button"))
    text = walk.text()
    walk.check("the mapping is set", "已由人确认" in text, text[:400])
    walk.check("two go on, two fall away, one is new", [b.text for b in walk.browser.find_elements(By.CSS_SELECTOR, ".strip b")] == ["2", "2", "1"], text[:500])
    walk.follow(walk.one("form[action$='/carry'] button"))
    walk.check("three links are carried over", "已沿用 3 项关联" in walk.text(), walk.text()[:400])
    walk.shot("8-compare")
    walk.open("/assessments/ceshi2/2")
    walk.check("figure and unit have gone along, the score has not", "书面调解件数" in walk.one("#figures").text and "凌南街道" in walk.one(".facts").text and "自评分\n—" in walk.one(".facts").text, walk.one(".facts").text)
    _, _, body = walk.fetch("/assessments/compare?from=ceshi&to=ceshi2&format=xlsx")
    sheet = load_workbook(io.BytesIO(body)).active
    walk.check("both editions go out side by side", sheet.max_row == 8, str(sheet.max_row))
    walk.browser.add_cookie({"name": "zhunsheng_language", "value": "en"})
    walk.open("/assessments/demo-2023")
    walk.check("the pages speak English", "Self-assessment" in walk.text() and "Not scored" in walk.text(), walk.text()[:300])
    walk.shot("9-english")
    walk.log_out()


def command(walk, binary, database, folder):
    path = os.path.join(folder, "指标-命令.xlsx")
    workbook(path, FIRST)
    base = [binary, "assessment", "load", path, "--name", "mingling", "--title", "命令载入", "--database", database, "--district", "jinzhou-gaoxin", "--format", "json"]
    failed = os.path.join(folder, "有错.xlsx")
    first = subprocess.run(base + ["--failed", failed], cwd=ROOT, capture_output=True, text=True)
    said = json.loads(first.stdout) if first.stdout.startswith("{") else {}
    walk.check("the command writes nothing while rows are wrong", first.returncode == 1 and said.get("revision") is None and len(said.get("failed", [])) == 3, first.stdout + first.stderr)
    walk.check("and puts them aside", os.path.exists(failed) and load_workbook(failed).active.max_row == 4)
    workbook(path, MENDED)
    second = subprocess.run(base, cwd=ROOT, capture_output=True, text=True)
    said = json.loads(second.stdout) if second.stdout.startswith("{") else {}
    walk.check("the mended one is loaded", second.returncode == 0 and said.get("revision") == 1 and said.get("items") == 4, second.stdout + second.stderr)
    listed = subprocess.run([binary, "assessment", "list", "--database", database, "--district", "jinzhou-gaoxin", "--format", "json"], cwd=ROOT, capture_output=True, text=True)
    walk.check("and listed", any(e["edition"] == "mingling" for e in json.loads(listed.stdout or "[]")), listed.stdout[:300] + listed.stderr)
    verified = subprocess.run([binary, "verify", "--database", database, "--district", "jinzhou-gaoxin"], cwd=ROOT, capture_output=True, text=True)
    walk.check("the log is whole after all this", verified.returncode == 0, verified.stdout + verified.stderr)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--database")
    arguments.add_argument("--shots")
    arguments.add_argument("--port", type=int, default=8106)
    options = arguments.parse_args()
    binary = os.path.abspath(options.binary)
    folder = tempfile.mkdtemp(prefix="zhunsheng-assessment-")
    database = os.path.join(folder, "demo.sqlite")
    if options.database:
        for end in ("", ".keys"):
            shutil.copy(options.database + end, database + end)
        made = subprocess.run([binary, "migrate", "--database", database, "--district", "jinzhou-gaoxin"], cwd=ROOT, capture_output=True, text=True)
    else:
        subprocess.run([binary, "demo", "--district", "jinzhou-gaoxin", "--database", database, "--no-serve", "--password", PASSWORD], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([binary, "serve", "--database", database, "--district", "jinzhou-gaoxin", "--port", str(options.port)], cwd=ROOT, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{options.port}"
    walk = None
    try:
        for _ in range(900):
            try:
                urllib.request.urlopen(base + "/login")
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        walk = Walk(base, options.shots)
        loading(walk, folder)
        answering(walk, folder)
        pack(walk)
        second(walk, folder)
        command(walk, binary, database, folder)
    finally:
        server.terminate()
        server.wait(20)
        if walk:
            walk.browser.quit()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{walk.passed} passed, {walk.failed} failed")
    sys.exit(1 if walk.failed else 0)


if __name__ == "__main__":
    main()
