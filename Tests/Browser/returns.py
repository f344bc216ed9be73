#!/usr/bin/env python3
"""Uses monthly returns in a real browser as units and the receiving office would, with scripts switched off: a month that is submitted
late, sent back, submitted again, approved and locked; an exception, a zero report; the totals of a month and the workbooks.

Usage: returns.py --binary .build/debug/zhunsheng [--shots DIR] [--database FILE] [--port N]
The last line says "N passed, N failed".
"""
import argparse
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

import openpyxl
from selenium.webdriver.common.by import By

from registers import Counter, free_port
from walk import PASSWORD

LATE = "/returns/governance_monthly/2021-06/shichangju"
DISPUTES = "/returns/dispute_monthly"
GOVERNANCE = "/returns/governance_monthly"
MONTH = "2021-12"
UNIT, PERSON = "beisi", "tiaojie-beisi"
OFFICE = "zhaoliuding"


def press(walk, act, form="main"):
    walk.follow(walk.one(f"{form} button[name='act'][value='{act}']:not(.vh)"))


def column(walk, head):
    """The cells of one column of the sheet, by their label."""
    return [cell.text.strip() for cell in walk.browser.find_elements(By.CSS_SELECTOR, f"main td[data-label='{head}']")]


def number(text):
    found = re.match(r"-?[\d,]+(\.\d+)?", text.strip())
    return float(found.group(0).replace(",", "")) if found else None


def post(walk, path, form):
    """Sends a form past the browser, as an open page of another window would."""
    body = urllib.parse.urlencode(form).encode()
    request = urllib.request.Request(walk.base + path, data=body, headers={"Cookie": walk.cookie_header()})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode()


def hidden(walk, name):
    return walk.one(f"main form input[name='{name}']").get_attribute("value")


def life(walk):
    sheet = f"{DISPUTES}/{MONTH}/{UNIT}"
    walk.become(PERSON)
    walk.open("/")
    block = walk.one("#returns")
    walk.check("the desk shows what is still owed", "2021 年 12 月" in block.text and "未报送" in block.text, block.text)
    walk.shot("returns-1-desk")
    walk.open(sheet)
    walk.check("the sheet says that its day is past", "未报送" in walk.one(".page-head").text and "2022-01-05" in walk.text(), walk.text()[:300])
    walk.shot("returns-2-sheet")
    walk.put("entered.publicity", "三十")
    walk.put("remark.publicity", "入户两轮")
    press(walk, "submit")
    walk.check("a number that is none is told at its item", walk.browser.title.startswith("错误") and "请只填数字" in walk.one("#publicity").text)
    walk.check("what was typed is kept", walk.value("entered.publicity") == "三十" and walk.value("remark.publicity") == "入户两轮")
    walk.shot("returns-3-mistake")
    walk.put("entered.publicity", "30")
    for area in walk.browser.find_elements(By.CSS_SELECTOR, "input[name='remark.high_risk']"):
        area.clear()
        area.send_keys("已落实专人跟踪")
    press(walk, "submit")
    walk.check("submitted after its day it is late", "逾期" in walk.one(".page-head").text and "已报送" in walk.one(".page-head").text, walk.text()[:300])

    walk.become(OFFICE)
    walk.open("/")
    walk.check("it waits on the desk of the receiving office", "北四社区" in walk.one("#returns").text, walk.one("#returns").text[:300])
    walk.open(sheet)
    press(walk, "send_back")
    walk.check("sending back without a reason is refused", "请写明理由" in walk.text())
    walk.put("reason", "入户数与走访次数对不上")
    press(walk, "send_back")
    walk.check("sent back with a reason", "已退回" in walk.one(".page-head").text, walk.text()[:300])

    walk.become(PERSON)
    walk.open(sheet)
    walk.check("the unit reads the reason", "入户数与走访次数对不上" in walk.one("main .note.overdue").text)
    walk.shot("returns-4-sent-back")
    walk.put("entered.publicity", "32")
    press(walk, "submit")
    walk.check("submitted again, late as before", "逾期" in walk.one(".page-head").text, walk.text()[:200])

    walk.become(OFFICE)
    walk.open(sheet)
    press(walk, "approve")
    walk.check("approved", "已审核" in walk.one(".page-head").text, walk.text()[:200])

    walk.become(PERSON)
    walk.open(sheet)
    stale = {"form_token": hidden(walk, "form_token"), "revision": hidden(walk, "revision"), "act": "submit", "entered.publicity": "40"}
    walk.become(OFFICE)
    walk.open(f"{DISPUTES}/{MONTH}")
    walk.put("reason", "十二月数字已上报")
    walk.follow(walk.one("#lock button:not(.vh)"))
    walk.check("the month is locked, with its reason", "十二月数字已上报" in walk.text(), walk.text()[:300])
    walk.become(PERSON)
    status, page = post(walk, sheet, stale)
    walk.check("whoever tries to change it is told the reason", status == 409 and "十二月数字已上报" in page, f"{status}")
    walk.open(sheet)
    walk.check("and meets it on the sheet, which has no form any more",
               "十二月数字已上报" in walk.text() and not walk.has("button[value='submit']"), walk.text()[:300])
    walk.check("the history names each step", all(word in walk.one("#history").text for word in ("报送", "退回", "审核通过", "锁定")),
               walk.one("#history").text)
    walk.shot("returns-5-locked")
    walk.become(OFFICE)
    walk.open(f"{DISPUTES}/{MONTH}")
    walk.put("reason", "补一份迟到的")
    walk.follow(walk.one("#lock button:not(.vh)"))
    walk.open(sheet)
    walk.check("unlocked it stands approved as before", "已审核" in walk.one(".page-head").text and "已锁定" not in walk.one(".page-head").text)


def exception(walk):
    walk.become(OFFICE)
    page = f"{DISPUTES}?year=2022"
    walk.open(page)
    walk.put("unit", "近十二社区")
    walk.put("from", "一月")
    walk.put("until", "2022-03")
    # Each exception above has a field for the reason of taking it back.
    walk.one("#exceptions form.form input[name='reason']").send_keys("社区合并，业务移交")
    walk.follow(walk.one("#exceptions form.form button.btn"))
    walk.check("a month that is none is told, and the rest kept",
               "写成 2021-03 的样子" in walk.text() and walk.one("#exceptions form.form input[name='reason']").get_attribute("value") == "社区合并，业务移交", walk.text()[:300])
    walk.put("from", "2022-01")
    walk.follow(walk.one("#exceptions form.form button.btn"))
    walk.check("the exception stands with its expiry", "2022-01 至 2022-03" in walk.one("#exceptions").text, walk.one("#exceptions").text)
    walk.become("tiaojie-jinshier")
    walk.open(f"{DISPUTES}/2022-01/jinshier")
    walk.check("the unit owes nothing and reads why", "社区合并" in walk.text() and not walk.has("button[value='submit']"), walk.text()[:300])
    walk.open(f"{DISPUTES}?year=2022")
    walk.check("after the expiry it is owed again", "免报" in walk.text() and "未到报送期" in walk.text(), walk.text()[:600])


def zero(walk):
    for person, unit in (("hewugeng", "ziranju"), ("kongjiuzi", "renshiju"), ("shiqiren", "weijianju"), ("youwuwu", "jiaoyuju")):
        for month in ("2021-12", "2021-11"):
            walk.become(person)
            sheet = f"{GOVERNANCE}/{month}/{unit}"
            walk.open(sheet)
            counted = [number(text) for text in column(walk, "计数")]
            if any(counted) or "零报告" in walk.one(".page-head").text or not walk.has("button[value='submit']"):
                continue
            for field in walk.browser.find_elements(By.CSS_SELECTOR, "input[name^='entered.']"):
                field.clear()
                field.send_keys("0")
            press(walk, "submit")
            walk.check("zeros that nobody declares are refused", "本月无此类事项" in walk.one("#errors").text, walk.text()[:300])
            walk.shot("returns-6-zero-refused")
            walk.put("zero", "1")
            press(walk, "submit")
            walk.check("declared they are a zero report, signed", "零报告" in walk.one(".page-head").text and "零报告签报" in walk.text(), walk.text()[:300])
            walk.become(OFFICE)
            walk.open(f"{GOVERNANCE}/{month}?show=zero")
            walk.check("it stands in the list of zero reports", walk.has(f"#list a[href$='/{unit}']"), walk.one("#list").text)
            return
    walk.check("a unit with nothing to report is found", False)


def totals(walk):
    walk.become(OFFICE)
    for base, month in ((DISPUTES, "2021-06"), (GOVERNANCE, "2021-05")):
        walk.open(f"{base}/{month}")
        table = walk.one("main .scroll table")
        rows = [[cell.text for cell in row.find_elements(By.CSS_SELECTOR, "td.num")] for row in table.find_elements(By.CSS_SELECTOR, "tbody tr")]
        foot = [cell.text for cell in table.find_elements(By.CSS_SELECTOR, "tfoot td.num")]
        sums = [sum(number(row[place]) or 0 for row in rows) for place in range(len(foot))]
        walk.check(f"{base} {month}: the totals add up", sums == [number(text) for text in foot], f"{sums} {foot}")
        marked = [sum(number(row[place]) or 0 for row in rows if "填报" in row[place]) for place in range(len(foot))]
        said = [number(text.split("填报")[1]) if "填报" in text else 0 for text in foot]
        walk.check(f"{base} {month}: and say how much of them is only entered", marked == said and sum(said) > 0, f"{marked} {said}")
        walk.shot("returns-7-" + base.split("/")[-1])
        status, headers, body = walk.fetch(f"{base}/{month}?format=xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(body)).active
        lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
        total = next(line for line in lines if line[0] == "合计")
        entered = next(line for line in lines if line[0] == "其中仅有填报")
        walk.check(f"{base} {month}: the workbook gives the same totals", [float(v) for v in total[3:3 + len(sums)]] == sums, f"{total} {sums}")
        walk.check(f"{base} {month}: and the same entered part", [float(v) for v in entered[3:3 + len(sums)]] == said, f"{entered} {said}")
        head = next(index for index, line in enumerate(lines) if line[0] == "单位" or line[0] == "报送单位")
        walk.check(f"{base} {month}: with a row for each unit", lines.index(total) - head - 1 == len(rows), f"{lines.index(total)} {head} {len(rows)}")
    status, headers, body = walk.fetch(f"{DISPUTES}?year=2021&unit=dongyi&format=xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(body)).active
    months = [row[0].value for row in sheet.iter_rows() if str(row[0].value or "").startswith("2021 年")]
    walk.check("a unit's year has its twelve months", len(months) == 12, f"{months}")


def look(walk):
    walk.become(OFFICE)
    walk.open("/returns")
    text = walk.text()
    states = ("已报送", "已审核", "已退回", "未报送", "免报", "零报告", "逾期", "已锁定")
    walk.check("the demo shows nearly every state", all(state in text for state in states), [s for s in states if s not in text])
    walk.check("the menu leads here", walk.has("nav a[href='/returns']"))
    walk.shot("returns-8-board")
    for name in ("submitted", "on_time", "late", "missing", "zero", "excepted", "returned"):
        walk.open(f"{DISPUTES}?year=2021&show={name}")
        strip = next(link for link in walk.browser.find_elements(By.CSS_SELECTOR, ".strip a") if f"show={name}" in link.get_attribute("href"))
        listed = len(walk.browser.find_elements(By.CSS_SELECTOR, "#list tbody tr"))
        walk.check(f"the number {name} has its list", number(strip.text) == listed, f"{strip.text} {listed}")
    walk.shot("returns-9-year")
    wide = walk.browser.execute_script("return [...document.querySelectorAll('.scroll')].map(e => e.scrollWidth - e.clientWidth)")
    walk.check("the board of twelve months fits into 1280 pixels", wide and max(wide) <= 0, str(wide))
    walk.open(LATE)
    walk.check("what came after the lock stands beside the locked number", "已锁定" in walk.text() and re.search(r"现在 \d", walk.text()), walk.text()[:600])
    walk.shot("returns-12-now")
    walk.become(PERSON)
    status, _ = post(walk, f"{DISPUTES}/{MONTH}/dongyi", {"act": "submit"})
    walk.check("another unit's sheet is not there", status in (403, 404), f"{status}")
    walk.open("/returns")
    walk.check("a unit sees its own sheets only", "北四社区" in walk.text() and "东一社区" not in walk.text())
    walk.shot("returns-10-own")
    walk.open("/preferences?language=en")
    walk.browser.add_cookie({"name": "zhunsheng_language", "value": "en"})
    walk.open(f"{DISPUTES}/{MONTH}/{UNIT}")
    walk.check("with the units of measure", "户次" not in walk.text() and "household visits" in walk.text(), walk.text()[:600])
    walk.check("the sheet speaks English", "Monthly return of disputes" in walk.text() and "Counted" in walk.text(), walk.text()[:300])
    walk.shot("returns-11-english")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    arguments.add_argument("--database", help="a demo that is there already, made with the walk's password; it is written to")
    arguments.add_argument("--port", type=int, help="a server that runs already")
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-returns-")
    database = given.database or os.path.join(folder, "returns.sqlite")
    port = given.port or free_port()
    server = walk = None
    try:
        if not given.port:
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
        for take in (life, exception, zero, totals, look):
            try:
                take(walk)
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
