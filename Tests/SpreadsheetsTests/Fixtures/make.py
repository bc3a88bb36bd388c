"""Makes the workbooks beside it anew: `python make.py` with openpyxl, msoffcrypto-tool and soffice at hand. They are kept as they were made."""

import datetime
import io
import os
import shutil
import subprocess
import tempfile
import unicodedata

import msoffcrypto
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName

HERE = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(HERE, name)


def typed():
    """One of each kind of cell."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Dự toán"
    sheet["A1"] = unicodedata.normalize("NFD", "Tiền công lao động trực tiếp")
    sheet["A2"] = CellRichText("Mục ", TextBlock(InlineFont(b=True), "1.1"), " – vật tư ")
    sheet["A3"] = "  hai đầu trống\nhai dòng "
    sheet["B1"] = 1500000
    sheet["B2"] = 9007199254740991
    sheet["B3"] = -12.5
    sheet["B4"] = 0.3
    sheet["B4"].number_format = "0.00%"
    sheet["B5"] = "=SUM(B1,B3)"
    sheet["B6"] = '=IF(B1>0,"đủ","thiếu")'
    sheet["B7"] = "=1/0"
    sheet["B8"] = "=B1>B3"
    sheet["B9"] = "=DATE(2026,3,31)"
    sheet["B9"].number_format = "dd/mm/yyyy"
    sheet["B10"] = '=""'
    sheet["C1"] = datetime.date(2026, 12, 31)
    sheet["C2"] = datetime.datetime(2026, 2, 28, 13, 30)
    sheet["C3"] = datetime.time(13, 30)
    sheet["C4"] = 46022
    sheet["C4"].number_format = '"ngày" dd "tháng" mm'
    sheet["C5"] = 46022
    sheet["C5"].number_format = '#,##0 "đồng dày"'
    sheet["D1"] = True
    sheet["D2"] = False
    sheet["E1"] = "=1+1"
    sheet["E1"].data_type = "s"
    sheet["F12"].number_format = "#,##0"
    sheet.merge_cells("A14:C14")
    sheet["A14"] = "Tổng cộng"
    sheet["A15"] = "dòng ẩn"
    sheet.row_dimensions[15].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet["G1"] = "cột ẩn"
    hidden = book.create_sheet("Danh mục")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "vật tư"
    book.defined_names["ma_nhiem_vu"] = DefinedName("ma_nhiem_vu", attr_text="'Dự toán'!$A$1")
    book.defined_names["tong"] = DefinedName("tong", attr_text="SUM('Dự toán'!$B$1:$B$3)")
    book.save(path("openpyxl.xlsx"))


def old_days():
    """Days counted from 1904."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2026, 12, 31)
    book.active["A2"] = datetime.date(1904, 1, 2)
    book.save(path("days-from-1904.xlsx"))


def converted(source, kind, name):
    """The same workbook as LibreOffice writes it."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, path(source)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        shutil.move(os.path.join(folder, os.path.splitext(source)[0] + "." + kind.split(":")[0]), path(name))


def encrypted():
    """With a password."""
    with open(path("days-from-1904.xlsx"), "rb") as file:
        sealed = io.BytesIO()
        msoffcrypto.OfficeFile(file).encrypt("mật khẩu", sealed)
    with open(path("encrypted.xlsx"), "wb") as file:
        file.write(sealed.getvalue())


typed()
old_days()
converted("openpyxl.xlsx", "xlsx:Calc MS Excel 2007 XML", "libreoffice.xlsx")
converted("days-from-1904.xlsx", "ods", "workbook.ods")
converted("days-from-1904.xlsx", "xls", "workbook.xls")
encrypted()
