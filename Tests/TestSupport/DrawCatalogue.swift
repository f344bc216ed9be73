import Definitions

/// A made-up register that draws at random: spot checks of crates, by sorters whose names are personal.
public enum DrawCatalogue {
    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    public static var files: [String: String] {
        var files = ParcelCatalogue.files
        files["registers/yard/crate.yaml"] = crate
        files["registers/yard/sorter.yaml"] = sorter
        files["registers/yard/spot_check.yaml"] = check
        return files
    }

    public static let crate = """
        register: crate
        label: 箱子
        summary: 一行是一只箱子。
        owner: unit
        office: yard
        heading: title
        number: { pattern: "{prefix}箱〔{year}〕{serial}号", year_of: packed_on }
        fields:
          - { name: title, label: 箱名, type: text, max: 40, required: true }
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: packed_on, label: 装箱日期, type: date, required: true }
          - { name: size, label: 大小, type: code, codes: size }
          - { name: packer, label: 装箱人, type: text, max: 30, personal: name }
        codes:
          size: [{ code: small, label: 小 }, { code: large, label: 大 }]
        states:
          - { name: packed, label: 已装, start: true }
          - { name: sent, label: 已发, end: true }
        transitions:
          - { name: send, label: 发出, from: [packed], to: sent, roles: [clerk] }
        form:
          - { section: 箱子, fields: [title, unit, packed_on, size, packer] }
        list: { columns: [unit, packed_on], filters: [unit], search: [title] }
        retention: { years: 5, force: local }
        """

    public static let sorter = """
        register: sorter
        label: 分拣员
        summary: 一行是一个分拣员。
        owner: unit
        office: yard
        heading: name
        number: { pattern: "{prefix}拣〔{year}〕{serial}号", year_of: hired_on }
        fields:
          - { name: name, label: 姓名, type: text, max: 30, required: true, personal: name }
          - { name: badge, label: 工牌号, type: text, max: 30 }
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: hired_on, label: 受雇日期, type: date, required: true }
        states:
          - { name: hired, label: 在岗, start: true }
          - { name: gone, label: 离岗, end: true }
        transitions:
          - { name: leave, label: 离岗, from: [hired], to: gone, roles: [clerk] }
        form:
          - { section: 本人, fields: [name, badge, unit, hired_on] }
        list: { columns: [unit, hired_on], filters: [unit] }
        retention: { years: 5, force: local }
        """

    public static let check = """
        register: spot_check
        label: 抽检
        summary: 一行是一次抽检。
        owner: unit
        office: yard
        number: { pattern: "{prefix}检〔{year}〕{serial}号", year_of: opened_on }
        fields:
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: opened_on, label: 立项日期, type: date, required: true }
          - { name: kind, label: 方式, type: code, codes: kind, required: true }
          - { name: since, label: 起, type: date }
          - { name: until, label: 止, type: date }
          - { name: how_many, label: 抽取数, type: integer, min: 1 }
          - { name: draw_number, label: 抽取编号, type: text, max: 60 }
          - { name: pool, label: 可抽数, type: integer }
          - name: stalls
            label: 摊位
            type: rows
            fields: [{ name: code, label: 编号, type: text, max: 20, required: true }, { name: title, label: 名称, type: text, max: 40 }]
          - name: found
            label: 抽中
            type: rows
            max: 12
            fields:
              - { name: crate, label: 箱子, type: reference, to: crate }
              - { name: crate_number, label: 编号, type: text, max: 60, required: true }
              - { name: owner_unit, label: 单位, type: unit }
              - { name: what, label: 名称, type: text, max: 60 }
              - { name: size, label: 大小, type: code, codes: size }
              - { name: first, label: 第一人, type: reference, to: sorter }
              - { name: second, label: 第二人, type: text, max: 60 }
              - { name: way, label: 来源, type: code, codes: way }
              - { name: score, label: 得分, type: integer }
          - { name: found_count, label: 抽中数, type: integer, computed: { count: found } }
        codes:
          kind: [{ code: crates, label: 查箱 }, { code: stalls, label: 查摊 }, { code: units, label: 查站 }]
          size: [{ code: small, label: 小 }, { code: large, label: 大 }]
          way: [{ code: drawn, label: 抽取 }, { code: told, label: 举报 }]
        states:
          - { name: opened, label: 立项, start: true }
          - { name: scored, label: 已评, end: true }
        transitions:
          - { name: score, label: 评分, from: [opened], to: scored, roles: [clerk], require: [found] }
        draws:
          - name: crates
            label: 抽箱
            english: Crates
            after: [opened]
            roles: [clerk, coordinator]
            when: { kind: crates }
            into: found
            from: { register: crate, where: { state: packed }, period: packed_on, since: since, until: until }
            count: how_many
            strata: unit
            people: { from: { register: sorter, where: { state: hired }, label: badge, reach: district }, team: 2 }
            set: { crate: reference, crate_number: number, owner_unit: unit, what: { field: title }, size: { field: size }, first: person_1, second: person_2, way: { value: drawn } }
            fill: { draw_number: number, pool: pool }
            exclude:
              - { code: recusal, label: 回避, english: Recusal, of: both }
              - { code: checked, label: 已查, english: Checked before, drawn: ever }
            basis: 收寄办法#5
            publish: true
          - { name: stalls, label: 抽摊, english: Stalls, roles: [clerk], when: { kind: stalls }, into: found, from: { rows: stalls, key: code, label: title }, count: 2, set: { crate_number: number, what: label } }
          - { name: units, label: 抽站, english: Stations, roles: [clerk], when: { kind: units }, into: found, from: { units: [station, town] }, count: { percent: 50 }, set: { crate_number: number, what: label, owner_unit: unit } }
        form:
          - { section: 抽检, fields: [unit, opened_on, kind, since, until, how_many, draw_number, pool, stalls, found, found_count] }
        list: { columns: [unit, opened_on], filters: [unit] }
        retention: { years: 5, force: local }
        """
}
