"""The calendar of due dates as another program reads it (icalendar): one event a running or lately stopped deadline of the store, on its day."""

import os
import sqlite3
from datetime import date

import icalendar

from program import Comparison, output

SINCE = "2025-10-01"
comparison = Comparison("calendar feed", "store")
compare = comparison.compare


calendar = icalendar.Calendar.from_ical(output("export", "--as", "ics", "--since", SINCE, "--now", "2025-12-31"))
events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
compare("events have names of their own", len(events), len(calendar.walk("VEVENT")))
compare("errors", [], [error for event in events.values() for error in event.errors])

database = sqlite3.connect(f"file:{os.environ['NHIEMVU_STORE']}?mode=ro", uri=True)
rows = database.execute(
    """
    SELECT task, machine, d.number, d.id, start, due, standing, last_event, owner FROM deadlines AS d JOIN tasks ON code = task
    WHERE (ended IS NULL OR last_happened_on >= ?) AND (standing <> 'stopped' OR stopped_on >= ?)
    """,
    (SINCE, SINCE),
).fetchall()
compare("number of events", len(events), len(rows))
status = {"open": "CONFIRMED", "suspended": "TENTATIVE", "stopped": "CANCELLED"}
for task, machine, number, identifier, start, due, standing, last_event, owner in rows:
    name = f"{task}/{machine}:{number}/{identifier}/{start}@nhiemvu"
    event = events.get(name)
    if event is None:
        comparison.differences.append(f"{name} is missing")
        continue
    compare(f"{name} day", event["DTSTART"].dt, date.fromisoformat(due))
    compare(f"{name} status", str(event["STATUS"]), status[standing])
    compare(f"{name} sequence", int(event["SEQUENCE"]), last_event)
    compare(f"{name} summary", str(event["SUMMARY"]).startswith(f"{task}: "), True)
    compare(f"{name} alarms", len(event.walk("VALARM")) > 0 and standing != "open", False)
comparison.conclude()
