import Definitions
import LegalTime
import Records
import Wording

/// A made-up register whose names are unlike its labels, so that a name in a sentence is found at once.
enum Fixture {
    static let place = SourcePlace(file: "registers/x/made_up.yaml", line: 12)

    static func field(_ name: String, _ label: String, _ type: FieldType, _ change: (inout FieldDefinition) -> Void = { _ in })
        -> FieldDefinition
    {
        var field = FieldDefinition(name: name, label: label, type: type, place: place)
        change(&field)
        return field
    }

    static let register: RegisterDefinition = {
        var register = RegisterDefinition(
            name: "zz_case", label: "人民调解案件", workstream: "zz_stream", owner: "zz_unit", office: "zz_office",
            number: NumberRule(pattern: "{serial}", yearOf: "zz_registered_on"), place: place)
        register.versionBy = ["zz_accepted_on"]
        register.fields = [
            field("zz_registered_on", "登记日期", .date) { $0.isRequired = true },
            field("zz_accepted_on", "受理日期", .date) { $0.notBefore = "zz_registered_on" },
            field("zz_committee", "调解委员会", .reference),
            field("zz_unit", "镇街", .unit) { $0.unitKind = "town" },
            field("zz_type", "纠纷类型", .code) {
                $0.codes = "zz_type"
                $0.isRequired = true
            },
            field("zz_title", "纠纷名称", .text) { $0.max = 80 },
            field("zz_parties", "当事人", .rows) {
                $0.min = 2
                $0.unit = "名"
                $0.fields = [
                    field("zz_name", "姓名或名称", .text),
                    field("zz_id_number", "证件号码", .idNumber),
                    field("zz_from_on", "起始日", .date),
                    field("zz_minor", "是否未满十四周岁", .bool),
                ]
            },
            field("zz_amount", "涉及金额", .money),
            field("zz_persons", "涉及人数", .integer) { $0.unit = "人" },
            field("zz_form", "协议形式", .code) { $0.codes = "zz_form" },
            field("zz_agreed_on", "协议生效日期", .date),
            field("zz_outcome", "审结方式", .code) { $0.codes = "zz_outcome" },
            field("zz_tags", "标签", .codes) { $0.codes = "zz_form" },
            field("zz_concluded_on", "审结日期", .date),
            field("zz_appointed_on", "任命日期", .date),
            field("zz_left_on", "离任日期", .date),
            field("zz_extended", "延长日数", .integer),
            field("zz_pauses", "中止", .rows),
            field("zz_file", "调解协议书", .attachment),
            field("zz_told", "已告知其他救济途径", .bool),
        ]
        register.codes = [
            "zz_type": list("zz_type", [("zz_n", "邻里纠纷", nil), ("zz_p", "物业纠纷", nil), ("zz_f", "婚姻家庭纠纷", nil)]),
            "zz_form": list("zz_form", [("zz_written", "调解协议书", nil), ("zz_oral", "口头协议", nil)]),
            "zz_outcome": list(
                "zz_outcome",
                [
                    ("zz_changed", "变更", "zz_corrected"), ("zz_revoked", "撤销", "zz_corrected"), ("zz_upheld", "维持", "zz_not"),
                    ("zz_withdrawn", "撤回申请", nil),
                ]),
        ]
        register.states = [
            StateDefinition(name: "zz_registered", label: "已登记", isStart: true),
            StateDefinition(name: "zz_mediating", label: "调解中"),
            StateDefinition(name: "zz_declined", label: "不予调解", isOutcome: true),
            StateDefinition(name: "zz_agreed", label: "达成协议", isOutcome: true),
            StateDefinition(name: "zz_failed", label: "调解不成", isOutcome: true),
        ]
        register.transitions = [accept]
        register.deadlines = [
            DeadlineDefinition(
                name: "zz_conclude", label: "调结期限", clock: "人民调解/conclude", starts: .field("zz_accepted_on"),
                stops: [.field("zz_agreed_on")],
                place: place)
        ]
        register.deadlines[0].pauses = "zz_pauses"
        register.indicators = [agreed, written, share]
        return register
    }()

    private static func list(_ name: String, _ entries: [(String, String, String?)]) -> CodeList {
        CodeList(name: name, entries: entries.map { CodeEntry(code: $0.0, label: $0.1, group: $0.2) })
    }

    static let accept: TransitionDefinition = {
        var move = TransitionDefinition(name: "zz_accept", label: "受理", from: ["zz_registered"], to: "zz_mediating", place: place)
        move.roles = ["zz_clerk", "zz_mediator"]
        move.require = [FieldRequirement(field: "zz_accepted_on")]
        move.basis = LegalBasis("人民调解法#19")
        return move
    }()

    static let roles = [
        RoleDefinition(name: "zz_clerk", label: "经办", english: "Clerk"),
        RoleDefinition(name: "zz_head", label: "负责人", english: "Head"),
        RoleDefinition(name: "zz_mediator", label: "调解员", english: "Mediator"),
    ]

    static func count(_ condition: Condition, by field: String) -> Measure {
        .simple(SimpleMeasure(aggregate: .count, condition: condition, placement: .event(.field(field))))
    }

    static func indicator(
        _ name: String, _ label: String, unit: String, _ measure: Measure,
        _ change: (inout IndicatorDefinition) -> Void = { _ in }
    )
        -> IndicatorDefinition
    {
        var indicator = IndicatorDefinition(name: name, label: label, unit: unit, measure: measure, place: place)
        change(&indicator)
        return indicator
    }

    static let isAgreed = Condition.ever(["zz_agreed"])
    static let isWritten = Condition.field(FieldPath("zz_form"), .oneOf([.text("zz_written")], orUnset: false))
    static let agreed = indicator("zz_agreed_cases", "调解达成协议件数", unit: "件", count(isAgreed, by: "zz_agreed_on"))
    static let written = indicator(
        "zz_written_cases", "书面调解件数", unit: "件", count(.all([isWritten, isAgreed]), by: "zz_agreed_on"))
    static let share = indicator("zz_share", "书面协议占比", unit: "%", .ratio(of: written.measure, over: agreed.measure)) {
        $0.basis = LegalBasis("人民调解法#28")
        $0.validity = Validity(since: day("2021-01-01"))
        $0.note = "手写的说明。"
    }

    static let catalogue = Catalogue(
        workstreams: [], roles: roles,
        laws: [
            LawField(
                field: "行政复议",
                texts: [
                    LawText(law: "行政复议法", version: "2017", issued: nil, inForce: day("2018-01-01"), until: day("2023-12-31")),
                    LawText(law: "行政复议法", version: "2023", issued: nil, inForce: day("2024-01-01"), until: nil),
                    LawText(law: "人民调解法", version: "2010", issued: nil, inForce: day("2011-01-01"), until: nil),
                ], clocks: [])
        ],
        calendar: calendar, registers: [register], outlines: [], districts: [], labels: Labels())

    /// Weekends, with the Spring Festival of 2022 as it was arranged.
    static let calendar = WorkCalendar(editions: [
        YearEdition(year: 2021, restDays: [], workDays: [], source: "made up"),
        YearEdition(
            year: 2022, restDays: Set((0..<7).map { day("2022-01-31").adding(days: $0) }),
            workDays: [day("2022-01-29"), day("2022-01-30")],
            source: "made up"),
    ])

    static let chinese = Wording(language: .chinese)
    static let english = Wording(
        language: .english,
        labels: Labels(english: [
            "zz_case": "Mediation cases", "zz_case/fields/zz_accepted_on": "Accepted on",
            "zz_case/fields/zz_registered_on": "Registered on",
            "zz_case/fields/zz_type": "Dispute type", "zz_case/fields/zz_parties": "Parties",
            "zz_case/fields/zz_parties.zz_id_number": "Identity number",
            "zz_case/codes/zz_type/zz_n": "Neighbours", "zz_case/codes/zz_type/zz_p": "Property services",
        ]))
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("no day: \(iso)") }
    return day
}

func annualDay(_ text: String) -> AnnualDay {
    guard let day = AnnualDay(text: text) else { preconditionFailure("no day of the year: \(text)") }
    return day
}

/// Whether the text holds something that only a program would write.
func leaks(_ text: String) -> String? {
    for mark in ["Optional(", "nil", "zz_", "[\"", "case ", "Definitions.", "LegalTime.", "\\(", "()", "  "]
    where text.contains(mark) {
        // `case` as a word of English sentences is no leak.
        if mark == "case ", text.contains("case by") { continue }
        return mark
    }
    return text.contains(/[a-z]_[a-z]/) ? "_" : nil
}

/// Whether a sentence ends as one.
func endsProperly(_ text: String) -> Bool { text.last.map { "。？！.?!".contains($0) } ?? false }

/// Whether the text holds Chinese characters outside quotation marks and citations.
func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

enum RecordFactsFixture {
    static let registered = RecordFacts(register: Fixture.register, values: [:], state: "zz_registered", stamps: [])
}
