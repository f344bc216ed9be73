import Casework
import Definitions
import LegalTime
import Records

/// Makes the inputs of invented records from recipes; the same for the same seed.
struct RecordMaker {
    let pools: [String: [String]]
    var random: SeededRandom
    /// What each named batch made, in order.
    var made: [String: [Made]] = [:]
    private var turns: [String: Int] = [:]

    init(pools: [String: [String]], seed: UInt64) {
        self.pools = pools
        random = SeededRandom(seed: seed)
    }

    struct Made {
        var id: String
        var owner: String
        /// What the recipes of its further life may refer to.
        var place: Place
    }

    /// Takes the next record of a named batch whose life is to go on.
    mutating func next(of batch: String) -> Made? {
        let turn = turn("continues/\(batch)")
        let all = made[batch] ?? []
        return turn < all.count ? all[turn] : nil
    }

    /// What a recipe may refer to while one record is made.
    struct Place {
        /// From 0, and of how many.
        var index: Int
        var count: Int
        var unit: (id: String, label: String)?
        /// Texts of the fields made so far.
        var texts: [String: String] = [:]
        /// Owner of the record chosen for a field.
        var owners: [String: String] = [:]
        var batch: String
    }

    mutating func fill(_ input: inout RecordInput, _ fields: [(String, ValueRecipe)], _ place: inout Place) {
        for (name, recipe) in fields {
            if case .rows(let rows) = recipe {
                input.rows[name] = rows.map { row in
                    var texts: [String: String] = [:]
                    for (child, recipe) in row { texts[child] = text(recipe, "\(name).\(child)", &place) }
                    return RowInput(texts: texts)
                }
            } else if let text = text(recipe, name, &place) {
                input.texts[name] = text
                place.texts[name] = text
            }
        }
    }

    /// The files that some fields ask for; each says in words that it is invented.
    mutating func files(_ fields: [(String, ValueRecipe)], _ place: Place) -> [String: Upload] {
        var files: [String: Upload] = [:]
        for case (let name, .file(let template)) in fields {
            let title = filled(template, place)
            files[name] = Upload(name: title, mediaType: "text/plain", bytes: Array("\(title)\n演示文件，内容为虚构。\n".utf8))
        }
        return files
    }

    mutating func text(_ recipe: ValueRecipe, _ name: String, _ place: inout Place) -> String? {
        switch recipe {
        case .template(let template): return filled(template, place)
        case .pick(let choices): return choices.randomElement(using: &random).flatMap { text($0, name, &place) }
        case .cycle(let choices):
            guard !choices.isEmpty else { return nil }
            return text(choices[turn("\(place.batch)/\(name)") % choices.count], name, &place)
        case .between(let from, let through):
            guard let from = Day(iso: from), let through = Day(iso: through) else { return nil }
            let span = from.days(until: through)
            return from.adding(days: place.count > 1 ? span * place.index / (place.count - 1) : 0).iso
        case .after(let field, let days):
            return place.texts[field].flatMap(Day.init(iso:)).map { $0.adding(days: Int.random(in: days, using: &random)).iso }
        case .number(let range): return String(Int.random(in: range, using: &random))
        case .made(let batch, let other):
            var choices = made[batch] ?? []
            let owner = other.flatMap { place.owners[$0] ?? place.texts[$0] }
            if let owner { choices = choices.filter { $0.owner == owner } }
            guard !choices.isEmpty else { return nil }
            let chosen = choices[turn("\(place.batch)/\(name)/\(choices[0].owner)") % choices.count]
            place.owners[name] = chosen.owner
            return chosen.id
        case .rows, .file: return nil
        case .sometimes(let percent, let recipe):
            return Int.random(in: 1...100, using: &random) <= percent ? text(recipe, name, &place) : nil
        }
    }

    private mutating func turn(_ key: String) -> Int {
        defer { turns[key, default: 0] += 1 }
        return turns[key, default: 0]
    }

    /// `{n}`, `{unit}`, `{unit_label}`, `{pool}` and `{field}` filled in; several pools in one text draw independently.
    private mutating func filled(_ template: String, _ place: Place) -> String {
        var out = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            let key = String(rest[rest.index(after: open)..<close])
            switch key {
            case "n": out += String(place.index + 1)
            case "unit": out += place.unit?.id ?? place.texts["unit"] ?? ""
            case "unit_label": out += place.unit?.label ?? ""
            default: out += pools[key]?.randomElement(using: &random) ?? place.texts[key] ?? ""
            }
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }
}
