#!/usr/bin/env python3
"""Random cases for the tests of LegalTime, answered day by day by two independent tables of Chinese rest days.

    python3 Tools/calendar_oracle.py --seed 1 --count 2000 > Tests/LegalTimeTests/Fixtures/oracle.tsv

Needs chinesecalendar 1.11.0 and holidays 0.109. A case on which the two tables disagree, which is one that touches 2005-12-31,
is left out. One case a line, fields parted by tabs:

    add     START N         the N-th working day after START
    back    EVENT N         the N-th working day before EVENT
    roll    DAY             the first working day on or after DAY
    count   START END       working days after START through END
    months  START N         the same-numbered day N months later
    due     START UNIT N PAUSES EXTENSION ROLL      the due day, or "paused"

PAUSES is "-" or from/resumed pairs joined by ","; an open one ends with "/". EXTENSION is "-" or "UNIT:N". Nothing here counts
but by single steps of a day: the point is to reckon in another way than LegalTime does.
"""
import argparse
import calendar
import datetime
import random

import chinese_calendar
import holidays

FIRST = datetime.date(2004, 1, 1)
LAST = datetime.date(2026, 12, 31)
DAY = datetime.timedelta(1)


class OutOfTable(Exception):
    """The case leans on a day that the tables do not have."""


class Table:
    def __init__(self, is_workday):
        self.works = {}
        day = FIRST
        while day <= LAST:
            self.works[day] = is_workday(day)
            day += DAY

    def is_workday(self, day):
        if day not in self.works:
            raise OutOfTable
        return self.works[day]

    def add(self, start, count):
        day = start
        while count:
            day += DAY
            count -= self.is_workday(day)
        return day

    def back(self, event, count):
        day = event
        while count:
            day -= DAY
            count -= self.is_workday(day)
        return day

    def roll(self, day):
        while not self.is_workday(day):
            day += DAY
        return day

    def count(self, start, end):
        total, day = 0, start
        while day < end:
            day += DAY
            total += self.is_workday(day)
        return total

    def walk(self, day, unit, count, pauses):
        """The day on which the count is full, or None where an open pause stops it."""
        while count:
            day += DAY
            if any(start <= day and end is None for start, end in pauses):
                return None
            if any(start <= day < end for start, end in pauses if end):
                continue
            count -= self.is_workday(day) if unit == "working_days" else 1
        return day

    def due(self, start, unit, count, pauses, extension, roll):
        day, nominal = start, start
        for unit, count in [(unit, count)] + ([extension] if extension else []):
            if unit == "working_days":
                day = nominal = self.walk(day, unit, count, pauses)
            else:
                end = nominal + count * DAY if unit == "calendar_days" else months_after(nominal, count * (12 if unit == "years" else 1))
                day = self.walk(day, unit, (end - nominal).days, pauses)
                nominal = end
            if day is None:
                return "paused"
        while roll:
            if any(start <= day and end is None for start, end in pauses):
                return "paused"
            if self.is_workday(day) and not any(start <= day < end for start, end in pauses if end):
                break
            day += DAY
        return day


def months_after(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def random_day(chance, last=LAST):
    return FIRST + DAY * chance.randrange((last - FIRST).days + 1)


def random_length(chance):
    unit = chance.choice(["calendar_days", "working_days", "months", "years"])
    most = {"calendar_days": 120, "working_days": 60, "months": 12, "years": 3}[unit]
    return unit, chance.randint(1, most)


def random_pauses(chance, start):
    pauses = []
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
        begin = start + DAY * chance.randint(-10, 90)
        end = None if chance.random() < 0.05 else begin + DAY * chance.randint(0, 40)
        pauses.append((begin, end))
    return pauses


def case(chance):
    kind = chance.choice(["add", "back", "roll", "count", "months", "due", "due", "due"])
    day = random_day(chance)
    if kind in ("add", "back"):
        return kind, (day, chance.randint(1, 260))
    if kind == "roll":
        return kind, (day,)
    if kind == "count":
        return kind, tuple(sorted((day, random_day(chance))))
    if kind == "months":
        return kind, (day, chance.randint(1, 60))
    extension = random_length(chance) if chance.random() < 0.4 else None
    return kind, (day, *random_length(chance), random_pauses(chance, day), extension, chance.random() < 0.7)


def answer(table, kind, arguments):
    return months_after(*arguments) if kind == "months" else getattr(table, kind)(*arguments)


def text(value):
    if isinstance(value, list):
        return ",".join(f"{start}/{end or ''}" for start, end in value) or "-"
    if isinstance(value, tuple):
        return ":".join(map(str, value))
    if isinstance(value, bool):
        return "next_working_day" if value else "none"
    return "-" if value is None else str(value)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=2000)
    options = options.parse_args()

    chance = random.Random(options.seed)
    other = holidays.China(years=range(FIRST.year, LAST.year + 1))
    tables = [Table(chinese_calendar.is_workday), Table(other.is_working_day)]
    made = 0
    while made < options.count:
        kind, arguments = case(chance)
        try:
            first, second = (answer(table, kind, arguments) for table in tables)
        except OutOfTable:
            continue
        if first == second:
            print("\t".join([kind, *map(text, arguments), text(first)]))
            made += 1


if __name__ == "__main__":
    main()
