"""Working-day arithmetic against PyPI's `holidays`, which knows Vietnam's holidays and make-up Saturdays and counts on its own."""

import json
import random
from datetime import date, timedelta

import holidays
from program import answer, conclude

FIRST, LAST = date(2013, 1, 1), date(2030, 12, 31)
vietnam = holidays.country_holidays("VN", years=range(FIRST.year, LAST.year + 1))
chance = random.Random(20251001)


def any_day() -> date:
    """A day far enough from both ends for every case to stay inside the years that the holiday file covers."""
    return FIRST + timedelta(days=chance.randrange(200, (LAST - FIRST).days - 200))


def added(day: date, n: int, working: bool) -> date:
    return vietnam.get_nth_working_day(day, n) if working else day + timedelta(days=n)


def difference(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; backwards, those from `end` up to the day before `start`, negative."""
    one = timedelta(days=1)
    if end > start:
        return vietnam.get_working_days_count(start + one, end)
    return -vietnam.get_working_days_count(end, start - one) if end < start else 0


differences: list[str] = []
agreed = 0


def compare(case: str, ours, theirs) -> None:
    global agreed
    if ours == theirs:
        agreed += 1
    else:
        differences.append(f"{case}: nhiemvu {ours}, holidays {theirs}")


cases = [(any_day(), chance.choice([-1, 1]) * chance.randrange(1, 100), chance.random() < 0.8) for _ in range(2000)]
questions = [{"date": day.isoformat(), "n": n, "working": working} for day, n, working in cases]
answers = answer("calendar", "add", "--batch", stdin=json.dumps(questions) + "\n")
if len(answers) != len(cases):
    differences.append(f"asked {len(cases)}, answered {len(answers)}")
for (day, n, working), got in zip(cases, answers):
    compare(f"add {day} {n}{' --working' if working else ''}", got.get("date"), added(day, n, working).isoformat())

for _ in range(50):
    start = any_day()
    end = start + timedelta(days=chance.randrange(-150, 150))
    compare(f"diff {start} {end} --working", answer("calendar", "diff", str(start), str(end), "--working")["days"], difference(start, end))

conclude("calendar", agreed, differences)
