/// The result of one file as JSON, keys in a fixed order (docs: `proof`).
public struct JSONListing {
    private let wording: FindingWording

    public init(language: FindingWording.Language) { wording = FindingWording(language: language) }

    /// An object for one file.
    public func written(_ result: ProofResult, file: String) -> String {
        var out = "{\"file\":\(quoted(file)),\"characters\":\(result.characters),\n\"sections\":["
        out += list(result.sections) { section in
            "{\"number\":\(quoted(section.number)),\"title\":\(quoted(section.title)),\"level\":\(section.level),\"start\":\(section.start),\"end\":\(section.end)}"
        }
        out += "],\n\"figures\":["
        out += list(result.figures) { figure in
            "{\"start\":\(figure.start),\"end\":\(figure.end),\"text\":\(quoted(figure.text)),\"value\":\(quoted(figure.value)),"
                + "\"unit\":\(quoted(figure.unit)),\"bound\":\"\(figure.bound.rawValue)\",\"label\":\(quoted(figure.label))}"
        }
        out += "],\n\"relations\":["
        out += list(result.relations) { relation in
            "{\"type\":\"\(relation.kind.rawValue)\",\"members\":[\(relation.members.map(String.init).joined(separator: ","))],"
                + "\"verdict\":\"\(relation.verdict.rawValue)\",\"says\":\(quoted(relation.says))}"
        }
        out += "],\n\"findings\":["
        out += list(result.findings) { finding in
            "{\"rule\":\"\(finding.rule.rawValue)\",\"severity\":\"\(finding.severity.rawValue)\",\"start\":\(finding.start),\"end\":\(finding.end),"
                + "\"quote\":\(quoted(finding.quote)),\"message\":\(quoted(wording.message(finding))),\"suggestion\":\(quoted(wording.suggestion(finding)))}"
        }
        return out + "]}"
    }

    private func list<Item>(_ items: [Item], _ write: (Item) -> String) -> String {
        items.isEmpty ? "" : "\n" + items.map(write).joined(separator: ",\n")
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 {
                    let hex = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
