/// A register while it is read: first its fields, codes and states and the names of its rules, then the rules themselves.
struct RegisterDraft {
    /// `scope.register` is the definition as far as it has been read.
    var scope: RegisterScope
    /// The file whose parts are still to be read.
    let root: MappingReader
    var places: PlaceIndex
}

/// Where the parts of a register stand that have no place of their own.
struct PlaceIndex {
    private var places: [String: SourcePlace] = [:]
    private let whole: SourcePlace

    init(whole: SourcePlace) { self.whole = whole }

    /// By path, `states/refused` or `form/amount`; a path without a place is the register's.
    subscript(_ path: String) -> SourcePlace {
        get { places[path] ?? whole }
        set { places[path] = newValue }
    }

    func has(_ path: String) -> Bool { places[path] != nil }
}

extension MappingReader {
    /// The names in a list of mappings, read without a word about anything else in them.
    func names(in key: String) -> NameSet {
        NameSet((self[key]?.node.sequence).map { $0.compactMap { $0.mapping?["name"]?.string } } ?? [])
    }
}
