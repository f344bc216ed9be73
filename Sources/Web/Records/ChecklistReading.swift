import Definitions
import Pages

/// Brings what a form or a JSON object says about the items of a checklist into one text, as typed.
struct ChecklistReading {
    let standard: StandardDefinition

    /// `sign=met;desk=` out of the controls of a checklist; empty when nothing is said.
    ///
    /// - Parameter typed: The text in the control of an item.
    func text(_ typed: (_ item: String) -> String?) -> String {
        let marks = standard.items.compactMap { item -> String? in
            guard let mark = typed(item.name), !mark.allSatisfy(\.isWhitespace) else { return nil }
            // The signs of the text itself; what is left of them reads as a mistake.
            return "\(item.name)=\(mark.replacing(";", with: "，").replacing("；", with: "，").replacing("\n", with: " "))"
        }
        return marks.joined(separator: ";")
    }

    func text(_ form: FormBody, key: String) -> String {
        text { form.text(ChecklistControl.key(of: $0, in: key)) }
    }

    /// `{"sign":true,"desk":false}`, `{"facts":18.5}`; a name that the standard does not have is kept, to be reported.
    func text(_ json: JSONValue) -> String {
        guard case .object(let members) = json else { return "" }
        return members.compactMap { member -> String? in
            switch member.value {
            case .string(let text), .number(let text): "\(member.name)=\(text.replacing(";", with: "，"))"
            case .bool(let bool): "\(member.name)=\(bool ? "met" : "not_met")"
            case .null: nil
            case .array, .object: "\(member.name)=?"
            }
        }.joined(separator: ";")
    }
}
