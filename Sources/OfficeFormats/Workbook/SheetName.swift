import Foundation

/// Excel's rules for the names on tabs.
enum SheetName {
    static func allowed(_ name: String, besides used: Set<String>) -> String {
        var clean = String(XMLText.allowed(name).map { "[]:*?/\\\n\r\t".contains($0) ? "_" : $0 })
        clean = clean.trimmingCharacters(in: CharacterSet(charactersIn: "' "))
        if clean.isEmpty { clean = "Sheet" }
        let stem = cut(clean, 31)
        var candidate = stem
        var number = 2
        while used.contains(candidate.lowercased()) {
            let suffix = "(\(number))"
            candidate = cut(stem, 31 - suffix.count) + suffix
            number += 1
        }
        return candidate
    }

    /// The longest beginning of at most that many UTF-16 units, which is how Excel counts.
    private static func cut(_ name: String, _ units: Int) -> String {
        var result = ""
        for character in name {
            if result.utf16.count + character.utf16.count > units { break }
            result.append(character)
        }
        return result
    }
}
