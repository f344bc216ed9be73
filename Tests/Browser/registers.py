#!/usr/bin/env python3
"""Uses eleven registers of different workstreams in a real browser as an office would, with scripts switched off: the list, the form
with a mistake kept on it, the record with its clocks and letters, a move with what it requires, and the figure that leads to the row.

Usage: registers.py --binary .build/debug/zhunsheng [--shots DIR] [--database FILE] [--port N] [--only REGISTER]
The last line says "N passed, N failed".
"""
import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from selenium.webdriver.common.by import By

from walk import PASSWORD, Walk

# What is typed into each register. `form` is what is filled in after the mistake, `rows` the tables of the form, `move` the first step
# of the life with who makes it; `clock` is a due day that the page must show, `letter` one that may be issued after the move.
REGISTERS = [
    {
        "register": "annual_task", "clerk": "wangwubing", "heading": ("title", "修订重大行政决策目录管理办法"),
        "mistake": ("due_on", "2022-02-30", "2022-06-30"),
        "form": {"source": "年度重点任务", "unit": "区司法局", "assigned_on": "2022-01-05", "standard": "印发办法一件，公布目录一份"},
        "move": ("start", "wangwubing", {"started_on": "2022-01-06"}), "state": "推进中", "clock": "2022-06-30", "letter": "月进展表",
        "figure": ("tasks", 2022),
    },
    {
        "register": "rectification_issue", "clerk": "wangwubing", "heading": ("title", "行政执法案卷未按期归档"),
        "mistake": ("found_on", "2022-13-01", "2022-01-04"),
        "form": {"source": "省市督察反馈", "campaign": "法治政府建设专项督察", "field": "行政执法", "unit": "区司法局"},
        "move": ("assign", "zhaoliuding", {"assigned_on": "2022-01-07", "due_on": "2022-03-31"}), "state": "已交办",
        "clock": "2022-03-31", "letter": "交办单", "figure": ("issues", 2022),
    },
    {
        "register": "power_item", "clerk": "weisanwu", "heading": ("name", "户外广告设施设置许可（窗口试填）"),
        "mistake": ("listed_on", "二〇二二年", "2022-01-04"),
        "form": {"department": "区住建局", "body_kind": "区级部门", "kind": "行政许可", "basis_text": "依据有关法律法规的规定",
                 "entry_kind": "added"},
        "move": ("propose", "weisanwu", {"proposed_on": "2022-01-10", "proposed_kind": "elements", "move.note": "设定依据的条款序号有变动。"}),
        "state": "调整审核中", "clock": "2022-01-30", "letter": "调整", "figure": ("items", 2022),
    },
    {
        "register": "permit_case", "clerk": "weisanwu", "heading": ("title", "申请户外广告设施设置（窗口试填）"),
        "mistake": ("received_on", "2099-01-04", "2022-01-04"),
        "form": {"agency": "区住建局", "application_kind": "新办", "channel": "窗口", "procedure": "ordinary", "applicant_kind": "企业",
                 "applicant": "锦州示例广告有限公司"},
        "move": ("accept", "weisanwu", {"accepted_on": "2022-01-05", "promised_days": "10"}), "state": "审查中", "clock": "2022-02-07",
        "letter": "受理通知书", "figure": ("received_cases", 2022),
    },
    {
        "register": "major_decision", "clerk": "wangwubing", "heading": ("title", "公共法律服务体系建设规划（窗口试填）"),
        "mistake": ("catalogued_on", "2022-01-32", "2022-01-04"),
        "form": {"decision_maker": "锦州高新区", "responsible_unit": "区司法局", "kind": "plan", "catalogue_year": "2022", "entry_kind": "first"},
        "move": ("publish_catalogue", "wangwubing", {"party_approved_on": "2022-01-05", "catalogue_published_on": "2022-01-06"}),
        "state": "已列入目录", "letter": "启动审批单", "figure": ("catalogued_matters", 2022),
    },
    {
        "register": "file_review", "clerk": "wangwubing", "heading": ("title", "许可案卷抽查（窗口试填）"),
        "mistake": ("drawn_on", "2022-1-", "2022-01-04"),
        "form": {"organiser": "区司法局", "kind": "sample", "draw_number": "抽样第一号"},
        "rows": {"panel": {"name": "评某甲", "unit_title": "区司法局", "capacity": "supervisor"},
                 "files": {"agency": "区住建局", "kind": "permit", "file_number": "锦高住建许〔2021〕9号"}},
        "checklist": ("files.0.permit_items", {"item": "10", "subject": "10"}),
        "move": ("score", "zhoujiugeng", {"scored_on": "2022-01-10"}), "state": "已评分", "letter": "评分表", "figure": ("rounds", 2022),
    },
    {
        "register": "petition", "clerk": "heqigeng", "heading": ("title", "反映某小区供热温度不达标（窗口试填）"),
        "mistake": ("received_on", "2022/00/05", "2022-01-05"),
        "form": {"unit": "区委政法委", "channel": "来访", "category": "housing", "facts": "入冬以来室温不足十八度，要求处理。"},
        "rows": {"petitioners": {"name": "访某甲", "phone": "10000000022"}},
        "move": ("forward_2005", "heqigeng", {"forward_kind": "forwarded", "forwarded_on": "2022-01-07", "handling_unit": "区住建局"}),
        "state": "已转送", "clock": "2022-01-20", "letter": "登记", "figure": ("registered_matters", 2022), "masked": "10000000022",
    },
    {
        "register": "litigation_case", "clerk": "wangwubing", "heading": ("title", "不服行政复议决定（窗口试填）"),
        "mistake": ("received_on", "2022-01-", "2022-01-04"),
        "form": {"unit": "区司法局", "instance": "first", "court": "示例区人民法院", "standing": "defendant", "action_type": "penalty",
                 "request": "请求撤销处罚决定。"},
        "rows": {"parties": {"side": "plaintiff", "kind": "citizen", "name": "诉某甲"}},
        "move": ("answer", "wangwubing", {"answered_on": "2022-01-12"}), "move_rows": {"agents": {"kind": "staff", "name": "代某乙"}},
        "state": "已答辩", "clock": "2022-01-19", "letter": "授权委托书", "figure": ("received_cases", 2022),
    },
    {
        "register": "education_duty", "clerk": "wangwubing", "heading": ("title", "宪法宣传周进机关（窗口试填）"),
        "mistake": ("listed_on", "去年", "2022-01-04"),
        "form": {"unit": "区司法局", "list_kind": "common", "list_year": "2022", "laws": "宪法", "audiences": "officials", "forms": "lecture"},
        "move": ("publish", "wangwubing", {"due_on": "2022-12-10", "published_on": "2022-01-10"}), "state": "已公示", "clock": "2022-12-10",
        "letter": "责任清单", "figure": ("measures", 2022),
    },
    {
        "register": "emergency_plan", "clerk": "jiangyibing", "heading": ("name", "雨雪冰冻应急预案（窗口试填）"),
        "mistake": ("drafted_on", "2022-01-04-01", "2022-01-04"),
        "form": {"kind": "special", "event_class": "natural", "unit": "区应急局", "drill_duty": "plan"},
        "move": ("review", "shenerding", {"risk_assessed_on": "2022-01-05", "resources_surveyed_on": "2022-01-06",
                                          "reviewed_on": "2022-01-10", "review_form": "meeting", "review_result": "passed"}),
        "state": "评审通过", "letter": "评审", "figure": None,
    },
    {
        "register": "disclosure_request", "clerk": "jiangliuwei", "heading": ("title", "申请公开征地批复（窗口试填）"),
        "mistake": ("received_on", "2022-02-31", "2022-01-04"),
        "form": {"agency": "锦州高新区", "channel": "in_person", "applicant_kind": "citizen", "requested": "某地块征收土地的批复文件。"},
        "rows": {"applicants": {"name": "申某甲", "phone": "10000000033"}},
        "move": ("accept", "jiangliuwei", {}), "state": "办理中", "clock": "2022-01-30", "letter": "登记回执",
        "figure": ("received_requests", 2022), "masked": "10000000033",
    },
]


class Counter(Walk):
    """A walk with several accounts, one at a time."""

    def __init__(self, base, shots):
        super().__init__(base, shots)
        self.account, self.sessions = None, {}

    def become(self, login):
        """Logs in once and comes back to that session afterwards."""
        if self.account == login:
            return
        self.log_out()
        if login in self.sessions:
            for cookie in self.sessions[login]:
                self.browser.add_cookie(cookie)
        else:
            self.log_in(login)
            self.sessions[login] = self.browser.get_cookies()
        self.account = login

    def has(self, css):
        return len(self.browser.find_elements(By.CSS_SELECTOR, css)) > 0

    def value(self, key):
        return self.one(f"[name='{key}']").get_attribute("value")

    def put(self, key, value):
        """Opens the part of the form that is to be filled in later, as a person does, before typing into it."""
        for control in self.browser.find_elements(By.NAME, key)[:1]:
            for part in control.find_elements(By.XPATH, "./ancestor::details[not(@open)]/summary"):
                self.press(part)
        super().put(key, value)

    def fill(self, values):
        for key, value in values.items():
            self.put(key, value)

    def fill_rows(self, tables):
        for key, values in tables.items():
            if not self.has(f"[name^='{key}.0.']"):
                adding = self.one(f"button[value='{key}']")
                for part in adding.find_elements(By.XPATH, "./ancestor::details[not(@open)]/summary"):
                    self.press(part)
                self.follow(adding)
            self.fill({f"{key}.0.{field}": value for field, value in values.items()})

    def reading(self, register, figure):
        self.open(f"/figures/{register}/{figure[0]}?year={figure[1]}")
        return int(self.figure() or "0")

    def complaints(self):
        return " ".join(e.text for e in self.browser.find_elements(By.CSS_SELECTOR, ".errors, .error"))[:300]


def use(walk, entry):
    """One register from its list to the row behind its figure."""
    name = entry["register"]
    heading, title = entry["heading"]
    walk.become(entry["clerk"])
    figure = entry.get("figure")
    before = walk.reading(name, figure) if figure else 0

    walk.open(f"/registers/{name}")
    walk.check(f"{name}: the list opens with a way to a new record", walk.has(f"a[href='/registers/{name}/new']"), walk.text()[:200])
    walk.shot(f"{name}-1-list")

    mistaken, wrong, right = entry["mistake"]
    walk.open(f"/registers/{name}/new")
    walk.put(heading, title)
    walk.put(mistaken, wrong)
    walk.submit()
    walk.check(f"{name}: a mistake is listed on the form", walk.browser.title.startswith("错误") and walk.has(".errors li"), walk.text()[:200])
    walk.check(f"{name}: what was typed is kept, the mistake too",
               walk.value(heading) == title and walk.value(mistaken) == wrong, walk.value(mistaken))
    walk.check(f"{name}: the summary leads to the field with the mistake", walk.has(f".errors a[href='#{mistaken}']"), walk.complaints())
    walk.shot(f"{name}-2-mistake")

    walk.put(mistaken, right)
    walk.fill(entry["form"])
    walk.fill_rows(entry.get("rows", {}))
    if "checklist" in entry:
        key, first = entry["checklist"]
        walk.fill({f"{key}~{item}": points for item, points in first.items()})
    walk.submit()
    saved = "/new" not in walk.browser.current_url
    walk.check(f"{name}: the record is saved", saved, walk.complaints())
    if not saved:
        return
    record = walk.browser.current_url.split("?")[0].split("#")[0][len(walk.base):]
    walk.check(f"{name}: the page bears its name and a number of the year", title in walk.text() and "〔2022〕" in walk.text(), walk.text()[:200])

    if "checklist" in entry:
        score(walk, entry, record)
    step(walk, entry, record)

    walk.become(entry["clerk"])
    walk.open(record)
    if "clock" in entry:
        walk.check(f"{name}: its clocks show {entry['clock']}", walk.has("#clocks") and entry["clock"] in walk.one("#clocks").text,
                   walk.one("#clocks").text if walk.has("#clocks") else "no clocks")
    walk.check(f"{name}: its page has a section of letters", walk.has("#letters"))
    letter(walk, entry, record)
    walk.open(f"/registers/{name}?q=" + urllib.parse.quote(title[:6]))
    walk.check(f"{name}: the list finds it by its name", title in walk.text(), walk.text()[:300])
    if "masked" in entry:
        walk.check(f"{name}: the list shows no phone number", entry["masked"] not in walk.browser.page_source)
    if figure:
        lead_to_row(walk, entry, before)


def score(walk, entry, record):
    """The checklist is scored in two goes: until each item is entered there is no grade."""
    name = entry["register"]
    key, first = entry["checklist"]
    walk.become(entry["move"][1])
    walk.open(record + "/move/" + entry["move"][0])
    walk.fill(entry["move"][2])
    walk.submit()
    walk.check(f"{name}: a sheet that is not scored to the end holds the move back", "/move/" in walk.browser.current_url, walk.browser.current_url)
    walk.shot(f"{name}-3-unscored")
    walk.become(entry["clerk"])
    walk.open(record + "/edit")
    walk.check(f"{name}: the points entered before are there", walk.value(f"{key}~item") in ("10", "10.0"), walk.value(f"{key}~item"))
    for control in walk.browser.find_elements(By.CSS_SELECTOR, f"[name^='{key}~']"):
        item = control.get_attribute("name")
        if not control.get_attribute("value"):
            full = control.find_element(By.XPATH, "./ancestor::tr").find_elements(By.CSS_SELECTOR, "td.num")
            control.send_keys(full[0].text.strip() if full else "2")
            last = item
    walk.put(last, "1.5")
    walk.submit()
    walk.check(f"{name}: the grade is reckoned from the points", "优秀" in walk.text() and "97.5" in walk.text(), walk.complaints() or walk.text()[:900])


def step(walk, entry, record):
    name = entry["register"]
    move, mover, values = entry["move"]
    walk.become(mover)
    walk.open(record)
    walk.check(f"{name}: the record offers the step", walk.has(f"a[href$='/move/{move}'], form[action$='/move/{move}']"), walk.text()[-600:])
    walk.open(f"{record}/move/{move}")
    if values:
        walk.submit()
        walk.check(f"{name}: the step without what it requires is refused with reasons", walk.has(".errors li"), walk.text()[:300])
        walk.shot(f"{name}-3-move")
    walk.fill(values)
    walk.fill_rows(entry.get("move_rows", {}))
    walk.submit()
    walk.check(f"{name}: the step leads to {entry['state']}", "/move/" not in walk.browser.current_url and entry["state"] in walk.one(".page-head").text,
               walk.complaints() or walk.one(".page-head").text)


def letter(walk, entry, record):
    """Issues the letter, by whoever of clerk and mover is offered it, and downloads it."""
    name, wanted = entry["register"], entry["letter"]
    for login in dict.fromkeys((entry["clerk"], entry["move"][1])):
        walk.become(login)
        walk.open(record)
        buttons = [b for b in walk.browser.find_elements(By.CSS_SELECTOR, "#letters form button") if wanted in b.text]
        if not buttons:
            continue
        walk.follow(buttons[0])
        links = walk.browser.find_elements(By.CSS_SELECTOR, "#letters th a")
        walk.check(f"{name}: {wanted} is issued", len(links) == 1, walk.text()[:300])
        walk.shot(f"{name}-4-record")
        if links:
            status, headers, body = walk.fetch(links[0].get_attribute("href")[len(walk.base):])
            walk.check(f"{name}: and is a document", status == 200 and body[:2] == b"PK", str(headers))
        return
    walk.shot(f"{name}-4-record")
    walk.check(f"{name}: {wanted} may be issued", False, [b.text for b in walk.browser.find_elements(By.CSS_SELECTOR, "#letters button")])


def lead_to_row(walk, entry, before):
    name, (figure, year) = entry["register"], entry["figure"]
    title = entry["heading"][1]
    walk.become(entry["clerk"])
    after = walk.reading(name, entry["figure"])
    walk.check(f"{name}: the figure {figure} is one more", after == before + 1, f"{before} then {after}")
    walk.shot(f"{name}-5-figure")
    walk.check(f"{name}: the figure page leads to its rows", walk.has("#rows a[href*='/rows']"))
    if walk.has("#rows a[href*='/rows']"):
        walk.follow(walk.one("#rows a[href*='/rows']"))
    found = title in walk.text()
    while not found:
        following = [a for a in walk.browser.find_elements(By.CSS_SELECTOR, ".pager a") if a.text.strip() == "下一页"]
        if not following:
            break
        walk.follow(following[0])
        found = title in walk.text()
    walk.check(f"{name}: the record is among the rows", found, walk.text()[:300])


def adjust_list(walk):
    """权责清单: a name is changed from a day on, and the list as of the day before still bears the old one."""
    old, new = "户外广告设施设置许可（窗口试填）", "大型户外广告设施设置许可（窗口试填）"
    walk.become("zhaoliuding")
    walk.open("/registers/power_item?q=" + urllib.parse.quote("窗口试填"))
    walk.follow(walk.one("table a.what"))
    record = walk.browser.current_url.split("?")[0][len(walk.base):]
    walk.open(record + "/move/adjust")
    walk.shot("power_item-6-adjust-form")
    walk.submit()
    walk.check("power_item: an adjustment without its day is refused", walk.has(".errors li"), walk.text()[:300])
    walk.put("effective_on", "2022-01-15")
    walk.put("name", new)
    walk.fill_rows({"changes": {"kind": "elements", "reason": "law", "basis": "上位法修订", "effective_on": "2022-01-15"}})
    walk.submit()
    walk.check("power_item: the adjustment takes effect", "/move/" not in walk.browser.current_url and new in walk.text(), walk.complaints())
    walk.check("power_item: both versions stand on the page", walk.has("#versions") and old in walk.one("#versions").text
               and "2022-01-15" in walk.one("#versions").text, walk.text()[:300])
    walk.shot("power_item-7-versions")
    walk.open("/registers/power_item?as_of=2022-01-14&q=" + urllib.parse.quote("窗口试填"))
    walk.check("power_item: the list as of the day before has the old name", old in walk.text() and new not in walk.text(), walk.text()[:400])
    walk.shot("power_item-8-as-of")
    walk.open("/registers/power_item?as_of=2022-01-15&q=" + urllib.parse.quote("窗口试填"))
    walk.check("power_item: the list as of the day has the new one", new in walk.text(), walk.text()[:400])
    walk.open("/registers/power_item?as_of=2022-01-03&q=" + urllib.parse.quote("窗口试填"))
    walk.check("power_item: before it was listed there is nothing", "户外广告设施设置许可" not in walk.text(), walk.text()[:400])


WORKSTREAMS = ("组织领导", "政务服务", "制度与决策", "行政执法", "矛盾纠纷", "普法教育", "突发事件", "监督与公开")


def look_around(walk):
    """The menu, the desk, all registers and the periods, as a clerk and as the coordinator."""
    for login, label in (("weisanwu", "clerk"), ("zhaoliuding", "coordinator")):
        walk.become(login)
        walk.open("/")
        walk.check(f"the desk opens for the {label}", "工作台" in walk.text())
        walk.shot(f"desk-{label}")
        links = {a.get_attribute("href") for a in walk.browser.find_elements(By.CSS_SELECTOR, "nav a[href*='/registers/']")}
        walk.check(f"the menu leads the {label} to registers", len(links) > 3, str(len(links)))
        print(f"      {len(links)} registers in the menu of the {label}")
        walk.open("/registers")
        page = walk.text()
        walk.check(f"全部台账 names the eight workstreams to the {label}", all(w in page for w in WORKSTREAMS),
                   str([w for w in WORKSTREAMS if w not in page]))
        walk.shot(f"registers-{label}")
        if label == "coordinator":
            broken = [link for link in sorted({a.get_attribute("href") for a in walk.browser.find_elements(
                By.CSS_SELECTOR, "main a[href*='/registers/']")}) if walk.fetch(link[len(walk.base):], "text/html")[0] != 200]
            walk.check("each register of 全部台账 opens", not broken, str(broken))
        walk.open("/periods")
        walk.check(f"法定期限 shows the {label} the clocks with their articles", "法定期限" in walk.text() and walk.text().count("条") > 50, walk.text()[:200])
        walk.shot(f"periods-{label}")


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    arguments.add_argument("--database", help="a demo that is there already, made with the walk's password; it is written to")
    arguments.add_argument("--port", type=int, help="a server that runs already")
    arguments.add_argument("--only", help="one register")
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-registers-")
    database = given.database or os.path.join(folder, "registers.sqlite")
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
        steps = [lambda entry=entry: use(walk, entry) for entry in REGISTERS if given.only in (None, entry["register"])]
        if given.only in (None, "power_item"):
            steps.append(lambda: adjust_list(walk))
        if given.only in (None, "around"):
            steps.append(lambda: look_around(walk))
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
