import Casework
import Examination
import Exchange
import Foundation
import LegalTime
import OfficeFormats
import Pages
import Wording

/// The workbooks of exams: templates, rows that were not taken, codes, results.
struct ExamSheets {
    let wording: Wording
    let moment: Instant

    static let bankColumns = ["编号", "题型", "题干", "选项A", "选项B", "选项C", "选项D", "选项E", "选项F", "答案", "知识点", "解析"]
    static let personColumns = ["单位", "姓名", "编号"]

    private func workbook(_ title: String, _ fill: (WorkbookWriter) throws(OfficeFormatError) -> Void) throws -> [UInt8] {
        let created = Date(timeIntervalSince1970: TimeInterval(moment.milliseconds / 1000))
        return try WorkbookWriter.bytes(properties: WorkbookProperties(title: title, created: created), fill: fill)
    }

    func bankTemplate() throws -> [UInt8] {
        let title = wording.text(ExamText.bank)
        return try workbook(title) { writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(
                SheetLayout(
                    name: title,
                    columns: Self.bankColumns.map { name in
                        SheetColumn(
                            name, kind: .text, width: name == "题干" || name == "解析" ? 50 : 16, wraps: name == "题干" || name == "解析",
                            choices: name == "题型" ? ["单选", "多选", "判断"] : [],
                            isRequired: ["题型", "题干", "答案"].contains(name))
                    }))
            let rows = [
                ["1", "单选", "样例题干：下列哪一项是样例？", "第一项", "第二项", "第三项", "", "", "", "B", "样例", "样例解析"],
                ["2", "多选", "样例题干：下列哪些是样例？", "第一项", "第二项", "第三项", "第四项", "", "", "ABD", "样例", "样例解析"],
                ["3", "判断", "样例题干：这是样例。", "", "", "", "", "", "", "正确", "样例", "样例解析"],
            ]
            for row in rows { try sheet.append(row.map(CellValue.text)) }
        }
    }

    func personTemplate(units: [String]) throws -> [UInt8] {
        let title = wording.text(ExamText.candidates)
        return try workbook(title) { writer throws(OfficeFormatError) in
            _ = try writer.addSheet(
                SheetLayout(
                    name: title,
                    columns: Self.personColumns.map { name in
                        SheetColumn(
                            name, kind: .text, width: 24, choices: name == "单位" ? units : [], isRequired: name != "编号")
                    }))
        }
    }

    /// The rows as they came, with a last column that says why; in the form in which they came.
    func failed(_ sheet: ExamSheet, rows: [(row: Int, why: String)]) throws -> [UInt8] {
        let reason = wording.text(ImportText.reasonColumn)
        let lines = rows.map { failed -> [String] in
            let place = failed.row - sheet.headerRow - 1
            var cells = sheet.rows.indices.contains(place) ? sheet.rows[place] : []
            while cells.count < sheet.header.count { cells.append("") }
            return cells + [failed.why]
        }
        guard sheet.isWorkbook else {
            var writer = CSVWriter()
            writer.append(sheet.header + [reason])
            for line in lines { writer.append(line) }
            return writer.take()
        }
        return try workbook("1") { writer throws(OfficeFormatError) in
            let columns =
                sheet.header.map { SheetColumn($0, kind: .text) } + [SheetColumn(reason, kind: .text, width: 60, wraps: true)]
            let out = try writer.addSheet(SheetLayout(name: "1", columns: columns))
            for line in lines { try out.append(line.map(CellValue.text)) }
        }
    }

    func codes(_ codes: [EntryCode], door: String, units: (String) -> String) throws -> [UInt8] {
        let title = wording.text(ExamText.entryCode)
        let rows = codes.map { [units($0.unit), $0.name, Self.grouped($0.code), door] }
        return try workbook(title) { writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(
                SheetLayout(
                    name: title,
                    columns: ([.unit, .person, .entryCode, .door] as [ExamText]).map {
                        SheetColumn(wording.text($0), kind: .text, width: 26)
                    }))
            for row in rows { try sheet.append(row.map(CellValue.text)) }
        }
    }

    /// ABCD-EFGH-JKMN, as it is read aloud and typed.
    static func grouped(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { start in String(code.dropFirst(start).prefix(4)) }.joined(separator: "-")
    }

    func results(_ run: ExamRun, units: (String) -> String) throws -> [UInt8] {
        let byUnit = (run.units + [run.total]).map { unit -> [CellValue] in
            let label = unit.unit.isEmpty ? wording.text(ExamText.total) : units(unit.unit)
            return [
                .text(label + (unit.isResit ? "（\(wording.text(ExamText.resit))）" : "")), .number(String(unit.due)),
                .number(String(unit.sat)), .number(String(unit.passed)), .text(wording.rate(unit.sat, unit.due)),
                .text(wording.rate(unit.passed, unit.sat)),
            ]
        }
        let people = run.people.map { person -> [CellValue] in
            [
                .text(units(person.unit)), .text(person.name ?? wording.text(ExamText.guest)), .number(String(person.tries)),
                person.best.map { .number(String($0)) } ?? .empty, .text(wording.text(ExamText(person))),
            ]
        }
        let questions = run.questions.map { item -> [CellValue] in
            [
                .text(item.stem), .text(wording.text(ExamText(item.kind))), .number(String(item.asked)),
                .text(wording.rate(item.right, item.asked)),
            ]
        }
        return try workbook(run.rules.title) { writer throws(OfficeFormatError) in
            let sheets: [(ExamText, [ExamText], [[CellValue]])] = [
                (.byUnit, [.unit, .due, .sat, .passed, .attendanceRate, .passRate], byUnit),
                (.candidates, [.unit, .person, .used, .best, .standing], people),
                (.itemAnalysis, [.stem, .kind, .asked, .rightShare], questions),
            ]
            for (title, columns, rows) in sheets {
                let sheet = try writer.addSheet(
                    SheetLayout(
                        name: wording.text(title), title: run.rules.title, captions: [run.rules.number],
                        columns: columns.map { SheetColumn(wording.text($0), width: $0 == .stem ? 60 : nil, wraps: $0 == .stem) })
                )
                for row in rows { try sheet.append(row) }
            }
        }
    }

    /// Who passed, under the titles that a register of certificates asks for.
    func passed(_ run: ExamRun, units: (String) -> String) throws -> [UInt8] {
        let rows = run.people.filter(\.hasPassed).map { person -> [CellValue] in
            [
                .text(person.name ?? ""), .text(units(person.unit)), .text(run.rules.title),
                .text(person.passedOn?.iso ?? ""), person.best.map { .number(String($0)) } ?? .empty,
                .text(wording.text(ExamText.passed)),
            ]
        }
        let title = wording.text(ExamText.hasPassed)
        return try workbook(title) { writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(
                SheetLayout(
                    name: title, columns: ["姓名", "所在单位", "参加的考试", "考试日期", "考试成绩", "考试结果"].map { SheetColumn($0, width: 20) }))
            for row in rows { try sheet.append(row) }
        }
    }
}

extension ExamText {
    init(_ person: ExamRun.Person) {
        if person.isRunning {
            self = .isSitting
        } else if person.hasPassed {
            self = .hasPassed
        } else {
            self = person.tries > 0 ? .notPassed : .notSat
        }
    }
}
