/// A web page with the report on the left and each finding beside its line; it needs no script and prints.
public struct ProofPage {
    private let wording: FindingWording

    public init(language: FindingWording.Language) { wording = FindingWording(language: language) }

    public func written(_ result: ProofResult, file: String, text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let language = wording.language == .chinese ? "zh-CN" : "en"
        var out = "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n"
        out +=
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>\(escaped(file))</title>\n<style>\(ProofPage.style)</style>\n</head>\n<body>\n"
        out += "<header><h1>\(escaped(file))</h1><p>\(escaped(wording.summary(result, file: "")))</p></header>\n<main>\n"
        var start = 0
        var next = 0
        var position = 0
        while position <= scalars.count {
            if position == scalars.count || scalars[position] == "\n" {
                var own: [(Int, Finding)] = []
                while next < result.findings.count, result.findings[next].start <= position {
                    own.append((next + 1, result.findings[next]))
                    next += 1
                }
                if !own.isEmpty || scalars[start..<position].contains(where: { !$0.properties.isWhitespace }) {
                    out += row(scalars, start..<position, own)
                }
                start = position + 1
            }
            position += 1
        }
        return out + "</main>\n</body>\n</html>\n"
    }

    private func row(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ findings: [(Int, Finding)]) -> String {
        var out = "<div class=\"row\"><p class=\"text\">"
        var depths: [(place: Int, number: Int, isStart: Bool, severity: Severity)] = []
        for (number, finding) in findings {
            let low = max(range.lowerBound, finding.start)
            let high = min(range.upperBound, max(finding.end, finding.start + 1))
            if low < high {
                depths.append((low, number, true, finding.severity))
                depths.append((high, number, false, finding.severity))
            }
        }
        depths.sort { ($0.place, $0.isStart ? 1 : 0) < ($1.place, $1.isStart ? 1 : 0) }
        var open: [(number: Int, severity: Severity)] = []
        var index = 0
        var isMarked = false
        for position in range.lowerBound...range.upperBound {
            var changed = false
            var references = ""
            while index < depths.count, depths[index].place == position {
                let edge = depths[index]
                if edge.isStart {
                    open.append((edge.number, edge.severity))
                } else {
                    open.removeAll { $0.number == edge.number }
                    references += "<sup> <a href=\"#f\(edge.number)\">\(edge.number)</a></sup>"
                }
                changed = true
                index += 1
            }
            if changed {
                if isMarked { out += "</mark>" }
                out += references
                isMarked = !open.isEmpty && position < range.upperBound
                if isMarked, let worst = open.map(\.severity).min() { out += "<mark class=\"\(worst.rawValue)\">" }
            }
            if position < range.upperBound { out += escaped(String(scalars[position])) }
        }
        out += "</p>"
        if !findings.isEmpty {
            out += "<ul class=\"findings\">"
            for (number, finding) in findings {
                out +=
                    "<li id=\"f\(number)\" class=\"\(finding.severity.rawValue)\"><b>\(number) \(escaped(wording.name(finding.severity)))</b> "
                out += "<span>\(escaped(wording.name(finding.rule)))</span><p>\(escaped(wording.message(finding)))</p>"
                let suggestion = wording.suggestion(finding)
                if !suggestion.isEmpty { out += "<p class=\"suggestion\">\(escaped(suggestion))</p>" }
                out += "</li>"
            }
            out += "</ul>"
        }
        return out + "</div>\n"
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let style = """
        :root{--error:#b3261e;--warning:#8a5a00;--hint:#2f5d8a}
        body{margin:0;font:16px/1.75 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1b1f24;background:#fff}
        header{padding:1rem 1.5rem;border-bottom:1px solid #d0d5da}h1{font-size:1.25rem;margin:0}header p{margin:.25rem 0 0;color:#444c56}
        .row{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem;padding:.25rem 1.5rem}
        .row:has(.findings){background:#fafbfc;border-top:1px solid #e6e9ec;border-bottom:1px solid #e6e9ec}
        .text{margin:.25rem 0;overflow-wrap:anywhere}mark{background:#fff3cd;color:inherit;border-bottom:2px solid var(--warning)}
        mark.error{background:#fde7e5;border-color:var(--error)}mark.hint{background:#e8f1fa;border-color:var(--hint)}
        .findings{list-style:none;margin:.25rem 0;padding:0}.findings li{margin:0 0 .5rem;padding:.25rem .75rem;border-left:4px solid var(--hint);background:#fff}
        li.error{border-color:var(--error)}li.warning{border-color:var(--warning)}li.error b{color:var(--error)}li.warning b{color:var(--warning)}
        li.hint b{color:var(--hint)}li p{margin:0}.suggestion{color:#444c56}li:target{outline:2px solid var(--hint)}sup a{text-decoration:none}
        @media(max-width:60rem){.row{grid-template-columns:1fr;gap:0}}@media print{.row{break-inside:avoid}}
        """
}
