"""The workbook of an estimate in openpyxl and LibreOffice: filled by openpyxl, worked out by LibreOffice, its sums are those of plain arithmetic,
and nhiemvu takes it; with one sum falsified it is refused with the right figure."""

import json
import os
import random
import subprocess
import tempfile

from openpyxl import load_workbook
from program import PROGRAM, conclude, output
from spreadsheet import recalculated

agreed, differences = 0, []
chance = random.Random(20151225)
ACTOR = "MAU-CB-07"


def agree(what, theirs, ours):
    global agreed
    if theirs == ours:
        agreed += 1
    else:
        differences.append(f"{what}: {theirs}, not {ours}")


def plan(task, path):
    words = [PROGRAM, "budget", "plan", task, "--file", path, "--dry-run", "--actor", ACTOR, "--format", "json"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8")
    return done.returncode, json.loads(done.stdout or done.stderr)


def free_task():
    """A task of the sample whose estimate may be recorded today."""
    for line in output("task", "list", "--format", "csv").splitlines()[1:]:
        code = line.split(",")[0]
        words = [PROGRAM, "budget", "plan", code, "--item", "travel:2026=1000000", "--dry-run", "--actor", ACTOR]
        if code >= "NV-2025" and subprocess.run(words, capture_output=True).returncode == 0:
            return code
    raise SystemExit("estimates: no task of the sample waits for its estimate")


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "estimate.xlsx")
    task = free_task()
    output("budget", "template", task, "--years", "2026-2028", "--output", path)
    for turn in range(3):
        book = load_workbook(path)
        sheet = book["Dự toán"]
        rows = {sheet.cell(row, 3).value: row for row in range(7, 60) if sheet.cell(row, 3).value}
        heads = [(column, sheet.cell(6, column).value) for column in range(6, 40) if str(sheet.cell(6, column).value or "")[-4:].isdigit()]
        planned = {}
        for item, row in rows.items():
            # Items with a ceiling of their own stay empty.
            if item in ("management", "domestic-experts", "foreign-experts", "labour"):
                continue
            for column, head in heads:
                if chance.random() < 0.4:
                    planned[item, head] = chance.randrange(1, 2_000_000_000)
                    sheet.cell(row, column).value = planned[item, head]
        filled = os.path.join(folder, f"filled-{turn}.xlsx")
        book.save(filled)
        done = recalculated(filled, folder)
        shown = load_workbook(done, data_only=True)["Dự toán"]
        last = max(rows.values()) + 1
        for column, head in heads:
            agree(f"sum of {head}", shown.cell(last, column).value or 0, sum(amount for key, amount in planned.items() if key[1] == head))
        for item, row in rows.items():
            agree(f"sum of {item}", shown.cell(row, heads[-1][0] + 1).value or 0, sum(amount for key, amount in planned.items() if key[0] == item))
        for offset, word in ((2, "Ngân sách"), (4, "Đối ứng"), (5, "Nguồn khác")):
            agree(word, shown.cell(last + offset, 6).value or 0, sum(amount for key, amount in planned.items() if key[1].startswith(word)))
        code, said = plan(task, done)
        agree(f"plan of turn {turn}", code, 0)
        if code == 0:
            lines = sorted(line["amount"] for line in said["plan"]["lines"])
            agree(f"lines of turn {turn}", lines, sorted(planned.values()))
        else:
            differences.append(json.dumps(said, ensure_ascii=False)[:600])

    # One sum typed over.
    book = load_workbook(done)
    right = sum(planned.values())
    book["Dự toán"].cell(last, heads[-1][0] + 1).value = right + 1
    wrong = os.path.join(folder, "wrong.xlsx")
    book.save(wrong)
    code, said = plan(task, recalculated(wrong, folder))
    agree("a false sum", code, 65)
    told = json.dumps(said, ensure_ascii=False)
    agree("the right figure", f"{right:,}".replace(",", ".") in told, True)

conclude("estimates", agreed, differences)
