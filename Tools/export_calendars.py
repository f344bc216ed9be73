#!/usr/bin/env python3
"""Writes calendars/<year>.yaml from the package chinesecalendar, after checking it day by day against the package holidays.

    pip install chinesecalendar==1.11.0 holidays==0.109
    python3 Tools/export_calendars.py

A year's file lists the rest days and make-up workdays that fall in the year; plain weekends are not listed.
"""
import datetime
import pathlib

import chinese_calendar
import holidays
from chinese_calendar import constants

YEARS = range(2004, 2027)
WEEKDAYS = "一二三四五六日"

# Numbers of the State Council General Office's notices; years whose number we have not checked are cited by name alone.
NOTICES = {
    2016: "国办发明电〔2015〕18号",
    2018: "国办发明电〔2017〕12号",
    2019: "国办发明电〔2018〕15号、国办发明电〔2019〕3号",
    2020: "国办发明电〔2019〕16号、国办发明电〔2020〕1号",
    2021: "国办发明电〔2020〕27号",
    2022: "国办发明电〔2021〕11号",
    2023: "国办发明电〔2022〕16号",
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}

# The one day on which the two packages differ: a Saturday that holidays takes for a make-up workday.
DISPUTED = [datetime.date(2005, 12, 31)]


def days(first, last):
    return (first + datetime.timedelta(n) for n in range((last - first).days + 1))


def check():
    other = holidays.China(years=YEARS)
    differing = [
        day
        for day in days(datetime.date(YEARS[0], 1, 1), datetime.date(YEARS[-1], 12, 31))
        if chinese_calendar.is_workday(day) != other.is_working_day(day)
    ]
    assert differing == DISPUTED, f"the two packages differ on {differing}"
    assert not set(constants.holidays) & set(constants.workdays)
    assert all(day.weekday() >= 5 for day in constants.workdays)


def listing(key, table, year):
    rows = sorted(day for day in table if day.year == year)
    if not rows:
        return [f"{key}: []"]
    names = {holiday.value: holiday.chinese for holiday in constants.Holiday}
    return [f"{key}:"] + [f"  - {day}  # {names[table[day]]} 周{WEEKDAYS[day.weekday()]}" for day in rows]


def edition(year):
    notice = f"（{NOTICES[year]}）" if year in NOTICES else ""
    lines = [f"# {year} 年休息日（rest）和调休上班日（work）；周末不另列。由 Tools/export_calendars.py 生成。"]
    if year in {day.year for day in DISPUTED}:
        lines.append("# 2005-12-31（周六）：两种数据来源说法不一，此处按休息日。")
    lines += [f"year: {year}", f"source: 国务院办公厅 {year} 年节假日安排{notice}"]
    lines += listing("rest", constants.holidays, year) + listing("work", constants.workdays, year)
    return "\n".join(lines) + "\n"


def main():
    check()
    folder = pathlib.Path(__file__).resolve().parent.parent / "calendars"
    folder.mkdir(exist_ok=True)
    for year in YEARS:
        (folder / f"{year}.yaml").write_text(edition(year), encoding="utf-8")
    print(f"{len(YEARS)} years written to {folder.name}/")


if __name__ == "__main__":
    main()
