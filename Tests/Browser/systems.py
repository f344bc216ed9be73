#!/usr/bin/env python3
"""Does in a real browser what the five published reports tell of their mechanisms, at least five rows of docs/coverage.tsv for each
report, with scripts switched off: the right clerk of the district enters and moves a record, and a figure, a list, a letter or a
public page changes by it. Each row enters what it needs itself, so that it asks nothing of the demo but units and accounts.

Usage: systems.py --binary .build/debug/zhunsheng [--shots DIR] [--district NAME …] [--only ID …] [--databases DIR]
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
from decimal import Decimal

from selenium.webdriver.common.by import By

from links import Follower
from recordings import tone
from registers import free_port
from walk import PASSWORD

# Who works in which role. `year` is the year of the districts' today, in which everything is entered.
DISTRICTS = {
    "jinzhou-gaoxin": {
        "year": 2022, "clerk": "wangwubing", "head": "zhengren", "coordinator": "zhaoliuding",
        "reviewer": "zhoujiugeng", "town": "sunbaji"},
    "wanghua": {
        "year": 2022, "clerk": "wh-tao", "head": "wh-jin", "coordinator": "wh-lan", "reviewer": "wh-shen-yi",
        "mediator": "wh-tiao"},
    "dawa": {
        "year": 2024, "clerk": "dw-qian", "head": "dw-sun", "coordinator": "dw-zhao", "reviewer": "dw-li",
        "mediator": "dw-zheng"},
    "huancui": {
        "year": 2022, "clerk": "daijia", "head": "daiyi", "coordinator": "fushuwu", "reviewer": "chengweiyi",
        "second_reviewer": "shenshener", "mediator": "daibing"},
    "yanghe": {
        "year": 2023, "clerk": "yh-qian", "head": "yh-sun", "coordinator": "yh-zhao", "reviewer": "yh-li",
        "mediator": "yh-zheng"},
}

ROWS = []


def row(district):
    """Files a function under its own name, which is the row's id."""

    def keep(function):
        ROWS.append((function.__name__.upper(), district, function))
        return function

    return keep


class Desk(Follower):
    """A browser at one district, with its people by what they do."""

    def __init__(self, base, shots, district, folder):
        super().__init__(base, shots)
        self.people, self.district, self.folder = DISTRICTS[district], district, folder
        self.year, self.id = self.people["year"], ""

    def check(self, what, holds, detail=""):
        super().check(f"{self.id} {what}", holds, detail)

    def shot(self, name):
        super().shot(name if name.startswith("failed") else f"{self.id.lower()}-{name}")

    def day(self, number):
        return f"{self.year}-01-{number:02d}"

    def at(self, role):
        self.become(self.people[role])

    def put(self, key, value):
        if isinstance(value, (list, tuple)):
            for one in value:
                self.put(key, one)
            return
        for control in self.browser.find_elements(By.NAME, key)[:1]:
            if control.get_attribute("type") == "file":
                for part in control.find_elements(By.XPATH, "./ancestor::details[not(@open)]/summary"):
                    self.press(part)
                control.send_keys(value)
                return
        super().put(key, value)

    def paper(self):
        """A small file to attach."""
        path = os.path.join(self.folder, "样张.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("演示用的附件。\n")
        return path

    def grow(self, tables):
        """Fills the next row of each table."""
        for key, values in tables.items():
            index = 0
            while self.has(f"[name^='{key}.{index}.']") and any(
                    c.get_attribute("value") for c in self.browser.find_elements(By.CSS_SELECTOR, f"input[name^='{key}.{index}.']")
                    if c.get_attribute("type") == "text"):
                index += 1
            if not self.has(f"[name^='{key}.{index}.']"):
                button = self.one(f"button[name='add_row'][value='{key}']")
                for part in button.find_elements(By.XPATH, "./ancestor::details[not(@open)]/summary"):
                    self.press(part)
                self.follow(button)
            self.fill({f"{key}.{index}.{field}": value for field, value in values.items()})

    def enter(self, role, register, values, rows=None, label="is entered"):
        self.at(role)
        self.open(f"/registers/{register}/new")
        self.grow(rows or {})
        self.fill(values)
        self.submit()
        saved = f"/registers/{register}/" in self.browser.current_url and not self.path().endswith("/new")
        self.check(f"{register}: the record {label}", saved, self.complaints() or self.text()[:300])
        if not saved:
            raise LookupError(f"{register} was not entered")
        return self.path()

    def act(self, role, record, move, values=None, rows=None, state=None):
        self.at(role)
        self.open(f"{record}/move/{move}")
        self.grow(rows or {})
        self.fill(values or {})
        self.submit()
        done = "/move/" not in self.browser.current_url and (state is None or state in self.one(".page-head").text)
        self.check(f"{move} is done by the {role}" + (f" and leads to {state}" if state else ""), done, self.complaints() or self.text()[:300])
        if not done:
            raise LookupError(f"{move} was not done")

    def edit(self, role, record, values, rows=None):
        self.at(role)
        self.open(f"{record}/edit")
        self.grow(rows or {})
        self.fill(values)
        self.submit()
        self.check("the record is added to", not self.path().endswith("/edit"), self.complaints())

    def refused(self, role, record, move, values=None, label=None):
        self.at(role)
        self.open(f"{record}/move/{move}")
        if self.has("main form[method=post] .foot-acts button.main"):
            self.fill(values or {})
            self.submit()
            held = "/move/" in self.browser.current_url and self.has(".errors")
        else:
            held = True
        self.check(label or f"{move} is held back", held, self.text()[:300])

    def gauge(self, role, figure, year=None):
        """The number of a figure page; none counts as zero."""
        self.at(role)
        self.open(f"/figures/{figure}?year={year or self.year}")
        return Decimal(self.figure() or "0")

    def risen(self, role, figure, before, by, year=None):
        after = self.gauge(role, figure, year)
        self.check(f"the figure {figure} rises by {by}", after - before == Decimal(by), f"{before} then {after}")

    def listed(self, register, query, title, there=True):
        self.open(f"/registers/{register}?{query}")
        found = title in self.text()
        self.check(f"the list {register}?{urllib.parse.unquote(query)} {'shows' if there else 'no longer shows'} it", found == there, self.text()[:300])

    def letter(self, role, record, wanted):
        """Issues a letter and gives its bytes."""
        self.at(role)
        self.open(record)
        buttons = [b for b in self.browser.find_elements(By.CSS_SELECTOR, "#letters form button") if wanted in b.text]
        if not buttons:
            self.check(f"{wanted} may be issued", False, [b.text for b in self.browser.find_elements(By.CSS_SELECTOR, "#letters button")])
            return
        self.follow(buttons[0])
        links = self.browser.find_elements(By.CSS_SELECTOR, "#letters th a")
        status, _, body = self.fetch(links[-1].get_attribute("href")[len(self.base):]) if links else (0, None, b"")
        self.check(f"{wanted} is issued as a document", status == 200 and body[:2] == b"PK", self.text()[:200])

    def public(self, path):
        """What anybody gets, without log-in."""
        try:
            with urllib.request.urlopen(f"{self.base}{path}{'&' if '?' in path else '?'}district={self.district}") as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return str(error.code)

    def unit(self, key, kind):
        """Some unit that a control offers whose name ends so."""
        for option in self.browser.find_elements(By.CSS_SELECTOR, f"[name='{key}'] option, #{key}-list option"):
            label = option.get_attribute("label") or option.get_attribute("textContent") or option.get_attribute("value")
            if label.strip().endswith(kind):
                return label.strip()
        raise LookupError(f"no {kind} in {key}")


# ---- Jinzhou High-Tech Zone, 2021

@row("jinzhou-gaoxin")
def j05(walk):
    """A talk-it-over point is held against the seven ones: one is missing, later all are there."""
    before = walk.gauge("coordinator", "mediation_body/qualified_points")
    point = walk.enter("town", "mediation_body", {
        "name": "南三社区第二评理说事点（试填）", "kind": "评理说事点", "unit": "南三社区", "set_up_on": walk.day(4), "venue": "南三社区二楼"})
    ones = ("sign", "venue", "team", "rules", "flow_chart", "card", "record_book")
    walk.at("coordinator")
    walk.open(f"{point}/move/send_back")
    walk.grow({"assessments": {"assessed_on": walk.day(10)}})
    walk.fill({f"assessments.0.result~{item}": "达标" if item != "record_book" else "未达标" for item in ones})
    walk.put("move.note", "没有记录本，月底前补上。")
    walk.shot("1-sheet")
    walk.submit()
    walk.check("a point without a record book has to mend it", "整改中" in walk.one(".page-head").text and "1项" in walk.text().replace(" ", ""),
               walk.complaints() or walk.text()[:600])
    walk.refused("coordinator", point, "qualify", label="it does not count as up to standard meanwhile")
    walk.open(f"{point}/move/qualify")
    walk.grow({"assessments": {"assessed_on": walk.day(17)}})
    walk.fill({f"assessments.1.result~{item}": "达标" for item in ones})
    walk.submit()
    walk.check("with all seven it is up to standard", "考评达标" in walk.one(".page-head").text, walk.complaints() or walk.text()[:400])
    walk.shot("2-record")
    walk.risen("coordinator", "mediation_body/qualified_points", before, 1)


@row("jinzhou-gaoxin")
def j06(walk):
    """Service cards are handed out, and the card and the sheet for one talk are printed."""
    before = walk.gauge("clerk", "education_activity/cards_handed_out")
    walk.at("clerk")
    activity = walk.enter("clerk", "education_activity", {
        "title": "便民说事服务卡入户发放（试填）", "unit": "区司法局", "kind": "发放资料", "channel": "入户", "campaign": "评理说事点宣传",
        "themes": "人民调解", "planned_on": walk.day(5), "service_cards": "260", "materials": "便民服务卡"})
    walk.act("clerk", activity, "hold", {"held_on": walk.day(8)})
    walk.risen("clerk", "education_activity/cards_handed_out", before, 260)
    walk.shot("1-figure")
    point = walk.enter("town", "mediation_body", {
        "name": "北四社区第二评理说事点（试填）", "kind": "评理说事点", "unit": "北四社区", "set_up_on": walk.day(4), "venue": "北四社区一楼"})
    walk.letter("town", point, "便民说事服务卡")
    walk.letter("town", point, "说事记录单")
    walk.shot("2-letters")


@row("jinzhou-gaoxin")
def j08(walk):
    """Mediators are trained in keeping files, and a case is bound."""
    before = walk.gauge("clerk", "education_activity/mediation_trainings")
    activity = walk.enter("clerk", "education_activity", {
        "title": "人民调解卷宗编写装订培训（试填）", "unit": "区司法局", "kind": "业务培训", "channel": "现场", "themes": "人民调解",
        "audiences": "调解员", "planned_on": walk.day(6)})
    walk.act("clerk", activity, "hold", {"held_on": walk.day(10), "participants": "34"})
    walk.act("clerk", activity, "record", {"result": "讲了卷宗目录、编号和装订，当堂练习一卷。", "recorded_on": walk.day(11)}, state="已登记")
    walk.risen("clerk", "education_activity/mediation_trainings", before, 1)
    walk.at("town")
    walk.open("/registers/mediation_case?state=archived")
    walk.follow(walk.one("table a.what"))
    record = walk.path()
    links = [a.get_attribute("href") for a in walk.browser.find_elements(By.CSS_SELECTOR, "a") if "ZIP" in a.text]
    walk.check("an archived case offers its bound file", bool(links), walk.text()[-400:])
    walk.shot("1-case")
    if links:
        status, headers, body = walk.fetch(links[0][len(walk.base):])
        walk.check("which is one archive", status == 200 and body[:2] == b"PK", f"{record} {headers}")


@row("jinzhou-gaoxin")
def j09(walk):
    """Messages on the constitution are sent; the figure adds them up."""
    before = walk.gauge("clerk", "education_activity/messages")
    activity = walk.enter("clerk", "education_activity", {
        "title": "宪法主题普法短信（试填）", "unit": "区司法局", "kind": "发送信息", "channel": "短信", "themes": "宪法", "planned_on": walk.day(5),
        "messages_sent": "3200"})
    walk.act("clerk", activity, "hold", {"held_on": walk.day(6)})
    walk.risen("clerk", "education_activity/messages", before, 3200)
    walk.shot("1-figure")
    walk.listed("education_activity", "channel=sms&q=" + urllib.parse.quote("宪法主题"), "宪法主题普法短信（试填）")
    walk.shot("2-list")


@row("jinzhou-gaoxin")
def j12(walk):
    """A national model village is checked again and keeps its name; another loses it."""
    kept = walk.gauge("coordinator", "demonstration_bid/national_villages_kept")
    records = []
    for name in ("示例甲社区", "示例乙社区"):
        record = walk.enter("clerk", "demonstration_bid", {
            "title": f"{name}全国民主法治示范社区（试填）", "kind": "民主法治示范村（社区）", "level": "国家级", "unit": "区司法局",
            "announced_on": walk.day(3)})
        walk.act("coordinator", record, "enter_named", {"named_on": walk.day(4), "named_by": "司法部、民政部", "move.note": "早年命名，补录。"}, state="已命名")
        records.append(record)
    walk.act("coordinator", records[0], "keep", {"self_checked_on": walk.day(10), "rechecked_on": walk.day(14), "recheck_result": "保留"})
    walk.shot("1-kept")
    walk.risen("coordinator", "demonstration_bid/national_villages_kept", kept, 1)
    walk.act("coordinator", records[1], "revoke", {
        "rechecked_on": walk.day(14), "recheck_result": "撤销", "ended_on": walk.day(15), "end_reason": "复核不合格"})
    walk.check("the other is revoked", "撤销" in walk.one(".page-head").text, walk.one(".page-head").text)


@row("jinzhou-gaoxin")
def j16(walk):
    """A line of the self-check table on overdue cases: found, assigned, mended, checked, with a standing rule made."""
    before = walk.gauge("coordinator", "rectification_issue/mechanisms")
    issue = walk.enter("clerk", "rectification_issue", {
        "title": "涉企案件超法定期限未结（试填）", "source": "专项行动", "campaign": "依法保护民营企业健康发展专项督查", "field": "超法定期限案件",
        "found_on": walk.day(4), "unit": "区司法局", "facts": "自查发现一件案件超过办理期限。"})
    walk.act("coordinator", issue, "assign", {"assigned_on": walk.day(5), "due_on": f"{walk.year}-03-31"}, state="已交办")
    walk.letter("coordinator", issue, "交办单")
    walk.act("head", issue, "set_measure", {"cause": "委托鉴定时间长", "measure": "每周调度，到期前十日提醒。", "measured_on": walk.day(6)})
    walk.act("clerk", issue, "report_progress", rows={"progress": {"reported_on": walk.day(10), "done": "案件已办结", "percent": "100"}})
    walk.edit("clerk", issue, {"mechanism": "案件办理期限提醒办法"})
    walk.at("head")
    walk.open(f"{issue}/move/report_done")
    walk.check("the head is offered only what he may fill in", not walk.has("[name='mechanism']"))
    walk.act("head", issue, "report_done", {
        "rectified_on": walk.day(12), "result": "案件办结，建立期限提醒办法。", "proof_file": walk.paper()})
    walk.act("reviewer", issue, "pass_check", {"checked_on": walk.day(14), "checker": "区司法局", "check_result": "通过"})
    walk.act("coordinator", issue, "close", {"closed_on": walk.day(17)}, state="已销号")
    walk.shot("1-record")
    walk.risen("coordinator", "rectification_issue/mechanisms", before, 1)
    walk.listed("rectification_issue", "source=campaign&field=overdue_cases", "涉企案件超法定期限未结（试填）")


# ---- Wanghua, 2021

@row("wanghua")
def w02(walk):
    """An item that is done wholly online, in one visit, at once, moves the three figures."""
    figures = ("service_item/fully_online_items", "service_item/one_visit_items", "service_item/instant_items")
    before = [walk.gauge("clerk", figure) for figure in figures]
    walk.enter("clerk", "service_item", {
        "name": "个体工商户歇业备案（试填）", "department": "区市场监管局", "nature": "依申请", "kind": "备案", "is_in_hall": "1", "is_online": "1",
        "is_fully_online": "1", "is_one_visit": "1", "is_instant": "1", "entry_kind": "调整新增", "listed_on": walk.day(5)})
    walk.shot("1-record")
    for figure, first in zip(figures, before):
        walk.risen("clerk", figure, first, 1)
    walk.shot("2-figure")
    walk.listed("service_item", "is_fully_online=1&is_one_visit=1&is_instant=1", "个体工商户歇业备案（试填）")


@row("wanghua")
def w08(walk):
    """A firm is engaged to sit at the district's office; each day of duty is entered and counted."""
    days, firms = walk.gauge("clerk", "legal_adviser/duty_days"), walk.gauge("clerk", "legal_adviser/firms")
    firm = walk.enter("clerk", "legal_adviser", {
        "unit": "望花区", "kind": "律师事务所", "name": "抚顺示例甲律师事务所（试填）", "credit_code": "31210000MD0000009X", "selected_on": walk.day(4), "selection": "公开遴选"})
    walk.act("head", firm, "engage", {
        "engaged_on": walk.day(5), "term_until": f"{walk.year + 1}-01-04", "is_conflict_checked": "1", "contract": walk.paper()},
             rows={"members": {"name": "律某甲", "role": "首席顾问"}}, state="聘用中")
    for number in (6, 7):
        walk.act("clerk", firm, "record_duty", rows={"duties": {"held_on": walk.day(number), "lawyer": "律某甲", "consultations": "3"}})
    walk.shot("1-record")
    walk.risen("clerk", "legal_adviser/duty_days", days, 2)
    walk.risen("clerk", "legal_adviser/firms", firms, 1)


@row("wanghua")
def w18(walk):
    """A call that 8890 passed on is received, assigned, handled, answered and asked about again."""
    before = walk.gauge("clerk", "complaint/line_8890")
    call = walk.enter("clerk", "complaint", {
        "received_on": walk.day(5), "channel": "8890热线", "channel_number": "8890-试1", "unit": "区营商局", "received_by": "区营商局",
        "title": "反映占道施工不公示（试填）", "kind": "投诉", "field": "执法不当", "urgency": "一般", "is_anonymous": "0", "complainant": "诉某甲",
        "phone": "10000000077", "content": "路口施工没有公示牌。"})
    walk.check("its time to be accepted is watched", walk.has("#clocks") and "受理" in walk.one("#clocks").text, walk.text()[-500:])
    walk.act("clerk", call, "accept", {"accepted_on": walk.day(5)}, state="已受理")
    walk.act("coordinator", call, "assign", {"assigned_to": "区市场监管局", "assigned_on": walk.day(6), "difficulty": "一般"}, state="办理中")
    walk.act("clerk", call, "handle", {"handled_on": walk.day(10), "result": "属实已处理", "handling": "已补设公示牌。"})
    walk.act("clerk", call, "answer", {"answered_on": walk.day(11), "answer_method": "电话"}, state="已答复")
    walk.act("clerk", call, "revisit", {"revisited_on": walk.day(13), "satisfaction": "满意"}, state="已回访")
    walk.shot("1-record")
    walk.risen("clerk", "complaint/line_8890", before, 1)
    walk.at("reviewer")
    walk.open(call)
    walk.check("a reviewer reads no phone number", "10000000077" not in walk.browser.page_source)


@row("wanghua")
def w22(walk):
    """A line of the yearly plan of inspections is approved, looked through, and stands on the public site."""
    before = walk.gauge("coordinator", "inspection/plans_published")
    title = "餐饮单位食品安全检查计划（试填）"
    plan = walk.enter("clerk", "inspection", {
        "title": title, "agency": "区市场监管局", "kind": "年度计划检查", "domain": "市场监管", "method": "现场检查", "is_joint": "0",
        "planned_on": walk.day(4), "planned_enterprises": "20"})
    walk.check("the public does not see it yet", title not in walk.public("/open/inspection"))
    walk.refused("coordinator", plan, "publish_plan", label="it cannot be made public before it is approved")
    walk.act("head", plan, "approve", {
        "basis_text": "有关法律的规定", "targets": "餐饮单位", "approved_on": walk.day(6), "approver": "区市场监管局"}, state="已批准")
    walk.act("coordinator", plan, "publish_plan", {
        "published_on": walk.day(10), "period_from": f"{walk.year}-03-01", "period_until": f"{walk.year}-04-30"})
    walk.risen("coordinator", "inspection/plans_published", before, 1)
    walk.check("anybody reads it on the public site", title in walk.public("/open/inspection?q=" + urllib.parse.quote("餐饮单位")))
    walk.open(f"/open/inspection?district={walk.district}&q=" + urllib.parse.quote("餐饮单位"))
    walk.shot("1-public")


def two_parties(walk, body, mediator, town, dispute, day, title):
    walk.at("mediator")
    walk.open("/registers/mediation_case/new")
    walk.fill({"registered_on": walk.day(day), "committee": body, "town": town, "source": "当事人申请", "dispute_type": dispute, "title": title,
               "facts": "双方为楼道堆物争执，各执一词。"})
    for index, (name, side) in enumerate((("张三甲", "申请人"), ("李某乙", "被申请人"))):
        if not walk.has(f"[name='parties.{index}.name']"):
            walk.follow(walk.one("button[name='add_row'][value='parties']"))
        walk.fill({f"parties.{index}.side": side, f"parties.{index}.name": name})
    walk.submit()
    walk.check("mediation_case: the case is registered", not walk.path().endswith("/new"), walk.complaints())
    record = walk.path()
    walk.open(f"{record}/move/accept")
    few = walk.has("[name='mediators'][type=checkbox]")
    walk.fill({"accepted_on": walk.day(day + 1), "mediators": "调某乙" if few else mediator})
    walk.submit()
    walk.check("mediation_case: it is accepted", "调解中" in walk.one(".page-head").text, walk.complaints())
    walk.act("mediator", record, "agree", {
        "agreement_form": "调解协议书", "agreement_effective_on": walk.day(day + 3), "agreement_text": "三日内清走堆物。"}, state="达成协议")
    return record


def mediator_of(walk, body, unit):
    """Somebody who may be named as mediator there, by number."""
    walk.enter("clerk", "mediator", {
        "name": "调某乙", "kind": "人民调解员", "unit": unit, "body": body, "appointed_on": walk.day(3), "appointment": "聘任"})
    return next(word for word in walk.one(".page-head").text.split() if "〔" in word)


@row("wanghua")
def w31(walk):
    """A personal studio is set up, and a case that it settles counts."""
    studios, agreed = walk.gauge("clerk", "mediation_body/studios"), walk.gauge("mediator", "mediation_case/agreed_cases")
    walk.enter("clerk", "mediation_body", {
        "name": "老样说和个人调解工作室（试填）", "kind": "个人调解工作室", "unit": "光明街道", "set_up_on": walk.day(3), "venue": "光明街道一楼",
        "chair": "样某甲"})
    walk.risen("clerk", "mediation_body/studios", studios, 1)
    mediator = mediator_of(walk, "老样说和个人调解工作室（试填）", "光明街道")
    two_parties(walk, "老样说和个人调解工作室（试填）", mediator, "光明街道", "邻里纠纷", 5, "工作室里的邻里纠纷（试填）")
    walk.shot("1-case")
    walk.risen("mediator", "mediation_case/agreed_cases", agreed, 1)
    walk.listed("mediation_body", "kind=studio", "老样说和个人调解工作室（试填）")


@row("wanghua")
def w33(walk):
    """A station of agents is opened; one of them brings in a petition online."""
    stations, agented = walk.gauge("clerk", "petition_station/agent_stations"), walk.gauge("clerk", "petition/agented_matters")
    station = walk.enter("clerk", "petition_station", {
        "name": "铝北社区信访代理站（试填）", "kind": "信访代理站", "unit": "铝北社区", "set_up_on": walk.day(3)})
    walk.act("clerk", station, "open", {"venue": "铝北社区一楼"},
             rows={"agents": {"name": "代某甲", "works_as": "网格员", "appointed_on": walk.day(4)}}, state="运行")
    walk.risen("clerk", "petition_station/agent_stations", stations, 1)
    petition = walk.enter("clerk", "petition", {
        "received_on": walk.day(5), "unit": "区信访局", "channel": "网上信访", "title": "反映供热温度不达标（代理试填）", "category": "城乡建设",
        "facts": "室温不足。", "agent_station": "铝北社区信访代理站（试填）", "agent": "代某甲"},
                          rows={"petitioners": {"name": "访某甲", "phone": "10000000078"}})
    walk.act("clerk", petition, "forward_2005", {"forward_kind": "转送", "forwarded_on": walk.day(7), "handling_unit": "区住建局"}, state="已转送")
    walk.shot("1-petition")
    walk.risen("clerk", "petition/agented_matters", agented, 1)
    walk.listed("petition", "channel=online&q=" + urllib.parse.quote("代理试填"), "反映供热温度不达标（代理试填）")


@row("wanghua")
def w40(walk):
    """The audit office hands a lead to the discipline commission, which gives a receipt and a result."""
    before = walk.gauge("clerk", "audit_transfer/sent_to_discipline")
    lead = walk.enter("clerk", "audit_transfer", {
        "found_on": walk.day(4), "audit_unit": "区审计局", "project": "某街道专项资金审计", "project_kind": "专项资金审计", "title": "虚报工程量线索（试填）", "kind": "违反党纪政务纪律",
        "amount": "120000", "facts": "工程量与现场不符。", "receiver": "纪检监察机关", "receiver_name": "区纪委监委"})
    walk.refused("clerk", lead, "hand_over", label="it is not handed over before it is approved")
    walk.act("head", lead, "approve", {"approved_on": walk.day(6)})
    walk.act("clerk", lead, "hand_over", {"letter_number": "望审移〔2022〕试1号", "sent_on": walk.day(7), "evidence": "6"})
    walk.act("clerk", lead, "receive", {"received_on": walk.day(10), "receipt_number": "试收1号"})
    walk.check("its time for an answer runs from the receipt", walk.has("#clocks") and "反馈" in walk.one("#clocks").text, walk.text()[-400:])
    walk.act("clerk", lead, "record_result", {
        "resulted_on": walk.day(17), "result": "立案查处", "cases_opened": "1", "persons_handled": "1"})
    walk.shot("1-record")
    walk.risen("clerk", "audit_transfer/sent_to_discipline", before, 1)


# ---- Dawa, 2023

@row("dawa")
def d04(walk):
    """A supervision group is set up, and an issue of the central inspection is given to a unit under it."""
    groups, issues = walk.gauge("coordinator", "working_body/supervision_groups"), walk.gauge("coordinator", "rectification_issue/inspection_issues")
    walk.enter("clerk", "working_body", {
        "name": "督察整改第九督导组（试填）", "kind": "督导组", "field": "督察整改", "unit": "区委依法治区办", "set_up_on": walk.day(3)})
    walk.risen("coordinator", "working_body/supervision_groups", groups, 1)
    issue = walk.enter("clerk", "rectification_issue", {
        "title": "执法公示栏目更新不及时（试填）", "source": "中央督察反馈", "campaign": "法治政府建设实地督察", "field": "行政执法",
        "found_on": walk.day(4), "unit": "区司法局", "body": "督察整改第九督导组（试填）"})
    walk.act("coordinator", issue, "assign", {"assigned_on": walk.day(5), "due_on": f"{walk.year}-06-28"}, state="已交办")
    walk.check("the due day stands among the clocks", f"{walk.year}-06-28" in walk.one("#clocks").text, walk.one("#clocks").text)
    walk.act("head", issue, "set_measure", {"cause": "没有专人", "measure": "定人定期更新。", "measured_on": walk.day(8)})
    walk.act("clerk", issue, "report_progress", rows={"progress": {"reported_on": walk.day(15), "done": "已更新两期", "percent": "60"}})
    walk.shot("1-record")
    walk.risen("coordinator", "rectification_issue/inspection_issues", issues, 1)
    walk.listed("rectification_issue", "source=central_inspection", "执法公示栏目更新不及时（试填）")


@row("dawa")
def d08(walk):
    """A matter stands in the year's catalogue of decisions, is altered from a day on, and is taken off."""
    old, new = "河道岸线利用规划（试填）", "河道岸线保护和利用规划（试填）"
    adjusted = walk.gauge("coordinator", "major_decision/catalogue_adjustments")
    matter = walk.enter("clerk", "major_decision", {
        "title": old, "decision_maker": "大洼区", "responsible_unit": "区水利局", "kind": "plan", "catalogue_year": str(walk.year),
        "entry_kind": "年初列入", "catalogued_on": walk.day(3)})
    walk.act("clerk", matter, "publish_catalogue", {"party_approved_on": walk.day(4), "catalogue_published_on": walk.day(5)})
    walk.act("head", matter, "adjust_catalogue", {"effective_on": walk.day(12), "title": new, "move.note": "党委同意，增加保护内容。"})
    walk.check("both versions stand on the page", walk.has("#versions") and old in walk.one("#versions").text, walk.text()[-500:])
    walk.shot("1-versions")
    walk.risen("coordinator", "major_decision/catalogue_adjustments", adjusted, 1)
    query = "&q=" + urllib.parse.quote("河道岸线")
    walk.listed("major_decision", f"as_of={walk.day(11)}{query}", old)
    walk.listed("major_decision", f"as_of={walk.day(12)}{query}", new)
    walk.act("head", matter, "remove", {"removed_on": walk.day(15), "move.note": "并入上位规划。"}, state="已调出目录")
    walk.listed("major_decision", f"as_of={walk.day(16)}{query}", new, there=False)


@row("dawa")
def d11(walk):
    """Before a hearing a reminder goes to the unit; its head appears, and the rate counts it."""
    figure = "litigation_case/sittings_with_head"
    before = walk.gauge("clerk", figure)
    suit = walk.enter("clerk", "litigation_case", {
        "received_on": walk.day(2), "unit": "区自然资源局", "title": "不服登记决定（试填）", "instance": "一审", "court": "示例区人民法院",
        "standing": "被告", "action_type": "行政登记", "request": "请求撤销登记。"}, rows={"parties": {"side": "原告", "kind": "公民", "name": "诉某甲"}})
    walk.act("clerk", suit, "answer", {"answered_on": walk.day(5)}, rows={"agents": {"kind": "本机关工作人员", "name": "代某乙"}}, state="已答辩")
    walk.act("clerk", suit, "plan_hearing", rows={"hearings": {"held_on": walk.day(15), "reminded_on": walk.day(9)}})
    walk.letter("clerk", suit, "出庭应诉提示函")
    walk.shot("1-letter")
    walk.at("clerk")
    walk.open(f"{suit}/move/hear")
    walk.fill({"hearings.0.head_appeared": "是", "hearings.0.head_rank": "正职负责人", "heard_on": walk.day(15), "appearance_need": "may"})
    walk.submit()
    walk.check("the hearing is entered with the head who appeared", "已开庭" in walk.one(".page-head").text, walk.complaints() or walk.text()[:300])
    walk.risen("clerk", figure, before, 1)


@row("dawa")
def d14(walk):
    """Guidance, a hint and their share among guidance, hints and penalties."""
    guided, advised = walk.gauge("clerk", "inspection/guiding_visits"), walk.gauge("clerk", "inspection/advising_visits")
    for kind, enterprise in (("guiding", "示例甲商贸有限公司"), ("advising", "示例乙商贸有限公司")):
        visit = walk.enter("clerk", "inspection", {
            "title": f"{enterprise}上门服务（试填）", "agency": "区市场监管局", "kind": kind, "domain": "市场监管", "method": "现场检查", "is_joint": "0",
            "planned_on": walk.day(4)})
        walk.act("clerk", visit, "guide", {"done_on": walk.day(9)},
                 rows={"visits": {"enterprise": enterprise, "visited_on": walk.day(9), "result": "已指导"}})
    walk.risen("clerk", "inspection/guiding_visits", guided, 1)
    walk.risen("clerk", "inspection/advising_visits", advised, 1)
    share = sum(walk.gauge("clerk", f"inspection/{mix}_mix") for mix in ("guidance", "management", "penalty"))
    walk.check("the three shares come to a hundred", abs(share - 100) <= Decimal("0.2"), str(share))
    walk.shot("1-share")


@row("dawa")
def d16(walk):
    """A dispute goes from village to town to district, and each has its own clock."""
    before = walk.gauge("clerk", "dispute_screening/handed_up_from_villages")
    dispute = walk.enter("clerk", "dispute_screening", {
        "screened_on": walk.day(3), "unit": "示例一村", "level": "村（社区）", "record_kind": "排查出的纠纷", "occasion": "每月定期排查",
        "title": "灌溉用水争执（试填）", "source": "走访发现"})
    walk.act("clerk", dispute, "judge", {
        "dispute_type": "山林土地纠纷", "situation": "两组争水。", "judged_on": walk.day(4), "risk": "较大", "judgment": "上报上一级"}, state="已研判")
    walk.act("clerk", dispute, "hand_up", {"handed_up_on": walk.day(5), "move.note": "牵涉两村。"}, rows={"hand_ups": {
        "from_level": "村（社区）", "from_unit": "示例一村", "handed_on": walk.day(5), "to_unit": "东一镇", "reason": "跨村（社区）、跨镇街", "take_by": walk.day(8)}})
    walk.check("it lies with the town now", "示例一村 → 东一镇" in walk.text(), walk.text()[:400])
    walk.act("clerk", dispute, "take_over", {
        "level": "镇街", "judged_on": walk.day(6), "judgment": "上报上一级", "hand_ups.0.taken_on": walk.day(6), "hand_ups.0.settle_by": walk.day(20)})
    walk.at("clerk")
    walk.open(f"{dispute}/move/hand_up_again")
    walk.put("move.note", "镇里办不了。")
    walk.add_row("hand_ups", 1, {"from_level": "镇街", "from_unit": "东一镇", "handed_on": walk.day(9), "to_unit": "大洼区",
                                 "reason": "重大疑难复杂", "take_by": walk.day(12)})
    walk.submit()
    walk.check("and then with the district", "东一镇 → 大洼区" in walk.text(), walk.complaints() or walk.text()[:400])
    walk.shot("1-record")
    walk.risen("clerk", "dispute_screening/handed_up_from_villages", before, 1)


@row("dawa")
def d17(walk):
    """The adviser of a village comes; hours and villages served are counted."""
    before = walk.gauge("clerk", "legal_service_visit/village_visits")
    visit = walk.enter("clerk", "legal_service_visit", {
        "planned_on": walk.day(4), "unit": "区司法局", "kind": "村（社区）法律顾问服务", "title": "村规民约审查（试填）", "village": "示例二村",
        "firm": "盘锦示例律师事务所", "adviser": "律某乙", "adviser_kind": "律师"})
    walk.act("clerk", visit, "do_village", {
        "done_on": walk.day(10), "mode": "到现场", "services": ["法律咨询", "审查村规民约和村务决策"], "hours": "3.5", "consultations": "12"})
    walk.shot("1-record")
    walk.risen("clerk", "legal_service_visit/village_visits", before, 1)
    walk.listed("legal_service_visit", "kind=village_adviser&q=" + urllib.parse.quote("村规民约审查"), "村规民约审查（试填）")


@row("dawa")
def d26(walk):
    """An item passes to the department of approvals, and its licence is made out electronically."""
    moved, electronic = walk.gauge("coordinator", "service_item/transferred_items"), walk.gauge("coordinator", "service_item/e_certificate_items")
    item = walk.enter("clerk", "service_item", {
        "name": "道路货运经营许可（试填）", "department": "区营商局", "nature": "依申请", "kind": "行政许可", "entry_kind": "目录首次公布", "listed_on": walk.day(3)})
    walk.act("coordinator", item, "transfer", {"transferred_on": walk.day(8), "transferred_from": "区交通局", "transfer_basis": "相对集中行政许可权改革方案"})
    walk.act("clerk", item, "issue_e_certificate", {"has_certificate": "1", "is_e_certificate": "1", "e_certificate_on": walk.day(10)})
    walk.shot("1-record")
    walk.risen("coordinator", "service_item/transferred_items", moved, 1)
    walk.risen("coordinator", "service_item/e_certificate_items", electronic, 1)


# ---- Huancui, 2021

@row("huancui")
def h05(walk):
    """An item of powers is put out, altered from a day on, and the public site reads the new name."""
    old, new = "餐厨垃圾处置许可（试填）", "餐厨废弃物处置许可（试填）"
    adjusted = walk.gauge("coordinator", "power_item/adjustments")
    item = walk.enter("clerk", "power_item", {
        "name": old, "department": "区综合行政执法局", "body_kind": "区级部门", "kind": "行政许可", "basis_text": "依据有关法规的规定",
        "entry_kind": "动态调整新增", "listed_on": walk.day(3)})
    walk.act("clerk", item, "publish", {"published_on": walk.day(4), "publication_channels": "政府网站"})
    walk.check("the public site has it", old in walk.public("/open/power_item?q=" + urllib.parse.quote("餐厨")))
    walk.act("clerk", item, "propose", {"proposed_on": walk.day(6), "proposed_kind": "变更要素", "move.note": "名称随法规变化。"})
    walk.at("coordinator")
    walk.open(f"{item}/move/adjust")
    walk.fill({"effective_on": walk.day(12), "name": new})
    walk.grow({"changes": {"kind": "变更要素", "reason": "法律、法规、规章立改废释", "basis": "法规修订", "effective_on": walk.day(12)}})
    walk.submit()
    walk.check("the adjustment takes effect", new in walk.text() and "/move/" not in walk.browser.current_url, walk.complaints())
    walk.risen("coordinator", "power_item/adjustments", adjusted, 1)
    walk.check("and the public site has the new name", new in walk.public("/open/power_item?q=" + urllib.parse.quote("餐厨")))
    walk.listed("power_item", f"as_of={walk.day(11)}&q=" + urllib.parse.quote("餐厨"), old)
    walk.shot("1-as-of")


@row("huancui")
def h08(walk):
    """A first and small breach is not penalised under the list, and what that relieves is added up."""
    relief = walk.gauge("clerk", "enforcement_case/relief")
    walk.enter("clerk", "list_item", {
        "list_kind": "不予行政处罚事项清单", "list_title": "市场监管领域不予处罚清单（试填）", "name": "首次未按规定公示价格且及时改正（试填）",
        "department": "区市场监管局", "origin": "省级", "listed_on": walk.day(3)})
    case = walk.enter("clerk", "enforcement_case", {
        "found_on": walk.day(4), "agency": "区市场监管局", "title": "未按规定公示价格（试填）", "source": "监督检查", "domain": "市场监管",
        "procedure": "普通程序"}, rows={"organisations": {"part": "当事人", "title": "示例丙超市"}})
    walk.act("head", case, "open", {"opened_on": walk.day(5)}, rows={"officers": {"name": "执某甲", "certificate": "演示001"}})
    walk.act("clerk", case, "tell", {"facts": "货架没有标价，当场改正。", "investigated_on": walk.day(7), "told_on": walk.day(8)})
    walk.edit("clerk", case, {"relieved": "30000", "lenience_item": "首次未按规定公示价格且及时改正（试填）", "is_educated": "是"})
    walk.act("head", case, "decide", {"decided_on": walk.day(14), "outcome": "首违不罚", "decision_number": "威环市监不罚〔2022〕试1号"})
    walk.shot("1-record")
    after = walk.gauge("clerk", "enforcement_case/relief")
    walk.check("the sum relieved rises by the case's", after > relief, f"{relief} then {after}")
    walk.shot("2-figure")


@row("huancui")
def h12(walk):
    """A contract is read by the legal office and by an adviser; without the second opinion none is issued."""
    before = walk.gauge("coordinator", "legality_review/adviser_reviews")
    review = walk.enter("clerk", "legality_review", {
        "received_on": walk.day(4), "review_unit": "区司法局", "submitting_unit": "区商务局", "title": "物流园合作协议（试填）", "kind": "合同、协议",
        "contract_kind": "战略合作", "counterparty": "示例丁公司"})
    walk.act("head", review, "assign", {
        "complete_on": walk.day(4), "assigned_on": walk.day(5), "first_reviewer": "程某一", "is_first_qualified": "1", "second_reviewer": "顾某二",
        "second_kind": "政府法律顾问"})
    walk.act("reviewer", review, "first_opinion", {"first_opinion_on": walk.day(7), "first_result": "lawful"})
    walk.refused("head", review, "issue_lawful", {
        "reviewed_on": walk.day(12), "result": "lawful", "opinion_number": "试审1号", "opinion": walk.paper()},
                 label="with one opinion nothing is issued")
    walk.shot("1-held")
    walk.act("second_reviewer", review, "second_opinion", {"second_opinion_on": walk.day(10), "second_result": "lawful"})
    walk.act("head", review, "issue_lawful", {
        "reviewed_on": walk.day(12), "result": "lawful", "opinion_number": "试审1号", "opinion": walk.paper()})
    walk.shot("2-record")
    walk.risen("coordinator", "legality_review/adviser_reviews", before, 1)


@row("huancui")
def h20(walk):
    """A leader of the district receives visitors and settles one matter on the spot."""
    held, settled = walk.gauge("clerk", "leader_reception/district_receptions"), walk.gauge("clerk", "leader_reception/district_resolved")
    reception = walk.enter("clerk", "leader_reception", {
        "planned_on": walk.day(4), "unit": "区信访局", "level": "区级领导", "title": "区领导接访日（试填）", "form": "定点接访", "official": "领某甲",
        "official_post": "副区长"})
    walk.act("clerk", reception, "hold", {"held_on": walk.day(6), "visitors": "3", "category": "城乡建设", "situation": "反映楼道漏水。"})
    walk.risen("clerk", "leader_reception/district_receptions", held, 1)
    walk.act("clerk", reception, "resolve_on_spot", {"answered_on_spot": "1", "resolution": "当场解释答复", "resolved_on": walk.day(6)})
    walk.shot("1-record")
    walk.risen("clerk", "leader_reception/district_resolved", settled, 1)


@row("huancui")
def h21(walk):
    """A line of a department's own list of legal education is put out for the public and carried out once."""
    before = walk.gauge("clerk", "education_duty/actions_taken")
    title = "食品安全法进市场（试填）"
    duty = walk.enter("clerk", "education_duty", {
        "title": title, "unit": "区市场监管局", "list_kind": "个性清单", "list_year": str(walk.year), "laws": "食品安全法", "audiences": "企业经营管理人员",
        "forms": "讲座培训", "listed_on": walk.day(4)})
    walk.act("clerk", duty, "publish", {"published_on": walk.day(7), "due_on": f"{walk.year}-12-10"}, state="已公示")
    walk.check("the public site has the line", title in walk.public("/open/education_duty?q=" + urllib.parse.quote("食品安全法进市场")))
    walk.act("clerk", duty, "act", rows={"actions": {"done_on": walk.day(12), "what": "集贸市场讲座一场", "people": "60"}})
    walk.shot("1-record")
    walk.risen("clerk", "education_duty/actions_taken", before, 1)
    walk.listed("education_duty", "list_kind=particular&q=" + urllib.parse.quote("食品安全法进市场"), title)


@row("huancui")
def h24(walk):
    """A reading room with the civil code is opened, and booklets are handed out in a town."""
    rooms, booklets = walk.gauge("clerk", "legal_venue/civil_code_reading_rooms"), walk.gauge("clerk", "education_activity/booklets_handed_out")
    walk.enter("clerk", "legal_venue", {
        "title": "桥头城市书房法律角（试填）", "kind": "城市书房、农家书屋法律图书角", "unit": "桥头镇", "themes": "民法典", "has_civil_code": "1", "opened_on": walk.day(5)})
    walk.risen("clerk", "legal_venue/civil_code_reading_rooms", rooms, 1)
    activity = walk.enter("clerk", "education_activity", {
        "title": "法治读本进村（试填）", "unit": "区司法局", "kind": "发放资料", "channel": "入户", "themes": "民法典", "planned_on": walk.day(6), "town": "桥头镇",
        "copies": "500", "booklets": "500", "materials": "读本手册"})
    walk.act("clerk", activity, "hold", {"held_on": walk.day(9)})
    walk.shot("1-record")
    walk.risen("clerk", "education_activity/booklets_handed_out", booklets, 500)


# ---- Yanghe, 2022

@row("yanghe")
def y04(walk):
    """A licence is listed as one that a commitment is enough for, and given to a firm that made it."""
    listed, firms = walk.gauge("clerk", "list_item/commitment_items"), walk.gauge("clerk", "commitment_approval/enterprises")
    walk.enter("clerk", "list_item", {
        "list_kind": "告知承诺审批事项目录", "list_title": "承诺审批事项目录（试填）", "name": "公共场所卫生许可（试填）", "department": "行政审批局",
        "origin": "本区", "listed_on": walk.day(3)})
    walk.risen("clerk", "list_item/commitment_items", listed, 1)
    approval = walk.enter("clerk", "commitment_approval", {
        "agency": "行政审批局", "kind": "涉企经营许可事项", "title": "公共场所卫生许可承诺办理（试填）", "list_entry": "公共场所卫生许可（试填）",
        "applicant_kind": "企业", "applicant": "示例戊餐饮有限公司", "credit_code": "91000000MA0000001X", "committed_on": walk.day(5)})
    walk.act("clerk", approval, "grant", {
        "told_on": walk.day(5), "credit_checked_on": walk.day(5), "granted_on": walk.day(5), "document_number": "试许1号", "check_method": "现场核查",
        "check_due_on": f"{walk.year}-02-28", "commitment_letter": walk.paper()})
    walk.check("the check afterwards has its day", f"{walk.year}-02-28" in walk.text(), walk.text()[-300:])
    walk.act("clerk", approval, "confirm_kept", {"checked_on": walk.day(12), "check_result": "与承诺相符", "closed_on": walk.day(13)})
    walk.shot("1-record")
    walk.risen("clerk", "commitment_approval/enterprises", firms, 1)


def recorded(walk, unit):
    """How many cases of a unit should have a recording, and how many have one, by the ledger."""
    walk.at("clerk")
    walk.open("/recordings/enforcement_case")
    cells = next(line.find_elements(By.CSS_SELECTOR, "th, td") for line in walk.browser.find_elements(By.CSS_SELECTOR, "table tr") if unit in line.text)
    return tuple(int(cell.text.replace(",", "")) for cell in cells[1:3])


@row("yanghe")
def y10(walk):
    """Each case has its disc: the ledger counts a decided case, and whether it has one."""
    unit = "城市执法局北部分局"
    made, ledger = walk.gauge("clerk", "enforcement_case/recordings_made"), recorded(walk, unit)
    case = walk.enter("clerk", "enforcement_case", {
        "found_on": walk.day(3), "agency": unit, "title": "占道经营案（刻录试填）", "source": "监督检查", "domain": "城市管理", "procedure": "普通程序"},
                      rows={"citizens": {"part": "当事人", "name": "当某甲"}})
    walk.act("head", case, "open", {"opened_on": walk.day(4)}, rows={"officers": {"name": "执某乙", "certificate": "演示002"}})
    walk.act("clerk", case, "tell", {"facts": "店外摆放货物。", "investigated_on": walk.day(6), "told_on": walk.day(7)})
    walk.act("head", case, "decide", {"decided_on": walk.day(14), "outcome": "给予行政处罚", "decision_number": "试罚1号"})
    walk.check("the ledger counts one more that should have a disc", recorded(walk, unit) == (ledger[0] + 1, ledger[1]), f"{ledger} {recorded(walk, unit)}")
    walk.shot("1-ledger")
    walk.at("clerk")
    walk.open(case)
    walk.check("the case says that it lacks its recording", "应当有音像记录" in walk.one("#recordings").text, walk.one("#recordings").text)
    walk.follow(walk.one("#recordings a.btn"))
    walk.fill({"recordings.0.recorded_on": walk.day(5), "recordings.0.stage": "调查取证", "recordings.0.medium": "光盘一张，试1号"})
    sound = os.path.join(walk.folder, "问询.wav")
    tone(sound, 3)
    walk.one("input[type=file]").send_keys(sound)
    walk.submit()
    walk.check("the recording is kept with its disc", "音像记录已保存" in walk.text() and "光盘一张" in walk.text(), walk.complaints() or walk.text()[:300])
    walk.risen("clerk", "enforcement_case/recordings_made", made, 1)
    walk.check("and one more that has it", recorded(walk, unit) == (ledger[0] + 1, ledger[1] + 1), str(recorded(walk, unit)))
    walk.shot("2-ledger")


@row("yanghe")
def y13(walk):
    """A point of risk is found, graded and guarded; a letter of the discipline body is served and answered."""
    found, letters = walk.gauge("clerk", "integrity_risk/found_risks"), walk.gauge("clerk", "integrity_document/discipline_suggestions")
    risk = walk.enter("clerk", "integrity_risk", {
        "found_on": walk.day(3), "unit": "规划建设局", "title": "设备采购验收一人签字（试填）", "domain": "政府采购和招标投标", "step": "验收和检查",
        "post_level": "中层岗位", "source": "集中排查", "causes": "制度机制", "description": "验收单只有一人签字。"})
    walk.act("head", risk, "grade_risk", {"likelihood": "3", "harm": "3", "grade": "二级（中）", "graded_on": walk.day(5)})
    walk.act("head", risk, "set_measures", {"measured_on": walk.day(6)}, rows={"measures": {
        "measure": "两人验收", "kind": "分权制衡", "responsible": "规划建设局", "due_on": walk.day(17)}})
    walk.shot("1-risk")
    walk.risen("clerk", "integrity_risk/found_risks", found, 1)
    letter = walk.enter("clerk", "integrity_document", {
        "drafted_on": walk.day(4), "issuer": "机关纪委", "kind": "纪律检查建议书", "title": "完善采购验收的建议（试填）", "copies": "1",
        "matter": "采购和招标投标"})
    walk.act("head", letter, "issue_letter", {
        "approved_on": walk.day(6), "issued_on": walk.day(6), "document_number": "试纪建1号", "addressee": "规划建设局"},
             rows={"problems": {"problem": "验收单只有一人签字"}})
    walk.act("clerk", letter, "reply", {"served_on": walk.day(7), "replied_on": walk.day(16), "adoption": "采纳"})
    walk.shot("2-letter")
    walk.risen("clerk", "integrity_document/discipline_suggestions", letters, 1)


@row("yanghe")
def y16(walk):
    """An informant reports signs of a gathering; the warning is judged and counted."""
    people, warnings = walk.gauge("clerk", "mediator/informants"), walk.gauge("clerk", "dispute_screening/warnings")
    walk.at("clerk")
    walk.open("/registers/mediator/new")
    unit = next(name for name in [o.text.strip() for o in walk.browser.find_elements(By.CSS_SELECTOR, "[name='unit'] option")]
                if name.endswith(("社区", "村")))
    mediator = walk.enter("clerk", "mediator", {
        "name": "预某甲", "kind": "矛盾预警信息员", "unit": unit, "appointed_on": walk.day(3), "appointment": "聘任"})
    walk.risen("clerk", "mediator/informants", people, 1)
    warning = walk.enter("clerk", "dispute_screening", {
        "screened_on": walk.day(5), "unit": unit, "level": "村（社区）", "record_kind": "预警信息", "occasion": "随时报告", "title": "商户准备集体上访（试填）",
        "source": "预警信息员报告"})
    walk.act("clerk", warning, "judge", {
        "dispute_type": "合同纠纷", "situation": "市场改造补偿谈不拢。", "judged_on": walk.day(5), "risk": "重大", "may_gather": "1", "judgment": "移送调解组织"},
             state="已研判")
    walk.shot("1-warning")
    walk.risen("clerk", "dispute_screening/warnings", warnings, 1)
    walk.listed("dispute_screening", "record_kind=warning&risk=high", "商户准备集体上访（试填）")
    walk.check("the informant has a page", mediator.startswith("/registers/mediator/"))


@row("yanghe")
def y17(walk):
    """A street's committee mediates, and the court confirms the agreement."""
    confirmed = walk.gauge("mediator", "mediation_case/confirmed_cases")
    walk.at("clerk")
    walk.open("/registers/mediation_body/new")
    town = next(name for name in [o.text.strip() for o in walk.browser.find_elements(By.CSS_SELECTOR, "[name='unit'] option")]
                if name.endswith(("街道", "镇")))
    walk.enter("clerk", "mediation_body", {
        "name": "样例街道人民调解委员会（试填）", "kind": "乡镇街道人民调解委员会", "unit": town, "set_up_on": walk.day(2)})
    mediator = mediator_of(walk, "样例街道人民调解委员会（试填）", town)
    record = two_parties(walk, "样例街道人民调解委员会（试填）", mediator, town, "合同纠纷", 4, "租赁合同纠纷（确认试填）")
    walk.edit("mediator", record, {"confirmation_wanted": "是"})
    walk.check("thirty days to ask the court run from the agreement", "申请司法确认期限" in walk.one("#clocks").text, walk.one("#clocks").text)
    walk.act("mediator", record, "apply_confirmation", {"confirmation_applied_on": walk.day(9)})
    walk.act("mediator", record, "record_confirmation", {
        "confirmation_accepted_on": walk.day(10), "confirmation_decided_on": walk.day(16), "confirmation_result": "裁定有效"})
    walk.shot("1-record")
    walk.risen("mediator", "mediation_case/confirmed_cases", confirmed, 1)


@row("yanghe")
def y22(walk):
    """A unit's plan is issued, registered online and filed with a copy; a plan not registered does not count."""
    before = walk.gauge("clerk", "emergency_plan/registered_plans")
    plan = walk.enter("clerk", "emergency_plan", {
        "name": "市场火灾应急预案（试填）", "kind": "单位应急预案", "event_class": "事故灾难", "unit": "社会事务局", "drill_duty": "own",
        "drafted_on": walk.day(3)})
    walk.act("head", plan, "enter_short", {"move.note": "单位预案，免评审。"}, state="评审通过")
    walk.act("head", plan, "issue", {"issued_on": walk.day(6), "approved_by": "单位主要负责人", "text_file": walk.paper()})
    walk.check("a plan that is only issued is not yet registered", walk.gauge("clerk", "emergency_plan/registered_plans") == before)
    walk.act("clerk", plan, "register_online", {"registered_on": walk.day(9)})
    walk.risen("clerk", "emergency_plan/registered_plans", before, 1)
    walk.act("clerk", plan, "file", {
        "filed_on": walk.day(12), "filing_route": "单位预案报主管部门", "filed_to": "应急管理局", "copied_to": "新区综治中心"}, state="已备案")
    walk.shot("1-record")


@row("yanghe")
def y24(walk):
    """The duty officer takes a call; the first report is quick, the next exact, the last whole."""
    calls, incidents = walk.gauge("clerk", "duty_shift/incident_calls"), walk.gauge("clerk", "incident/incidents")
    shift = walk.enter("clerk", "duty_shift", {
        "title": "综合值班夜班（试填）", "leader": "带某甲", "unit": "应急管理局", "kind": "夜班", "shift_on": walk.day(10), "starts_at": f"{walk.day(10)} 17:30",
        "ends_at": f"{walk.day(11)} 08:30"})
    walk.act("clerk", shift, "begin", {"began_at": f"{walk.day(10)} 17:25", "facilities_ok": "1"}, rows={"staff": {"name": "值某甲", "post": "值班员"}})
    walk.act("clerk", shift, "log", rows={"calls": {
        "at": f"{walk.day(10)} 21:05", "channel": "数字城管", "matter": "市场线路起火", "kind": "突发事件", "handling": "报告领导"}})
    walk.shot("1-shift")
    walk.risen("clerk", "duty_shift/incident_calls", calls, 1)
    incident = walk.enter("clerk", "incident", {
        "title": "市场线路起火（试填）", "event_class": "事故灾难", "event_kind": "火灾", "severity": "一般", "unit": "应急管理局", "source": "数字城管",
        "known_on": walk.day(10), "known_at": f"{walk.day(10)} 21:05", "facts": "电线起火，无人伤亡。"})
    walk.act("clerk", incident, "phone", {"phoned_at": f"{walk.day(10)} 21:12", "phoned_to": "新区总值班室"})
    walk.act("head", incident, "report_first", {
        "first_sent_at": f"{walk.day(10)} 21:40", "first_sent_to": "新区总值班室", "first_channel": "信息报送系统"})
    walk.act("clerk", incident, "report_further", rows={"reports": {
        "since_at": f"{walk.day(10)} 21:40", "sent_at": f"{walk.day(10)} 23:10", "receiver": "新区总值班室", "content": "核实情况", "summary": "已扑灭"}})
    walk.act("head", incident, "report_final", {"handled_on": walk.day(11), "final_sent_on": walk.day(12), "final_file": walk.paper()}, state="已终报")
    walk.shot("2-incident")
    walk.risen("clerk", "incident/incidents", incidents, 1)


def visit(given, district, rows, totals):
    """One district's demo, served, and its rows done one after the other."""
    folder = tempfile.mkdtemp(prefix="zhunsheng-systems-")
    database = os.path.join(folder, "systems.sqlite")
    kept = os.path.join(given.databases, district + ".sqlite") if given.databases else None
    server = walk = None
    try:
        if kept and os.path.exists(kept):
            for end in ("", "-wal", "-shm", ".keys"):
                if os.path.exists(kept + end):
                    shutil.copy(kept + end, database + end)
        else:
            subprocess.run([given.binary, "demo", "--district", district, "--no-serve", "--database", database, "--password", PASSWORD], check=True,
                           stdout=subprocess.DEVNULL)
        port = free_port()
        server = subprocess.Popen([given.binary, "serve", "--database", database, "--port", str(port)], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        base = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                urllib.request.urlopen(base + "/login").read()
                break
            except OSError:
                time.sleep(0.1)
        walk = Desk(base, given.shots, district, folder)
        walk.failed = totals[1]
        for name, _, function in rows:
            walk.id = name
            try:
                function(walk)
            except Exception as error:  # a step that could not be taken is a failed check, with the page it happened on
                walk.check(f"goes on: {type(error).__name__}: {str(error)[:300]}", False, walk.browser.current_url)
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
    arguments.add_argument("--district", nargs="*", help="only these districts")
    arguments.add_argument("--only", nargs="*", help="only these ids")
    arguments.add_argument("--databases", help="a folder with demos made before, NAME.sqlite with its keys; they are copied")
    given = arguments.parse_args()
    totals, done = [0, 0], 0
    for district in DISTRICTS:
        rows = [r for r in ROWS if r[1] == district and (not given.only or r[0] in given.only)]
        if rows and (not given.district or district in given.district):
            visit(given, district, rows, totals)
            done += len(rows)
    print(f"{done} rows")
    print(f"{totals[0]} passed, {totals[1]} failed")
    sys.exit(1 if totals[1] or not done else 0)


if __name__ == "__main__":
    main()
