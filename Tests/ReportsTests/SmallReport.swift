import Definitions
import Indicators
import LegalTime
import Records
import Wording

@testable import Reports

/// A made-up register of bridges with three figures, and an outline of four parts that speaks of two of them.
enum SmallReport {
    static let place = SourcePlace(file: "bridges.yaml", line: 1)
    static let inspected = FigureName(register: "bridge", indicator: "inspected")
    static let sound = FigureName(register: "bridge", indicator: "sound_rate")
    static let closed = FigureName(register: "bridge", indicator: "closed")
    static let plan = FigureName(register: "plan", indicator: "plans")

    static func indicator(_ name: String, _ label: String, unit: String, measure: Measure? = nil) -> IndicatorDefinition {
        let count = SimpleMeasure(
            aggregate: .count, condition: .always, placement: .event(EventReference.field("inspected_on")))
        return IndicatorDefinition(name: name, label: label, unit: unit, measure: measure ?? .simple(count), place: place)
    }

    static var register: RegisterDefinition {
        var register = RegisterDefinition(
            name: "bridge", label: "桥梁检查", workstream: "works", owner: "unit", office: "works",
            number: NumberRule(pattern: "{serial}", yearOf: "inspected_on"), place: place)
        register.fields = [FieldDefinition(name: "inspected_on", label: "检查日期", type: .date, place: place)]
        var rate = indicator(
            "sound_rate", "完好率", unit: "%",
            measure: .ratio(of: .indicator(register: nil, name: "inspected"), over: .indicator(register: nil, name: "inspected")))
        rate.decimals = 1
        register.indicators = [indicator("inspected", "检查桥梁", unit: "座"), rate, indicator("closed", "封闭桥梁", unit: "座")]
        return register
    }

    static var catalogue: Catalogue {
        Catalogue(
            workstreams: [], roles: [], laws: [], calendar: WorkCalendar(editions: []), registers: [register], outlines: [],
            districts: [], labels: Labels())
    }

    static func figure(_ name: FigureName, _ value: Int64, of whole: Int64? = nil) -> Figure {
        let definition = register.indicator(name.indicator) ?? indicator(name.indicator, name.indicator, unit: "件")
        let shown = FigureValue(
            numerator: value, denominator: whole ?? 1, decimals: definition.decimals, isPercent: definition.unit == "%")
        return Figure(
            name: name, definition: definition, value: shown, numerator: whole.map { _ in value }, denominator: whole,
            rows: Int(value))
    }

    static func sentence(_ pieces: OutlinePiece...) -> OutlineSentence { OutlineSentence(pieces: pieces) }

    static var outline: OutlineDefinition {
        OutlineDefinition(
            name: "small", title: "{district}{year}年度桥梁情况报告", addressee: "市桥梁办",
            parts: [
                OutlinePart(
                    name: "work", title: "主要工作", isRequired: true,
                    sections: [
                        OutlinePart(
                            name: "checks", title: "检查",
                            paragraphs: [
                                OutlineParagraph(sentences: [
                                    sentence(.text("全年检查桥梁"), .figure(inspected), .text("座，完好率"), .figure(sound), .text("。")),
                                    sentence(.text("封闭"), .figure(closed), .text("座。")),
                                ])
                            ], takesContributions: true),
                        OutlinePart(name: "empty", title: "没有内容的节"),
                        OutlinePart(name: "repairs", title: "维修", takesContributions: true, placeholder: "写维修情况。"),
                    ]),
                OutlinePart(name: "optional", title: "没有内容的部分"),
                OutlinePart(name: "faults", title: "不足", isRequired: true, takesContributions: true, placeholder: "写不足和原因。"),
                OutlinePart(name: "other", title: "其他", isRequired: true, takesContributions: true),
            ], place: place)
    }

    /// 2022-01-18.
    static let today = Day(daysSince1970: 19_010)

    static let header = ReportHeader(
        district: "hill", districtLabel: "山区", government: "山区人民政府", year: 2021,
        cutOff: Instant(day: today, hour: 9, minute: 30), today: today)

    static let contributions = [
        ReportContribution(part: "work/checks", unit: "east", unitName: "东镇", text: "  东镇检查 <12> 次。\n\n另有“小桥”3座。 "),
        ReportContribution(part: "other", unit: "east", unitName: "东镇", text: "无"),
        ReportContribution(part: "gone", unit: "west", unitName: "西镇", text: "旧提纲里的话。"),
        ReportContribution(part: "faults", unit: "west", unitName: "西镇", text: " \n "),
    ]

    static let chinese = Wording(language: .chinese)

    static func report(closed closedCount: Int64 = 2) -> AnnualReport {
        ReportComposer(catalogue: catalogue, wording: chinese).report(
            outline: outline, header: header,
            figures: [figure(inspected, 526), figure(sound, 189, of: 526), figure(closed, closedCount), figure(plan, 4)],
            contributions: contributions)
    }
}
