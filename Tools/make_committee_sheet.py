"""Writes the sheet that a mediation committee keeps by hand, with everything such sheets have:
a merged title, a line of who filled it in, dates written three ways and real dates, full-width digits,
names spaced out, a unit merged over several rows, monthly subtotals, a total, notes at the foot, and a few wrong rows.

All people and matters are invented.

    python3 Tools/make_committee_sheet.py [districts/jinzhou-gaoxin/sheets/调解台账-2021.xlsx]
"""

import datetime
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

HEADER = [
    "序号", "登记时间", "调委会名称", "纠纷 类别", "纠纷名称", "简要案情", "申请人", "被申请人", "联系电话（申请人）",
    "受理时间", "调解员", "涉及金额（元）", "协议形式", "协议时间", "协议内容", "履行完毕时间", "归档时间", "备注",
]
D = datetime.date


def body(name):
    return f"{name}社区人民调解委员会"


# One tuple per matter, in the order of HEADER without 序号; the committee is written once per group, as a merged cell.
GROUPS = [
    (body("东一"), [
        (D(2021, 11, 2), "邻里纠纷", "楼道堆物纠纷", "楼道长期堆放杂物，影响通行。", "张　三", "李四乙", "１３８００００１００１",
         "2021-11-02", "周一丁", None, "口头协议", "2021.11.5", "三日内清走杂物。", "2021年11月8日", "2021-11-30", ""),
        ("2021年11月4日", "物业纠纷", "物业费催缴纠纷", "拖欠物业费两年，物业公司上门催缴。", "王五丙", "安居物业公司", "13800001002",
         "2021年11月4日", "周一丁", "３，２００", "书面", "11月9日", "分两期付清，减免滞纳金。", "2021-12-31", "2021-12-31", "分两期"),
        ("2021.11.6", "婚姻家庭", "赡养费纠纷", "三名子女对老人赡养费分担有争议。", "赵六戊", "赵七己", "13800001003",
         "2021.11.6", "周一丁", "500元/月", "书面", "2021-11-20", "三人各付五百元。", "", "", "金额按月"),
    ]),
    (body("西二"), [
        ("2021-11-8", "合同纠纷", "装修款纠纷", "装修尾款未付清，房主称质量不合格。", "钱九辛", "好家装饰公司", "13800001004",
         "2021-11-8", "吴二丁", "1.2万元", "书面", "2021-11-25", "返修后付清尾款。", "2021-12-10", "2021-12-20", ""),
        ("１１月１０日", "损害赔偿", "犬只伤人纠纷", "散步时被未拴绳的狗咬伤。", "孙一壬", "周二癸", "0416-3880001",
         "１１月１０日", "吴二丁", "1860.5", "书面", "11月18日", "赔偿医药费。", "11月18日", "2021-11-30", ""),
    ]),
    ("小计", None),
    (body("后八"), [
        ("2021年12月1日", "邻里", "漏水纠纷", "楼上卫生间漏水，楼下天花板受损。", "郑三甲", "冯四乙", "13800001005",
         "2021年12月1日", "陈三丁", "2,600", "书面", "2021年12月7日", "楼上维修并赔偿。", "2021年12月20日", "", ""),
        ("2021年13月2日", "邻里纠纷", "噪音纠纷", "夜间练琴影响休息。", "卫五丙", "蒋六丁", "13800001006",
         "2021年12月3日", "陈三丁", "", "口头", "2021年12月6日", "晚九点后不练琴。", "2021年12月6日", "", "月份写错"),
        ("20211205", "消费纠纷", "预付卡退费纠纷", "健身房停业，未退余额。", "沈七戊", "活力健身馆", "13800001007",
         "20211205", "陈三丁", "3600", "书面", "20211215", "退还余额的九成。", "", "", ""),
    ]),
    (body("上九"), [
        ("2021-12-06", "停车纠纷", "车位占用纠纷", "自有车位多次被占。", "韩八己", "杨九庚", "13800001008",
         "2021-12-06", "褚四丁", "", "口头", "2021-12-08", "不再占用。", "2021-12-08", "", "代码表里没有这一类"),
        ("2021-12-07", "邻里纠纷", "树木遮光纠纷", "院内树木遮挡一楼采光。", "张三甲", "", "13800001009",
         "2021-12-07", "褚四丁", "", "", "", "", "", "", "只有一方"),
        (D(2021, 12, 9), "劳动争议", "加班费纠纷", "离职后要求支付加班费。", "朱一辛", "顺路物流公司", "13800001010",
         D(2021, 12, 9), "褚四丁", "0.86万", "书面", D(2021, 12, 22), "一次付清。", D(2021, 12, 30), D(2021, 12, 31), ""),
    ]),
    ("第十三社区人民调解委员会", [
        ("2021-12-10", "邻里纠纷", "宠物扰邻纠纷", "宠物狗夜间吠叫。", "秦二壬", "尤三癸", "13800001011",
         "2021-12-10", "褚四丁", "", "口头", "2021-12-12", "夜间关门窗。", "2021-12-12", "", "没有这个调委会"),
    ]),
    (body("近十二"), [
        ("2021.12.15", "物业纠纷", "电梯停运纠纷", "电梯停运半月，业主要求减免物业费。", "许四甲", "安居物业公司", "13800001012",
         "2021.12.15", "何五丁", "/", "书面", "2021.12.24", "减免当月物业费。", "/", "/", ""),
        ("2021.12.28", "邻里纠纷", "晾晒纠纷", "楼上晾晒滴水。", "吕五乙", "施六丙", "13800001013",
         "2021.12.28", "何五丁", "", "", "", "", "", "", "正在调解"),
        ("12月30日", "其他", "停水通知纠纷", "未提前通知停水。", "孔七丁", "供水站", "", "", "", "", "", "", "", "", "", "还没受理"),
    ]),
]


def main(path):
    book = Workbook()
    sheet = book.active
    sheet.title = "2021年"
    last = len(HEADER)
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)

    def write(row, values):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row=row, column=column, value=value if value != "" else None)
            cell.border = border
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if isinstance(value, datetime.date):
                cell.number_format = "yyyy/m/d"

    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
    sheet["A1"] = "凌南街道人民调解案件登记台账（2021年11—12月）"
    sheet["A1"].font = Font(size=18, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=last)
    sheet["A2"] = "填报单位：凌南司法所（盖章）          填报人：何五丁"
    write(4, HEADER)

    row, number, count = 5, 0, 0
    for committee, matters in GROUPS:
        if matters is None:
            write(row, ["小 计", "", "", "", f"{count} 件"])
            row += 1
            continue
        first = row
        for matter in matters:
            number += 1
            count += 1
            write(row, [number, matter[0], committee if row == first else "", *matter[1:]])
            row += 1
        if row - first > 1:
            sheet.merge_cells(start_row=first, start_column=3, end_row=row - 1, end_column=3)
    write(row, ["合 计", "", "", "", f"{number} 件", *[""] * 6, "３４，６２０．５"])
    sheet.merge_cells(start_row=row + 2, start_column=1, end_row=row + 2, end_column=last)
    sheet.cell(row=row + 2, column=1, value="注：口头协议由调解员记录。金额按协议。")

    for column in range(1, last + 1):
        sheet.column_dimensions[sheet.cell(row=4, column=column).column_letter].width = 14
    book.properties.creator = "凌南司法所"
    book.properties.created = book.properties.modified = datetime.datetime(2022, 1, 4)
    book.save(path)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "districts/jinzhou-gaoxin/sheets/调解台账-2021.xlsx")
