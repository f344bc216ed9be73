import Definitions
import LegalTime

extension Wording {
    /// One line for `zhunsheng check`: place, weight, what is wrong and how to mend it.
    public func line(for problem: DefinitionProblem) -> String {
        let weight = problem.isError ? say("错误：", "error: ") : say("警告：", "warning: ")
        return "\(problem.place): \(weight)\(sentence(for: problem))"
    }

    /// What is wrong in the catalogue and how to mend it, on one line. Keys and names stand as they are written in the files.
    public func sentence(for problem: DefinitionProblem) -> String {
        let parts = parts(for: problem.reason)
        let hint = problem.suggestion.map { say("是不是\(quoted($0))？", "Did you mean \(quoted($0))?") }
        return [parts.wrong, hint ?? parts.mend].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: say("", " "))
            .replacing("\n", with: " ")
    }

    /// What is wrong, and how to mend it where no near name was found.
    private func parts(for reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .unreadable, .malformed, .missingKey, .unknownKey, .wrongShape, .keyNotForType, .unknownValue, .badDate, .badName,
            .emptyLabel:
            ofForm(reason)
        case .duplicate, .unknown, .circular, .wrongFieldType, .overlayLoosens, .fieldNotInForm, .outlinePartMissing,
            .missingRequirement, .notCovered:
            ofNames(reason)
        case .versionsOverlap, .versionGap, .periodWithoutArticle, .calendarDayOutsideYear, .calendarWorkdayNotOnWeekend:
            ofTime(reason)
        case .noStartState, .severalStartStates, .unreachableState, .deadEnd, .leavesEndState, .automaticMoveHasRoles,
            .moveWithoutRoles:
            ofProcess(reason)
        case .personalIsPublic, .personalInList, .lookUpOfPlainField: ofPersonalFields(reason)
        case .wrongParameterKind, .parameterNotLocal, .parameterUnused: ofParameters(reason)
        case .templateWithoutLetter, .template: ofTemplates(reason)
        }
    }

    private func ofForm(_ reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .unreadable(let detail):
            (
                say("文件读不出来：\(detail)。", "The file cannot be read: \(detail)."),
                say("请核对文件是否存在、是否为 UTF-8 编码。", "Check that it exists and is UTF-8.")
            )
        case .malformed(let detail):
            malformed(detail)
        case .missingKey(let key): (say("缺少\(quoted(key))。", "\(quoted(key)) is missing."), say("请补上。", "Add it."))
        case .unknownKey(let key):
            (say("不认识的键\(quoted(key))。", "\(quoted(key)) is not a key of this form."), say("请删去或改正。", "Remove or correct it."))
        case .wrongShape(let key, let expected):
            (
                say(
                    "\(quoted(key))的写法不对，应为：\(shape(expected))。",
                    "\(quoted(key)) is not written as it should be: \(shape(expected))."), nil
            )
        case .keyNotForType(let key, let type):
            (
                say(
                    "\(quoted(key))不能用在\(quoted(fieldType(type)))类型的字段上。",
                    "\(quoted(key)) does not go with a field of type \(quoted(type))."),
                say("请删去，或改用别的类型。", "Remove it, or choose another type.")
            )
        case .unknownValue(let key, let value, let allowed):
            (
                say("\(quoted(key))的值\(quoted(value))不认识。", "\(quoted(value)) is not a value of \(quoted(key))."),
                allowed.isEmpty ? say("请改正。", "Correct it.") : say("可用：\(list(allowed))。", "Possible values: \(list(allowed)).")
            )
        case .badDate(let text):
            (
                say("\(quoted(text))不是有效的日期。", "\(quoted(text)) is not a valid date."),
                say("请写成 2022-01-18 的样子，先后不要颠倒。", "Write 2022-01-18, the earlier one first.")
            )
        case .badName(let text):
            (
                say("\(quoted(text))不能用作名称。", "\(quoted(text)) cannot be a name."),
                say(
                    "名称用小写字母、数字和下划线，以字母开头，不用系统保留的词。",
                    "Use lower-case letters, digits and underscores, begin with a letter, and avoid the engine’s own words.")
            )
        case .emptyLabel(let path):
            (say("\(quoted(path))没有标签。", "\(quoted(path)) has no label."), say("请补上中文名称。", "Add its Chinese name."))
        default: ("", nil)
        }
    }

    /// The checker's own words for two frequent mistakes; else the text itself, or what the reader of YAML says of it.
    private func malformed(_ detail: String) -> (wrong: String, mend: String?) {
        switch detail {
        case "empty": (say("文件是空的。", "The file is empty."), say("请写入内容，或删去文件。", "Fill it, or remove it."))
        case "anchor":
            (
                say("这里不能用锚点和别名（& 和 *）。", "Anchors and aliases (& and *) cannot be used here."),
                say("请把内容直接写出来。", "Write the content out.")
            )
        default:
            (
                say("写法有误：\(quotedInput(detail))。", "This is not well formed: \(quotedInput(detail))."),
                say("请核对缩进、冒号、引号和花括号。", "Check indents, colons, quotation marks and braces.")
            )
        }
    }

    private func ofNames(_ reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .duplicate(let kind, let name):
            (
                say("\(self.kind(kind))\(quoted(name))重复了。", "There is more than one \(self.kind(kind)) \(quoted(name))."),
                say("请改名，或删去一处。", "Rename or remove one of them.")
            )
        case .unknown(let kind, let name):
            (
                say("没有\(self.kind(kind))\(quoted(name))。", "There is no \(self.kind(kind)) \(quoted(name))."),
                say("请核对名称，或先定义。", "Check the name, or define it first.")
            )
        case .missingRequirement(let move, let field):
            (
                say("步骤\(quoted(move))没有要求填写\(quoted(field))。", "The step \(quoted(move)) does not require \(quoted(field))."),
                say("请把它写进这一步的 require。", "Put it into the step’s require.")
            )
        case .notCovered(let field):
            (
                say("必填字段\(quoted(field))没有列，也没有写进 set。", "The required field \(quoted(field)) has no column and is not in set."),
                say("请加一列，或在 set 里给出。", "Add a column, or give it in set.")
            )
        case .circular(let name):
            (
                say("\(quoted(name))的定义绕回了自己。", "The definition of \(quoted(name)) leads back to itself."),
                say("请去掉循环引用。", "Break the circle.")
            )
        case .wrongFieldType(let field, let type, let expected):
            (
                say(
                    "字段\(quoted(field))是\(quoted(fieldType(type)))类型，不能用在这里。",
                    "Field \(quoted(field)) is of type \(quoted(type)), which does not fit here."),
                say(
                    "这里要用：\(quotedList(alternatives(expected).map { fieldType($0) }, .or))。",
                    "Use one of type \(list(alternatives(expected), .or)).")
            )
        case .overlayLoosens(let path):
            (
                say("本地补充不能改动或放宽\(quoted(path))。", "A district’s overlay may not change or loosen \(quoted(path))."),
                say("只能增加或收紧；请改用新的名称。", "It may only add or tighten; choose a new name.")
            )
        case .fieldNotInForm(let field):
            (
                say("字段\(quoted(field))没有放进表单。", "Field \(quoted(field)) has no place in the form."),
                say("请放进一节，并且只放一次。", "Put it into exactly one section.")
            )
        case .outlinePartMissing(let part):
            (say("提纲缺少必备的部分\(quoted(part))。", "The outline lacks the required part \(quoted(part))."), say("请补上。", "Add it."))
        default: ("", nil)
        }
    }

    private func ofTime(_ reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .versionsOverlap(let clock):
            (
                say("期限\(quoted(clock))的两个版本时间重叠。", "Two versions of the clock \(quoted(clock)) overlap."),
                say("请核对起止日期。", "Check their dates.")
            )
        case .versionGap(let clock):
            (
                say("期限\(quoted(clock))的两个版本之间有空档。", "There is a gap between versions of the clock \(quoted(clock))."),
                say("如果当时确无规定，不用改。", "Leave it if there was no rule at the time.")
            )
        case .periodWithoutArticle(let clock):
            (
                say("期限\(quoted(clock))没有写条文。", "The clock \(quoted(clock)) cites no article."),
                say("请写明法律和条。", "Name the law and the article.")
            )
        case .calendarDayOutsideYear(let text):
            (
                say("\(quoted(text))不在这一年的休假安排之内。", "\(quoted(text)) lies outside the year of this calendar."),
                say("请移到当年的文件。", "Move it to the file of its year.")
            )
        case .calendarWorkdayNotOnWeekend(let text):
            (
                say(
                    "\(quoted(text))不是周六或周日，不能列为调休上班日。",
                    "\(quoted(text)) is no Saturday or Sunday and cannot be a make-up workday."),
                say("请对照国务院办公厅通知核对。", "Check it against the State Council’s notice.")
            )
        default: ("", nil)
        }
    }

    private func ofProcess(_ reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .noStartState:
            (say("没有起始状态。", "There is no start state."), say("请给一个状态加上 start: true。", "Mark one state with start: true."))
        case .severalStartStates:
            (say("起始状态不止一个。", "There is more than one start state."), say("只留一个 start: true。", "Keep one start: true."))
        case .unreachableState(let name):
            (
                say("没有步骤能到状态\(quoted(name))。", "No step leads to the state \(quoted(name))."),
                say("请加一个步骤，或删去这个状态。", "Add a step, or remove the state.")
            )
        case .deadEnd(let name):
            (
                say("状态\(quoted(name))没有下一步，又不是结束状态。", "The state \(quoted(name)) has no way out and is no end."),
                say("请加一个步骤，或加上 end: true。", "Add a step, or mark it with end: true.")
            )
        case .leavesEndState(let name):
            (
                say("步骤\(quoted(name))从结束状态出发。", "The step \(quoted(name)) leaves an end state."),
                say("请改 from，或去掉该状态的 end: true。", "Change its from, or take end: true off the state.")
            )
        case .automaticMoveHasRoles(let name):
            (
                say("步骤\(quoted(name))自动办理，不能再写角色。", "The step \(quoted(name)) is automatic and cannot have roles."),
                say("请删去 roles。", "Remove roles.")
            )
        case .moveWithoutRoles(let name):
            (
                say("步骤\(quoted(name))没有写由谁办。", "The step \(quoted(name)) names nobody who may do it."),
                say("请补上 roles。", "Add roles.")
            )
        default: ("", nil)
        }
    }

    private func ofPersonalFields(_ reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .personalIsPublic(let field):
            (
                say("字段\(quoted(field))含个人信息，不能公开。", "Field \(quoted(field)) is personal and cannot be public."),
                say("请从 publication 里删去。", "Take it out of publication.")
            )
        case .personalInList(let use, let field):
            (
                say(
                    "字段\(quoted(field))含个人信息，不能用于\(self.use(use))。",
                    "Field \(quoted(field)) is personal and cannot be used for \(self.use(use))."),
                say("请删去；要按它查找的，写在 look_up。", "Remove it; to find records by it, name it in look_up.")
            )
        case .lookUpOfPlainField(let field):
            (
                say("字段\(quoted(field))不含个人信息，不用 look_up。", "Field \(quoted(field)) is not personal and needs no look_up."),
                say("请写在 search 或 filters。", "Name it in search or filters.")
            )
        default: ("", nil)
        }
    }

    private func fieldType(_ name: String) -> String { FieldType(rawValue: name).map { self.name(of: $0) } ?? name }

    private func alternatives(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
}
