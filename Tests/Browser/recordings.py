#!/usr/bin/env python3
"""Recordings and notices in a real browser: the ledger with a case that lacks its recording, an upload, the player's own range requests,
what a masked role gets; a notice that is read; the calendar behind its secret address.

Usage: recordings.py --binary .build/debug/zhunsheng [--shots DIR] [--database FILE] [--port N]
The last line says "N passed, N failed".
"""
import argparse
import math
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import wave

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from registers import Counter, free_port
from walk import PASSWORD


def tone(path, seconds):
    """An invented tone, large enough for several pieces."""
    with wave.open(path, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(44100)
        out.writeframes(b"".join(struct.pack("<h", int(6000 * math.sin(i / 30))) for i in range(44100 * seconds)))


def request(walk, path, headers=None, cookies=True):
    asked = urllib.request.Request(walk.base + path, headers=headers or {})
    if cookies:
        asked.add_header("Cookie", "; ".join(f"{c['name']}={c['value']}" for c in walk.browser.get_cookies()))
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def ledger(walk):
    walk.become("hanyijia")
    walk.open("/recordings")
    walk.check("the ledger opens with the share and the units", walk.has("#share") and "%" in walk.one("#share").text, walk.text()[:300])
    walk.check("a kept recording is shown by size and hash", re.search(r"kB · [0-9a-f]{12} · ", walk.text()) is not None, walk.text()[:800])
    walk.shot("ledger")
    walk.follow([a for a in walk.browser.find_elements(By.CSS_SELECTOR, ".views a") if "缺音像记录" in a.text][0])
    rows = walk.browser.find_elements(By.CSS_SELECTOR, "#cases tbody tr")
    walk.check("the filter leaves cases that lack one", rows and all(r.get_attribute("data-lacking") == "yes" for r in rows), len(rows))
    walk.shot("ledger-lacking")
    return rows[0].find_element(By.CSS_SELECTOR, "th a").get_attribute("href")[len(walk.base):].split("#")[0]


def upload(walk, record, folder):
    walk.open(record)
    walk.check("the case says that it lacks its recording", "应当有音像记录" in walk.one("#recordings").text, walk.one("#recordings").text)
    walk.follow(walk.one("#recordings a.btn"))
    walk.shot("upload-form")
    page = os.path.join(folder, "假.mp4")
    with open(page, "w") as out:
        out.write("<html><script>alert(1)</script></html>")
    for control in walk.browser.find_elements(By.CSS_SELECTOR, "[name^='recordings.0.']"):
        key = control.get_attribute("name").split(".")[-1]
        if key == "recorded_on":
            walk.put(control.get_attribute("name"), "2022-01-05")
        elif key == "medium":
            walk.put(control.get_attribute("name"), "窗口试传一号")
        elif key == "stage":
            walk.browser.execute_cdp_cmd("Runtime.evaluate", {"expression": "document.querySelector(\"select[name$='.stage']\").selectedIndex = 1"})
    if walk.has("[name='correct.reason']"):
        walk.put("correct.reason", "补传音像记录（试传）。")
    walk.one("input[type=file]").send_keys(page)
    walk.submit()
    walk.check("a page that calls itself a video is refused with a sentence", "不是可以播放的音像文件" in walk.text(), walk.text()[:300])
    sound = os.path.join(folder, "问询.wav")
    tone(sound, 40)
    walk.one("input[type=file]").send_keys(sound)
    walk.submit()
    walk.check("the recording is kept", "音像记录已保存" in walk.text() and walk.has("#recordings audio"), walk.complaints() or walk.text()[:400])
    walk.shot("record-with-player")
    with open(sound, "rb") as kept:
        return kept.read()


def play(walk, record, sound):
    """A second browser with scripts asks the player itself how far it got."""
    source = walk.one("#recordings audio").get_attribute("src")[len(walk.base):]
    options = Options()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--lang=zh-CN", "--autoplay-policy=no-user-gesture-required", "--mute-audio"):
        options.add_argument(flag)
    options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
    player = webdriver.Chrome(service=Service(shutil.which("chromedriver") or "/usr/bin/chromedriver"), options=options)
    try:
        player.get(walk.base + "/login")
        for cookie in walk.browser.get_cookies():
            player.add_cookie(cookie)
        player.get(walk.base + record)
        for _ in range(100):
            if player.execute_script("return document.querySelector('#recordings audio').readyState") >= 1:
                break
            time.sleep(0.1)
        length = player.execute_script("return document.querySelector('#recordings audio').duration")
        walk.check("the player knows the length", length and abs(length - 40) < 0.5, length)
        player.execute_script("const a = document.querySelector('#recordings audio'); a.currentTime = 35; a.play()")
        time.sleep(1.5)
        place = player.execute_script("return document.querySelector('#recordings audio').currentTime")
        walk.check("and plays from a place near the end", place and place > 35, place)
    finally:
        player.quit()
    status, headers, body = request(walk, source, {"Range": "bytes=0-0"})
    walk.check("the first byte", status == 206 and body == sound[:1], f"{status} {headers}")
    status, headers, body = request(walk, source, {"Range": "bytes=-7"})
    walk.check("the last bytes", status == 206 and body == sound[-7:] and headers["Content-Range"].endswith(f"/{len(sound)}"), headers)
    status, headers, body = request(walk, source, {"Range": "bytes=1048570-2097160"})
    walk.check("a stretch over three pieces", status == 206 and body == sound[1048570:2097161], f"{status} {len(body)}")
    status, headers, _ = request(walk, source, {"Range": f"bytes={len(sound)}-"})
    walk.check("beyond the end", status == 416 and headers["Content-Range"] == f"bytes */{len(sound)}", headers)
    walk.check("without log-in there is nothing", request(walk, source, cookies=False)[2][:4] != b"RIFF")
    walk.become("qianqiwu")
    walk.open(record)
    walk.check("a masked role sees that there is one and gets no player", "不能播放" in walk.text() and not walk.has("audio"), walk.text()[:300])
    walk.check("nor the file", request(walk, source)[0] == 404)


def notices(walk):
    """Somebody whose unit has unread notices reads one of them."""
    for login in ("hanyijia", "sunbaji", "wangwubing", "heqigeng"):
        walk.become(login)
        walk.open("/notices")
        fresh = walk.browser.find_elements(By.CSS_SELECTOR, "#notices tr[data-read='no']")
        if fresh:
            break
    walk.check("there are unread notices, first in the list", len(fresh) > 0, walk.text()[:300])
    walk.shot("notices")
    walk.follow(fresh[0].find_element(By.CSS_SELECTOR, "form button"))
    after = walk.browser.find_elements(By.CSS_SELECTOR, "#notices tr[data-read='no']")
    walk.check("one that is marked is read", len(after) < len(fresh) or walk.has("#notices tr[data-read='yes']"), len(after))
    handed = False
    for login in ("hanyijia", "sunbaji", "wangwubing", "heqigeng", "liujiujia", "wushixin", "zhusanbing", "lvbaxin", "tiaojie-xier"):
        walk.become(login)
        walk.open("/notices")
        if "交到本单位" in walk.one("main").text.split("要收哪些消息")[0]:
            handed = True
            break
    walk.check("somebody is told of a record that was handed over", handed)
    walk.shot("notices-handed-over")
    walk.follow(walk.one("a[href='/account/calendar']"))
    walk.follow(walk.one("form[action='/account/calendar'] button"))
    address = walk.one("#feed").text
    walk.shot("calendar")
    status, headers, body = request(walk, address[len(walk.base):], cookies=False)
    text = body.decode("utf-8").replace("\r\n ", "")
    events = text.count("BEGIN:VEVENT")
    walk.check("the feed opens without log-in", status == 200 and headers["Content-Type"].startswith("text/calendar"), headers)
    walk.check("and is well formed", text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
               and events == text.count("END:VEVENT") == len(re.findall(r"^DTSTART;VALUE=DATE:\d{8}\r$", text, re.M)), text[:300])
    print(f"      {events} due days in the feed")
    walk.become("fengshigui")
    walk.open("/webhooks")
    walk.check("the system administrator keeps the addresses", walk.has("form[action='/webhooks']"), walk.text()[:200])
    walk.put("address", "ftp://gate.invalid")
    walk.follow(walk.one("form[action='/webhooks'] button.main"))
    walk.check("an address of another kind is refused", walk.has(".errors li"), walk.text()[:200])
    walk.put("address", "http://gate.invalid/in")
    walk.follow(walk.one("form[action='/webhooks'] button.main"))
    walk.check("a secret is shown once", walk.has("#secret"), walk.text()[:300])
    walk.shot("webhooks")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--shots")
    arguments.add_argument("--database", help="a demo that is there already, made with the walk's password; it is written to")
    arguments.add_argument("--port", type=int)
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="zhunsheng-recordings-")
    database = given.database or os.path.join(folder, "recordings.sqlite")
    port = given.port or free_port()
    walk = None
    if not given.database:
        subprocess.run([given.binary, "demo", "--district", "jinzhou-gaoxin", "--no-serve", "--database", database, "--password", PASSWORD], check=True,
                       stdout=subprocess.DEVNULL)
    server = subprocess.Popen([given.binary, "serve", "--database", database, "--port", str(port)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    try:
        base = f"http://127.0.0.1:{port}"
        for _ in range(900):
            try:
                urllib.request.urlopen(base + "/login").read()
                break
            except OSError:
                time.sleep(0.1)
        walk = Counter(base, given.shots)

        def recordings():
            record = ledger(walk)
            play(walk, record, upload(walk, record, folder))

        for take in (recordings, lambda: notices(walk)):
            try:
                take()
            except Exception as error:  # a step that could not be taken is a failed check, with the page it happened on
                walk.check(f"the walk goes on: {type(error).__name__}: {str(error)[:300]}", False, walk.browser.current_url)
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
