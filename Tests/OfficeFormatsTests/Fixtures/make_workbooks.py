"""Writes the workbooks that SheetReaderTests reads into the folder given as the only argument."""

import datetime
import pathlib
import sys

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

folder = pathlib.Path(sys.argv[1])
DAY = datetime.datetime(2021, 12, 31)
MOMENT = datetime.datetime(2021, 3, 4, 9, 30, 15)


def values():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet.append(["案号", "金额", "受理日期", "登记时间", "时长", "是否公开", "错误"])
    sheet.append(["高新调〔2021〕1号", 1234.5, DAY, MOMENT, datetime.time(8, 5), True, "#N/A"])
    sheet["C2"].number_format = "yyyy-mm-dd"
    sheet["G2"].data_type = "e"
    sheet["A3"] = "210102199001010011"
    sheet["B3"] = 0.1
    sheet["B4"] = -12
    sheet["B5"] = 1e21
    formats = [
        'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d", "m/d/yy", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "aaaa", "d-mmm",
    ]
    for place, code in enumerate(formats):
        cell = sheet.cell(row=10, column=1 + place, value=DAY)
        cell.number_format = code
    sheet["H20"] = "稀疏"
    sheet.merge_cells("A12:D13")
    sheet["A12"] = "合并"
    sheet["A14"] = CellRichText("普通", TextBlock(InlineFont(b=True), "加粗"), " 尾")
    hidden = book.create_sheet("字典")
    hidden["A1"] = "邻里纠纷"
    hidden.sheet_state = "hidden"
    book.create_sheet("空表")
    book.save(folder / "values.xlsx")


def mac():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = DAY
    book.active["A1"].number_format = "yyyy-mm-dd"
    book.active["B1"] = MOMENT
    book.save(folder / "mac1904.xlsx")


def iso():
    book = openpyxl.Workbook()
    book.iso_dates = True
    book.active["A1"] = DAY
    book.active["B1"] = MOMENT
    book.active["C1"] = datetime.date(2022, 1, 18)
    book.save(folder / "iso.xlsx")


values()
mac()
iso()
