import Foundation
import TestSupport
import Testing

@testable import Proofreading

@Suite("mutated and hostile texts")
struct FuzzTests {
    private static let isLong = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1"
    private static let palette = Array(
        "0123456789一二三十百千万亿两件名个项%％.,，。；：、（）()《》“”[]〔〕年月日第其中共占率同比增长\n\t\r\u{C}\u{A0}\u{3000} +-—/·a&<>\u{0}\u{FEFF}\u{1F600}門"
            .unicodeScalars)

    @Test("a mutated report is read to the end, and every place lies in the text")
    func mutatedReportsAreRead() {
        var dice = InventedReports.Dice(20_000)
        let rounds = Self.isLong ? 20_000 : 150
        let bases = InventedReports.Style.allCases.map { Array(InventedReports(seed: 7, style: $0).text.unicodeScalars) }
        for round in 0..<rounds {
            let text = Self.mutated(round % 10 == 9 ? [] : dice.pick(bases), &dice)
            let proof = Proofreader().proof(text)
            let count = text.unicodeScalars.count
            #expect(proof.characters == count)
            for finding in proof.findings { #expect(finding.start >= 0 && finding.start <= finding.end && finding.end <= count) }
            for figure in proof.figures { #expect(figure.start < figure.end && figure.end <= count) }
            for section in proof.sections { #expect(section.start <= section.end && section.end <= count) }
        }
    }

    @Test(
        "a text made to be slow is read in good time",
        arguments: [
            "1件、", "三级", "区、镇、村三级", "（", "“甲”", "其中1件，", "受理1件审结1件，", "增长5%，上年3件，", "甲\t1\t2\n", "平均每场3人，5场，15人，", "《a》",
            "一、标题\n", "9",
            "公示3件，甲分局公示3件，", "对全区12个行政村甲", "（一）标题\n\n",
        ])
    func hostileTextsAreFast(_ pattern: String) {
        let length = Self.isLong ? 200_000 : 12_000
        let text = String(repeating: pattern, count: length / pattern.unicodeScalars.count)
        let spent = processorTime { _ = Proofreader().proof(text) }
        #expect(spent < .seconds(Self.isLong ? 60 : 20))
    }

    private static func mutated(_ base: [Unicode.Scalar], _ dice: inout InventedReports.Dice) -> String {
        var scalars = base.isEmpty ? (0..<dice.roll(1...400)).map { _ in dice.pick(palette) } : base
        for _ in 0..<dice.roll(1...12) where !scalars.isEmpty {
            let place = dice.roll(0...(scalars.count - 1))
            let end = min(scalars.count, place + dice.roll(1...40))
            switch dice.roll(0...5) {
            case 0: scalars.removeSubrange(place..<end)
            case 1: scalars.insert(contentsOf: scalars[place..<end], at: place)
            case 2: scalars[place] = dice.pick(palette)
            case 3: scalars.insert(dice.pick(palette), at: place)
            case 4: scalars.replaceSubrange(place..<end, with: scalars[place..<end].reversed())
            default: scalars.insert(contentsOf: repeatElement(dice.pick(palette), count: dice.roll(2...60)), at: place)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
