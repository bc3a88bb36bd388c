"""Workbooks of nhiemvu in openpyxl and LibreOffice: the same cells, and formulas that recalculate to the results that were written; and
workbooks of openpyxl and LibreOffice, read by nhiemvu as openpyxl reads them."""

import datetime
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal

from openpyxl import Workbook, load_workbook
from program import PROGRAM, conclude
from spreadsheet import recalculated

TOOL = os.path.join(os.path.dirname(PROGRAM), "workbooks")
agreed, differences = 0, []


def tool(*arguments):
    done = subprocess.run([TOOL, *arguments], capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"workbooks {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def value(content):
    """A cell's value without what programs write differently: 1 and 1.0, empty text and none, the binary tail of a fraction."""
    if isinstance(content, bool):
        return content
    if isinstance(content, (int, float)):
        return Decimal(f"{content:.15g}").normalize() + 0
    if isinstance(content, datetime.datetime):
        return content.date()
    # openpyxl undoes the escape of an underscore in shared texts alone.
    return (content.replace("x005F_", "") or None) if isinstance(content, str) else content


def cells(path, results=True):
    """Every cell that holds something, by sheet and address."""
    book = load_workbook(path, data_only=results, rich_text=False)
    return {
        (sheet.title, cell.coordinate): value(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if value(cell.value) is not None
    }


def ours(path):
    """The same as nhiemvu reads it."""
    read = {}
    for sheet in json.loads(tool("read", path))["sheets"]:
        for cell in sheet["cells"]:
            content = cell["value"]
            if cell["kind"] == "number":
                content = value(float(content))
            elif cell["kind"] in ("date", "moment"):
                content = datetime.date.fromisoformat(content)
            elif cell["kind"] == "bool":
                content = content == "true"
            if cell["kind"] != "uncalculated" and content != "":
                read[sheet["name"], cell["address"]] = content
    return read


def compare(name, mine, theirs):
    global agreed
    for place in sorted(mine.keys() | theirs.keys()):
        if mine.get(place) == theirs.get(place):
            agreed += 1
        else:
            differences.append(f"{name} {place}: {mine.get(place)!r} against {theirs.get(place)!r}")


def falsified(path, target):
    """A copy in which the first result of a formula is wrong."""
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(target, "w") as copy:
        for part in whole.namelist():
            content = whole.read(part)
            if part == "xl/worksheets/sheet1.xml":
                content, changed = re.subn(rb"(</f><v>)(\d+)(</v>)", rb"\g<1>4711\3", content, count=1)
                assert changed == 1
            copy.writestr(part, content)


def others(path, seed):
    """A workbook of openpyxl with cells of every kind."""
    chance = random.Random(seed)
    book = Workbook()
    book.remove(book.active)
    for number in range(3):
        sheet = book.create_sheet(f"Tờ {number} & 'x'")
        for _ in range(150):
            cell = sheet.cell(chance.randint(1, 60), chance.randint(1, 30))
            kind = chance.randrange(7)
            cell.number_format = "General"
            if kind == 0:
                cell.value = chance.randint(-(10**15) + 1, 10**15 - 1) // 10 ** chance.randint(0, 14)
            elif kind == 1:
                cell.value = chance.randint(-(10**9), 10**9) / 10 ** chance.randint(1, 6)
            elif kind == 2:
                cell.value = datetime.date(1950, 1, 1) + datetime.timedelta(chance.randint(0, 50000))
                cell.number_format = chance.choice(["dd/mm/yyyy", "yyyy-mm-dd", '"ngày" d "tháng" m', "mm-dd-yy"])
            elif kind == 3:
                cell.value = chance.choice(["Kinh phí", " đầu", "cuối ", "a\nb", "<&>\"'", "_x005F_x0041_", "½ ₫ 😀", "_x", "123", "#REF!x"])
                cell.data_type = "s"
            elif kind == 4:
                cell.value = chance.random() < 0.5
            elif kind == 5:
                cell.value = f"=SUM(1,{chance.randint(1, 99)})*{chance.randint(1, 9)}"
            else:
                cell.value = chance.choice(['=1/0', '="đ"&1', "=2>1", "=NA()"])
    book.save(path)


with tempfile.TemporaryDirectory() as folder:
    written = os.path.join(folder, "written.xlsx")
    tool("write", written)
    results = cells(written)
    compare("read back", ours(written), results)
    compare("recalculated", results, cells(recalculated(written, folder)))

    false = os.path.join(folder, "false.xlsx")
    falsified(written, false)
    if cells(false) == results or cells(recalculated(false, folder)) != results:
        differences.append("a false result was not worked out anew: LibreOffice does not recalculate, so nothing is shown")

    for seed in range(5):
        path = os.path.join(folder, f"others-{seed}.xlsx")
        others(path, seed)
        compare(f"openpyxl {seed}", ours(path), cells(path))
        saved = recalculated(path, folder)
        compare(f"LibreOffice {seed}", ours(saved), cells(saved))
conclude("workbooks", agreed, differences)
