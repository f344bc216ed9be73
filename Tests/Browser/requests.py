#!/usr/bin/env python3
"""Uses the open site as the public does, with scripts switched off: a draft put out for opinions and answered, another one whose adoption is told,
and a request for information made from outside, followed by its code, answered within its clock and fetched.

Usage: requests.py --binary .build/debug/zhunsheng [--shots DIR] [--database FILE] [--port N]
The last line says "N passed, N failed".
"""
import argparse
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

from selenium.webdriver.common.by import By

from registers import Counter, free_port
from walk import PASSWORD


class Visitor(Counter):
    def code(self):
        return self.one("#receipt-code").text

    def leave(self):
        """Goes back outside."""
        self.log_out()
        self.account = None

    def wait(self):
        """A person needs a moment to fill in a form."""
        time.sleep(3.2)

    def attach(self, key, path):
        for control in self.browser.find_elements(By.NAME, key)[:1]:
            for part in control.find_elements(By.XPATH, "./ancestor::details[not(@open)]/summary"):
                self.press(part)
            control.send_keys(path)

    def look_up(self, code):
        self.open("/open/follow")
        self.put("code", code)
        self.submit()

    def send(self, path, fields):
        """Posts a form past the browser, for what the browser would save as a file."""
        body = urllib.parse.urlencode(fields).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(self.base + path, data=body)) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def hidden(self, form):
        return {e.get_attribute("name"): e.get_attribute("value") for e in form.find_elements(By.CSS_SELECTOR, "input[type=hidden]")}


def put_out(walk, folder):
    """A draft is put out and somebody gives an opinion."""
    draft = os.path.join(folder, "草案.txt")
    with open(draft, "w", encoding="utf-8") as file:
        file.write("第一条 为规范临时停车，制定本办法。（演示）\n")
    walk.become("wangwubing")
    walk.open("/registers/normative_document/new")
    title = "临时停车管理办法（窗口试填）"
    walk.fill({"title": title, "maker": "锦州高新区", "maker_level": "government", "drafting_unit": "区司法局", "started_on": "2022-01-04"})
    walk.put("draft_note", "明确临时停车的时段和区域。（演示）")
    walk.attach("draft_file", draft)
    walk.submit()
    record = urllib.parse.urlparse(walk.browser.current_url).path
    walk.check("the draft is registered", "/new" not in record, walk.complaints())
    identifier = record.split("/")[-1]
    walk.open(record + "/move/identify")
    walk.fill({"identification": "normative", "identified_on": "2022-01-05"})
    walk.submit()
    walk.open(record + "/move/consult")
    walk.fill({"drafted_on": "2022-01-10", "opinions_from_on": "2022-01-18", "opinions_until_on": "2022-01-20", "opinion_channels": "website"})
    walk.submit()
    walk.open(record + "/opinions")
    walk.check("a period that is too short is not public, and the office is told why", "缩短的理由" in walk.text(), walk.text()[:300])
    walk.shot("1-too-short")
    walk.open(f"/open/consultations/{identifier}")
    walk.check("…so the public does not see it", "征求意见中" not in walk.text(), walk.text()[:200])
    walk.open(record + "/edit")
    walk.put("opinions_until_on", "2022-02-18")
    walk.submit()
    walk.leave()
    walk.open("/open/consultations")
    walk.check("the draft is in the list", title in walk.text() and "样例区停车设施三年建设方案" in walk.text(), walk.text()[:400])
    walk.shot("2-consultations")
    walk.follow(walk.browser.find_element(By.LINK_TEXT, title))
    walk.check("its page says until when", "2022-02-18" in walk.text() and "明确临时停车的时段" in walk.text(), walk.text()[:400])
    walk.shot("3-draft")
    status, headers, body = walk.fetch(f"/open/consultations/{identifier}/draft")
    walk.check("the draft is downloaded", status == 200 and "第一条".encode() in body)
    walk.follow(walk.browser.find_element(By.LINK_TEXT, "提意见"))
    walk.put("name", "意某甲")
    walk.wait()
    walk.submit()
    walk.check("an empty opinion comes back with the name", walk.browser.title.startswith("错误") and walk.value("name") == "意某甲")
    walk.put("opinion", "夜间十点以后应当全部开放。（演示）")
    walk.wait()
    walk.submit()
    walk.check("a receipt code is shown", re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}", walk.code()) is not None, walk.text()[:300])
    walk.shot("4-thanks")
    code = walk.code()
    walk.look_up(code)
    walk.check("the code shows the opinion", "夜间十点以后" in walk.text() and "正在研究" in walk.text(), walk.text()[:300])
    walk.open(f"/open/consultations/{identifier}")
    walk.check("the opinion is not on the public page", "夜间十点" not in walk.text() and "意某甲" not in walk.text())
    walk.become("wangwubing")
    walk.open(record)
    walk.check("the record leads to the opinion", "1 条待处理" in walk.text(), walk.text()[:300])
    walk.open(record + "/opinions")
    walk.check("the office reads it", "夜间十点以后" in walk.text() and "意某甲" in walk.text())


def adopt(walk):
    """The opinions on a draft that is closed are decided on, and adoption is told."""
    walk.become("wangwubing")
    walk.open("/consultations")
    walk.check("the office has a list of drafts", "样例区文明养犬管理规定" in walk.text(), walk.text()[:300])
    walk.shot("5-office-list")
    walk.follow(walk.browser.find_element(By.LINK_TEXT, "样例区文明养犬管理规定"))
    path = urllib.parse.urlparse(walk.browser.current_url).path
    record = path.rsplit("/", 1)[0]
    ids = [e.get_attribute("id").removeprefix("opinion-") for e in walk.browser.find_elements(By.CSS_SELECTOR, "section[id^='opinion-']")]
    walk.check("three opinions wait", len(ids) == 3, str(ids))
    walk.shot("6-opinions")
    for identifier, state, reason in zip(ids, ("adopted", "partly", "not"), ("", "写明不超过两米", "接种证明由农业农村部门规定")):
        walk.open(path)
        section = walk.one(f"#opinion-{identifier}")
        walk.put(f"state-{identifier}", state)
        walk.put(f"reason-{identifier}", reason)
        walk.follow(section.find_element(By.CSS_SELECTOR, "form button.btn"))
    walk.check("all are decided on", "正在研究" not in " ".join(e.text for e in walk.browser.find_elements(By.CSS_SELECTOR, "section[id^='opinion-'] .tag")))
    walk.put("summary", "收到意见三条，采纳一条，部分采纳一条；接种证明的建议不属于本规定的权限。（演示）")
    walk.put("other_received", "2")
    walk.put("other_adopted", "1")
    walk.follow(walk.one("#release form button.main"))
    walk.check("adoption is told", "意见采纳情况" in walk.text() and "已公布采纳情况" in walk.text(), walk.text()[:300])
    walk.shot("7-released")
    walk.open(record)
    facts = walk.text()
    walk.check("the counts are in the record", "收到意见条数" in facts and re.search(r"收到意见条数\s*5", facts) is not None, facts[:600])
    status, headers, body = walk.fetch(path + "/export")
    walk.check("the opinions are exported", status == 200 and body[:2] == b"PK")
    walk.leave()
    walk.open("/open/consultations/" + record.split("/")[-1])
    walk.check("the public reads what was adopted", "5 条" in walk.text() and "不属于本规定的权限" in walk.text(), walk.text()[:400])
    walk.shot("8-feedback")
    walk.look_up("DEM0C-0NSV1-T0002-33333")
    walk.check("a sender of the other draft sees that his opinion was adopted", "已采纳" in walk.text(), walk.text()[:300])


def ask(walk):
    """A request for information from outside until its answer is fetched."""
    walk.leave()
    walk.open("/open/requests")
    walk.check("four kinds of request are offered", len(walk.browser.find_elements(By.CSS_SELECTOR, "a[href^='/open/requests/']")) >= 4, walk.text()[:300])
    walk.shot("9-requests")
    walk.open("/open/requests/disclosure_request/apply")
    walk.fill({"agency": "锦州高新区", "title": "申请公开停车规划，电话13900001111", "requested": "停车设施专项规划文本。（演示）",
               "applicants.0.name": "申某乙"})
    walk.shot("10-form")
    walk.wait()
    walk.submit()
    walk.check("consent is asked for first", "勾选同意" in walk.text() and walk.value("applicants.0.name") == "申某乙", walk.complaints())
    walk.put("consent", "1")
    walk.wait()
    walk.submit()
    complaints = walk.complaints()
    walk.check("mistakes are told at their fields: a telephone number in the title, no kind of applicant, no telephone",
               "不要写证件号码或者电话号码" in complaints and walk.has("a[href='#applicant_kind']") and walk.has("a[href='#applicants.0.phone']"), complaints)
    walk.shot("11-mistakes")
    walk.fill({"title": "申请公开停车规划（窗口试填）", "applicant_kind": "citizen", "applicants.0.phone": "10000000088"})
    walk.wait()
    walk.submit()
    code = walk.code()
    text = walk.text()
    walk.check("the receipt shows number, unit, due day and article", "依申请〔2022〕" in text and "锦州高新区" in text and "第三十三条" in text, text[:400])
    due = re.search(r"答复期限\s*(\d{4}-\d\d-\d\d)", text)
    walk.check("20 working days from 18 January 2022, over the Spring Festival and two make-up days", due and due.group(1) == "2022-02-18", due and due.group(1))
    walk.check("nothing personal on the receipt", "申某乙" not in text and "10000000088" not in text)
    walk.shot("12-receipt")
    walk.open("/open/follow")
    for wrong in ("AAAAA-AAAAA-AAAAA-AAAAA", "没有"):
        walk.put("code", wrong)
        walk.submit()
        walk.check(f"a wrong code finds nothing: {wrong}", "没有查到" in walk.text())
    walk.look_up(code.lower().replace("-", " "))
    walk.check("the code shows where it stands", "已收到，等待登记办理" in walk.text() and "2022-02-18" in walk.text(), walk.text()[:400])
    walk.shot("13-follow")

    walk.become("jiangliuwei")
    walk.open("/")
    walk.check("it stands on the desk, marked as from the open site", "网上新收到" in walk.text(), walk.text()[:300])
    walk.shot("14-desk")
    link = [e for e in walk.browser.find_elements(By.CSS_SELECTOR, "#from-outside a") if "/disclosure_request/" in (e.get_attribute("href") or "")][0]
    walk.follow(link)
    record = urllib.parse.urlparse(walk.browser.current_url).path
    walk.check("the record says that it came in online", "网上提交" in walk.text() and "申某乙" in walk.text(), walk.text()[:300])
    walk.shot("15-record")
    walk.open(record + "/move/accept")
    walk.submit()
    answer = os.path.join(tempfile.gettempdir(), "答复.txt")
    with open(answer, "w", encoding="utf-8") as file:
        file.write("停车设施专项规划见附件。（演示）\n")
    walk.open(record + "/edit")
    walk.attach("answer_file", answer)
    walk.submit()
    for login in ("qiqishen",):
        walk.become(login)
        walk.open(record + "/move/grant")
        if walk.has("[name='answer_number']"):
            walk.fill({"answered_on": "2022-01-18", "answer": "granted", "answer_number": "锦高公开告〔演示〕窗1号"})
            walk.submit()
            break
    walk.open(record)
    walk.check("it is answered", "已答复" in walk.text(), walk.text()[:300])
    walk.become("jiangliuwei")
    walk.open(record)
    buttons = [e for e in walk.browser.find_elements(By.CSS_SELECTOR, "#letters form button") if "予以公开" in e.text]
    walk.check("the notice may be issued", len(buttons) == 1, walk.text()[:400])
    if buttons:
        walk.follow(buttons[0])
    walk.leave()
    walk.look_up(code)
    walk.check("the sender sees that it is answered, within its clock", "已答复" in walk.text() and "按期" in walk.text(), walk.text()[:500])
    walk.shot("16-answered")
    fetched = []
    for form in walk.browser.find_elements(By.CSS_SELECTOR, "#answers form"):
        status, headers, body = walk.send("/open/follow/answer", walk.hidden(form))
        fetched.append((status, body[:2], len(body)))
    walk.check("letter and file are fetched with the code", len(fetched) == 2 and all(s == 200 for s, _, _ in fetched) and any(h == b"PK" for _, h, _ in fetched), str(fetched))


def supplement(walk):
    """Somebody is asked to add to his request, and does."""
    walk.leave()
    walk.look_up("DEM0D-1SC10-SVRE2-55555")
    walk.check("the sender is asked to add something", "请补正" in walk.text(), walk.text()[:300])
    walk.put("text", "补充地块位置：假设路以东。（演示）")
    walk.shot("17-supplement")
    walk.follow(walk.one("#supplement form button.main"))
    walk.check("what was added is received, once", "补正已收到" in walk.text() and not walk.has("#supplement"), walk.text()[:300])
    for code, words in (("DEM0C-0MPA1-NT001-66666", "等待受理"), ("DEM0M-ED1AT-10N01-77777", "等待受理"), ("DEM0R-EC0NS-1D001-88888", "审查是否受理")):
        walk.look_up(code)
        walk.check(f"{code[:5]}: followed", words in walk.text(), walk.text()[:300])
    walk.open("/open/follow?lang=en")
    walk.check("in English too", "Receipt code" in walk.text())
    walk.shot("18-english")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    arguments.add_argument("--database", help="a demo that is there already, made with the walk's password; it is written to")
    arguments.add_argument("--port", type=int, help="the port to serve on")
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-requests-")
    database = given.database or os.path.join(folder, "requests.sqlite")
    port = given.port or free_port()
    server = walk = None
    try:
        if not given.database:
            subprocess.run([given.binary, "demo", "--district", "jinzhou-gaoxin", "--no-serve", "--database", database, "--password", PASSWORD], check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([given.binary, "serve", "--database", database, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        base = f"http://127.0.0.1:{port}"
        for _ in range(900):
            try:
                urllib.request.urlopen(base + "/login").read()
                break
            except OSError:
                time.sleep(0.1)
        walk = Visitor(base, given.shots)
        for step in (lambda: put_out(walk, folder), lambda: adopt(walk), lambda: ask(walk), lambda: supplement(walk)):
            try:
                step()
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
