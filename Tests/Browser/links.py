#!/usr/bin/env python3
"""Follows matters from register to register and from unit to unit in a real browser, with scripts switched off: a dispute reported in a
community goes up to town and district and on to mediation, whose agreement is printed and confirmed; what the community still sees of
it; and a penalty that waits for its review, with the gate named, until two people have made it.

Usage: links.py --binary .build/debug/zhunsheng [--shots DIR] [--database FILE] [--port N]
The last line says "N passed, N failed".
"""
import argparse
import os
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

TITLE = "地下车库坡道争执（窗口试填）"
STORY = "两个小区为坡道的维修费用争执，社区调处两次没有谈拢。"


class Follower(Counter):
    def path(self):
        return self.browser.current_url.split("?")[0].split("#")[0][len(self.base):]

    def move(self, record, name, values, state=None, label=None):
        """Makes a move and says whether it led to a state."""
        self.open(f"{record}/move/{name}")
        self.fill(values)
        self.submit()
        done = "/move/" not in self.browser.current_url
        if state:
            self.check(label or f"{name} leads to {state}", done and state in self.one(".page-head").text,
                       self.complaints() or self.text()[:300])
        return done

    def add_row(self, key, index, values):
        if not self.has(f"[name^='{key}.{index}.']"):
            self.follow(self.one(f"button[name='add_row'][value='{key}']"))
        self.fill({f"{key}.{index}.{field}": value for field, value in values.items()})

    def status(self, path):
        try:
            return self.fetch(path, "text/html")[0]
        except urllib.error.HTTPError as error:
            return error.code


def dispute_goes_up(walk):
    walk.become("dongyi-hai")
    walk.open("/registers/dispute_screening/new")
    walk.fill({"screened_on": "2022-01-10", "level": "village", "record_kind": "dispute", "occasion": "report", "title": TITLE})
    if walk.has("[name='unit']"):
        walk.put("unit", "东一社区")
    walk.submit()
    walk.check("the community registers a dispute", "/new" not in walk.browser.current_url, walk.complaints())
    record = walk.path()
    number = walk.one(".page-head").text
    number = next((word for word in number.replace("\n", " ").split(" ") if "排查〔2022〕" in word), "")
    walk.move(record, "judge", {"dispute_type": "property_service", "situation": STORY, "judged_on": "2022-01-10", "risk": "medium",
                                "judgment": "hand_up"}, "已研判")
    walk.check("the main button goes on and does not end the matter", "btn main" in walk.one("#next .moves").get_attribute("innerHTML")
               and "不构成纠纷" not in walk.one("#next a.main").text, walk.one("#next .moves").text[:200])
    walk.shot("1-judged")
    walk.open(f"{record}/move/hand_up")
    walk.put("handed_up_on", "2022-01-11")
    walk.add_row("hand_ups", 0, {"from_level": "village", "from_unit": "东一社区", "handed_on": "2022-01-11", "to_unit": "凌南街道",
                                 "reason": "cross_area", "take_by": "2022-01-14"})
    walk.submit()
    walk.check("without a reason it is not handed up", walk.has(".errors"), walk.text()[:200])
    walk.put("move.note", "牵涉两个小区，请街道协调。")
    walk.submit()
    page = walk.text()
    walk.check("after handing up the community sees number, unit and state", "已上报" in page and "凌南街道" in page, page[:400])
    walk.check("and nothing of the story", TITLE not in page and STORY not in page, page[:400])
    walk.shot("2-glimpse")

    walk.become("sunbaji")
    walk.open(record)
    walk.check("the town has the dispute, and who had it before", TITLE in walk.text() and "东一社区 → 凌南街道" in walk.text(), walk.text()[:300])
    walk.check("its time to take over is watched", "2022-01-14" in walk.one("#clocks").text, walk.one("#clocks").text)
    walk.open(f"{record}/move/take_over")
    walk.fill({"level": "town", "judged_on": "2022-01-12", "judgment": "hand_up"})
    walk.fill({"hand_ups.0.taken_on": "2022-01-12", "hand_ups.0.settle_by": "2022-01-21"})
    walk.submit()
    walk.check("the town takes it over", "已研判" in walk.one(".page-head").text, walk.complaints())
    walk.shot("3-town")
    walk.open(f"{record}/move/hand_up_again")
    walk.check("the first day of handing up is not asked again", not walk.has("[name='handed_up_on']"), walk.text()[:200])
    walk.add_row("hand_ups", 1, {"from_level": "town", "from_unit": "凌南街道", "handed_on": "2022-01-13", "to_unit": "锦州高新区",
                                 "reason": "major", "take_by": "2022-01-17"})
    walk.put("move.note", "牵涉规划，街道办不了。")
    walk.submit()
    walk.check("the town sees no more than a glimpse after handing it up", TITLE not in walk.text() and "已上报" in walk.text(), walk.text()[:300])

    walk.become("lubaxu")
    walk.open(record)
    walk.check("the district has it, with both units before", "凌南街道 → 锦州高新区" in walk.text(), walk.text()[:300])
    walk.open(f"{record}/move/take_over")
    walk.fill({"level": "district", "judged_on": "2022-01-14", "judgment": "mediation"})
    walk.fill({"hand_ups.1.taken_on": "2022-01-14", "hand_ups.1.settle_by": "2022-02-14"})
    walk.submit()
    walk.check("the district takes it over", "已研判" in walk.one(".page-head").text, walk.complaints())
    walk.check("the clocks of each level stand side by side", all(day in walk.one("#clocks").text for day in ("2022-01-21", "2022-02-14")),
               walk.one("#clocks").text)
    walk.shot("4-district")
    return record, number


def dispute_is_mediated(walk, record):
    walk.become("lubaxu")
    walk.open(f"{record}/move/refer")
    walk.shot("5-refer-form")
    walk.fill({"due_on": "2022-02-14", "opens.committee": "凌南街道人民调解委员会", "opens.town": "凌南街道"})
    walk.fill({"opens.parties.0.side": "applicant", "opens.parties.0.name": "甲小区业主代表", "opens.parties.0.phone": "10000000055"})
    walk.submit()
    walk.check("what the mediation case lacks is told and what was typed is kept", walk.has(".errors")
               and walk.value("opens.parties.0.name") == "甲小区业主代表", walk.text()[:300])
    walk.shot("6-refer-mistake")
    walk.follow(walk.one("button[name='add_row'][value='opens.parties']"))
    walk.check("a third party can be added to the form", walk.has("[name^='opens.parties.2.']"), walk.text()[:200])
    walk.fill({"opens.parties.1.side": "respondent", "opens.parties.1.name": "乙小区业主代表"})
    walk.submit()
    walk.check("the dispute is referred", "已移送调解" in walk.one(".page-head").text, walk.complaints() or walk.text()[:300])
    page = walk.text()
    walk.check("the dispute names the mediation case", "关联事项" in page and "民调〔2022〕" in page, page[-900:])
    walk.shot("7-referred")
    links = [a.get_attribute("href") for a in walk.browser.find_elements(By.CSS_SELECTOR, "a[href*='/registers/mediation_case/']")]
    case = urllib.parse.urlparse(links[0]).path

    walk.become("sunbaji")
    walk.open(case)
    page = walk.text()
    walk.check("the committee has the case with the facts of the dispute", TITLE in page and STORY in page, page[:300])
    walk.check("it shows number, unit and state of the dispute, and no way in", "排查〔2022〕" in page and "已移送调解" in page
               and not walk.has(f"main a[href='{record}']"), page[-900:])
    walk.shot("8-case")
    walk.open(f"{case}/move/accept")
    walk.put("accepted_on", "2022-01-18")
    control = walk.browser.find_elements(By.NAME, "mediators")[0]
    if control.get_attribute("type") == "checkbox":
        walk.press(control)
    else:
        control.send_keys(walk.browser.find_elements(By.CSS_SELECTOR, "datalist option")[0].get_attribute("value"))
    walk.submit()
    walk.check("the case is accepted", "调解中" in walk.one(".page-head").text, walk.complaints())
    walk.move(case, "agree", {"agreement_form": "written", "agreement_effective_on": "2022-01-18",
                              "agreement_text": "维修费用两个小区各担一半，二月底前付清。"}, "达成协议")
    buttons = [b for b in walk.browser.find_elements(By.CSS_SELECTOR, "#letters form button") if "人民调解协议书" in b.text]
    walk.check("the agreement may be printed", len(buttons) == 1, walk.one("#letters").text[:300])
    if buttons:
        walk.follow(buttons[0])
        links = walk.browser.find_elements(By.CSS_SELECTOR, "#letters th a")
        status, _, body = walk.fetch(links[0].get_attribute("href")[len(walk.base):])
        walk.check("and is a document", status == 200 and body[:2] == b"PK", str(status))
    walk.move(case, "apply_confirmation", {"confirmation_applied_on": "2022-01-18"}, "达成协议", "confirmation is applied for")
    walk.move(case, "record_confirmation", {"confirmation_decided_on": "2022-01-18", "confirmation_result": "valid"}, "达成协议",
              "the court has confirmed it")
    walk.check("the page says that it is confirmed", "裁定有效" in walk.text(), walk.text()[:400])
    walk.shot("9-confirmed")
    return case


def community_looks_again(walk, record, case):
    walk.become("dongyi-hai")
    walk.open(record)
    page = walk.text()
    walk.check("the community still sees number, unit and state of what it handed up", "排查〔2022〕" in page and "已移送调解" in page
               and "锦州高新区" in page, page[:400])
    walk.check("and nothing else", TITLE not in page and STORY not in page and "民调〔" not in page, page[:600])
    walk.shot("10-community")
    walk.check("the mediation case is not there for it", walk.status(case) == 404, str(walk.status(case)))
    walk.open("/registers/dispute_screening?q=" + urllib.parse.quote(TITLE[:6]))
    walk.check("its list does not find the dispute", TITLE not in walk.text(), walk.text()[:300])


def penalty_waits(walk):
    walk.become("hanyijia")
    walk.open("/registers/enforcement_case?q=" + urllib.parse.quote("擅自改变绿化用地案"))
    walk.follow(walk.one("table a.what"))
    case = walk.path()
    number = next((word for word in walk.one(".page-head").text.replace("\n", " ").split(" ") if "执法〔2022〕" in word), "")

    walk.become("yangeryi")
    walk.open(case)
    gates = walk.one("#next .moves").text
    walk.check("the page names the gates before the decision", "普通程序案件法制审核" in gates and "未满足" in gates and "集体讨论" in gates, gates)
    walk.shot("11-gates-closed")
    decision = {"decided_on": "2022-01-18", "outcome": "给予行政处罚", "decision_number": "锦高执罚〔2022〕试1号", "discussed_on": "2022-01-17"}
    walk.open(f"{case}/move/decide")
    walk.fill(decision)
    walk.submit()
    page = walk.text()
    walk.check("the decision is refused with the gate and what to do", "普通程序案件法制审核" in page and "请先登记并办结" in page
               and "/move/decide" in walk.browser.current_url, page[:600])
    walk.check("what was typed is kept", walk.value("decision_number") == decision["decision_number"], walk.value("decision_number"))
    walk.shot("12-refused")

    walk.become("hanyijia")
    walk.move(case, "submit_review", {"review_grounds": "complex", "review_sent_on": "2022-01-17", "opens.review_unit": "区司法局"}, "已告知",
              "the agency's clerk submits it for review")
    walk.check("the case shows the review, its unit and its state", "法审〔2022〕" in walk.text() and "已收件" in walk.text(), walk.text()[-900:])
    walk.shot("13-submitted")

    # The bureau's clerk may not read the case, and names it by its number in a review of his own.
    walk.become("wangwubing")
    walk.check("the bureau's clerk may not read the case", walk.status(case) == 404, str(walk.status(case)))
    walk.open("/registers/legality_review/new")
    walk.fill({"received_on": "2022-01-17", "review_unit": "区司法局", "submitting_unit": "区综合执法局", "title": "补送材料的审查（窗口试填）",
               "kind": "penalty", "penalty_case": number[:-2]})
    walk.submit()
    walk.check("part of a number finds nothing", walk.has(".errors"), walk.text()[:300])
    walk.put("penalty_case", number)
    walk.submit()
    page = walk.text()
    walk.check("the whole number does", "/new" not in walk.browser.current_url and number in page, walk.complaints())
    walk.check("and shows number, unit and state only", "已告知" in page and "擅自改变绿化用地案" not in page, page[:900])
    walk.shot("14-named-by-number")

    walk.become("zhengren")
    walk.open("/registers/legality_review?q=" + urllib.parse.quote("擅自改变绿化用地案"))
    walk.follow(walk.one("table a.what"))
    review = walk.path()
    walk.move(review, "assign", {"complete_on": "2022-01-18", "assigned_on": "2022-01-18", "first_reviewer": "审某甲", "second_reviewer": "审某乙",
                                 "second_kind": "in_house", "is_first_qualified": "是"}, "审查中", "the review is assigned")
    walk.become("zhoujiugeng")
    walk.move(review, "first_opinion", {"first_opinion_on": "2022-01-18", "first_result": "lawful"}, "审查中", "the first reviewer gives an opinion")
    walk.move(review, "second_opinion", {"second_opinion_on": "2022-01-18", "second_result": "lawful"}, "审查中", "and, alone, a second one")
    walk.become("zhengren")
    walk.open(review)
    walk.check("one person who did both is one", "须由2人分别办理" in walk.one("#next .moves").text, walk.one("#next .moves").text)
    walk.shot("15-two-reviewers")
    walk.become("zouqiyou")
    walk.move(review, "second_opinion", {"second_opinion_on": "2022-01-18", "second_result": "lawful"}, "审查中", "another gives the second opinion")
    walk.become("zhengren")
    walk.open(f"{review}/move/issue_lawful")
    walk.fill({"reviewed_on": "2022-01-18", "result": "lawful", "opinion_number": "锦高法审〔2022〕试1号"})
    upload = os.path.join(tempfile.gettempdir(), "审查意见.txt")
    with open(upload, "w", encoding="utf-8") as file:
        file.write("审查意见（虚构）\n")
    walk.one("[name='opinion']").send_keys(upload)
    walk.submit()
    walk.check("the opinion is issued", "已出具意见" in walk.one(".page-head").text, walk.complaints() or walk.text()[:300])

    walk.become("yangeryi")
    walk.open(case)
    walk.check("the gate of the review is open now", "已满足" in walk.one("#next .moves").text, walk.one("#next .moves").text)
    walk.shot("16-gates")
    walk.open(f"{case}/move/decide")
    walk.fill({**decision, "reviewed_on": "2022-01-18", "review_result": "同意"})
    walk.submit()
    walk.check("the decision passes", "已决定" in walk.one(".page-head").text, walk.complaints() or walk.text()[:400])
    walk.shot("17-decided")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    arguments.add_argument("--database", help="a demo that is there already, made with the walk's password; it is written to")
    arguments.add_argument("--port", type=int)
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-links-")
    database = given.database or os.path.join(folder, "links.sqlite")
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
        walk = Follower(base, given.shots)
        try:
            record, _ = dispute_goes_up(walk)
            case = dispute_is_mediated(walk, record)
            community_looks_again(walk, record, case)
        except Exception as error:  # a step that could not be taken is a failed check, with the page it happened on
            walk.check(f"the dispute goes on: {type(error).__name__}: {str(error)[:300]}", False, walk.browser.current_url)
        try:
            penalty_waits(walk)
        except Exception as error:
            walk.check(f"the penalty goes on: {type(error).__name__}: {str(error)[:300]}", False, walk.browser.current_url)
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
