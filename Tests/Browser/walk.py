#!/usr/bin/env python3
"""Walks the demo in a real browser with scripts switched off: a dispute of December 2021 is entered late, accepted and agreed in
writing; 189 becomes 190 on the figure page, in the rows behind it and in the downloaded DOCX, which LibreOffice renders.

Usage: walk.py --binary .build/debug/zhunsheng [--shots DIR]
The last line says "N passed, N failed".
"""
import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from docx import Document
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

PASSWORD = "Lutai-Yanxi-2291"
YEAR = 2021


class Walk:
    def __init__(self, base, shots):
        self.base, self.shots = base, shots
        self.passed, self.failed = 0, 0
        options = Options()
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1280,1400", "--force-prefers-reduced-motion", "--lang=zh-CN"):
            options.add_argument(flag)
        # Everything must work without script.
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
        self.browser = webdriver.Chrome(service=Service(shutil.which("chromedriver") or "/usr/bin/chromedriver"), options=options)
        self.browser.implicitly_wait(0)

    def check(self, what, holds, detail=""):
        if holds:
            self.passed += 1
            print(f"ok    {what}")
        else:
            self.failed += 1
            print(f"FAIL  {what}  {detail}")
            self.shot(f"failed-{self.failed}")

    def shot(self, name):
        if not self.shots:
            return
        os.makedirs(self.shots, exist_ok=True)
        height = self.browser.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["height"]
        self.browser.set_window_size(1280, min(int(height) + 140, 6000))
        self.browser.save_screenshot(os.path.join(self.shots, name + ".png"))
        self.browser.set_window_size(1280, 1400)

    def open(self, path):
        self.browser.get(self.base + path)

    def text(self):
        return self.browser.find_element(By.TAG_NAME, "body").text

    def one(self, css):
        return self.browser.find_element(By.CSS_SELECTOR, css)

    def log_in(self, login):
        self.open("/login")
        self.one("#account").clear()
        self.one("#account").send_keys(login)
        self.one("#password").send_keys(PASSWORD)
        self.follow(self.one("form[method=post] button.main"))

    def log_out(self):
        self.browser.delete_all_cookies()

    def follow(self, element):
        """Presses what leads to another page and waits until that page is there."""
        before = self.browser.find_element(By.TAG_NAME, "html")
        self.press(element)
        for _ in range(300):
            try:
                before.is_enabled()
            except WebDriverException:
                break
            time.sleep(0.05)
        for _ in range(300):
            if self.browser.execute_script("return document.readyState") == "complete":
                return
            time.sleep(0.05)

    def press(self, element):
        """Clicks in the middle of the window, clear of bars that stick to its edges."""
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def put(self, key, value):
        """Fills a control by its key, whatever kind it is."""
        found = self.browser.find_elements(By.NAME, key)
        if not found:
            raise AssertionError(f"no control {key} on {self.browser.current_url}")
        control = found[0]
        kind = control.get_attribute("type")
        if control.tag_name == "select":
            chooser = Select(control)
            for option in chooser.options:
                if value in (option.text.strip(), option.get_attribute("value")):
                    return chooser.select_by_value(option.get_attribute("value"))
            for option in chooser.options:
                if value in option.text:
                    return chooser.select_by_value(option.get_attribute("value"))
            raise AssertionError(f"no option {value} in {key}: {[o.text for o in chooser.options][:20]}")
        if kind in ("radio", "checkbox"):
            for option in found:
                label = option.find_element(By.XPATH, "./..").text.strip()
                if value in (option.get_attribute("value"), label) or value in label:
                    if not option.is_selected():
                        self.press(option)
                    return
            raise AssertionError(f"no choice {value} in {key}")
        control.clear()
        control.send_keys(value)

    def submit(self):
        self.follow(self.one("main form[method=post] .foot-acts button.main"))

    def cookie_header(self):
        return "; ".join(f"{c['name']}={c['value']}" for c in self.browser.get_cookies())

    def fetch(self, path, accept="*/*"):
        request = urllib.request.Request(self.base + path, headers={"Cookie": self.cookie_header(), "Accept": accept})
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()

    def figure(self):
        """The one value of a figure page."""
        return re.sub(r"[^\d.]", "", self.one(".figure .value").text)


def clerk_enters_late(walk):
    walk.log_in("sunbaji")
    walk.check("a clerk logs in and sees the desk", "工作台" in walk.text(), walk.browser.current_url)
    walk.shot("desk")
    walk.open(f"/figures/mediation_case/written_agreements?year={YEAR}")
    walk.check("189 written agreements before", walk.figure() == "189", walk.text()[:200])

    walk.open("/registers/mediation_case/new")
    walk.put("registered_on", "2021年12月6日")
    walk.put("title", "补录：阳台漏水损害赔偿纠纷")
    walk.submit()
    page = walk.text()
    walk.check("an incomplete form says what is missing, in a summary", len(walk.browser.find_elements(By.CSS_SELECTOR, ".errors li")) >= 3, page[:300])
    walk.check("and keeps what was typed", walk.one("[name=title]").get_attribute("value") == "补录：阳台漏水损害赔偿纠纷")
    walk.check("its title begins with 错误", walk.browser.title.startswith("错误"), walk.browser.title)
    walk.shot("form-errors")
    walk.put("committee", "西二社区人民调解委员会")
    walk.put("town", "凌南街道")
    walk.put("source", "当事人申请")
    walk.put("dispute_type", "损害赔偿纠纷")
    walk.put("facts", "楼上阳台渗水，要求修复并赔偿。")
    for index, (name, side) in enumerate((("张三甲", "申请人"), ("李某乙", "被申请人"))):
        if not walk.browser.find_elements(By.NAME, f"parties.{index}.name"):
            walk.follow(walk.one("button[value=parties]"))
        walk.put(f"parties.{index}.side", side)
        walk.put(f"parties.{index}.name", name)
    walk.put("parties.0.phone", "10000000011")
    walk.submit()
    walk.check("a late entry of December 2021 is registered", "/registers/mediation_case/" in walk.browser.current_url and not walk.browser.current_url.endswith("/new"), walk.text()[:400])
    walk.check("it has a number of 2021", "锦高民调〔2021〕" in walk.text())
    record = walk.browser.current_url.split("?")[0][len(walk.base):]

    walk.open(record + "/move/accept")
    walk.put("accepted_on", "2021-12-07")
    walk.put("mediators", first_choice(walk, "mediators"))
    walk.submit()
    walk.check("accepted: the one-month clock runs", "2022-01-07" in walk.text(), walk.text()[:500])
    walk.open(record + "/move/agree")
    walk.put("agreement_form", "调解协议书")
    walk.put("agreement_effective_on", "2021-12-20")
    walk.put("agreement_text", "楼上于一个月内修复，并赔偿三千元。")
    walk.submit()
    walk.check("agreed in writing", "达成协议" in walk.text(), walk.text()[:500])
    walk.shot("record")

    walk.open(f"/figures/mediation_case/written_agreements?year={YEAR}")
    walk.check("190 written agreements after", walk.figure() == "190", walk.figure())
    walk.shot("figure")
    walk.open(f"/figures/mediation_case/written_agreements/rows?year={YEAR}")
    walk.check("the page of rows says 190", "190" in walk.text(), walk.text()[:300])
    rows = 0
    while True:
        rows += len(walk.browser.find_elements(By.CSS_SELECTOR, "table tbody tr"))
        following = [a for a in walk.browser.find_elements(By.CSS_SELECTOR, ".pager a") if a.text.strip() == "下一页"]
        if not following:
            break
        walk.follow(following[0])
    walk.check("and shows exactly 190 records", rows == 190, str(rows))
    return record


def first_choice(walk, key):
    found = walk.browser.find_elements(By.NAME, key)
    if found and found[0].get_attribute("type") == "checkbox":
        return found[0].get_attribute("value")
    if found and found[0].tag_name == "select":
        return [o for o in Select(found[0]).options if o.get_attribute("value")][0].text
    listed = walk.browser.find_elements(By.CSS_SELECTOR, f"#{key}-list option")
    return listed[0].get_attribute("value")


def coordinator_reports(walk, folder):
    walk.log_out()
    walk.log_in("zhaoliuding")
    walk.open(f"/reports/{YEAR}")
    walk.check("the report room shows 190", "190" in walk.text(), walk.text()[:300])
    walk.shot("report")
    status, headers, body = walk.fetch(f"/reports/{YEAR}/annual.docx")
    path = os.path.join(folder, "annual.docx")
    with open(path, "wb") as file:
        file.write(body)
    words = "\n".join(p.text for p in Document(path).paragraphs)
    walk.check("the DOCX says 书面190件", status == 200 and "书面190件" in words, words[:200])
    walk.check("and 527 agreements in all", "527件" in words)
    tables = "\n".join(cell.text for table in Document(path).tables for row in table.rows for cell in row.cells)
    walk.check("its appendix lists the figure with its rule", "书面调解件数" in tables and "190" in tables, tables[:200])
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, path], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    pdf = subprocess.run(["pdftotext", "-layout", os.path.join(folder, "annual.pdf"), "-"], check=True, capture_output=True, text=True).stdout
    walk.check("LibreOffice renders it with 190", "190" in pdf.replace(" ", ""), pdf[:200])
    if walk.shots:
        subprocess.run(["pdftoppm", "-r", "60", "-png", os.path.join(folder, "annual.pdf"), os.path.join(walk.shots, "annual")], check=True)


def others_look(walk, record):
    walk.log_out()
    walk.log_in("zhoujiugeng")
    walk.open(record)
    page = walk.text()
    walk.check("a reviewer sees the case with names masked", "张三甲" not in page and "张" in page, page[:300])
    walk.check("and no phone number", "10000000011" not in walk.browser.page_source)
    walk.log_out()
    walk.log_in("tiaojie-dongyi")
    walk.open(record)
    walk.check("a mediator of another community does not find it", "张三甲" not in walk.text() and "阳台漏水" not in walk.text())
    walk.log_out()
    walk.log_in("wangwubing")
    walk.open("/registers/reconsideration_case?q=" + urllib.parse.quote("市场监督"))
    walk.check("two-character Chinese words are found", "市场监督" in walk.text(), walk.text()[:200])
    links = walk.browser.find_elements(By.CSS_SELECTOR, "table a.what")
    if links:
        walk.follow(links[0])
    walk.check("the clock of a suspended case is explained", "2022-02-07" in walk.text(), walk.text()[:500])
    walk.shot("reconsideration")
    walk.open("/registers/mediation_case?clock=overdue")
    walk.shot("list")
    walk.log_out()
    walk.log_in("zhaoliuding")
    walk.open("/registers/mediation_case")
    walk.shot("list")
    walk.open("/figures?year=2021")
    walk.shot("figures")
    english = [a for a in walk.browser.find_elements(By.CSS_SELECTOR, "a[hreflang=en], button[lang=en]")]
    walk.check("there is a way to English", len(english) > 0)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-walk-")
    database = os.path.join(folder, "walk.sqlite")
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
        record = clerk_enters_late(walk)
        coordinator_reports(walk, folder)
        others_look(walk, record)
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
