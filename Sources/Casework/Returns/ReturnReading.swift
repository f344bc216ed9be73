import Definitions
import Records

/// Reads what was typed into a sheet and finds what is not right.
struct ReturnReading {
    var numbers: [ReturnNumber] = []
    var problems: [ReturnProblem] = []

    /// - Parameter counted: What the registers give, by item; nil where the sheet is only kept and not submitted.
    init(definition: ReturnDefinition, input: ReturnInput, counted: [String: Int64]?) {
        for item in definition.items {
            let entered = item.isEntered ? read(input.entered[item.name] ?? "", item) : nil
            var remark: String?
            let typed = PlainText.trimmed(PlainText.unixLines(input.remarks[item.name] ?? ""))
            if typed.count > Office.longestReturnRemark {
                problems.append(ReturnProblem(item.name, .remarkTooLong(limit: Office.longestReturnRemark)))
            } else if !typed.isEmpty {
                remark = typed
            }
            numbers.append(ReturnNumber(item: item, counted: counted?[item.name], entered: entered, remark: remark))
        }
        guard counted != nil, problems.isEmpty else { return }
        for number in numbers { check(number, declaresZero: input.declaresZero) }
        let isZero = numbers.allSatisfy(\.isZero)
        if input.declaresZero {
            for number in numbers where !number.isZero { problems.append(ReturnProblem(number.item.name, .notZero)) }
        } else if isZero, problems.isEmpty {
            problems.append(ReturnProblem(nil, .zeroNotDeclared))
        }
        for sum in definition.sums { check(sum) }
    }

    private mutating func read(_ text: String, _ item: ReturnItem) -> Int64? {
        let typed = PlainText.compact(text)
        guard !typed.isEmpty else { return nil }
        switch NumberText.read(typed, decimals: item.decimals) {
        case .scaled(let value) where value < 0: problems.append(ReturnProblem(item.name, .belowZero))
        case .scaled(let value): return value
        case .tooFine: problems.append(ReturnProblem(item.name, .tooFine(decimals: item.decimals)))
        case .notANumber: problems.append(ReturnProblem(item.name, .notANumber))
        }
        return nil
    }

    private mutating func check(_ number: ReturnNumber, declaresZero: Bool) {
        let name = number.item.name
        // A declaration that there was nothing stands for every number that was not typed.
        if number.value == nil, number.item.isEntered, !declaresZero { problems.append(ReturnProblem(name, .missing)) }
        guard number.remark == nil else { return }
        if let counted = number.counted, let entered = number.entered, number.difference != nil {
            problems.append(ReturnProblem(name, .differenceUnexplained(counted: counted, entered: entered)))
            return
        }
        let isAsked =
            switch number.item.note {
            case .always: !declaresZero
            case .positive: (number.value ?? 0) > 0
            case .zero: (number.value ?? 0) == 0 && !declaresZero
            case nil: false
            }
        if isAsked { problems.append(ReturnProblem(name, .remarkMissing)) }
    }

    private mutating func check(_ sum: ReturnSum) {
        func value(_ name: String) -> (value: Int64, decimals: Int) {
            let number = numbers.first { $0.item.name == name }
            return (number?.value ?? 0, number?.item.decimals ?? 0)
        }
        let all = (sum.parts + [sum.total]).map(value)
        let places = all.map(\.decimals).max() ?? 0
        func scaled(_ entry: (value: Int64, decimals: Int)) -> Int128 {
            (entry.decimals..<places).reduce(Int128(entry.value)) { value, _ in value * 10 }
        }
        let parts = all.dropLast().reduce(Int128(0)) { $0 + scaled($1) }
        let total = all.last.map(scaled) ?? 0
        switch sum.relation {
        case .atMost where parts > total:
            problems.append(ReturnProblem(sum.parts[0], .partsExceed(parts: sum.parts, total: sum.total)))
        case .equal where parts != total:
            problems.append(ReturnProblem(sum.parts[0], .partsDiffer(parts: sum.parts, total: sum.total)))
        default: break
        }
    }
}
