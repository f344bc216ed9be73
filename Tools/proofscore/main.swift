import Foundation
import Proofreading

// Usage: proofscore [--all] [--speed [FILE…]] [--show FILE]
// Prints precision and recall on the published reports in the folder that ZHUNSHENG_REPORTS names.
let arguments = CommandLine.arguments.dropFirst()
if let place = arguments.firstIndex(of: "--show"), place + 1 < CommandLine.arguments.count {
    let text = (try? String(contentsOfFile: CommandLine.arguments[place + 1], encoding: .utf8)) ?? ""
    let proof = Proofreader().proof(text)
    for figure in proof.figures {
        print("figure \(figure.start) \(figure.text) = \(figure.value) \(figure.unit) \(figure.bound.rawValue) [\(figure.label)]")
    }
    for relation in proof.relations {
        print("relation \(relation.kind.rawValue) \(relation.verdict.rawValue) \(relation.says) \(relation.members)")
    }
    for finding in proof.findings {
        print(
            "\(finding.severity.rawValue) \(finding.rule.rawValue) \(finding.start) “\(finding.quote)” \(FindingWording(language: .chinese).message(finding))"
        )
    }
} else if let place = arguments.firstIndex(of: "--speed"), place + 1 < CommandLine.arguments.count {
    Speed(CommandLine.arguments[(place + 1)...].compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }).run()
} else if let folder = ProcessInfo.processInfo.environment["ZHUNSHENG_REPORTS"], let readings = Readings(folder) {
    if arguments.contains("--speed") {
        Speed(readings.names.compactMap { readings.texts[$0] }).run()
    } else {
        let score = Score(readings, talkative: arguments.contains("--all"))
        score.figures()
        score.relations()
        score.defects()
        PlantedErrors(score: score).run()
    }
} else {
    print("ZHUNSHENG_REPORTS names no folder with reports: nothing scored")
}
