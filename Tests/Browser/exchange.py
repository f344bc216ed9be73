#!/usr/bin/env python3
"""Goes through 对外交换 in a real browser with scripts switched off, in two districts: the workbook of each of the twelve layouts is
fetched and held against the layout's file (headings, dates, codes, how many rows the page promises), the totals of statistics forms
against the pages of figures; and each layout that comes in is sent as another system would send it, with a new row, a changed one and
wrong ones: the wrong ones come back with their reasons, the others are in the register, and sent again the file makes nothing.

Usage: exchange.py --binary .build/debug/zhunsheng [--shots DIR] [--databases DIR] [--district NAME …]
The last line says "N passed, N failed".
"""
import argparse
import base64
import csv
import datetime
import glob
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

import yaml
from openpyxl import Workbook, load_workbook
from selenium.webdriver.common.by import By

from links import Follower
from registers import free_port
from walk import PASSWORD

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
REASON = "原因与改法"

# `agency` is the unit whose clerk sends enforcement and credit rows, `school` the one whose clerk sends courses and the court's list.
DISTRICTS = {
    "jinzhou-gaoxin": {
        "year": 2021, "coordinator": "zhaoliuding", "reviewer": "zhoujiugeng", "administrator": "fengshigui",
        "clerk": "hanyijia", "agency": "区综合执法局", "foreign": "区市场监管局", "foreign_says": "不在您可以登记的范围",
        "school_clerk": "wangwubing", "school": "区司法局"},
    "yanghe": {
        "year": 2022, "coordinator": "yh-zhao", "reviewer": "yh-li", "administrator": "yh-wang",
        "clerk": "yh-qian", "agency": "城市执法局北部分局", "foreign": "外区执法局", "foreign_says": "没有“外区执法局”",
        "school_clerk": "yh-qian", "school": "依法治区办"},
}

DATES = {None: None, "yyyy-mm-dd": r"\d{4}-\d\d-\d\d", "yyyy/mm/dd": r"\d{4}/\d\d/\d\d", "yyyy.mm.dd": r"\d{4}\.\d\d\.\d\d",
         "yyyymmdd": r"\d{8}", "yyyy年m月d日": r"\d{4}年\d+月\d+日"}


def definitions():
    """The layouts and the registers that they name, as the catalogue's files say them."""
    layouts = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "exchanges", "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            one = yaml.load(file, yaml.BaseLoader)
        layouts[one["exchange"]] = one
    registers = {}
    for name in {one["rows"]["register"] for one in layouts.values() if "rows" in one}:
        path = glob.glob(os.path.join(ROOT, "registers", "*", name + ".yaml"))[0]
        with open(path, encoding="utf-8") as file:
            registers[name] = yaml.load(file, yaml.BaseLoader)
    return layouts, registers


def field_of(register, path):
    fields = register["fields"]
    for part in path.split("."):
        if part.isdigit():
            continue
        found = next(f for f in fields if f["name"] == part)
        fields = found.get("fields", [])
    return found


def labels(register, column, field):
    """What may stand in a column of codes: the first of the layout's words, else the register's label."""
    own = {c["code"]: c["label"] for c in register["codes"].get(field.get("codes"), [])}
    for code, words in (column.get("words") or {}).items():
        own[code] = words[0] if isinstance(words, list) else words
    return set(own.values())


def sheet_of(body):
    return load_workbook(io.BytesIO(body)).worksheets[0]


def rows_of(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


class Trader(Follower):
    """A browser at one district's exchanges."""

    def __init__(self, base, shots, district):
        super().__init__(base, shots)
        self.people, self.district = DISTRICTS[district], district

    def check(self, what, holds, detail=""):
        super().check(f"{self.district} {what}", holds, str(detail)[:700])

    def shot(self, name):
        """The page as wide as a desk's screen and as narrow as a phone's, which must not scroll sideways."""
        super().shot(f"{self.district}-{name}")
        if "failed" in name:
            return
        metrics = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        wide = self.browser.execute_script("return document.documentElement.scrollWidth")
        if self.shots:
            picture = self.browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
            with open(os.path.join(self.shots, f"{self.district}-{name}-390.png"), "wb") as file:
                file.write(base64.b64decode(picture["data"]))
        self.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        self.check(f"{name}: a phone's width holds it", wide <= 390, wide)

    def get(self, path):
        """Status and text of an address, refusals too."""
        try:
            status, _, body = self.fetch(path, "text/html")
        except urllib.error.HTTPError as error:
            status, body = error.code, error.read()
        return status, body

    def book(self, name, extra=""):
        return self.fetch(f"/exchange/{name}/out{extra}")[2]

    def send(self, name, path):
        self.open(f"/exchange/{name}")
        self.one("#file").send_keys(path)
        self.follow(self.one("main form[enctype] button.main"))

    def counts(self):
        """新增, 更新, 相同, 有错."""
        return [int(re.sub(r"\D", "", b.text) or "0") for b in self.browser.find_elements(By.CSS_SELECTOR, "ul.strip b")[:4]]

    def total(self, register):
        self.open(f"/registers/{register}")
        status, _, body = self.fetch(f"/registers/{register}", "application/json")
        return int(re.search(rb'"total":"?(\d+)', body).group(1))


# ---- Out

def look_around(walk, layouts):
    walk.become(walk.people["coordinator"])
    walk.open("/")
    walk.check("the menu leads the coordinator there", walk.has("nav a[href='/exchange']"))
    walk.follow(walk.one("nav a[href='/exchange']"))
    links = [urllib.parse.urlparse(a.get_attribute("href")).path for a in walk.browser.find_elements(By.CSS_SELECTOR, "main table th a")]
    walk.check("all layouts are listed", sorted(links) == sorted(f"/exchange/{name}" for name in layouts), links)
    walk.check("each with whom it goes to", all(one["system"] in walk.text() for one in layouts.values()))
    walk.shot("list")


def records_out(walk, name, layout, register):
    rows = layout["rows"]
    walk.open(f"/exchange/{name}")
    page = walk.text()
    columns = rows["columns"]
    shown = [t.text.strip() for t in walk.browser.find_elements(By.CSS_SELECTOR, "main table tbody th")]
    walk.check(f"{name}: the page names the columns in order", shown == [c["heading"] for c in columns], shown)
    walk.check(f"{name}: an unconfirmed layout says so", ("没有拿到对方的正式模板" in page) == (layout.get("confirm") == "true"))
    walk.shot(name)
    if rows["direction"] == "in":
        walk.check(f"{name}: there is nothing to fetch", not walk.has("a[href*='/out']") and walk.get(f"/exchange/{name}/out")[0] == 403)
        return
    promised = re.search(r"导出 ([\d,]+) 件", page)
    walk.check(f"{name}: the page says how many records go out", promised is not None, page[:500])
    sheet = sheet_of(walk.book(name))
    cells = rows_of(sheet)
    top = ("title" in rows) + len(rows.get("above", []))
    walk.check(f"{name}: the sheet is named as the layout says", sheet.title == rows["sheet"], sheet.title)
    walk.check(f"{name}: the headings stand in order", cells[top] == [c["heading"] for c in columns], cells[top])
    for line in range(top):
        walk.check(f"{name}: line {line + 1} above is filled in", cells[line][0] and "{" not in cells[line][0], cells[line][0])
    body = cells[top + 1:]
    if promised:
        walk.check(f"{name}: the workbook has as many rows", len(body) == int(promised[1].replace(",", "")), f"{len(body)}, {promised[0]}")
    walk.check(f"{name}: the demo has something to send", len(body) > 0)
    for index, column in enumerate(columns):
        wrong = wrong_cells(column, register, [row[index] for row in body])
        if wrong:
            walk.check(f"{name}: {column['heading']}", False, f"{len(wrong)}: {wrong[:5]}")
    walk.check(f"{name}: dates, codes and money were looked at in each column", True)
    lines = list(csv.reader(io.StringIO(walk.book(name, "?format=csv").decode("utf-8-sig"))))
    walk.check(f"{name}: the CSV has the same rows", len(lines) == len(cells), f"{len(lines)} {len(cells)}")
    walk.check(f"{name}: and the same headings", lines[top] == cells[top], lines[top])


def wrong_cells(column, register, values):
    """The cells of a column that are not as the layout says."""
    filled = [v for v in values if v not in (None, "")]
    if "constant" in column:
        return [v for v in filled if v != column["constant"]]
    if "is" in column:
        allowed = {column.get("yes", "是"), column.get("no", "否")}
        return [v for v in filled if v not in allowed]
    if "state" in column:
        return [v for v in filled if re.fullmatch(r"[a-z_]+", str(v))]
    if "field" not in column:
        return []
    field = field_of(register, column["field"])
    if field["type"] == "date":
        form = DATES[column.get("date")]
        return [v for v in filled if not (re.fullmatch(form, v) if form else isinstance(v, datetime.datetime))]
    if field["type"] in ("code", "codes"):
        known = labels(register, column, field)
        return [v for v in filled if not covered(v, known)]
    if field["type"] == "bool":
        known = set((column.get("words") or {"true": "是", "false": "否"}).values())
        return [v for v in filled if v not in known]
    if field["type"] == "money":
        return [v for v in filled if not isinstance(v, (int, float))]
    if field["type"] in ("unit", "reference"):
        return [v for v in filled if re.fullmatch(r"[A-Za-z0-9_-]+", str(v))]
    if field.get("personal") in ("name", "id_number"):
        return [v for v in filled if "*" not in str(v)]
    return []


def covered(text, known):
    """Whether a text is made of known labels, which may hold a comma of their own."""
    if not text:
        return True
    return any(text == word or (text.startswith(word + "、") and covered(text[len(word) + 1:], known)) for word in known)


def form_out(walk, name, layout):
    form, year = layout["form"], walk.people["year"]
    walk.open(f"/exchange/{name}")
    walk.shot(name)
    table = [[c.text.strip() for c in row.find_elements(By.CSS_SELECTOR, "th,td")]
             for row in walk.browser.find_elements(By.CSS_SELECTOR, "main table tr")]
    cells = rows_of(sheet_of(walk.book(name, f"?period={year}")))
    top = ("title" in form) + len(form.get("above", []))
    walk.check(f"{name}: the form opens for the demo's year", f"{year}年度" in walk.text() and f"{year}年度" in cells[1][0], cells[:2])
    walk.check(f"{name}: page and workbook have the same headings", table[0] == cells[top], f"{table[0]} {cells[top]}")
    walk.check(f"{name}: which are the layout's", [h.split("（")[0] for h in cells[top][1:]] == [c["heading"] for c in form["columns"]], cells[top])
    plain = [[re.sub(r"[,%]", "", text) for text in row] for row in table[1:]]
    theirs = [["" if c is None else f"{c:g}" if isinstance(c, float) else str(c) for c in row] for row in cells[top + 1:]]

    def number(text):
        try:
            return float(text)
        except ValueError:
            return text
    same = [[number(c) for c in row] for row in plain] == [[number(c) for c in row] for row in theirs]
    walk.check(f"{name}: and the same numbers", same, f"{plain[-1]} {theirs[-1]}")
    total = theirs[-1]
    walk.check(f"{name}: the last row is the total", total[0] == "合计", total[0])
    for column, value in zip(form["columns"], total[1:]):
        register, figure = column["figure"].split(".")
        walk.open(f"/figures/{register}/{figure}?year={year}")
        shown = walk.figure()
        walk.check(f"{name}: the total of {column['heading']} is the figure", (float(shown) if shown else "—") == number(value), f"{shown} {value}")
    for place, column in enumerate(form["columns"], 1):
        if not any(mark in table[0][place] for mark in ("%", "天")):
            parts = sum(number(row[place]) for row in plain[:-1])
            walk.check(f"{name}: its rows of {column['heading']} make the total", abs(parts - number(plain[-1][place])) < 0.005,
                       f"{parts} {plain[-1][place]}")
    quarter = f"{year}Q4"
    walk.open(f"/exchange/{name}")
    walk.follow(walk.one(f"main a[href$='period={quarter}']"))
    walk.check(f"{name}: a quarter can be chosen", "第四季度" in walk.text() and walk.browser.current_url.endswith(quarter), walk.browser.current_url)
    walk.check(f"{name}: a period that the form has not is refused with what to do",
               walk.get(f"/exchange/{name}?period={year}W7")[0] == 422, walk.get(f"/exchange/{name}?period={year}W7")[0])


# ---- In

class Sheet:
    """A file of the other system: rows by the layout's headings, under its lines above."""

    def __init__(self, layout, body=None):
        rows = layout["rows"]
        self.headings = [c["heading"] for c in rows["columns"]]
        if body:
            self.book = load_workbook(io.BytesIO(body))
            self.sheet = self.book.worksheets[0]
            self.top = ("title" in rows) + len(rows.get("above", [])) + 1
        else:
            self.book = Workbook()
            self.sheet = self.book.active
            self.sheet.append(self.headings)
            self.top = 1

    def find(self, heading, value):
        """The first row that has a value, from 1."""
        column = self.headings.index(heading) + 1
        return next(row - self.top for row in range(self.top + 1, self.sheet.max_row + 1) if self.sheet.cell(row, column).value == value)

    def row(self, row=1):
        return {h: self.sheet.cell(self.top + row, i + 1).value for i, h in enumerate(self.headings)}

    def change(self, heading, value, row=1):
        self.sheet.cell(self.top + row, self.headings.index(heading) + 1).value = value

    def add(self, values):
        self.sheet.append([values.get(h) for h in self.headings])

    def save(self, path):
        self.book.save(path)
        return path


def incoming(walk, layouts):
    """For each layout that comes in: who sends it, and what stands in its rows; `open` finds a record that may still be changed."""
    people, year = walk.people, walk.people["year"]
    agency, school, mark = people["agency"], people["school"], "试填"
    state = {h["heading"]: None for one in layouts.values() if "rows" in one for h in one["rows"]["columns"] if "state" in h or "number" in h}
    return {
        "enforcement_city_platform": dict(
            clerk=people["clerk"], own=True, title="案件名称", change=("平台案件编号", f"PT-{year}-900"),
            new={**state, "处罚决定书文号": f"{mark}罚〔{year}〕900号", "案件名称": f"擅自占用人行道案（{mark}）", "执法主体": agency, "平台案件编号": f"PT-{year}-901",
                 "案件来源": "群众举报", "适用程序": "一般程序"},
            bad=[({"案件来源": "路人看见"}, "不在代码表"), ({"处罚决定日期": f"{year}年13月5日"}, "没有 13 月"),
                 ({"执法主体": people["foreign"]}, people["foreign_says"])],
            key="处罚决定书文号", shows=[f"PT-{year}-901", "投诉举报", "普通程序"]),
        "enforcement_regional_platform": dict(
            clerk=people["clerk"], own=True, title="案由", change=("案由", f"占道堆放建材案（{mark}改）"),
            new={**state, "案件编号": f"QY-{year}-900", "案由": f"占道堆放建材案（{mark}）", "办案单位": agency, "决定文号": f"{mark}罚〔{year}〕910号",
                 "罚款（万元）": 0.35},
            bad=[({"来源": "路人看见"}, "不在代码表"), ({"立案时间": f"{year}1340"}, "13 月")],
            key="案件编号", shows=[f"QY-{year}-900", "3,500"]),
        "enforcement_regional_bodies": dict(
            clerk=people["clerk"], own=True, title="执法主体名称", change=("执法领域", "城市管理、交通运输"),
            new={**state, "执法主体名称": f"{mark}执法大队", "主体类型": "综合行政执法机关", "所属部门": agency, "执法领域": "城市管理、生态环境",
                 "申报日期": f"{year}1206"},
            bad=[({"主体类型": "执法大队"}, "不在代码表"), ({"申报日期": f"{year}0231"}, "2 月没有 31 日")],
            key="执法主体名称", shows=["综合行政执法机关", "生态环境", f"{year}-12-06"]),
        "credit_double_publicity": dict(
            clerk=people["clerk"], own=True, title="决定事由", open=("当前状态", "公示中"), change=("归集上报日期", f"{year}/12/20"),
            new={**state, "行政决定文书号": f"{mark}信〔{year}〕900号", "信息类别": "行政处罚", "行政相对人类别": "企业", "行政相对人名称": f"虚构{mark}商行",
                 "决定机关": agency, "决定事由": f"擅自设置户外广告（{mark}）", "决定日期": f"{year}/11/05", "是否公示": "公示", "公示日期": f"{year}/11/08",
                 "公示截止期": f"{year + 1}/11/07", "归集上报日期": f"{year}/11/09", "修复决定日期": None, "修复结果": None, "撤下日期": None, "撤下原因": None},
            bad=[({"信息类别": "行政奖励"}, "不在代码表"), ({"决定日期": f"{year}/02/30"}, "2 月没有 30 日")],
            key="行政决定文书号", shows=[f"虚构{mark}商行", f"{year}-11-05"]),
        "court_list": dict(
            clerk=people["school_clerk"], own=False, title="失信行为具体情形", change=("未履行金额（元）", 41000),
            first={"执行案号": f"（{year}）试0000执901号", "被执行人姓名": "试某甲", "身份证号码": None, "被执行人类型": "自然人",
                   "失信行为具体情形": f"有履行能力而拒不履行（{mark}甲）", "公布日期": f"{year}-11-03", "未履行金额（元）": 12000, "执行法院": "样例法院"},
            new={"执行案号": f"（{year}）试0000执902号", "被执行人单位名称": f"虚构{mark}贸易公司", "被执行人姓名": None, "被执行人类型": "企业法人",
                 "失信行为具体情形": f"违反财产报告制度（{mark}乙）", "公布日期": f"{year}年11月5日", "未履行金额（元）": "50,000", "执行法院": "样例法院"},
            bad=[({"被执行人类型": "合伙人家属"}, "不在代码表"), ({"公布日期": f"{year}年13月1日"}, "没有 13 月")],
            key="执行案号", shows=[f"虚构{mark}贸易公司", "法院失信被执行人", "50,000"]),
        "online_course_records": dict(
            clerk=people["school_clerk"], own=False, title="课程名称", change=("实学人数", 39),
            first={"课程名称": f"宪法课程（{mark}甲）", "参学单位": school, "开课日期": f"{year}.09.01", "结课日期": f"{year}.09.30", "课程类别": "宪法、法治思想",
                   "应学人数": 40, "实学人数": 38, "课程学时": 4, "结业人数": 36},
            new={"课程名称": f"民法典课程（{mark}乙）", "参学单位": school, "开课日期": f"{year}-10-08", "结课日期": f"{year}-10-29", "课程类别": "民法典",
                 "应学人数": 30, "实学人数": 30, "课程学时": 2.5, "结业人数": 29},
            bad=[({"课程类别": "瑜伽"}, "不在代码表"), ({"开课日期": f"{year}-02-30"}, "2 月没有 30 日")],
            key="课程名称", shows=["网络课程", "民法典", "已举办", "2.5"]),
    }


def comes_in(walk, name, layout, case, folder):
    register = layout["rows"]["register"]
    walk.become(case["clerk"])
    if case["own"]:
        body = walk.book(name)
        again = os.path.join(folder, f"{name}-same.xlsx")
        with open(again, "wb") as file:
            file.write(body)
        walk.send(name, again)
        added, updated, same, failed = walk.counts()
        walk.check(f"{name}: what went out comes back as nothing to do", added == updated == failed == 0 and same > 0 and not walk.has("form#confirm"),
                   f"{walk.counts()} {walk.text()[:700]}")
        sheet = Sheet(layout, body)
        line = sheet.find(*case["open"]) if "open" in case else 1
        base = sheet.row(line)
    else:
        sheet, base, line = Sheet(layout), case["first"], 1
        sheet.add(base)
        walk.send(name, sheet.save(os.path.join(folder, f"{name}-first.xlsx")))
        walk.check(f"{name}: a first row is new", walk.counts()[0] == 1 and walk.counts()[3] == 0, f"{walk.counts()} {walk.text()[:600]}")
        confirm(walk)
    before = walk.total(register)

    sheet.change(*case["change"], line)
    new = {**base, **case["new"]}
    sheet.add(new)
    for number, (wrong, _) in enumerate(case["bad"]):
        sheet.add({**new, case["key"]: f"{new[case['key']]}之{number + 2}", **wrong})
    path = sheet.save(os.path.join(folder, f"{name}.xlsx"))
    walk.send(name, path)
    walk.check(f"{name}: one is new, one changed, {len(case['bad'])} are wrong", [walk.counts()[i] for i in (0, 1, 3)] == [1, 1, len(case["bad"])],
               f"{walk.counts()} {walk.text()[:1500]}")
    walk.check(f"{name}: each with its reason", all(reason in walk.text() for _, reason in case["bad"]), walk.text()[:1500])
    walk.check(f"{name}: nothing is written before it is confirmed", walk.total(register) == before)
    walk.send(name, path)
    walk.shot(f"{name}-check")
    confirm(walk)
    walk.shot(f"{name}-done")
    failed = [a.get_attribute("href") for a in walk.browser.find_elements(By.TAG_NAME, "a") if (a.get_attribute("href") or "").endswith("/failed")]
    walk.check(f"{name}: the wrong rows can be fetched", len(failed) == 1, walk.text()[:500])
    if failed:
        back_again(walk, name, layout, case, walk.fetch(urllib.parse.urlparse(failed[0]).path)[2])
    walk.check(f"{name}: one record more", walk.total(register) == before + 1, f"{before} {walk.total(register)}")
    read(walk, name, register, case, new)

    walk.send(name, path)
    walk.check(f"{name}: sent again there is nothing to write", walk.counts()[:2] == [0, 0] and not walk.has("form#confirm"), walk.counts())
    walk.check(f"{name}: and nothing stands twice", walk.total(register) == before + 1)
    if case["own"]:
        sheet = Sheet(layout, walk.book(name))
        column = sheet.headings.index(case["key"]) + 1
        found = [c.value for c in sheet.sheet[sheet.sheet.cell(1, column).column_letter]]
        walk.check(f"{name}: the new one goes out with the next file", found.count(new[case["key"]]) == 1, found[-5:])


def confirm(walk):
    if walk.has("#checked"):
        walk.press(walk.one("#checked"))
    walk.follow(walk.one("form#confirm button.main"))


def back_again(walk, name, layout, case, body):
    """The file of failed rows is one of the same layout with a last column that says why."""
    rows = rows_of(sheet_of(body))
    headings = [c["heading"] for c in layout["rows"]["columns"]]
    top = next((i for i, row in enumerate(rows) if REASON in row), None)
    walk.check(f"{name}: they come back in the same layout", top is not None and rows[top] == headings + [REASON], rows[:4])
    if top is None:
        return
    wrong = rows[top + 1:]
    reasons = [str(row[-1]) for row in wrong]
    walk.check(f"{name}: only they, each with what to do",
               len(wrong) == len(case["bad"]) and all(reason in said for (_, reason), said in zip(case["bad"], reasons)), reasons)
    for (values, _), row in zip(case["bad"], wrong):
        for heading, value in values.items():
            walk.check(f"{name}: with what they had in {heading}", row[headings.index(heading)] == value, row)


def read(walk, name, register, case, new):
    """The new record in the register, by the list and on its page."""
    title = new[case["title"]]
    walk.open(f"/registers/{register}?q=" + urllib.parse.quote(re.sub(r"[（(].*", "", title)))
    links = [a for a in walk.browser.find_elements(By.CSS_SELECTOR, "table a.what") if walk.find_row(a, title)]
    if not links:
        walk.open(f"/registers/{register}?sort=-registered")
        links = [a for a in walk.browser.find_elements(By.CSS_SELECTOR, "table a.what") if walk.find_row(a, title)]
    walk.check(f"{name}: the register's list has the new one", len(links) == 1, f"{title} {walk.text()[:300]}")
    if not links:
        return
    walk.follow(links[0])
    page = walk.text()
    missing = [text for text in case["shows"] if text not in page]
    walk.check(f"{name}: its page shows what the file said", title in page and not missing, f"{missing} {page[:900]}")


def find_row(walk, link, title):
    return title in link.find_element(By.XPATH, "./ancestor::tr").text


Trader.find_row = find_row


def may_not(walk):
    """Who may look but not register, and who may neither."""
    name = "enforcement_city_platform"
    walk.become(walk.people["reviewer"])
    walk.open(f"/exchange/{name}")
    walk.check("a reviewer fetches, and is told why nothing can be sent", walk.has("a[href*='/out']") and not walk.has("#file")
               and "不能导入" in walk.text(), walk.text()[:600])
    walk.shot("reviewer")
    token = re.search(r'name="(_?form|token|formToken|[a-z_]*token)" value="([^"]+)"', walk.browser.page_source)
    edge = "----zhunsheng"
    parts = ([f'--{edge}\r\nContent-Disposition: form-data; name="{token[1]}"\r\n\r\n{token[2]}\r\n'] if token else []) + [
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n处罚决定书文号\r\n试1号\r\n\r\n--{edge}--\r\n']
    request = urllib.request.Request(f"{walk.base}/exchange/{name}", "".join(parts).encode(), {
        "Cookie": walk.cookie_header(), "Content-Type": f"multipart/form-data; boundary={edge}"})
    try:
        status, page = urllib.request.urlopen(request).status, ""
    except urllib.error.HTTPError as error:
        status, page = error.code, error.read().decode()
    walk.check("a file that he sends all the same is refused in words", status == 403 and "不在您的权限内" in page, f"{status} {page[-600:]}")
    status, page = walk.get("/exchange/court_list")
    walk.check("a layout that only comes in is not there for him", status == 404, status)
    walk.become(walk.people["administrator"])
    walk.open("/exchange")
    walk.check("an administrator is told that there is nothing for him", "没有您可以导出或者导入的交换表" in walk.text(), walk.text()[-300:])
    walk.check("and has no way to it in the menu", not walk.has("nav a[href='/exchange']"))
    status, page = walk.get(f"/exchange/{name}")
    walk.check("nor at its address, in words", status == 404 and "没有这一页" in page.decode(), f"{status} {page.decode()[-500:]}")
    walk.become(walk.people["clerk"])
    walk.open(f"/exchange/{name}")
    path = os.path.join(tempfile.gettempdir(), "别的表.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("一,二\n三,四\n")
    walk.send(name, path)
    walk.check("a file without the headings is refused on the same page", walk.has(".errors") and walk.has("#file"), walk.text()[:400])
    walk.shot("wrong-file")
    os.remove(path)


def visit(given, district, totals):
    folder = tempfile.mkdtemp(prefix="zhunsheng-exchange-")
    database = os.path.join(folder, "exchange.sqlite")
    kept = os.path.join(given.databases, district + ".sqlite") if given.databases else None
    layouts, registers = definitions()
    server = walk = None
    try:
        if kept and os.path.exists(kept):
            for end in ("", "-wal", "-shm", ".keys"):
                if os.path.exists(kept + end):
                    shutil.copy(kept + end, database + end)
        else:
            subprocess.run([given.binary, "demo", "--district", district, "--no-serve", "--database", database, "--password", PASSWORD],
                           cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        port = free_port()
        server = subprocess.Popen([given.binary, "serve", "--database", database, "--port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        base = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                urllib.request.urlopen(base + "/login").read()
                break
            except OSError:
                time.sleep(0.1)
        walk = Trader(base, given.shots, district)
        walk.failed = totals[1]
        steps = [("the list", lambda: look_around(walk, layouts))]
        for name, layout in layouts.items():
            if "form" in layout:
                steps.append((name, lambda name=name, layout=layout: form_out(walk, name, layout)))
            else:
                steps.append((name, lambda name=name, layout=layout: records_out(walk, name, layout, registers[layout["rows"]["register"]])))
        cases = incoming(walk, layouts)
        walk.check("each layout that comes in is tried", set(cases) == {n for n, o in layouts.items() if o.get("rows", {}).get("direction") in ("in", "both")})
        for name, case in cases.items():
            steps.append((name, lambda name=name, case=case: comes_in(walk, name, layouts[name], case, folder)))
        steps.append(("refusals", lambda: may_not(walk)))
        for label, take in steps:
            try:
                if "the list" != label and label != "refusals":
                    walk.become(walk.people["coordinator"])
                take()
            except Exception as error:  # a step that could not be taken is a failed check, with the page it happened on
                walk.check(f"{label} goes on: {type(error).__name__}: {str(error)[:300]}", False, walk.browser.current_url)
        totals[0] += walk.passed
        totals[1] = walk.failed
    finally:
        if walk:
            walk.browser.quit()
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    arguments.add_argument("--databases", help="a folder with demos made before, NAME.sqlite with its keys; they are copied")
    arguments.add_argument("--district", nargs="*", help="only these districts")
    given = arguments.parse_args()
    given.binary = os.path.abspath(given.binary)
    totals = [0, 0]
    for district in DISTRICTS:
        if not given.district or district in given.district:
            visit(given, district, totals)
    print(f"{totals[0]} passed, {totals[1]} failed")
    sys.exit(1 if totals[1] or not totals[0] else 0)


if __name__ == "__main__":
    main()
