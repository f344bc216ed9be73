import Definitions

/// A made-up pair of registers that hand matters to each other: leaks are reported in a village, go up to town and district, and open
/// repairs; a repair is not decided before it has been inspected, and not closed by one person alone.
public enum LeakCatalogue {
    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    public static var files: [String: String] {
        var files = ParcelCatalogue.files
        files["registers/yard/leak.yaml"] = leak
        files["registers/yard/repair.yaml"] = repair
        files["registers/yard/survey.yaml"] = survey
        return files
    }

    public static let leak = """
        register: leak
        label: 漏水报告
        summary: 一行是一处漏水。
        owner: unit
        office: yard
        heading: place
        number: { pattern: "{prefix}漏〔{year}〕{serial}号", year_of: seen_on }
        fields:
          - { name: place, label: 地点, type: text, max: 40, required: true }
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: seen_on, label: 发现日期, type: date, required: true, not_in_future: true }
          - { name: finder, label: 发现人, type: text, max: 30, personal: name }
          - { name: grade, label: 程度, type: code, codes: grade }
          - { name: repair, label: 维修, type: reference, to: repair }
          - { name: crew_unit, label: 转交单位, type: unit }
        codes:
          grade: [{ code: drip, label: 滴漏 }, { code: burst, label: 爆管 }]
        states:
          - { name: at_village, label: 村里处理, start: true }
          - { name: at_town, label: 镇里处理 }
          - { name: at_district, label: 区里处理 }
          - { name: referred, label: 已转维修, end: true }
          - { name: stopped, label: 已止漏, end: true }
        transitions:
          - { name: hand_up, label: 上报镇, from: [at_village], to: at_town, roles: [clerk], owner: parent }
          - { name: hand_up_again, label: 上报区, from: [at_town], to: at_district, roles: [clerk], owner: parent }
          - { name: take_back, label: 退回村, from: [at_town], to: at_village, roles: [clerk, head], note: required, owner: previous }
          - { name: return_to_town, label: 退回镇, from: [at_district], to: at_town, roles: [clerk], owner: previous }
          - { name: hand_over, label: 转交, from: [at_village], to: at_village, roles: [clerk], require: [crew_unit], owner: { field: crew_unit } }
          - { name: refer, label: 转维修, from: [at_village, at_town, at_district], to: referred, roles: [clerk], require: [grade],
              opens: { register: repair, link: repair, back: leak, set: { unit: unit, ordered_on: today, reporter: finder, kind: { value: pipe } }, ask: [crew] } }
          - { name: stop, label: 止漏, from: [at_village, at_town], to: stopped, roles: [clerk] }
        indicators:
          - { name: leaks, label: 漏水处数, unit: 处, count: {}, period_by: seen_on }
        form:
          - { section: 漏水, fields: [place, unit, seen_on, finder, grade, repair, crew_unit] }
        list: { columns: [unit, seen_on, grade], filters: [unit, grade], search: [place] }
        retention: { years: 5, force: local }
        """

    public static let repair = """
        register: repair
        label: 维修单
        summary: 一行是一次维修。
        owner: unit
        office: yard
        number: { pattern: "{prefix}修〔{year}〕{serial}号", year_of: ordered_on }
        fields:
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: ordered_on, label: 派工日期, type: date, required: true }
          - { name: kind, label: 类别, type: code, codes: kind, required: true }
          - { name: crew, label: 班组, type: text, max: 20, required: true }
          - { name: reporter, label: 报修人, type: text, max: 30, personal: name }
          - { name: leak, label: 漏水报告, type: reference, to: leak }
          - { name: is_large, label: 是否大修, type: bool }
          - { name: drawing, label: 图纸, type: text, max: 20 }
          - name: quotes
            label: 报价
            type: rows
            fields: [{ name: price, label: 价格, type: money, required: true }]
        codes:
          kind: [{ code: pipe, label: 水管 }, { code: tank, label: 水箱 }]
        states:
          - { name: ordered, label: 已派工, start: true }
          - { name: decided, label: 已定方案 }
          - { name: done, label: 已修好, end: true }
        transitions:
          - { name: look_first, label: 初看, from: [ordered], to: ordered, roles: [clerk] }
          - { name: look_second, label: 复看, from: [ordered], to: ordered, roles: [clerk] }
          - name: decide
            label: 定方案
            from: [ordered]
            to: decided
            roles: [head]
            gates:
              - { name: survey, label: 勘查, basis: 收寄办法#5, when: { is_large: true }, needs: { register: survey, by: repair, state: [passed], where: { verdict: [sound] } } }
              - { name: two_lookers, label: 两人查看, needs: { moves: [look_first, look_second], persons: 2 } }
              - { name: quotes, label: 报价, when: { is_large: true }, needs: { rows: quotes, at_least: 2 } }
          - { name: finish, label: 完工, from: [decided], to: done, roles: [clerk], gates: [{ name: drawing, label: 图纸归档, needs: { fields: [drawing] } }] }
        indicators:
          - { name: repairs, label: 维修次数, unit: 次, count: {}, period_by: ordered_on }
        form:
          - { section: 维修, fields: [unit, ordered_on, kind, crew, reporter, leak, is_large, drawing, quotes] }
        list: { columns: [unit, ordered_on], filters: [unit], search: [crew] }
        retention: { years: 5, force: local }
        """

    public static let survey = """
        register: survey
        label: 勘查记录
        summary: 一行是一次勘查。
        owner: unit
        office: yard
        number: { pattern: "{prefix}勘〔{year}〕{serial}号", year_of: held_on }
        fields:
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: held_on, label: 勘查日期, type: date, required: true }
          - { name: repair, label: 维修单, type: reference, to: repair }
          - { name: verdict, label: 结论, type: code, codes: verdict }
        codes:
          verdict: [{ code: sound, label: 可行 }, { code: unsound, label: 不可行 }]
        states:
          - { name: under_way, label: 勘查中, start: true }
          - { name: passed, label: 已出结论, end: true }
        transitions:
          - { name: conclude, label: 出结论, from: [under_way], to: passed, roles: [clerk], require: [verdict] }
        form:
          - { section: 勘查, fields: [unit, held_on, repair, verdict] }
        list: { columns: [unit, held_on], filters: [unit], search: [] }
        retention: { years: 5, force: local }
        """
}
