import LegalTime

/// One run over the files of a catalogue: first what they declare, then what they say about each other.
struct CatalogueReading {
    private let problems = ProblemList()
    private var names = CatalogueNames()
    private var roots: [(path: String, kind: CatalogueFile, root: NodeReader?)] = []
    private var drafts: [RegisterDraft] = []
    private var overlays: [String: [String: RegisterDraft]] = [:]
    private var overlayLabels: [String: [String: String]] = [:]
    private var templateTexts: [String: String] = [:]

    /// - Parameter documents: The districts' templates that are Word files, by path.
    mutating func read(_ files: [String: String], documents: [String: [UInt8]] = [:]) -> CatalogueLoad {
        open(files)
        let workstreams = root(.workstreams, "workstreams.yaml").map(NamedListParser().workstreams) ?? []
        names.workstreams = NameSet(workstreams.map(\.name), isOpen: workstreams.isEmpty)
        let roles = root(.roles, "roles.yaml").map(NamedListParser().roles) ?? []
        names.roles = NameSet(roles.map(\.name), isOpen: roles.isEmpty)
        let parameters = readParameters()
        let laws = readLaws()
        let calendar = readCalendar()
        let standards = readStandards()
        draftRegisters(in: workstreams)
        finishRegisters()
        let districts = readDistricts()
        let localRules = readLocalRules()
        layOverlays()
        let outlines = roots.compactMap { file -> OutlineDefinition? in
            guard case .outline(let name) = file.kind, let root = file.root else { return nil }
            return OutlineParser(catalogue: names).outline(root, name: name)
        }
        let districtOutlines = readDistrictOutlines(of: districts)
        let returns = roots.compactMap { file -> ReturnDefinition? in
            guard case .monthlyReturn(let name) = file.kind, let root = file.root else { return nil }
            return ReturnParser(catalogue: names).definition(root, name: name)
        }
        let checkedReturns = ReturnCheck(problems: problems, registers: drafts.map(\.scope.register), districts: districts)
            .checked(returns)
        let exchanges = readExchanges(districts)
        let labels = readLabels()
        let templates = LetterTemplateCheck(problems: problems).read(
            templateTexts, documents: documents,
            shared: Dictionary(
                drafts.map { ($0.scope.register.name, $0.scope.register) }, uniquingKeysWith: { first, _ in first }),
            merged: overlays.mapValues { $0.mapValues(\.scope.register) }, districts: names.districts)
        if !problems.sorted.contains(where: \.isError) {
            let merged = overlays.values.flatMap { $0.values.map(\.scope.register) }
            ParameterCheck(problems: problems).check(parameters, laws: laws, registers: drafts.map(\.scope.register) + merged)
        }
        let found = problems.sorted
        guard !found.contains(where: \.isError) else { return CatalogueLoad(catalogue: nil, problems: found) }
        var catalogue = Catalogue(
            workstreams: workstreams, roles: roles, laws: laws, calendar: calendar,
            registers: drafts.map { signed($0.scope.register) },
            outlines: outlines, districts: districts, labels: labels,
            overlays: overlays.mapValues { $0.mapValues { signed($0.scope.register) } }, overlayLabels: overlayLabels,
            parameters: parameters, standards: standards)
        catalogue.localRules = localRules
        catalogue.districtOutlines = districtOutlines
        catalogue.returns = checkedReturns
        catalogue.exchanges = exchanges
        catalogue.templates = templates
        return CatalogueLoad(catalogue: catalogue, problems: found)
    }

    private func signed(_ register: RegisterDefinition) -> RegisterDefinition {
        var copy = register
        copy.text = CanonicalText.text(of: register)
        copy.digest = CanonicalText.digest(of: copy.text)
        return copy
    }

    /// Reads the YAML of every file; one that cannot be read stays without a root.
    private mutating func open(_ files: [String: String]) {
        for path in files.keys.sorted() {
            if TemplatePath.isBelow(path) {
                templateTexts[path] = files[path]
                continue
            }
            let isOfCatalogue =
                CatalogueFile.rootFiles.contains(path) || CatalogueFile.folders.contains { path.hasPrefix($0 + "/") }
            guard isOfCatalogue, let text = files[path] else { continue }
            guard let kind = CatalogueFile(path: path) else {
                problems.add(SourcePlace(file: path, line: 1), .unknown(kind: "file", name: path))
                continue
            }
            if kind == .foreign { continue }
            roots.append((path, kind, YAMLText(file: path, problems: problems).root(of: text)))
        }
    }

    private func root(_ kind: CatalogueFile, _ path: String) -> NodeReader? {
        guard let file = roots.first(where: { $0.kind == kind }) else {
            problems.add(SourcePlace(file: path, line: 1), .unreadable(path))
            return nil
        }
        return file.root
    }

    /// The file may be missing: then nothing is left to the place.
    private mutating func readParameters() -> [ParameterDefinition] {
        guard let file = roots.first(where: { $0.kind == .parameters }) else { return [] }
        let parameters = file.root.map(ParameterParser().parameters) ?? []
        let written = file.root?.node.mapping?["parameters"]?.sequence?.count
        names.parameters = ParameterNames(parameters, isOpen: written != parameters.count)
        return parameters
    }

    private mutating func readStandards() -> [StandardDefinition] {
        var standards: [StandardDefinition] = []
        var isOpen = false
        for file in roots {
            guard case .standard(let name) = file.kind else { continue }
            let start = SourcePlace(file: file.path, line: 1)
            if !NameRule.isName(name) { problems.add(start, .badName(name)) }
            guard let standard = file.root.flatMap({ StandardParser().standard($0, name: name) }) else {
                isOpen = true
                continue
            }
            standards.append(standard)
        }
        names.standards = NameSet(standards.map(\.name), isOpen: isOpen)
        names.standardDefinitions = Dictionary(standards.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return standards
    }

    private mutating func readLaws() -> [LawField] {
        var laws: [LawField] = []
        var isOpen = false
        for file in roots where file.kind == .law {
            guard let law = file.root.flatMap(LawParser(parameters: names.parameters).law) else {
                isOpen = true
                continue
            }
            for clock in law.clocks {
                if names.clockDefinitions.updateValue(clock, forKey: clock.name) != nil {
                    problems.add(clock.place, .duplicate(kind: "clock", name: clock.name))
                }
            }
            laws.append(law)
        }
        names.clocks = NameSet(names.clockDefinitions.keys.sorted(), isOpen: isOpen)
        return laws
    }

    private func readCalendar() -> WorkCalendar {
        WorkCalendar(
            editions: roots.compactMap { file in
                guard case .calendar(let year) = file.kind, let root = file.root else { return nil }
                return CalendarParser().edition(root, name: year)
            })
    }

    /// In the order of the workstreams, then of the files.
    private mutating func draftRegisters(in workstreams: [Workstream]) {
        var found: [(rank: Int, draft: RegisterDraft)] = []
        for file in roots {
            guard case .register(let workstream, let name) = file.kind else { continue }
            let start = SourcePlace(file: file.path, line: 1)
            if !NameRule.isName(name) { problems.add(start, .badName(name)) }
            if !names.workstreams.contains(workstream) {
                let nearest = NearName.nearest(to: workstream, in: names.workstreams.names)
                problems.add(start, .unknown(kind: "workstream", name: workstream), suggestion: nearest)
            }
            if names.registers.contains(name) { problems.add(start, .duplicate(kind: "register", name: name)) }
            names.registers.insert(name)
            guard let root = file.root, let draft = RegisterParser().draft(root, name: name, workstream: workstream, in: names)
            else {
                continue
            }
            names.indicators[name] = draft.scope.indicators
            found.append((workstreams.firstIndex { $0.name == workstream } ?? workstreams.count, draft))
        }
        drafts = found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.draft)
    }

    private mutating func finishRegisters() {
        for index in drafts.indices {
            RegisterParser().finish(&drafts[index], in: names)
            LifeCheck(problems: problems).check(drafts[index])
            check(drafts[index])
        }
        checkNumbers()
        linkRegisters()
        checkCircles(drafts.map(\.scope.register))
    }

    /// Records of two registers that number alike could not be told apart by their numbers.
    private func checkNumbers() {
        var patterns: Set<String> = []
        for draft in drafts {
            let pattern = draft.scope.register.number.pattern
            guard !pattern.isEmpty, !patterns.insert(pattern).inserted else { continue }
            draft.root["number"]?.report(.duplicate(kind: "number_pattern", name: pattern))
        }
    }

    /// What moves have to do with other registers can be read once all are known.
    private mutating func linkRegisters() {
        let scopes = Dictionary(drafts.map { ($0.scope.register.name, $0.scope) }, uniquingKeysWith: { first, _ in first })
        for index in drafts.indices {
            if let draws = drafts[index].root["draws"] {
                drafts[index].scope.register.draws = DrawParser(scope: drafts[index].scope, registers: scopes).draws(draws)
            }
            guard let list = drafts[index].root["transitions"] else { continue }
            LinkParser(scope: drafts[index].scope, registers: scopes).apply(list, to: &drafts[index].scope.register.transitions)
        }
    }

    private func check(_ draft: RegisterDraft) {
        PersonalCheck(problems: problems).check(draft.scope.register, draft.places)
        FormCheck(problems: problems).check(draft.scope.register)
    }

    private func checkCircles(_ registers: [RegisterDefinition]) {
        let check = CircularCheck(
            problems: problems, registers: Dictionary(registers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
        for register in registers { check.check(register) }
    }

    private mutating func readDistricts() -> [DistrictDefinition] {
        var districts: [DistrictDefinition] = []
        for file in roots {
            guard case .district(let name) = file.kind else { continue }
            names.districts.insert(name)
            if let root = file.root, let district = DistrictParser(catalogue: names).district(root, name: name) {
                districts.append(district)
            }
        }
        return districts
    }

    private func readDistrictOutlines(of districts: [DistrictDefinition]) -> [String: [OutlineDefinition]] {
        var outlines: [String: [OutlineDefinition]] = [:]
        for file in roots {
            guard case .districtOutline(let district, let name) = file.kind, let root = file.root else { continue }
            checkDistrict(district, file: file.path)
            let units = districts.first { $0.name == district }?.units.map(\.id) ?? []
            let parser = OutlineParser(catalogue: names, units: UnitDefinition.kinds + units)
            if let outline = parser.outline(root, name: name) { outlines[district, default: []].append(outline) }
        }
        return outlines
    }

    private func checkDistrict(_ district: String, file: String) {
        guard !names.districts.contains(district) else { return }
        let nearest = NearName.nearest(to: district, in: names.districts.names)
        problems.add(SourcePlace(file: file, line: 1), .unknown(kind: "district", name: district), suggestion: nearest)
    }

    private func readLocalRules() -> [String: LocalRules] {
        var rules: [String: LocalRules] = [:]
        let parser = LocalRulesParser(clocks: names.clocks, definitions: names.clockDefinitions, parameters: names.parameters)
        for file in roots {
            guard case .localRules(let district) = file.kind else { continue }
            checkDistrict(district, file: file.path)
            if let root = file.root { rules[district] = parser.rules(root) }
        }
        return rules
    }

    private func readExchanges(_ districts: [DistrictDefinition]) -> [ExchangeDefinition] {
        let parser = ExchangeParser(
            catalogue: names,
            scopes: Dictionary(drafts.map { ($0.scope.register.name, $0.scope) }, uniquingKeysWith: { first, _ in first }),
            // A kind that no district has yet may be one that registers know.
            unitKinds: Set(districts.flatMap(\.units).map(\.kind) + drafts.flatMap(\.scope.register.business)).sorted())
        return roots.compactMap { file in
            guard case .exchange(let name) = file.kind, let root = file.root else { return nil }
            return parser.definition(root, name: name)
        }
    }

    private mutating func layOverlays() {
        // By path without the ending: `loan` before `loan.document`.
        for file in roots.sorted(by: { $0.path.dropLast(5) < $1.path.dropLast(5) }) {
            guard case .overlay(let district, let register) = file.kind else { continue }
            let start = SourcePlace(file: file.path, line: 1)
            checkDistrict(district, file: file.path)
            guard names.registers.contains(register) else {
                let nearest = NearName.nearest(to: register, in: names.registers.names)
                problems.add(start, .unknown(kind: "register", name: register), suggestion: nearest)
                continue
            }
            let base = overlays[district]?[register] ?? drafts.first { $0.scope.register.name == register }
            let parser = OverlayParser(
                district: district,
                registers: Dictionary(
                    drafts.map { ($0.scope.register.name, $0.scope) }, uniquingKeysWith: { first, _ in first }))
            guard let root = file.root, let base, var draft = parser.draft(root, over: base, in: names) else { continue }
            parser.finish(&draft)
            check(draft)
            overlays[district, default: [:]][register] = draft
            overlayLabels[district, default: [:]].merge(parser.labels(draft)) { _, new in new }
            for letter in draft.scope.register.letters where letter.overlay != nil {
                overlayLabels[district, default: [:]]["\(register)/letters/\(letter.name)"] = letter.english
            }
            for draw in draft.scope.register.draws where draw.overlay != nil {
                overlayLabels[district, default: [:]].merge(draw.englishLabels(in: register)) { _, new in new }
            }
            for gate in draft.scope.register.transitions.flatMap(\.gates) where gate.overlay != nil {
                overlayLabels[district, default: [:]]["\(register)/gates/\(gate.name)"] = gate.english
            }
        }
        for merged in overlays.values {
            checkCircles(drafts.map { merged[$0.scope.register.name]?.scope.register ?? $0.scope.register })
        }
    }

    private func readLabels() -> Labels {
        var english: [String: String] = [:]
        for register in drafts.map(\.scope.register) + overlays.values.flatMap({ $0.values.map(\.scope.register) }) {
            for letter in register.letters where letter.overlay == nil {
                english["\(register.name)/letters/\(letter.name)"] = letter.english
            }
            for draw in register.draws where draw.overlay == nil {
                english.merge(draw.englishLabels(in: register.name)) { first, _ in first }
            }
            for gate in register.transitions.flatMap(\.gates) where gate.overlay == nil {
                english["\(register.name)/gates/\(gate.name)"] = gate.english
            }
        }
        for file in roots {
            guard let root = file.root else { continue }
            switch file.kind {
            case .clockLabels: english.merge(LocaleParser().clocks(root, known: names.clocks)) { first, _ in first }
            case .locale(let name):
                guard names.registers.contains(name) else {
                    let nearest = NearName.nearest(to: name, in: names.registers.names)
                    problems.add(
                        SourcePlace(file: file.path, line: 1), .unknown(kind: "register", name: name), suggestion: nearest)
                    continue
                }
                guard let draft = drafts.first(where: { $0.scope.register.name == name }) else { continue }
                english.merge(LocaleParser().labels(root, of: draft.scope)) { first, _ in first }
            default: continue
            }
        }
        // What a register's own file calls a grade goes before the standard's.
        for standard in names.standardDefinitions.values { english.merge(standard.englishLabels) { first, _ in first } }
        for register in drafts.map(\.scope.register) + overlays.values.flatMap({ $0.values.map(\.scope.register) }) {
            for standard in register.standards.values {
                english.merge(standard.gradeLabels(in: register.name)) { first, _ in first }
            }
        }
        return Labels(english: english)
    }
}
