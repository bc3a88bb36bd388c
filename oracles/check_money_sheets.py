"""The money exported as workbooks: LibreOffice works every sum and difference out anew and gives the figures of `--format json`."""

import csv
import io
import os
import tempfile

from openpyxl import load_workbook
from program import answer, conclude, output
from spreadsheet import recalculated

agreed, differences = 0, []


def agree(what, theirs, ours):
    global agreed
    if theirs == ours:
        agreed += 1
    else:
        differences.append(f"{what}: {theirs}, not {ours}")


def table(sheet):
    """The rows by the words at the head of the third row, and the last one, which holds the sums."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    named = [dict(zip(rows[0], row)) for row in rows[1:]]
    return named[:-1], named[-1]


FIGURES = {
    "Dự toán": "planned", "Được giao": "allotted", "Đã tạm ứng": "advanced", "Đã thanh toán": "cleared", "Nộp trả": "given_back",
    "Chưa thanh toán": "outstanding", "Quá hạn": "overdue", "Phải hoàn trả": "owed", "Chưa tạm ứng": "remaining",
}  # fmt: skip

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "money.xlsx")
    output("budget", "export", "--as", "xlsx", "--output", path)
    book = load_workbook(recalculated(path, folder), data_only=True)
    for name, by, head in (("Nhiệm vụ", "task", "Nhiệm vụ"), ("Chương trình", "programme", "Chương trình")):
        rows, sums = table(book[name])
        said = answer("budget", "overview", "--by", by)
        ours = {row[by] or "(không có)": row for row in said["rows"]}
        agree(f"rows of {name}", [row[head] for row in rows], list(ours))
        for row in rows:
            for word, figure in FIGURES.items():
                agree(f"{row[head]} {word}", row[word], ours[row[head]][figure])
        for word, figure in FIGURES.items():
            agree(f"sum of {name} {word}", sums[word], said["total"][figure])
    text = list(csv.DictReader(io.StringIO(output("budget", "export", "--as", "csv"))))
    agree("CSV", [int(row["Chưa tạm ứng"]) for row in text], [row["Chưa tạm ứng"] for row in table(book["Nhiệm vụ"])[0]])

    planned = [row["task"] for row in answer("budget", "overview", "--by", "task")["rows"] if row["cleared"]]
    for code in planned[:: max(1, len(planned) // 4)]:
        path = os.path.join(folder, f"{code}.xlsx")
        output("budget", "export", "--as", "xlsx", "--task", code, "--output", path)
        book = load_workbook(recalculated(path, folder), data_only=True)
        said = answer("budget", "show", code)
        rows, sums = table(book["Dự toán và thực hiện"])
        lines = said["plan"]["lines"] if said["plan"] else []
        agree(f"{code} plan", sums["Dự toán"], sum(line["amount"] for line in lines))
        agree(f"{code} lines", sum(1 for row in rows if row["Dự toán"]), len(lines))
        own = sum(sum(year["own_spending"].values()) for year in said["years"].values())
        agree(f"{code} done", sums["Đã thực hiện"], said["cleared"] + own)
        agree(f"{code} left", sums["Còn lại"], sums["Dự toán"] - sums["Đã thực hiện"])
        rows, sums = table(book["Theo năm"])
        agree(f"{code} years", {row["Năm"]: row["Đã tạm ứng"] for row in rows}, {year: figures["advanced"] for year, figures in said["years"].items()})
        rows, sums = table(book["Tạm ứng"])
        agree(f"{code} advances", [row["Số tiền"] for row in rows], [advance["amount"] for advance in said["advances"]])
        agree(f"{code} open", sums["Chưa thanh toán"], said["outstanding"])
        rows, sums = table(book["Bút toán"])
        agree(f"{code} journal", sums["Nợ (+), Có (−)"], 0)

conclude("money sheets", agreed, differences)
