import LegalTime
import TestSupport
import Testing

@testable import Definitions

@Suite("Exchanges with other systems in the catalogue")
struct ExchangeDefinitionTests {
    @Test("a mapping is read whole, and its digest changes with it")
    func read() throws {
        let catalogue = ParcelExchanges.catalogue()
        let carrier = try #require(catalogue.exchange("carrier"))
        let rows = try #require(carrier.rows)
        #expect(rows.key == ["title", "sent_on"] && rows.direction == .both && carrier.isUnsure && rows.moves == .only([]))
        #expect(rows.columns.count == 26 && carrier.registers == ["parcel"])
        let kind = try #require(rows.columns.first { $0.heading == "物品大类" })
        #expect(kind.word(for: "box") == "箱" && kind.word(for: "letter") == nil && kind.words[0].texts == ["箱", "纸箱"])
        #expect(rows.columns.filter(\.isTenThousands).map(\.heading) == ["费用（万元）"])
        #expect(rows.columns.compactMap(\.path).map(\.text).contains("holds.*.from_on"))
        #expect(rows.settings.map(\.source) == [.constant("true"), .constant("1"), .today])
        let register = catalogue.register("parcel")
        let other = ParcelExchanges.catalogue(ParcelExchanges.carrier.replacing("[箱, 纸箱]", with: "箱"))
        #expect(other.exchange("carrier")?.digest(of: register) != carrier.digest(of: register))
        #expect(carrier.text(of: register).contains("\"yyyymmdd\""))
    }

    @Test("a form is read whole")
    func form() throws {
        let rows = "rows: { groups: [{ label: 村, english: Villages, kinds: [village] }] }"
        let form = try #require(ParcelExchanges.formCatalogue(rows: rows).exchange("tally_form")?.form)
        #expect(form.spans == [.year, .halfYear, .quarter, .month] && form.columns.count == 4)
        #expect(form.rows == .groups([ExchangeForm.Group(label: "村", english: "Villages", kinds: ["village"])]))
        #expect(ParcelExchanges.formCatalogue(rows: "rows: { by: depot }").exchange("tally_form")?.form?.rows == .field("depot"))
    }

    @Test(
        "each mistake is found with its line and the nearest name",
        arguments: [
            (
                "exchange: carrier", "exchange: carier",
                DefinitionProblem.Reason.unknownValue(key: "exchange", value: "carier", allowed: ["carrier"]), "carrier", 1
            ),
            ("register: parcel", "register: parcell", .unknown(kind: "register", name: "parcell"), "parcel", 10),
            (
                "direction: both", "direction: bothe",
                .unknownValue(key: "direction", value: "bothe", allowed: ["out", "in", "both"]), "both", 11
            ),
            ("{district}包裹", "{distrikt}包裹", .unknown(kind: "placeholder", name: "distrikt"), "district", 13),
            (
                "where: { kind: [box, crate] }", "where: { kind: [box, crates] }", .unknown(kind: "code", name: "crates"),
                "crate", 15
            ),
            ("key: [title, sent_on]", "key: [title, sent_no]", .unknown(kind: "field", name: "sent_no"), "sent_on", 16),
            ("key: [title, sent_on]", "key: [sender]", .personalInList(use: "exchange", field: "sender"), nil, 16),
            ("key: [title, sent_on]", "key: [shown_on]", .unknown(kind: "column", name: "shown_on"), nil, 16),
            ("field: weight }", "field: wieght }", .unknown(kind: "field", name: "wieght"), "weight", 26),
            ("field: weight }", "field: slip }", .wrongShape(key: "field", expected: "field|rows.1.field|rows.*.field"), nil, 26),
            (
                "field: items.1.value", "field: items.0.value",
                .wrongShape(key: "field", expected: "field|rows.1.field|rows.*.field"), nil, 35
            ),
            ("heading: 个数", "heading: 斤两", .duplicate(kind: "column", name: "斤两"), nil, 27),
            ("crate: 木 }", "crate: 纸箱 }", .duplicate(kind: "word", name: "纸箱"), nil, 22),
            ("crate: 木 }", "crate: 信函 }", .duplicate(kind: "word", name: "信函"), nil, 22),
            ("crate: 木 }", "crat: 木 }", .unknown(kind: "code", name: "crat"), "crate", 22),
            (
                "date: yyyymmdd }", "date: yymmdd }",
                .unknownValue(key: "date", value: "yymmdd", allowed: ExchangeDate.allCases.map(\.rawValue)), "yyyymmdd", 20
            ),
            ("field: pieces }", "field: pieces, in: 万元 }", .keyNotForType(key: "in", type: "integer"), nil, 27),
            (
                "is: { fee: { at_least: 10000 } }", "is: { ever: taken }",
                .wrongShape(key: "is", expected: "test_of_fields_and_state"), nil, 40
            ),
            ("            - { heading: 寄方, field: sender }\n", "", .notCovered(field: "sender"), nil, 17),
            ("            - { heading: 内件一, field: items.1.name }\n", "", .notCovered(field: "items.1.name"), nil, 17),
            ("then: none", "then: [takes]", .unknown(kind: "transition", name: "takes"), "take", 45),
            (
                "shown_on: today", "shown_on: tomorrow", .unknownValue(key: "shown_on", value: "tomorrow", allowed: ["today"]),
                nil, 44
            ),
            ("direction: both", "direction: out", .unknownKey("key"), nil, 16),
        ] as [(String, String, DefinitionProblem.Reason, String?, Int)])
    func mistakes(_ old: String, _ new: String, _ reason: DefinitionProblem.Reason, _ suggestion: String?, _ line: Int) {
        let text = ParcelExchanges.carrier
        let spoiled = text.replacing(old.replacing("            - ", with: "    - "), with: new)
        #expect(spoiled != text)
        let problems = ParcelExchanges.load(spoiled).problems
        #expect(
            problems.contains {
                $0.reason == reason && $0.suggestion == suggestion
                    && $0.place == SourcePlace(file: ParcelExchanges.path, line: line)
            }, "\(problems)")
    }

    @Test("a form's rows and figures are checked")
    func badForms() {
        let cases: [(String, DefinitionProblem.Reason, String?)] = [
            ("rows: { by: sender }", .unknown(kind: "breakdown", name: "sender"), nil),
            ("rows: { by: depots }", .unknown(kind: "breakdown", name: "depots"), "depot"),
            ("rows: { by: kind.group }", .wrongShape(key: "by", expected: "reference.code_field"), nil),
            ("rows: { by: depot.unit }", .unknown(kind: "field", name: "depot.unit"), nil),
            ("rows: { units: [vilage] }", .unknown(kind: "unit_kind", name: "vilage"), "village"),
            ("rows: { units: [village], by: kind }", .wrongShape(key: "rows", expected: "groups|units|by"), nil),
        ]
        for (rows, reason, suggestion) in cases {
            let load = ParcelExchanges.load(ParcelExchanges.form(rows: rows), at: "exchanges/tally_form.yaml")
            #expect(load.problems.contains { $0.reason == reason && $0.suggestion == suggestion }, "\(rows): \(load.problems)")
        }
    }
}
