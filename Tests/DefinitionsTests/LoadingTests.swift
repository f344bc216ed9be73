import Definitions
import LegalTime
import Testing

@Suite("Reading a catalogue")
struct LoadingTests {
    @Test("a sound catalogue loads without a problem")
    func soundCatalogue() throws {
        let load = CatalogueLoader.load(files: LendingCatalogue.files)
        #expect(load.problems == [])
        let catalogue = try #require(load.catalogue)
        #expect(catalogue.registers.map(\.name) == ["loan", "shelf"])
        #expect(catalogue.workstreams.map(\.name) == ["desk", "house"])
        #expect(catalogue.roles.map(\.english) == ["Clerk", "Head"])
        #expect(catalogue.register("shelf")?.workstream == "house")
    }

    @Test("fields keep type, limits, marks and dates")
    func fields() throws {
        let loan = try #require(LendingCatalogue.load()?.register("loan"))
        let days = try #require(loan.field("extended_days"))
        #expect(days.type == .integer && days.min == 0 && days.max == 30 && days.unit == "天")
        #expect(loan.field("weight")?.decimals == 2)
        #expect(loan.field("shelf")?.target == "shelf")
        #expect(loan.field("town")?.unitKind == "town")
        #expect(loan.field("reader_phone")?.personal == .contact)
        #expect(loan.field("reader_phone")?.validity.since == Day(iso: "2020-01-01"))
        #expect(loan.field(at: FieldPath("readers.name"))?.personal == .name)
        #expect(loan.field("returned_on")?.notBefore == "lent_on")
        #expect(loan.field("lent_on")?.place == SourcePlace(file: "registers/desk/loan.yaml", line: 14))
        #expect(loan.codes["ending"]?.codes(inGroup: "back") == ["returned", "damaged"])
        #expect(loan.codes["ending"]?.entry("returned")?.basis == LegalBasis(law: "借阅办法", article: "14"))
    }

    @Test("moves and deadlines are read as written")
    func process() throws {
        let loan = try #require(LendingCatalogue.load()?.register("loan"))
        let giveBack = try #require(loan.transition("give_back"))
        #expect(giveBack.from == ["lent", "overdue_told"] && giveBack.to == "back" && giveBack.office == "front")
        #expect(
            giveBack.require == [
                FieldRequirement(field: "returned_on"),
                FieldRequirement(field: "ending", validity: Validity(since: Day(iso: "2020-01-01"))),
            ])
        #expect(giveBack.only == .field(FieldPath("ending"), .group(["back"])))
        #expect(loan.transition("remind")?.needsNote == true)
        #expect(loan.transition("lapse")?.isAutomatic == true)
        let due = try #require(loan.deadline("return"))
        #expect(due.stops == [.field("returned_on"), .entered(["written_off"])])
        #expect(due.extendBy == "extended_days" && due.pauses == "stops" && due.soonDays == 5)
        #expect(
            due.onExpiry == ExpiryAction(move: "lapse", set: "returned_on", validity: Validity(since: Day(iso: "2020-01-01"))))
        let light = Condition.not(.field(FieldPath("weight"), .atMost(.integer(250))))
        #expect(due.applies == .all([.field(FieldPath("readers.is_child"), .oneOf([.bool(true)], orUnset: false)), light]))
        #expect(loan.deadline("stocktake")?.every == .months(6))
        #expect(loan.deadline("pause_end")?.forEach == "stops")
        #expect(loan.deadline("answer")?.soonDays == 3)
    }

    @Test("every form of measure is read as written")
    func measures() throws {
        let loan = try #require(LendingCatalogue.load()?.register("loan"))
        let lentOn = Placement.event(.field("lent_on"))
        func simple(_ aggregate: Aggregate, _ condition: Condition = .always, _ placement: Placement) -> Measure {
            .simple(SimpleMeasure(aggregate: aggregate, condition: condition, placement: placement))
        }
        #expect(loan.indicator("lent")?.measure == simple(.count, .always, lentOn))
        #expect(
            loan.indicator("towns")?.measure
                == simple(.countDistinct(FieldPath("town")), .field(FieldPath("returned_on"), .isSet), .event(.entered(["back"])))
        )
        #expect(loan.indicator("ages")?.measure == simple(.sum(FieldPath("readers.age")), .always, lentOn))
        #expect(
            loan.indicator("mean_days")?.measure
                == simple(.mean(.daysBetween("lent_on", "returned_on")), .ever(["back"]), .event(.field("returned_on"))))
        #expect(
            loan.indicator("heaviest")?.measure
                == simple(.max(.field(FieldPath("weight"))), .field(FieldPath("returned_on"), .after(.field("lent_on"))), lentOn))
        #expect(
            loan.indicator("on_time_rate")?.measure
                == .ratio(
                    of: simple(.count, .deadline("return", [.met]), lentOn),
                    over: .total([
                        simple(.count, .deadline("return", [.met, .late]), lentOn), .indicator(register: nil, name: "towns"),
                    ])))
        #expect(loan.indicator("growth")?.measure == .change(of: .indicator(register: nil, name: "lent"), as: .difference))
        #expect(
            loan.indicator("per_shelf")?.measure
                == .ratio(of: .indicator(register: nil, name: "lent"), over: .indicator(register: "shelf", name: "shelves")))
        #expect(loan.indicator("fees")?.scale == 10000 && loan.indicator("fees")?.decimals == 2)
        let catalogue = try #require(LendingCatalogue.load())
        let shelves = catalogue.indicator(FigureName(register: "shelf", indicator: "shelves"))
        #expect(shelves?.measure == simple(.count, .always, .stock(from: "set_up_on", until: "closed_on")))
    }

    @Test("a clock answers with the version in force on a day")
    func clocks() throws {
        let catalogue = try #require(LendingCatalogue.load())
        let clock = try #require(catalogue.clock("借阅/return"))
        let old = try #require(Day(iso: "2019-12-31").flatMap(clock.version(on:)))
        let new = try #require(Day(iso: "2020-01-01").flatMap(clock.version(on:)))
        #expect(old.term == .length(.calendarDays(30)) && old.basis.description == "借阅办法#9")
        #expect(new.term == .length(.calendarDays(60)) && new.extendAtMost == .calendarDays(30) && new.article == "12(1)")
        #expect(new.roll == .nextWorkingDay && catalogue.clock("借阅/answer")?.versions[0].roll == RollRule.none)
        #expect(catalogue.clock("借阅/answer")?.versions[0].needsConfirmation == true)
        #expect(catalogue.clock("借阅/list")?.versions[0].term == AnnualDay(text: "03-01").map { .on($0) })
        #expect(catalogue.clock("借阅/reminder")?.versions[0].sense == .before)
        #expect(catalogue.lawText("借阅办法", on: try #require(Day(iso: "2019-05-05")))?.version == "2010")
    }

    @Test("calendar, outline, district and labels are read as written")
    func rest() throws {
        let catalogue = try #require(LendingCatalogue.load())
        #expect(catalogue.calendar.kind(of: try #require(Day(iso: "2024-02-12"))) == .restDay)
        #expect(catalogue.calendar.kind(of: try #require(Day(iso: "2024-02-04"))) == .makeUpWorkday)
        let outline = try #require(catalogue.outline("annual"))
        #expect(outline.parts.map(\.name) == ["measures", "shortcomings", "heads_duty", "next_year", "other"])
        #expect(
            outline.parts[0].paragraphs[0].sentences[0].pieces == [
                .text("全年借出"), .figure(FigureName(register: "loan", indicator: "lent")), .text("册，按时归还率"),
                .figure(FigureName(register: "loan", indicator: "on_time_rate")), .text("。"),
            ])
        #expect(outline.parts[0].paragraphs[0].sentences[1].isShownAtZero)
        #expect(outline.parts[0].sections.map(\.title) == ["收费"])
        let district = try #require(catalogue.district("hill-town"))
        #expect(district.units.map(\.id) == ["hill", "library", "branch"] && district.lockedYears == [2023])
        let labels = catalogue.labels
        #expect(labels.label("loan", chinese: "借阅", in: .english) == "Loans")
        #expect(labels.label("loan/fields/readers.name", chinese: "姓名", in: .english) == "Reader's name")
        #expect(labels.label("loan/codes/ending/returned", chinese: "归还", in: .english) == "Given back")
        #expect(labels.label("loan/form/0", chinese: "借出", in: .english) == "Lending")
        #expect(labels.label("clocks/借阅/return", chinese: "归还", in: .english) == "Return")
        #expect(labels.label("loan/fields/returned_on", chinese: "归还日期", in: .english) == "Returned on")
    }

    private static let ownOutline = """
        outline: annual
        title: 山镇借阅
        parts:
          - { name: measures, title: 举措, required: true, paragraphs: [["分馆借出{loan.lent@branch+station}册。"]] }
          - { name: shortcomings, title: 不足, required: true }
          - { name: heads_duty, title: 履职, required: true }
          - { name: next_year, title: 安排, required: true }
          - { name: other, title: 其他, required: true }
        """

    @Test("a district's own outline takes the place of the shared one there and nowhere else")
    func ownOutline() throws {
        var files = LendingCatalogue.files
        files["districts/hill-town/outlines/annual.yaml"] = Self.ownOutline
        let catalogue = try #require(CatalogueLoader.load(files: files).catalogue)
        #expect(catalogue.outline("annual")?.title.contains("{year}") == true)
        let own = try #require(catalogue.forDistrict("hill-town").outline("annual"))
        #expect(own.title == "山镇借阅" && catalogue.forDistrict("hill-town").outlines.count == 1)
        let figure = FigureName(register: "loan", indicator: "lent", units: ["branch", "station"])
        #expect(own.parts[0].paragraphs[0].sentences[0].pieces[1] == .figure(figure))
        #expect(figure.description == "loan.lent@branch+station" && FigureName(figure.description) == figure)
    }

    @Test(
        "units that the district does not have, and units where none may be named, are told with their line",
        arguments: [
            ("districts/hill-town/outlines/annual.yaml", "@branch+station", "@brnch", "brnch"),
            ("districts/hill-town/outlines/annual.yaml", "@branch+station", "@statio", "statio"),
        ])
    func unknownUnits(path: String, given: String, spoiled: String, name: String) {
        var files = LendingCatalogue.files
        files[path] = Self.ownOutline.replacing(given, with: spoiled)
        let problems = CatalogueLoader.load(files: files).problems
        #expect(problems.map(\.reason) == [.unknown(kind: "unit", name: name)])
        #expect(problems.first?.place == SourcePlace(file: path, line: 4))
        #expect(problems.first?.suggestion != nil)
        // The shared outline knows no district's units.
        var shared = LendingCatalogue.files
        shared["outlines/annual.yaml"] = shared["outlines/annual.yaml"]?.replacing("{loan.lent}", with: "{loan.lent@branch}")
        #expect(CatalogueLoader.load(files: shared).problems.map(\.reason) == [.unknown(kind: "unit", name: "branch")])
    }

    @Test("the mistakes of all files are reported together, by file and line")
    func togetherInOneRun() {
        var files = LendingCatalogue.files
        files["registers/desk/loan.yaml"] = LendingCatalogue.loan
            .replacing("to: overdue_told", with: "to: overdue_tld").replacing("search: [book]", with: "search: [bok, remark]")
        files["laws/lending.yaml"] = files["laws/lending.yaml"]?.replacing("article: 13, ", with: "")
        files["calendars/2024.yaml"] = files["calendars/2024.yaml"]?.replacing("2024-02-12", with: "2024-02-30")
        files["outlines/annual.yaml"] = files["outlines/annual.yaml"]?.replacing("loan.fees", with: "loan.fee")
        files["districts/hill-town/district.yaml"] = files["districts/hill-town/district.yaml"]?.replacing(
            "parent: library", with: "parent: librry")
        let load = CatalogueLoader.load(files: files)
        #expect(load.catalogue == nil)
        #expect(
            load.problems.map(\.reason) == [
                .badDate("2024-02-30"), .unknown(kind: "unit", name: "librry"), .periodWithoutArticle(clock: "借阅/answer"),
                .unknown(kind: "indicator", name: "loan.fee"), .unknown(kind: "state", name: "overdue_tld"),
                .unknown(kind: "field", name: "bok"),
                .personalInList(use: "list/search", field: "remark"),
            ])
        #expect(load.problems.map(\.suggestion) == [nil, "library", nil, "loan.fees", "overdue_told", "book", nil])
    }

    @Test("a file that is no YAML is one mistake and drags no others after it")
    func brokenYAML() {
        for path in LendingCatalogue.files.keys.sorted() {
            var files = LendingCatalogue.files
            files[path] = "register: loan\nfields: [\n"
            let problems = CatalogueLoader.load(files: files).problems
            #expect(problems.count == 1, "\(path): \(problems)")
            #expect(problems.first?.place.file == path)
            guard case .malformed = problems.first?.reason else {
                Issue.record("\(path): \(problems)")
                continue
            }
        }
    }

    @Test("roles and workstreams must be there, and no YAML file may lie where nothing reads it")
    func missingAndStray() {
        var files = LendingCatalogue.files
        files["roles.yaml"] = nil
        files["registers/astray.yaml"] = "register: astray"
        files["notes/any.yaml"] = "left: alone"
        #expect(
            CatalogueLoader.load(files: files).problems == [
                DefinitionProblem(
                    place: SourcePlace(file: "registers/astray.yaml", line: 1),
                    reason: .unknown(kind: "file", name: "registers/astray.yaml")),
                DefinitionProblem(place: SourcePlace(file: "roles.yaml", line: 1), reason: .unreadable("roles.yaml")),
            ])
    }

    @Test("persons may be counted by a field that has a keyed hash")
    func personsAreCounted() throws {
        let load = CatalogueLoader.load(
            files: LendingCatalogue.spoiled(
                "registers/desk/loan.yaml", "count_distinct: town", "count_distinct: readers.id_number"))
        #expect(load.problems == [])
        #expect(load.catalogue?.register("loan")?.indicator("towns") != nil)
    }

    @Test("names that the tables take are refused", arguments: ["owner", "district", "parent", "x_hill", "a__b", "any_of"])
    func takenNames(name: String) {
        let files = LendingCatalogue.spoiled("registers/desk/loan.yaml", "name: id_number, label", "name: \(name), label")
        #expect(CatalogueLoader.load(files: files).problems.map(\.reason) == [.badName(name)])
    }

    @Test("a column that an overlay adds has a name that needs no quoting")
    func overlayColumn() throws {
        let merged = try #require(LendingCatalogue.load()?.forDistrict("hill-town").register("loan"))
        #expect(merged.field("is_local")?.column == "x_hill_town_is_local")
        #expect(merged.field("fee")?.column == "fee")
    }

    @Test("a gap between two versions of a clock is a warning and no error")
    func versionGap() {
        let load = CatalogueLoader.load(
            files: LendingCatalogue.spoiled("laws/lending.yaml", "until: 2019-12-31, force", "until: 2018-12-31, force"))
        #expect(load.problems.map(\.reason) == [.versionGap(clock: "借阅/return")])
        #expect(load.problems.first?.isError == false)
        #expect(load.catalogue != nil)
    }
}
