import Definitions
import Testing

/// One text of the sound catalogue replaced, and the one mistake that must come of it.
struct Spoil: CustomTestStringConvertible, Sendable {
    var path: String
    var old: String
    var new: String
    var reason: DefinitionProblem.Reason
    var suggestion: String?
    /// A text on the line of the mistake; nil: the first line of what was put in.
    var line: String?

    init(
        _ path: String, _ old: String, _ new: String, _ reason: DefinitionProblem.Reason, _ suggestion: String? = nil,
        line: String? = nil
    ) {
        (self.path, self.old, self.new, self.reason, self.suggestion, self.line) = (path, old, new, reason, suggestion, line)
    }

    var testDescription: String { "\(path): \(old) → \(new)" }
}

/// Mistakes by the part of the catalogue in which they stand.
enum Spoils {
    private static let loan = "registers/desk/loan.yaml"
    private static let shelf = "registers/house/shelf.yaml"
    private static let law = "laws/lending.yaml"
    private static let year = "calendars/2024.yaml"
    private static let annual = "outlines/annual.yaml"
    private static let town = "districts/hill-town/district.yaml"
    private static let english = "locales/en/loan.yaml"
    private static let dates = "date|moment"

    static let heads: [Spoil] = [
        Spoil(loan, "\nsummary:", "\nsumary:", .unknownKey("sumary"), "summary", line: "sumary"),
        Spoil(loan, "register: loan", "register: lone", .unknownValue(key: "register", value: "lone", allowed: ["loan"]), "loan"),
        Spoil(loan, "label: 借阅\n", "label: \"\"\n", .emptyLabel("label")),
        Spoil(
            shelf, "{prefix}架〔{year}〕{serial}号", "{prefix}借〔{year}〕{serial}号",
            .duplicate(kind: "number_pattern", name: "{prefix}借〔{year}〕{serial}号"), line: "number:"),
        Spoil(loan, "owner: shelf", "owner: shelv", .unknown(kind: "field", name: "shelv"), "shelf"),
        Spoil(loan, "owner: shelf", "owner: town", .wrongShape(key: "owner", expected: "required_field")),
        Spoil(loan, "owner: shelf", "owner: fee", .wrongFieldType(field: "fee", type: "money", expected: "unit|reference")),
        Spoil(loan, "heading: book", "heading: bok", .unknown(kind: "field", name: "bok"), "book"),
        Spoil(
            loan, "借〔{year}〕", "借〔{yaer}〕{year}",
            .unknownValue(key: "pattern", value: "{yaer}", allowed: ["{prefix}", "{year}", "{serial}"]), "{year}"),
        Spoil(loan, "{serial}号", "号", .wrongShape(key: "pattern", expected: "{serial}"), line: "number:"),
        Spoil(loan, "year_of: lent_on", "year_of: returned_on", .wrongShape(key: "year_of", expected: "required_field")),
        Spoil(loan, "version_by: [lent_on]", "version_by: [book]", .wrongFieldType(field: "book", type: "text", expected: dates)),
        Spoil(loan, "version_by: [lent_on]\n", "", .missingKey("version_by"), line: "register: loan"),
        Spoil(loan, "retention: { years: 10, force: local }", "", .missingKey("retention"), line: "register: loan"),
        Spoil(loan, "years: 10", "years: ten", .wrongShape(key: "years", expected: "integer 1...1000")),
        Spoil(
            loan, "force: local }", "force: locl }",
            .unknownValue(key: "force", value: "locl", allowed: ["mandatory", "guidance", "local"]), "local"),
        Spoil(loan, "years: 10, force", "years: 10, years: 11, force", .duplicate(kind: "key", name: "years")),
    ]

    static let fields: [Spoil] = [
        Spoil(loan, "name: fee, label", "name: Fee, label", .badName("Fee"), line: "name: Fee"),
        Spoil(
            loan, "- { name: town, label: 镇街, type: unit, kind: town }", "- { name: town, label: 镇街, type: unit, kind: twon }",
            .unknownValue(key: "kind", value: "twon", allowed: UnitDefinition.kinds), "town"),
        Spoil(
            loan, "type: money, unit", "type: mony, unit",
            .unknownValue(key: "type", value: "mony", allowed: FieldType.allCases.map(\.rawValue)), "money"),
        Spoil(loan, "type: money, unit: 元", "type: money, unit: 元, kind: town", .keyNotForType(key: "kind", type: "money")),
        Spoil(loan, "max: 80, required", "max: many, required", .wrongShape(key: "max", expected: "integer>=0")),
        Spoil(loan, "min: 0, max: 30", "min: 40, max: 30", .wrongShape(key: "min", expected: "min<=max")),
        Spoil(
            loan, "type: rows\n    min: 1", "type: rows\n    min: 1\n    day: age",
            .wrongFieldType(field: "age", type: "integer", expected: dates), line: "day: age"),
        Spoil(
            loan, "type: rows\n    min: 1", "type: rows\n    min: 1\n    day: lent_on",
            .wrongShape(key: "day", expected: "field_of_the_row"), line: "day: lent_on"),
        Spoil(loan, "type: money, unit: 元", "type: money, unit: 元, day: lent_on", .keyNotForType(key: "day", type: "money")),
        Spoil(loan, "decimals: 2, unit: 千克", "unit: 千克", .missingKey("decimals"), line: "name: weight"),
        Spoil(loan, "to: shelf, required", "to: shelfs, required", .unknown(kind: "register", name: "shelfs"), "shelf"),
        Spoil(
            loan, "type: code, codes: ending", "type: code, codes: endings", .unknown(kind: "code_list", name: "endings"),
            "ending"),
        Spoil(loan, "not_before: lent_on", "not_before: lend_on", .unknown(kind: "field", name: "lend_on"), "lent_on"),
        Spoil(loan, "not_before: lent_on", "not_before: book", .wrongFieldType(field: "book", type: "text", expected: dates)),
        Spoil(loan, "not_before: from_on", "not_before: form_on", .unknown(kind: "field", name: "form_on"), "from_on"),
        Spoil(
            loan, "personal: contact", "personal: contakt",
            .unknownValue(key: "personal", value: "contakt", allowed: PersonalMark.allCases.map(\.rawValue)), "contact"),
        Spoil(loan, "type: id_number, personal: id_number", "type: id_number", .missingKey("personal")),
        Spoil(loan, "since: 2020-01-01 }", "since: 2020-13-01 }", .badDate("2020-13-01")),
        Spoil(loan, "since: 2020-01-01 }", "since: 2020-01-01, until: 2019-01-01 }", .badDate("2020-01-01..2019-01-01")),
        Spoil(
            loan, "{ name: age, label: 年龄, type: integer }",
            "{ name: age, label: 年龄, type: integer }\n      - { name: age, label: 岁数, type: integer }",
            .duplicate(kind: "field", name: "readers.age"), line: "岁数"),
        Spoil(loan, "label: 书名", "lable: 书名", .unknownKey("lable"), "label"),
        Spoil(
            loan, "required: true, not_in_future: true", "required: yes, not_in_future: true",
            .wrongShape(key: "required", expected: "true|false")),
        Spoil(loan, "{ name: age, label: 年龄, type: integer }", "{ name: owner, label: 年龄, type: integer }", .badName("owner")),
        Spoil(
            loan, "{ code: damaged, label: 破损归还, group: back }", "{ code: returned, label: 破损归还 }",
            .duplicate(kind: "code", name: "ending/returned")),
        Spoil(loan, "{ code: damaged, label: 破损归还, group: back }", "{ code: unset, label: 破损归还 }", .badName("unset")),
    ]

    static let process: [Spoil] = [
        Spoil(loan, "label: 借出, start: true", "label: 借出", .noStartState, line: "register: loan"),
        Spoil(loan, "label: 已催还 }", "label: 已催还, start: true }", .severalStartStates),
        Spoil(loan, "to: back, roles", "to: overdue_told, roles", .unreachableState("back"), line: "name: back, label"),
        Spoil(loan, "label: 已核销, outcome: true, end: true", "label: 已核销", .deadEnd("written_off")),
        Spoil(loan, "from: [lent], to: written_off", "from: [back], to: written_off", .leavesEndState(transition: "lapse")),
        Spoil(
            loan, "from: [overdue_told], to", "from: [overdue_tld], to", .unknown(kind: "state", name: "overdue_tld"),
            "overdue_told"),
        Spoil(loan, "roles: [clerk], note", "roles: [clrk], note", .unknown(kind: "role", name: "clrk"), "clerk"),
        Spoil(loan, "roles: [clerk], note", "note", .moveWithoutRoles("remind"), line: "name: remind"),
        Spoil(loan, "automatic: true }", "automatic: true, roles: [clerk] }", .automaticMoveHasRoles("lapse")),
        Spoil(
            loan, "require: [returned_on,", "require: [returnd_on,", .unknown(kind: "field", name: "returnd_on"), "returned_on"),
        Spoil(loan, "note: required, basis", "note: yes, basis", .unknownValue(key: "note", value: "yes", allowed: ["required"])),
        Spoil(loan, "basis: 借阅办法#15", "basis: \"借阅办法 #15\"", .wrongShape(key: "basis", expected: "law#article")),
        Spoil(loan, "clock: 借阅/return", "clock: 借阅/retrun", .unknown(kind: "clock", name: "借阅/retrun"), "借阅/return"),
        Spoil(
            loan, "starts: asked_at", "starts: lent_on", .wrongFieldType(field: "lent_on", type: "date", expected: "moment"),
            line: "name: answer,"),
        Spoil(loan, "stops: [answered_at]", "stops: [ending]", .wrongFieldType(field: "ending", type: "code", expected: dates)),
        Spoil(
            loan, "{ entered: written_off }", "{ entered: written_of }", .unknown(kind: "state", name: "written_of"),
            "written_off"),
        Spoil(loan, "by: extended_days", "by: fee", .wrongFieldType(field: "fee", type: "money", expected: "integer")),
        Spoil(
            loan, "pauses: stops", "pauses: readers", .unknown(kind: "field", name: "readers.from_on"), line: "pauses: readers"),
        Spoil(loan, "every: { months: 6 }", "every: { month: 6 }", .unknownKey("month"), "months"),
        Spoil(
            loan, "every: { months: 6 }", "every: { months: 6, years: 1 }",
            .wrongShape(key: "every", expected: "one_of minutes|hours|working_days|calendar_days|months|years")),
        Spoil(loan, "move: lapse", "move: laps", .unknown(kind: "transition", name: "laps"), "lapse"),
        Spoil(loan, "move: lapse", "move: remind", .wrongShape(key: "move", expected: "automatic_transition")),
        Spoil(loan, "name: pause_end", "name: answer", .duplicate(kind: "deadline", name: "answer"), line: "label: 停计, clock"),
        Spoil(
            loan, "starts: from_on", "starts: readers.age",
            .wrongFieldType(field: "readers.age", type: "integer", expected: dates)),
    ]

    static let conditions: [Spoil] = [
        Spoil(loan, "{ ending: lost }", "{ ending: loost }", .unknown(kind: "code", name: "loost"), "lost"),
        Spoil(loan, "{ group: back }", "{ group: bak }", .unknown(kind: "group", name: "bak"), "back"),
        Spoil(loan, "{ group: back }", "{ grop: back }", .unknownKey("grop"), "group"),
        Spoil(loan, "at_least: 10000", "at_least: much", .wrongShape(key: "at_least", expected: "integer>=\(Int.min)")),
        Spoil(loan, "at_most: 2.5", "at_most: 2.555", .wrongShape(key: "at_most", expected: "decimal")),
        Spoil(loan, "any_of: [", "any_off: [", .unknown(kind: "field", name: "any_off"), "any_of"),
        Spoil(
            loan, "any_of: [{ ending: lost }, { fee: { at_least: 10000 } }]", "any_of: []",
            .wrongShape(key: "any_of", expected: "list")),
        Spoil(
            loan, "readers.is_child: true", "readers.is_chld: true", .unknown(kind: "field", name: "readers.is_chld"),
            "readers.is_child"),
        Spoil(
            loan, "readers.is_child: true", "readers.is_child: ja", .wrongShape(key: "readers.is_child", expected: "true|false")),
        Spoil(loan, "{ return: met }", "{ retrun: met }", .unknown(kind: "deadline", name: "retrun"), "return"),
        Spoil(
            loan, "{ return: met }", "{ return: mett }",
            .unknownValue(
                key: "return", value: "mett", allowed: ["idle", "open", "due_soon", "overdue", "paused", "met", "late"]), "met"),
        Spoil(loan, "{ ever: [back] }", "{ ever: [bak] }", .unknown(kind: "state", name: "bak"), "back"),
        Spoil(loan, "{ after: lent_on }", "{ after: book }", .wrongFieldType(field: "book", type: "text", expected: dates)),
        Spoil(loan, "{ after: lent_on }", "{ after: 2024-1-1 }", .badDate("2024-1-1")),
        Spoil(
            loan, "where: { returned_on: set }", "where: { remark: set, reader_phone: \"1\" }",
            .personalInList(use: "indicators", field: "reader_phone")),
        Spoil(loan, "where: { returned_on: set }", "where: returned_on", .wrongShape(key: "where", expected: "mapping")),
    ]

    static let indicators: [Spoil] = [
        Spoil(loan, "note: 以借出日计。", "later: true", .unknownKey("later")),
        Spoil(
            loan, "count: {}, period_by: lent_on", "period_by: lent_on", .missingKey("measure"), line: "name: lent, label: 借出数"),
        Spoil(loan, "count: {}, period_by: lent_on", "count: {}", .missingKey("period_by"), line: "name: lent, label: 借出数"),
        Spoil(
            loan, "count: {}, period_by: lent_on", "count: {}, sum: fee, period_by: lent_on",
            .wrongShape(key: "sum", expected: "one_measure")),
        Spoil(
            loan, "count: {}, period_by: lent_on", "count: {}, stock: { from: lent_on }, period_by: lent_on",
            .wrongShape(key: "stock", expected: "period_by_or_stock")),
        Spoil(
            loan, "count_distinct: town", "count_distinct: readers.is_child",
            .personalInList(use: "indicators", field: "readers.is_child")),
        Spoil(loan, "sum: fee", "sum: book", .wrongFieldType(field: "book", type: "text", expected: "integer|decimal|money")),
        Spoil(loan, "sum: readers.age", "sum: readers.aeg", .unknown(kind: "field", name: "readers.aeg"), "readers.age"),
        Spoil(loan, "days: [lent_on, returned_on]", "days: [lent_on]", .wrongShape(key: "days", expected: "[from, to]")),
        Spoil(loan, "{ indicator: towns }", "{ indicator: town }", .unknown(kind: "indicator", name: "town"), "towns"),
        Spoil(
            loan, "{ indicator: shelf.shelves }", "{ indicator: shelf.shelve }",
            .unknown(kind: "indicator", name: "shelf.shelve"), "shelf.shelves"),
        Spoil(loan, "of: { indicator: loan.lent }", "of: { indicator: growth }", .circular("loan.growth"), line: "name: growth"),
        Spoil(
            loan, "as: difference", "as: diff",
            .unknownValue(key: "as", value: "diff", allowed: ["difference", "percent", "points"]), "difference"),
        Spoil(loan, "unit: 册, count: {}", "count: {}", .missingKey("unit"), line: "name: lent, label: 借出数"),
        Spoil(loan, "name: ages,", "name: fees,", .duplicate(kind: "indicator", name: "fees"), line: "年龄和"),
        Spoil(loan, "scale: 10000", "scale: 0", .wrongShape(key: "scale", expected: "integer 1...1000000000000")),
        Spoil(loan, "as: difference }", "as: difference }, where: {}", .unknownKey("where"), line: "where: {}"),
        Spoil(
            shelf, "{ from: set_up_on, until: closed_on }", "{ from: setup_on, until: closed_on }",
            .unknown(kind: "field", name: "setup_on"), "set_up_on"),
    ]

    static let pages: [Spoil] = [
        Spoil(loan, "fields: [book, shelf,", "fields: [shelf,", .fieldNotInForm("book"), line: "name: book"),
        Spoil(
            loan, "fields: [returned_on, ending,", "fields: [returned_on, ending, fee,",
            .duplicate(kind: "form_field", name: "fee")),
        Spoil(loan, "section: 归还", "section: 借出", .duplicate(kind: "section", name: "借出"), line: "- section: 借出"),
        Spoil(
            loan, "columns: [town, lent_on, ending]", "columns: [town, lent, ending]", .unknown(kind: "field", name: "lent"),
            "lent_on"),
        Spoil(
            loan, "filters: [town, ending, lent_on]", "filters: [town, readers]",
            .personalInList(use: "list/filters", field: "readers")),
        Spoil(
            loan, "filters: [town, ending, lent_on]", "filters: [town, ending, book]",
            .wrongFieldType(
                field: "book", type: "text",
                expected: "integer|decimal|money|bool|date|moment|code|codes|unit|units|reference|references")),
        Spoil(
            loan, "breakdowns: [town, ending]", "breakdowns: [town, remark]", .personalInList(use: "breakdowns", field: "remark")),
        Spoil(loan, "look_up: [reader_phone,", "look_up: [book,", .lookUpOfPlainField("book")),
        Spoil(loan, "look_up: [reader_phone,", "look_up: [remark,", .personalInList(use: "list/look_up", field: "remark")),
        Spoil(
            loan, "level: aggregate, fields: [town, ending]", "level: aggregate, fields: [town, remark]",
            .personalIsPublic("remark")),
        Spoil(
            loan, "level: aggregate", "level: agregate",
            .unknownValue(key: "level", value: "agregate", allowed: ["none", "aggregate", "redacted_copy", "full"]), "aggregate"),
        Spoil(loan, "indicators: [lent], min", "indicators: [lnt], min", .unknown(kind: "indicator", name: "lnt"), "lent"),
        Spoil(loan, "check: two_persons", "check: one", .unknownValue(key: "check", value: "one", allowed: ["two_persons"])),
    ]

    static let others: [Spoil] = [
        Spoil(
            "roles.yaml", "english: Head }", "english: Head }\n  - { name: clerk, label: 又, english: Two }",
            .duplicate(kind: "role", name: "clerk"), line: "又"),
        Spoil("roles.yaml", "label: 经办, ", "", .missingKey("label"), line: "name: clerk"),
        Spoil("workstreams.yaml", "english: Desk", "englisch: Desk", .unknownKey("englisch"), "english"),
        Spoil(
            law, "from: 2020-01-01, force: mandatory, length", "from: 2019-12-31, force: mandatory, length",
            .versionsOverlap(clock: "借阅/return")),
        Spoil(law, "length: { calendar_days: 60 }", "length: { days: 60 }", .unknownKey("days")),
        Spoil(law, "length: { calendar_days: 60 }, ", "", .missingKey("length"), line: "12(1)"),
        Spoil(law, "length: { hours: 24 }", "length: { hours: 24 }, on: 03-01", .wrongShape(key: "on", expected: "length_or_on")),
        Spoil(law, "on: 03-01", "on: 3-1", .badDate("3-1")),
        Spoil(law, "article: 13, ", "", .periodWithoutArticle(clock: "借阅/answer"), line: "待确认"),
        Spoil(
            law, "sense: before", "sense: befor",
            .unknownValue(key: "sense", value: "befor", allowed: ["at_most", "at_least", "before"]), "before"),
        Spoil(
            law, "force: guidance", "force: guidence",
            .unknownValue(key: "force", value: "guidence", allowed: ["mandatory", "guidance", "local"]), "guidance"),
        Spoil(
            law, "last_day_on_rest_day: none", "last_day_on_rest_day: no",
            .unknownValue(key: "last_day_on_rest_day", value: "no", allowed: ["none", "next_working_day"])),
        Spoil(
            law, "name: 借阅/answer",
            "name: 借阅/答复\n    label: 又\n    versions: [{ law: 甲, article: 1, from: 2020-01-01, force: local, on: 01-01 }]\n  - name: 借阅/answer",
            .badName("借阅/答复")),
        Spoil(year, "year: 2024", "year: 2023", .unknownValue(key: "year", value: "2023", allowed: ["2024"]), "2024"),
        Spoil(year, "2024-01-01, 2024", "2024-01-01, 2024-01-01, 2024", .duplicate(kind: "calendar_day", name: "2024-01-01")),
        Spoil(year, "- 2024-02-04", "- 2024-02-05", .calendarWorkdayNotOnWeekend("2024-02-05")),
        Spoil(year, "rest: [2024-01-01", "rest: [2022-01-03", .calendarDayOutsideYear("2022-01-03")),
        Spoil(year, "source: 国办发明电〔2023〕7号\n", "", .missingKey("source"), line: "year: 2024"),
        Spoil(annual, "{loan.lent}", "{loan.lnt}", .unknown(kind: "indicator", name: "loan.lnt"), "loan.lent"),
        Spoil(annual, "{loan.lent}", "{lone.lent}", .unknown(kind: "register", name: "lone"), "loan"),
        Spoil(annual, "收费{loan.fees}元。", "收费{loan.fees元。", .malformed("收费{loan.fees元。")),
        Spoil(annual, "when: [shelf.shelves]", "when: [shelves]", .wrongShape(key: "when", expected: "register.indicator")),
        Spoil(
            annual, "  - { name: next_year, title: 安排, required: true }\n", "", .outlinePartMissing("next_year"),
            line: "outline: annual"),
        Spoil(
            annual, "{year}年度", "{yaer}年度", .unknownValue(key: "title", value: "{yaer}", allowed: ["district", "year"]), "year"),
        Spoil(annual, "placeholder: 待补", "place_holder: 待补", .unknownKey("place_holder"), "placeholder"),
        Spoil(
            town, "district: hill-town", "district: hilltown",
            .unknownValue(key: "district", value: "hilltown", allowed: ["hill-town"]), "hill-town"),
        Spoil(
            town, "kind: department", "kind: departement",
            .unknownValue(key: "kind", value: "departement", allowed: UnitDefinition.kinds), "department"),
        Spoil(town, "parent: library", "parent: libary", .unknown(kind: "unit", name: "libary"), "library"),
        Spoil(town, "parent: library", "parent: branch", .circular("branch")),
        Spoil(town, ", parent: library", "", .missingKey("parent"), line: "id: branch"),
        Spoil(town, "id: branch", "id: library", .duplicate(kind: "unit", name: "library"), line: "分馆"),
        Spoil(town, "kind: district", "kind: town", .unknownValue(key: "kind", value: "town", allowed: ["district"])),
        Spoil(town, "today: 2025-01-18", "today: yesterday", .badDate("yesterday")),
        Spoil(english, "lent_on: Lent on", "lend_on: Lent on", .unknown(kind: "field", name: "lend_on"), "lent_on"),
        Spoil(english, "returned: Given", "retuned: Given", .unknown(kind: "code", name: "retuned"), "returned"),
        Spoil(english, "{ 借出: Lending }", "{ 借书: Lending }", .unknown(kind: "section", name: "借书"), "借出"),
        Spoil(english, "states: { lent: Lent }", "states: { lent: \"\" }", .emptyLabel("loan/states/lent")),
        Spoil("locales/en/_clocks.yaml", "借阅/return", "借阅/retrn", .unknown(kind: "clock", name: "借阅/retrn"), "借阅/return"),
    ]
}
