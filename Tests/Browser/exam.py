#!/usr/bin/env python3
"""Sits an exam of the demo district in a real browser: answers are given, the connection is cut in the middle, the page is loaded anew,
the server is stopped and started again, a second window goes on with the same paper, the paper is handed in and marked, the
results are counted, and the figure has them. Then a person without an account comes in by a code, with scripts switched off.

Usage: exam.py --binary .build/debug/zhunsheng --database FILE [--shots DIR] [--port N]
The database is a demo's (`zhunsheng demo --no-serve --database FILE`); its copy is used. The last line says "N passed, N failed".
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
import urllib.request
import zipfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PASSWORD = "Lutai-Yanxi-2291"
EXAM = "2022年春季学法用法考试（演示）"
QUIZ = "宪法和程序法随手答（演示）"


class Exam:
    def __init__(self, arguments):
        self.arguments = arguments
        self.passed = 0
        self.failed = 0
        self.folder = tempfile.mkdtemp()
        self.database = os.path.join(self.folder, "exam.sqlite")
        for end in ("", ".keys", ".key"):
            if os.path.exists(arguments.database + end):
                shutil.copy(arguments.database + end, self.database + end)
        self.base = f"http://127.0.0.1:{arguments.port}"
        self.server = None
        self.password = arguments.password
        self.shot_count = 0

    def check(self, name, holds, more=""):
        if holds:
            self.passed += 1
            print(f"  ok    {name}")
        else:
            self.failed += 1
            print(f"  FAIL  {name} {more}")

    def start(self):
        self.server = subprocess.Popen(
            [self.arguments.binary, "serve", "--database", self.database, "--port", str(self.arguments.port)]
            + self.arguments.serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(900):
            try:
                urllib.request.urlopen(self.base + "/login", timeout=2).read()
                return
            except OSError:
                time.sleep(0.2)
        raise SystemExit("the server does not answer")

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait(30)
            self.server = None

    def browser(self, scripts=True):
        options = Options()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000", "--lang=zh-CN", "--force-prefers-reduced-motion"):
            options.add_argument(argument)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.binary_location = "/usr/bin/chromium"
        driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        driver.set_page_load_timeout(60)
        return driver

    def shot(self, driver, name):
        if not self.arguments.shots:
            return
        os.makedirs(self.arguments.shots, exist_ok=True)
        self.shot_count += 1
        driver.save_screenshot(os.path.join(self.arguments.shots, f"exam-{self.shot_count:02d}-{name}.png"))

    def log_in(self, driver, login):
        driver.get(self.base + "/login")
        driver.find_element(By.NAME, "account").send_keys(login)
        driver.find_element(By.NAME, "password").send_keys(self.password)
        driver.find_element(By.CSS_SELECTOR, "main form button").click()
        self.wait(driver, lambda d: "/login" not in d.current_url, 60)

    @staticmethod
    def text(driver):
        return driver.find_element(By.TAG_NAME, "body").text

    def wait(self, driver, what, seconds=20):
        try:
            WebDriverWait(driver, seconds, poll_frequency=0.1).until(what)
            return True
        except Exception:
            return False

    def saved(self, driver, text="已保存", seconds=20):
        return self.wait(driver, lambda d: d.find_element(By.ID, "saved").text == text, seconds)

    def choose(self, driver, item, place):
        box = driver.find_elements(By.CSS_SELECTOR, f"#q{item} label.choice")[place]
        driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", box)
        box.click()

    @staticmethod
    def chosen(driver, item):
        boxes = driver.find_elements(By.CSS_SELECTOR, f"#q{item} input[name='a.{item}']")
        return [place for place, box in enumerate(boxes) if box.is_selected()]

    @staticmethod
    def cut(driver, offline):
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})

    def open_exam(self, driver, title):
        driver.get(self.base + "/exams")
        row = next(row for row in driver.find_elements(By.CSS_SELECTOR, "main table tr") if title in row.text)
        row.find_element(By.CSS_SELECTOR, "a.btn").click()
        self.wait(driver, lambda d: not d.current_url.endswith("/exams"), 60)

    # ---- an account with scripts, and a connection that is cut

    def sit(self):
        driver = self.browser()
        self.log_in(driver, "jiangyibing")
        driver.get(self.base + "/exams")
        self.shot(driver, "list")
        self.check("the exam that is open is offered", EXAM in self.text(driver) and "开始答题" in self.text(driver))
        self.open_exam(driver, EXAM)
        self.shot(driver, "rules")
        self.check("the rules say how long, how many and who closes", all(
            word in self.text(driver) for word in ("40 分钟", "60 分", "时间以服务器为准", "可考次数")))
        driver.find_element(By.CSS_SELECTOR, "main form button").click()
        self.wait(driver, lambda d: d.find_elements(By.ID, "paper"), 60)
        paper = driver.current_url
        self.check("a paper of twenty questions", len(driver.find_elements(By.CSS_SELECTOR, "fieldset.question")) == 20)
        self.check("the time left runs", self.wait(
            driver, lambda d: re.match(r"(39|40):\d\d$", d.find_element(By.ID, "remaining").text)),
            driver.find_element(By.ID, "remaining").text)
        for item in range(1, 6):
            self.choose(driver, item, 1)
        self.check("five answers are saved", self.saved(driver) and "已答 5 题" in self.text(driver), self.text(driver)[-200:])
        self.shot(driver, "paper")

        self.cut(driver, True)
        for item in range(6, 10):
            self.choose(driver, item, 0)
        self.check("without a connection the page says so", self.saved(driver, "没有连接，答案留在本机，联网后自动补送"))
        self.shot(driver, "offline")
        driver.find_element(By.CSS_SELECTOR, "#paper button[name=submit]").click()
        self.wait(driver, lambda d: "还不能交卷" in d.find_element(By.ID, "saved").text, 3)
        time.sleep(1)
        self.check("and does not hand in", len(driver.find_elements(By.CSS_SELECTOR, "fieldset.question")) == 20)
        self.cut(driver, False)
        self.check("with the connection the answers go out by themselves", self.saved(driver, seconds=40))
        driver.get(paper)
        self.check("loaded anew, all nine are there", [self.chosen(driver, n) for n in range(1, 10)] == [[1]] * 5 + [[0]] * 4,
                   str([self.chosen(driver, n) for n in range(1, 10)]))

        # The machine itself goes away, the window is closed, and the answers come from the browser's store.
        self.stop()
        for item in range(10, 13):
            self.choose(driver, item, 1)
        self.check("without a server the page says so", self.saved(driver, "没有连接，答案留在本机，联网后自动补送", 30))
        driver.execute_script("window.name = 'left'")
        self.start()
        driver.get(paper)
        self.check("after a restart the unsent answers stand on the page and are sent",
                   self.saved(driver, seconds=40) and [self.chosen(driver, n) for n in (10, 11, 12)] == [[1]] * 3,
                   str([self.chosen(driver, n) for n in (10, 11, 12)]))
        driver.switch_to.new_window("tab")
        self.open_exam(driver, EXAM)
        self.check("a second window goes on with the same paper", driver.current_url.split("?")[0] == paper
                   and self.chosen(driver, 12) == [1], driver.current_url)
        for item in range(13, 21):
            self.choose(driver, item, 0)
        self.check("twenty answered", self.saved(driver) and "已答 20 题" in self.text(driver))
        driver.find_element(By.CSS_SELECTOR, "#paper button[name=submit]").click()
        self.check("handed in and marked", self.wait(driver, lambda d: "满分 100 分" in self.text(d)), self.text(driver)[:400])
        self.check("right answers are not shown while others sit", "正确答案" not in self.text(driver))
        self.shot(driver, "result")
        score = int(re.search(r"(\d+) 分，满分 100 分", self.text(driver)).group(1))
        driver.switch_to.window(driver.window_handles[0])
        self.choose(driver, 1, 0)
        self.check("the first window is told that it is over", self.wait(driver, lambda d: "满分 100 分" in self.text(d)), self.text(driver)[-300:])
        errors = [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE" and "Content Security" in entry["message"]]
        self.check("the content policy holds", not errors, str(errors)[:300])

        # A quiz shows its answers at once.
        self.open_exam(driver, QUIZ)
        driver.find_element(By.CSS_SELECTOR, "main form button").click()
        self.wait(driver, lambda d: d.find_elements(By.ID, "paper"), 60)
        for item in range(1, 11):
            self.choose(driver, item, 0)
        self.saved(driver)
        driver.find_element(By.CSS_SELECTOR, "#paper button[name=submit]").click()
        self.check("a quiz shows right answers and reasons", self.wait(driver, lambda d: "第一" in self.text(d) or "依据：" in self.text(d)))
        self.shot(driver, "quiz")
        driver.quit()
        return score

    # ---- whoever runs it

    def run(self, score):
        driver = self.browser()
        self.log_in(driver, "wangwubing")
        driver.get(self.base + "/exams")
        self.shot(driver, "run-list")
        driver.find_element(By.LINK_TEXT, EXAM).click()
        self.wait(driver, lambda d: d.find_elements(By.ID, "organise"), 60)
        self.check("progress shows whoever sat", "1/" in self.text(driver) and str(score) in self.text(driver))
        driver.find_element(By.XPATH, "//button[contains(., '统计结果并写入台账')]").click()
        self.wait(driver, lambda d: "done=count" in d.current_url, 60)
        self.check("the results are in the register", "结果已写入台账" in self.text(driver), self.text(driver)[:300])
        self.shot(driver, "run")
        record = driver.find_element(By.LINK_TEXT, "台账记录").get_attribute("href")
        driver.get(record)
        self.check("the record has the unit's row", "区应急局" in self.text(driver))
        self.shot(driver, "record")
        driver.get(self.base + "/figures/exam/sat_persons?year=2022")
        self.check("the figure counts the sitting", "1" in driver.find_element(By.TAG_NAME, "main").text
                   and "实考人数" in self.text(driver), driver.current_url)
        self.shot(driver, "figure")
        driver.get(self.base + "/exams")
        driver.find_element(By.PARTIAL_LINK_TEXT, "2021年国家工作人员学法统一考试").click()
        self.check("the finished exam has twenty-six units", len(
            driver.find_elements(By.CSS_SELECTOR, "section[aria-labelledby=by-unit] tbody tr")) == 26)
        self.shot(driver, "finished")
        driver.get(self.base + "/exams/banks")
        self.shot(driver, "banks")
        self.check("the bank has sixty questions", "行政程序法题库（演示）" in self.text(driver) and "60" in self.text(driver))

        # Codes for those without an account.
        driver.get(self.base + "/exams")
        driver.find_element(By.LINK_TEXT, EXAM).click()
        self.wait(driver, lambda d: d.find_elements(By.ID, "organise"), 60)
        action = driver.current_url.split("?")[0] + "/codes"
        cookies = "; ".join(f"{c['name']}={c['value']}" for c in driver.get_cookies())
        token = driver.find_element(By.NAME, "form_token").get_attribute("value")
        request = urllib.request.Request(
            action, data=("form_token=" + token).encode(), headers={"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"})
        book = zipfile.ZipFile(io.BytesIO(urllib.request.urlopen(request).read()))
        strings = re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/worksheets/sheet1.xml").decode())
        codes = [text for text in strings if re.match(r"^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$", text)]
        door = next(text for text in strings if text.startswith("/sit/"))
        self.check("codes for nine people without an account", len(codes) == 9, str(len(codes)))
        driver.quit()
        return door, codes[0]

    # ---- a person without an account and without scripts

    def enter(self, door, code):
        driver = self.browser(scripts=False)
        driver.get(self.base + door)
        driver.find_element(By.NAME, "code").send_keys("AAAA-AAAA-AAAA")
        driver.find_element(By.CSS_SELECTOR, "main form .btn.main").click()
        self.wait(driver, lambda d: d.find_elements(By.ID, "errors"), 60)
        self.check("a wrong code is told", "入场码不对" in self.text(driver))
        self.shot(driver, "door")
        driver.find_element(By.NAME, "code").send_keys(code.lower())
        driver.find_element(By.CSS_SELECTOR, "main form .btn.main").click()
        self.wait(driver, lambda d: d.current_url.endswith("/start"), 60)
        driver.find_element(By.CSS_SELECTOR, "main form button.main").click()
        self.wait(driver, lambda d: d.find_elements(By.ID, "paper"), 60)
        paper = driver.current_url
        for item in (1, 2, 3):
            driver.find_elements(By.CSS_SELECTOR, f"#q{item} input[type=radio], #q{item} input[type=checkbox]")[0].click()
        driver.find_element(By.XPATH, "//div[@class='foot-acts']/button[contains(., '保存')]").click()
        self.wait(driver, lambda d: "done=saved" in d.current_url, 60)
        self.check("without a script the button saves", "已保存。" in self.text(driver) and "已答 3 题" in self.text(driver))
        self.shot(driver, "plain")
        driver.get(paper)
        self.check("and they are there again", all(driver.find_elements(
            By.CSS_SELECTOR, f"#q{item} input[type=radio], #q{item} input[type=checkbox]")[0].is_selected() for item in (1, 2, 3)))
        driver.find_element(By.CSS_SELECTOR, "#paper button[name=submit]").click()
        self.check("handed in and marked without a script", self.wait(driver, lambda d: "满分 100 分" in self.text(d), 60), self.text(driver)[:300])
        self.shot(driver, "plain-result")
        driver.quit()

    def all(self):
        self.start()
        try:
            score = self.sit()
            door, code = self.run(score)
            self.enter(door, code)
        finally:
            self.stop()
            shutil.rmtree(self.folder, ignore_errors=True)
        print(f"{self.passed} passed, {self.failed} failed")
        return self.failed == 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--database", required=True)
    parser.add_argument("--password", default=PASSWORD)
    parser.add_argument("--shots")
    parser.add_argument("--port", type=int, default=8105)
    parser.add_argument("serve", nargs="*", help="more for the server")
    sys.exit(0 if Exam(parser.parse_args()).all() else 1)
