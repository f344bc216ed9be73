import Definitions
import LegalTime
import Records

/// Reads what is typed for the made-up parcel register without an office.
public struct FieldReading {
    public var register: RegisterDefinition
    public var today = Day("2021-11-15")
    public var lockedYears: Set<Int> = [2019]
    public var references: [String: ReferenceMatch] = [:]

    public init(register: RegisterDefinition = ParcelCatalogue.register("parcel")) { self.register = register }

    public var units: [UnitChoice] {
        ParcelCatalogue.district.units.map { UnitChoice(id: $0.id, label: $0.label, kind: $0.kind) }
    }

    public var context: InputContext {
        let references = references
        return InputContext(register: register, today: today, lockedYears: lockedYears, units: units) { _, text in
            references[text] ?? .none(near: [])
        }
    }

    /// Reads some fields over a record.
    public func read(_ input: RecordInput, fields: [String], base: [String: Value] = [:], require: Set<String> = []) -> (
        values: [String: Value], problems: [InputProblem]
    ) {
        InputReader.read(input, fields: fields.compactMap { register.field($0) }, base: base, require: require, context: context)
    }

    /// Reads one text into one field.
    public func read(_ text: String, into field: String) -> (value: Value?, problems: [InputProblem.Reason]) {
        let (values, problems) = read(RecordInput(texts: [field: text]), fields: [field])
        return (values[field], problems.map(\.reason))
    }
}
