import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@Suite("Understanding what was typed")
struct InputReaderTests {
    let reading = FieldReading()

    @Test("each type of field takes its own writing")
    func types() {
        #expect(reading.read(" 陶罐\u{3000}", into: "title").value == .text("陶罐"))
        #expect(reading.read("第一行\r\n第二行", into: "remark").value == .text("第一行\n第二行"))
        #expect(reading.read("１２件", into: "pieces").value == .integer(12))
        #expect(reading.read("2.5千克", into: "weight").value == .integer(250))
        #expect(reading.read("1.2万", into: "fee").value == .integer(1_200_000))
        #expect(reading.read("有", into: "is_urgent").value == .bool(true))
        #expect(reading.read("×", into: "is_urgent").value == .bool(false))
        #expect(reading.read("2021年3月5日", into: "sent_on").value == .day(Day("2021-03-05")))
        #expect(reading.read("箱件", into: "kind").value == .text("box"))
        #expect(reading.read("box", into: "kind").value == .text("box"))
        #expect(reading.read("东镇", into: "town").value == .text("east"))
        #expect(reading.read("易碎、冷藏，易碎", into: "marks").value == .list(["fragile", "cold"]))
        #expect(reading.read("易碎、冷藏、易碎、易漏", into: "marks").value == .list(["fragile", "cold", "leaky"]))
        #expect(reading.read("东一村；西一村", into: "route").value == .list(["east_one", "west_one"]))
        #expect(
            reading.read("2021-03-05 10:42", into: "lost_at").value
                == .moment(Instant(day: Day("2021-03-05"), hour: 10, minute: 42)))
        #expect(reading.read("  ", into: "fee").value == nil)
        #expect(reading.read("  ", into: "fee").problems.isEmpty)
    }

    @Test("what cannot be understood is said with its reason")
    func problems() {
        #expect(reading.read(String(repeating: "长", count: 41), into: "title").problems == [.tooLong(max: 40, count: 41)])
        #expect(reading.read("a\u{0}b", into: "title").problems == [.controlCharacter])
        #expect(reading.read("昨天", into: "sent_on").problems == [.notADate("昨天")])
        #expect(reading.read("2021-13-02", into: "sent_on").problems == [.noSuchDay("2021-13-02", month: 13, day: 2)])
        #expect(reading.read("2021-11-16", into: "sent_on").problems == [.inFuture(Day("2021-11-16"), today: reading.today)])
        #expect(reading.read("2021-11-15", into: "sent_on").problems.isEmpty)
        #expect(reading.read("很多", into: "pieces").problems == [.notANumber("很多")])
        #expect(reading.read("1.5", into: "pieces").problems == [.tooManyDecimals(max: 0)])
        #expect(reading.read("1001", into: "pieces").problems == [.tooLarge(max: 1000)])
        #expect(reading.read("-1", into: "fee").problems == [.tooSmall(min: 0)])
        #expect(reading.read("也许", into: "is_urgent").problems == [.notYesOrNo("也许")])
        #expect(reading.read("木箱子", into: "kind").problems == [.notInCodes("木箱子", near: ["木箱"])])
        #expect(reading.read("东", into: "town").problems == [.unknownUnit("东", near: ["东镇"])])
        #expect(reading.read("东一村", into: "town").problems == [.wrongUnitKind(label: "东一村")])
        #expect(
            reading.read("2021-11-16 09:00", into: "reported_at").problems == [.inFuture(Day("2021-11-16"), today: reading.today)]
        )
        #expect(reading.read("x", into: "depot").problems == [.unknownReference("x", near: [])])
    }

    @Test("a unit whose name another bears is asked for again rather than taken at random")
    func ambiguousUnit() {
        #expect(reading.read("服务站", into: "route").problems == [.ambiguousReference("服务站")])
        #expect(reading.read("east_office", into: "route").value == .list(["east_office"]))
    }

    @Test("a record named by several is asked for again, a near one is offered")
    func references() {
        var reading = reading
        reading.references = ["老点": .several, "新点": .one("id-1"), "旧点": .none(near: ["老点"])]
        #expect(reading.read("老点", into: "depot").problems == [.ambiguousReference("老点")])
        #expect(reading.read("新点", into: "depot").value == .text("id-1"))
        #expect(reading.read("旧点", into: "depot").problems == [.unknownReference("旧点", near: ["老点"])])
        #expect(reading.read("新点,新点", into: "keepers").value == .list(["id-1"]))
    }

    @Test(
        "an identity number is eighteen characters with a day that exists; other documents begin with a letter",
        arguments: [
            ("000000199001011001", nil), ("00000019900101100x", nil), ("０００００0199001011001", nil), ("E12345678", nil),
            ("91310000MA1FL0000X", nil),
            ("000000199002301001", InputProblem.Reason.idNumberDate), ("12345", .idNumberLength(5)),
            ("000000900101100", .idNumberLength(15)), ("号码不详", .idNumberLength(4)),
        ])
    func idNumbers(text: String, problem: InputProblem.Reason?) {
        #expect(reading.read(text, into: "sender_id").problems == (problem.map { [$0] } ?? []))
    }

    @Test(
        "a phone number has seven to thirteen digits and nothing but dashes and brackets between them",
        arguments: [
            ("13800000000", true), ("0416-1234567", true), ("（0416）1234567", true), ("+86 138 0000 0000", true),
            ("１３８００００００００", true), ("123456", false), ("138abc00000", false),
            ("12345678901234", false), ("无", false),
        ])
    func phones(text: String, isGood: Bool) {
        let (value, problems) = reading.read(text, into: "sender_phone")
        #expect(problems.isEmpty == isGood)
        #expect((value != nil) == isGood)
    }

    @Test("a code that the record's law does not have yet, or no longer has, is refused")
    func codesInForce() {
        let old: [String: Value] = ["sent_on": .day(Day("2020-06-01"))]
        let new: [String: Value] = ["sent_on": .day(Day("2021-06-01"))]
        func reasons(_ code: String, _ base: [String: Value]) -> [InputProblem.Reason] {
            reading.read(RecordInput(texts: ["outcome": code]), fields: ["outcome"], base: base).problems.map(\.reason)
        }
        #expect(reasons("赔付", old) == [.codeNotYet(label: "赔付", since: Day("2021-01-01"))])
        #expect(reasons("赔付（2010）", new) == [.retiredCode(label: "赔付（2010）", until: Day("2020-12-31"))])
        #expect(reasons("赔付", new).isEmpty && reasons("赔付（2010）", old).isEmpty && reasons("拒赔", old).isEmpty)
    }

    @Test("a code of a child row is judged by the record's law as well, at its own row")
    func codesOfRows() {
        let input = RecordInput(rows: ["items": [RowInput(texts: ["name": " "]), RowInput(texts: ["name": "碗", "grade": "丙等"])]])
        let problems = reading.read(input, fields: ["items"], base: ["sent_on": .day(Day("2020-06-01"))]).problems
        #expect(
            problems == [
                InputProblem(
                    place: InputPlace(field: "items", row: 1, child: "grade"),
                    reason: .codeNotYet(label: "丙等", since: Day("2021-01-01")))
            ])
        #expect(reading.read(input, fields: ["items"], base: ["sent_on": .day(Day("2021-06-01"))]).problems.isEmpty)
    }

    @Test("a field that the record's law does not have yet is refused, and not required")
    func fieldsInForce() {
        let base: [String: Value] = ["sent_on": .day(Day("2020-06-01"))]
        let given = reading.read(RecordInput(texts: ["insured": "是"]), fields: ["insured"], base: base)
        #expect(given.problems.map(\.reason) == [.fieldNotYet(since: Day("2021-01-01"))])
        #expect(reading.read(RecordInput(), fields: ["insured"], base: base, require: ["insured"]).problems.isEmpty)
        #expect(
            reading.read(RecordInput(), fields: ["insured"], base: ["sent_on": .day(Day("2021-06-01"))], require: ["insured"])
                .problems.map(\.reason) == [.missing])
    }

    @Test("a date may not lie before the one it follows, whichever of the two is changed")
    func orderOfDates() {
        let early = InputProblem(
            place: InputPlace(field: "taken_on"),
            reason: .earlierThan(field: "sent_on", its: Day("2021-03-05"), this: Day("2021-03-04")))
        let later = reading.read(
            RecordInput(texts: ["taken_on": "2021-03-04"]), fields: ["taken_on"], base: ["sent_on": .day(Day("2021-03-05"))])
        #expect(later.problems == [early])
        let earlier = reading.read(
            RecordInput(texts: ["sent_on": "2021-03-05"]), fields: ["sent_on"], base: ["taken_on": .day(Day("2021-03-04"))])
        #expect(earlier.problems == [early])
        let same = reading.read(
            RecordInput(texts: ["taken_on": "2021-03-05"]), fields: ["taken_on"], base: ["sent_on": .day(Day("2021-03-05"))])
        #expect(same.problems.isEmpty)
        let moments = reading.read(
            RecordInput(texts: ["lost_at": "2021-03-05 10:00", "reported_at": "2021-03-04 10:00"]),
            fields: ["lost_at", "reported_at"])
        #expect(moments.problems.map(\.place.field) == ["reported_at"])
    }

    @Test("rows keep the places of their problems although blank rows are passed over")
    func rowPlaces() {
        let input = RecordInput(rows: [
            "items": [
                RowInput(texts: ["name": "罐", "value": "12.5"]), RowInput(texts: ["name": " ", "value": ""]),
                RowInput(texts: ["value": "很多"]),
                RowInput(texts: ["name": "碗", "checked_on": "2021-03-05", "claimed_on": "2021-03-04"]),
            ]
        ])
        let (values, problems) = reading.read(input, fields: ["items"])
        #expect(values["items"]?.rows?.count == 3)
        #expect(problems.map(\.place.key) == ["items.2.name", "items.2.value", "items.3.claimed_on"])
    }

    @Test("there may be too many rows and too few")
    func rowCounts() {
        var register = ParcelCatalogue.register("parcel")
        register.fields = register.fields.map { field in
            var field = field
            if field.name == "items" { field.min = 2 }
            return field
        }
        let strict = FieldReading(register: register)
        let rows = { (count: Int) in RecordInput(rows: ["items": (0..<count).map { RowInput(texts: ["name": "件\($0)"]) }]) }
        #expect(strict.read(rows(1), fields: ["items"]).problems.map(\.reason) == [.tooFewRows(min: 2, count: 1)])
        #expect(strict.read(rows(0), fields: ["items"]).problems.map(\.reason) == [.tooFewRows(min: 2, count: 0)])
        #expect(strict.read(rows(6), fields: ["items"]).problems.map(\.reason) == [.tooManyRows(max: 5, count: 6)])
        #expect(strict.read(rows(2), fields: ["items"]).problems.isEmpty)
    }

    @Test("a stored row keeps its id and what the input does not speak of; an id from elsewhere is not taken over")
    func rowIDs() {
        let photo = Attachment(hash: "h", name: "照片.jpg", size: 3, mediaType: "image/jpeg")
        let base: [String: Value] = [
            "items": .rows([Row(id: "row-1", values: ["name": .text("罐"), "amount": .integer(2), "photo": .attachment(photo)])])
        ]
        let input = RecordInput(rows: [
            "items": [
                RowInput(id: "row-1", texts: ["name": "大罐"]), RowInput(id: "row-1", texts: ["name": "重复"]),
                RowInput(id: "foreign", texts: ["name": "外来"]),
            ]
        ])
        let rows = reading.read(input, fields: ["items"], base: base).values["items"]?.rows ?? []
        #expect(rows.map(\.id) == ["row-1", "", ""])
        #expect(rows.first?.values == ["name": .text("大罐"), "amount": .integer(2), "photo": .attachment(photo)])
    }

    @Test("fields that the input is not about keep their values, and a file stays where none is handed in")
    func nothingLost() {
        let slip = Attachment(hash: "h", name: "单.pdf", size: 3, mediaType: "application/pdf")
        let base: [String: Value] = ["title": .text("罐"), "fee": .integer(100), "slip": .attachment(slip)]
        let (values, problems) = reading.read(RecordInput(texts: ["title": "大罐"]), fields: ["title", "slip"], base: base)
        #expect(values == ["title": .text("大罐"), "fee": .integer(100), "slip": .attachment(slip)])
        #expect(problems.isEmpty)
        #expect(reading.read(RecordInput(), fields: ["fee"], base: base).values["fee"] == nil)
    }

    @Test("everything that is missing is said at once")
    func missing() {
        let required = reading.register.fields.filter(\.isRequired).map(\.name)
        let problems = reading.read(RecordInput(), fields: reading.register.fields.map(\.name)).problems
        #expect(Set(problems.map(\.place.field)) == Set(required))
        #expect(problems.allSatisfy { $0.reason == .missing })
        #expect(problems.count == required.count)
    }

    @Test("a year that is locked takes no new record")
    func lockedYear() {
        #expect(reading.read("2019-12-31", into: "sent_on").problems == [.lockedYear(2019)])
        #expect(reading.read("2020-01-01", into: "sent_on").problems.isEmpty)
    }

    @Test("the first of the dates that choose the version of law decides")
    func versionDay() {
        let register = reading.register
        #expect(
            register.versionDay(of: ["sent_on": .day(Day("2020-12-30")), "taken_on": .day(Day("2021-01-02"))])
                == Day("2021-01-02"))
        #expect(register.versionDay(of: ["sent_on": .day(Day("2020-12-30"))]) == Day("2020-12-30"))
        #expect(register.versionDay(of: [:]) == nil)
    }

    @Test("a mask shows at most a family name, four signs of a number and nothing of what is written about a person")
    func masks() {
        func mask(_ text: String, _ mark: PersonalMark) -> String? {
            if case .masked(let shown) = Masking.mask(.text(text), as: mark) { shown } else { nil }
        }
        #expect(mask("公孙拾玖", .name) == "公***")
        #expect(mask("甲", .name) == "甲*")
        #expect(mask("000000199001011001", .idNumber) == "0000**************")
        #expect(mask("13800001234", .contact) == "138****1234")
        #expect(mask("1234567", .contact) == "***")
        for mark in [PersonalMark.address, .freeText, .sensitive] { #expect(mask("想象路一号", mark) == "***") }
        #expect(Masking.mask(.bool(true), as: .sensitive) == .masked("***"))
        #expect(Masking.mask(.integer(42), as: .name) == .masked("***"))
    }
}
