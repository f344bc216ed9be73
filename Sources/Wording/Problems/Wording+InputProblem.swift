import Definitions
import LegalTime
import Records

extension Wording {
    /// What is wrong with an input, naming field and value and saying the next step.
    ///
    /// A problem in a child row begins with the row, counted from 1: 当事人 2：证件号码应为 18 位，现在是 17 位。
    public func sentence(for problem: InputProblem, in register: RegisterDefinition) -> String {
        let place = problem.place
        let words = InputWords(wording: self, register: register, place: place)
        let sentence = words.sentence(for: problem.reason)
        guard let row = place.row, register.field(place.field) != nil else { return sentence }
        let rows = "\(label(ofField: place.field, in: register)) \(row + 1)"
        return rows + say("：", ": ") + sentence
    }

    /// The heading over the problems of a form: 还有三处要改.
    public func problemsHeading(_ count: Int) -> String {
        say(
            "还有\(count < 11 ? Self.chineseNumeral(count) : " \(count) ")处要改",
            count == 1 ? "One thing to correct" : "\(number(count)) things to correct")
    }
}

/// The sentences on one place of an input.
private struct InputWords {
    let wording: Wording
    let register: RegisterDefinition
    let place: InputPlace
    let field: FieldDefinition?
    let label: String

    init(wording: Wording, register: RegisterDefinition, place: InputPlace) {
        self.wording = wording
        self.register = register
        self.place = place
        let path = FieldPath(place.child.map { "\(place.field).\($0)" } ?? place.field)
        field = register.field(at: path)
        label = wording.label(ofField: path, in: register)
    }

    private func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        wording.say(chinese(), english())
    }

    private func typed(_ text: String) -> String { wording.quotedInput(text) }
    private var quotedLabel: String { wording.quoted(label) }
    /// The label of a field beside this one, in the same row.
    private func label(of name: String) -> String {
        wording.label(ofField: FieldPath(place.child == nil ? name : "\(place.field).\(name)"), in: register)
    }

    func sentence(for reason: InputProblem.Reason) -> String {
        switch reason {
        case .missing, .tooLong, .controlCharacter, .alreadyUsed, .notYours, .fieldNotYet, .unknownNumber, .unknownColumn:
            ofAnyField(reason)
        case .notADate, .noSuchDay, .notATime, .earlierThan, .inFuture, .lockedYear: ofDate(reason)
        case .notANumber, .tooManyDecimals, .tooLarge, .tooSmall, .tooFewRows, .tooManyRows: ofNumber(reason)
        case .notYesOrNo, .notInCodes, .retiredCode, .codeNotYet, .unknownUnit, .wrongUnitKind, .unknownReference,
            .ambiguousReference:
            ofChoice(reason)
        case .idNumberLength, .idNumberCheckDigit, .idNumberDate, .badPhone: ofPerson(reason)
        case .changedByMove, .beforeVersion: ofVersion(reason)
        case .unknownItem, .itemNotMarked, .itemNotPoints, .itemOutOfRange, .itemsMissing:
            ChecklistProblemSentences(wording: wording, label: quotedLabel).sentence(reason)
        }
    }

    private func ofAnyField(_ reason: InputProblem.Reason) -> String {
        switch reason {
        case .missing: missing
        case .tooLong(let max, let count):
            say(
                "\(quotedLabel)至多 \(max) 字，现在是 \(count) 字。请缩短。",
                "\(quotedLabel) may have at most \(wording.plural(max, "character")); it has \(wording.number(count)). Please shorten it."
            )
        case .controlCharacter:
            say(
                "\(quotedLabel)里有看不见的控制字符。请删去，重新输入。",
                "\(quotedLabel) holds invisible control characters. Please delete them and type it again.")
        case .alreadyUsed(let number):
            say(
                "\(quotedLabel)不能重复，\(number)已经用了。请核对，或打开那一件查看。",
                "\(quotedLabel) must be unique, and \(number) has it already. Please check, or open that record.")
        case .notYours:
            say(
                "\(quotedLabel)不在您可以登记的范围。请选择本单位，或请对方办理。",
                "\(quotedLabel) is outside what you may enter. Choose your own unit, or ask the other one to enter it.")
        case .fieldNotYet(let since):
            say(
                "\(quotedLabel)从 \(since.iso) 起才填，这一件适用此前的规定。请留空。",
                "\(quotedLabel) is recorded from \(since.iso) on; earlier rules apply here. Please leave it empty.")
        case .unknownNumber(let text):
            say(
                "没有编号\(typed(text))。新增的请把编号留空；更新的请核对编号。",
                "There is no record numbered \(typed(text)). Leave the number empty to add one, or check it to update one.")
        case .unknownColumn(let text):
            say(
                "台账里没有\(typed(text))这一列。请改用模板里的列名，或删去这一列。",
                "The register has no column \(typed(text)). Use the template’s column names, or delete the column.")
        default: ""
        }
    }

    private var missing: String {
        switch field?.type {
        case .code, .codes, .unit, .units, .reference, .references, .bool:
            say("请选择\(label)。", "Please choose a value for \(quotedLabel).")
        case .rows: say("请填写\(label)，至少一项。", "Please enter at least one row under \(quotedLabel).")
        case .attachment: say("请添加\(label)的文件。", "Please attach a file for \(quotedLabel).")
        case .date: say("请填写\(label)，如 2022-01-15。", "Please enter \(quotedLabel), for example 2022-01-15.")
        default: say("请填写\(label)。", "Please enter \(quotedLabel).")
        }
    }

    private func ofVersion(_ reason: InputProblem.Reason) -> String {
        switch reason {
        case .changedByMove(let moves):
            let names = wording.quotedList(
                moves.compactMap { register.transition($0).map { wording.label($0, in: register) } }, .or)
            return say(
                "\(quotedLabel)已列入清单，只能办理\(names.isEmpty ? "调整" : names)来改，并写明生效日期。",
                "\(quotedLabel) of a listed item changes only by the step \(names), with the day from which it holds.")
        case .beforeVersion(let from, let this):
            return say(
                "\(quotedLabel)（\(this.iso)）不能早于上一版的起始日期（\(from.iso)）。请核对日期。",
                "\(quotedLabel) (\(this.iso)) cannot be earlier than the beginning of the version before (\(from.iso)). Please check the date."
            )
        default: return ""
        }
    }

    private func ofDate(_ reason: InputProblem.Reason) -> String {
        switch reason {
        case .notADate(let text):
            say(
                "\(typed(text))不是日期。\(quotedLabel)可写成 2022-01-15、2022年1月15日或 0115。",
                "\(typed(text)) is not a date. Write \(quotedLabel) as 2022-01-15 or 0115.")
        case .noSuchDay(let text, let month, let day): noSuchDay(text, month, day)
        case .notATime(let text):
            say(
                "\(typed(text))不是日期和时间。\(quotedLabel)可写成 2022-01-15 10:42。",
                "\(typed(text)) is not a date and time. Write \(quotedLabel) as 2022-01-15 10:42.")
        case .earlierThan(let other, let its, let this):
            say(
                "\(quotedLabel)（\(this.iso)）不能早于\(wording.quoted(label(of: other)))（\(its.iso)）。请核对\(label(of: other))。",
                "\(quotedLabel) (\(this.iso)) cannot be earlier than \(wording.quoted(label(of: other))) (\(its.iso)). Please check both dates."
            )
        case .inFuture(let day, let today):
            say(
                "\(quotedLabel)（\(day.iso)）不能晚于今天（\(today.iso)）。请核对日期。",
                "\(quotedLabel) (\(day.iso)) cannot be later than today (\(today.iso)). Please check the date.")
        case .lockedYear(let year):
            say(
                "\(year) 年度已锁定，不再登记。请核对\(label)；确需补登的，请统筹先解锁。",
                "The year \(year) is locked. Please check \(quotedLabel), or ask the coordinator to unlock the year.")
        default: ""
        }
    }

    private func noSuchDay(_ text: String, _ month: Int, _ day: Int) -> String {
        let year = writtenYear(text)
        let advice: String
        if let near = year.flatMap({ nearestDay(year: $0, month: month, day: day) }) {
            advice = say("可写 \(near.iso)。", "Perhaps \(near.iso)?")
        } else {
            advice = say("请核对\(label)。", "Please check \(quotedLabel).")
        }
        guard (1...12).contains(month) else { return say("没有 \(month) 月。", "There is no month \(month). ") + advice }
        let name = Wording.months[month - 1]
        return say(
            "\(year.map { "\($0) 年 " } ?? "")\(month) 月没有 \(day) 日。", "\(name)\(year.map { " \($0)" } ?? "") has no day \(day). ")
            + advice
    }

    private func writtenYear(_ text: String) -> Int? {
        let plain = PlainText.compact(text)
        let digits = plain.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 4 || digits.count == 8, !(digits.count == 4 && digits.count == plain.count),
            let year = Int(digits.prefix(4))
        else { return nil }
        return (1900...2199).contains(year) ? year : nil
    }

    private func nearestDay(year: Int, month: Int, day: Int) -> Day? {
        guard let first = Day(year: year, month: min(max(month, 1), 12), day: 1) else { return nil }
        return first.adding(days: min(max(day, 1), first.lastOfMonth.day) - 1)
    }

    private func ofNumber(_ reason: InputProblem.Reason) -> String {
        switch reason {
        case .notANumber(let text):
            say(
                "\(typed(text))不是数。\(quotedLabel)请只写数字，如 12500。",
                "\(typed(text)) is not a number. Write \(quotedLabel) in digits, for example 12500.")
        case .tooManyDecimals(let max):
            max == 0
                ? say("\(quotedLabel)只能是整数。请去掉小数。", "\(quotedLabel) must be a whole number. Please leave out the decimals.")
                : say(
                    "\(quotedLabel)至多 \(max) 位小数。请去掉多出的小数。",
                    "\(quotedLabel) may have at most \(wording.plural(max, "decimal")). Please leave out the rest.")
        case .tooLarge(let max):
            say(
                "\(quotedLabel)不能大于 \(amount(max))。请核对数值和单位。",
                "\(quotedLabel) cannot be more than \(amount(max)). Please check the number and its unit.")
        case .tooSmall(let min):
            say(
                "\(quotedLabel)不能小于 \(amount(min))。请核对数值和单位。",
                "\(quotedLabel) cannot be less than \(amount(min)). Please check the number and its unit.")
        case .tooFewRows(let min, let count):
            say(
                count == 0
                    ? "请填写\(label)，至少 \(min) \(rowUnit)。" : "\(quotedLabel)只有 \(count) \(rowUnit)，至少 \(min) \(rowUnit)。请补填。",
                "\(quotedLabel) needs at least \(wording.plural(min, "row")) and has \(count). Please add the rest.")
        case .tooManyRows(let max, let count):
            say(
                "\(quotedLabel)至多 \(max) \(rowUnit)，现在是 \(count) \(rowUnit)。请删去多出的。",
                "\(quotedLabel) may have at most \(wording.plural(max, "row")) and has \(wording.number(count)). Please remove some."
            )
        default: ""
        }
    }

    private var rowUnit: String { field?.unit ?? "项" }

    private func amount(_ value: Int64) -> String {
        let number = NumberText.write(value, decimals: 0, grouped: true)
        let unit = field?.unit ?? (field?.type == .money ? "元" : "")
        return unit.isEmpty ? number : "\(number) \(wording.unit(unit))"
    }

    private func ofChoice(_ reason: InputProblem.Reason) -> String {
        switch reason {
        case .notYesOrNo(let text):
            say(
                "\(typed(text))看不出是或否。\(quotedLabel)请写“是”或“否”。",
                "\(typed(text)) is neither yes nor no. Write “yes” or “no” for \(quotedLabel).")
        case .notInCodes(let text, let near): notInCodes(text, near)
        case .retiredCode(let label, let until):
            say(
                "\(wording.quoted(code(label)))用到 \(until.iso) 为止，这一件不能再用。请另选\(self.label)。",
                "\(wording.quoted(code(label))) was in use until \(until.iso) only. Please choose another \(quotedLabel).")
        case .codeNotYet(let label, let since):
            say(
                "\(wording.quoted(code(label)))从 \(since.iso) 起才用，这一件还不能用。请另选\(self.label)。",
                "\(wording.quoted(code(label))) is in use only from \(since.iso) on. Please choose another \(quotedLabel).")
        case .unknownUnit(let text, let near), .unknownReference(let text, let near): unknownName(text, near)
        case .wrongUnitKind(let name):
            if let kind = field?.unitKind.flatMap({ wording.label(ofUnitKind: $0) }) {
                say(
                    "\(wording.quoted(name))不是\(kind)。\(quotedLabel)请选择一个\(kind)。",
                    "\(wording.quoted(name)) is not a \(kind). Please choose a \(kind) for \(quotedLabel).")
            } else {
                say(
                    "\(wording.quoted(name))不能填在\(quotedLabel)。请从列出的单位里选择。",
                    "\(wording.quoted(name)) cannot stand for \(quotedLabel). Choose one of the units listed.")
            }
        case .ambiguousReference(let text):
            say(
                "叫\(typed(text))的不止一个。\(quotedLabel)请改填编号。",
                "More than one record is called \(typed(text)). Please give the number for \(quotedLabel).")
        default: ""
        }
    }

    private func notInCodes(_ text: String, _ near: [String]) -> String {
        let beginning = say("\(typed(text))不在代码表。", "\(typed(text)) is not in the list of codes. ")
        guard near.isEmpty else {
            let names = wording.quotedList(near.map(code), .or)
            return beginning + say("可选\(names)。", "Perhaps \(names)?")
        }
        let all = (field?.codes.flatMap { register.codes[$0]?.entries } ?? []).map {
            wording.label($0, list: field?.codes ?? "", in: register)
        }
        guard (1...6).contains(all.count) else {
            return beginning + say("请从\(quotedLabel)的选项里选择。", "Please choose one of the options of \(quotedLabel).")
        }
        return beginning + say("可选\(wording.quotedList(all, .or))。", "Choose \(wording.quotedList(all, .or)).")
    }

    /// A code's label in this language; the reader suggests Chinese ones.
    private func code(_ chinese: String) -> String {
        guard let list = field?.codes, let entry = register.codes[list]?.entries.first(where: { $0.label == chinese }) else {
            return chinese
        }
        return wording.label(entry, list: list, in: register)
    }

    private func unknownName(_ text: String, _ near: [String]) -> String {
        let beginning = say("没有\(typed(text))。", "There is no \(typed(text)). ")
        guard near.isEmpty else { return beginning + say("相近：\(wording.list(near))。", "Similar: \(wording.list(near)).") }
        let isUnit = field?.type == .unit || field?.type == .units
        return beginning
            + (isUnit
                ? say("\(quotedLabel)请从单位表里选择。", "Please choose \(quotedLabel) from the list of units.")
                : say(
                    "\(quotedLabel)请填编号或全称；还没有登记的，请先登记。",
                    "Give the number or the full name for \(quotedLabel); register it first if it is new."))
    }

    private func ofPerson(_ reason: InputProblem.Reason) -> String {
        switch reason {
        case .idNumberLength(let count):
            say("\(label)应为 18 位，现在是 \(count) 位。", "\(quotedLabel) should have 18 characters; it has \(count). ")
                + (field?.isRequired == true
                    ? say("请对照证件核对。", "Please check it against the document.")
                    : say("没有证件可以留空。", "Leave it empty if there is none."))
        case .idNumberCheckDigit:
            say(
                "\(label)的最后一位和前 17 位对不上。请对照证件核对。",
                "The last character of \(quotedLabel) does not fit the 17 before it. Please check it against the document.")
        case .idNumberDate:
            say(
                "\(label)第 7 至 14 位不是有效的出生日期。请对照证件核对。",
                "Characters 7 to 14 of \(quotedLabel) are not a date of birth. Please check it against the document.")
        case .badPhone(let text):
            say(
                "\(typed(text))不像电话号码。\(quotedLabel)请写 7 至 13 位数字。",
                "\(typed(text)) is not a telephone number. Write \(quotedLabel) with 7 to 13 digits.")
        default: ""
        }
    }
}
