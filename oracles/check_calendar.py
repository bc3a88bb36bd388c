"""Date arithmetic against PyPI's `holidays`, which knows Vietnam's holidays and make-up Saturdays and counts working days on its own,
and, for months, `dateutil`."""

import json
import random
from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta
from program import answer, conclude

FIRST, LAST = date(2013, 1, 1), date(2030, 12, 31)
ONE = timedelta(days=1)
vietnam = holidays.country_holidays("VN", years=range(FIRST.year, LAST.year + 1))
chance = random.Random(20251001)


def any_day() -> date:
    """A day far enough from both ends for every case to stay inside the years that the holiday file covers."""
    return FIRST + timedelta(days=chance.randrange(200, (LAST - FIRST).days - 200))


def added(day: date, n: int, unit: str) -> date:
    match unit:
        case "working":
            return vietnam.get_nth_working_day(day, n)
        case "months":
            return day + relativedelta(months=n)
        case _:
            return day + timedelta(days=n)


def working_days(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; backwards, those from `end` up to the day before `start`, negative."""
    if end > start:
        return vietnam.get_working_days_count(start + ONE, end)
    return -vietnam.get_working_days_count(end, start - ONE) if end < start else 0


def ask(verb: str, questions: list[dict], key: str) -> list:
    answers = answer("calendar", verb, "--batch", stdin=json.dumps(questions))
    return [one.get(key) for one in answers]


units = ["working"] * 8 + ["months", "days"]
sums = [(any_day(), chance.choice([-1, 1]) * chance.randrange(1, 100), chance.choice(units)) for _ in range(2000)]
spans = [(start, start + timedelta(days=chance.randrange(-150, 150))) for start in (any_day() for _ in range(1000))]

cases = [f"add {day} {n} {unit}" for day, n, unit in sums] + [f"diff {start} {end} working" for start, end in spans]
ours = ask("add", [{"date": str(day), "n": n, unit: True} for day, n, unit in sums], "date")
ours += ask("diff", [{"from": str(start), "to": str(end), "working": True} for start, end in spans], "days")
theirs = [str(added(*case)) for case in sums] + [working_days(*span) for span in spans]

differences = [f"{case}: nhiemvu {our}, holidays {their}" for case, our, their in zip(cases, ours, theirs) if our != their]
if len(ours) != len(cases):
    differences.append(f"asked {len(cases)}, answered {len(ours)}")
conclude("calendar", len(cases) - len(differences), differences)
