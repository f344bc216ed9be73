import Letters

/// Reads every template: what it names must be of its register, each letter has one, each one has a letter.
struct LetterTemplateCheck {
    let problems: ProblemList

    /// - Parameters:
    ///   - texts: Template texts by path.
    ///   - documents: Word templates by path.
    ///   - shared: The registers by name.
    ///   - merged: District, then register with the district's overlays.
    func read(
        _ texts: [String: String], documents: [String: [UInt8]], shared: [String: RegisterDefinition],
        merged: [String: [String: RegisterDefinition]], districts: NameSet
    ) -> LetterTemplates {
        var templates = LetterTemplates()
        for path in (Array(texts.keys) + documents.keys).sorted() {
            let start = SourcePlace(file: path, line: 1)
            guard let target = TemplatePath(path) else {
                problems.add(start, .unknown(kind: "file", name: path))
                continue
            }
            if let district = target.district, !districts.contains(district) {
                let nearest = NearName.nearest(to: district, in: districts.names)
                problems.add(start, .unknown(kind: "district", name: district), suggestion: nearest)
                continue
            }
            guard let register = target.district.flatMap({ merged[$0]?[target.register] }) ?? shared[target.register] else {
                let nearest = NearName.nearest(to: target.register, in: shared.keys.sorted())
                problems.add(start, .unknown(kind: "register", name: target.register), suggestion: nearest)
                continue
            }
            guard register.letter(target.letter) != nil else {
                let nearest = NearName.nearest(to: target.letter, in: register.letters.map(\.name))
                problems.add(start, .templateWithoutLetter(target.letter), suggestion: nearest)
                continue
            }
            let names = LetterNames(register)
            if let text = texts[path] {
                let (template, mistakes) = LetterTemplateParser.parse(text)
                for mistake in mistakes + template.problems(names, near: { NearName.nearest(to: $0, in: $1) }) {
                    add(mistake, path)
                }
                templates.set(.text(template), for: target.letter, of: register.name, district: target.district)
            } else if let bytes = documents[path] {
                guard let document = try? LetterDocument(bytes: bytes) else {
                    problems.add(start, .template(.notADocument))
                    continue
                }
                for name in document.names where !names.values.contains(name) {
                    let nearest = NearName.nearest(to: name, in: names.values.sorted())
                    problems.add(start, .unknown(kind: "letter_name", name: name), suggestion: nearest)
                }
                templates.set(.document(document), for: target.letter, of: register.name, district: target.district)
            }
        }
        for register in shared.values { check(register, district: nil, templates) }
        for (district, registers) in merged {
            for register in registers.values { check(register, district: district, templates) }
        }
        return templates
    }

    private func check(_ register: RegisterDefinition, district: String?, _ templates: LetterTemplates) {
        for letter in register.letters where letter.overlay == district {
            if templates.has(letter.name, of: register.name, district: district) { continue }
            let folder = district.map { "districts/\($0)/templates" } ?? "templates"
            problems.add(letter.place, .template(.missing(path: "\(folder)/\(register.name)/\(letter.name).md")))
        }
    }

    private func add(_ mistake: LetterTemplateProblem, _ path: String) {
        let place = SourcePlace(file: path, line: mistake.line)
        switch mistake.reason {
        case .unknownName(let name, let near): problems.add(place, .unknown(kind: "letter_name", name: name), suggestion: near)
        case .unknownCode(_, let code, let near): problems.add(place, .unknown(kind: "code", name: code), suggestion: near)
        case .notRows(let name): problems.add(place, .template(.notRows(name)))
        case .notEnded(let word): problems.add(place, .template(.notEnded(word)))
        case .endWithoutBeginning(let text): problems.add(place, .template(.endWithoutBeginning(text)))
        case .unknownDirective(let word): problems.add(place, .template(.unknownDirective(word)))
        case .openBrace: problems.add(place, .template(.openBrace))
        case .emptyName: problems.add(place, .template(.emptyName))
        case .noTitle: problems.add(place, .template(.noTitle))
        }
    }
}
