import Definitions

/// A small made-up catalogue: bell towers and the repairs that are called for.
enum BellCatalogue {
    static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    static let files: [String: String] = [
        "workstreams.yaml": "workstreams: [{ name: bells, label: 钟楼, english: Bells }]",
        "roles.yaml": "roles: [{ name: clerk, label: 经办, english: Clerk }]",
        "parameters.yaml": """
        parameters:
          - { name: mend_days, label: 修复时限, english: To mend, kind: length, default: { working_days: 3 }, confirm: true }
          - { name: dear, label: 大修费用, english: Dear, kind: money, default: 500 }
        """,
        "laws/bells.yaml": """
        field: 钟楼
        clocks:
          - name: 钟楼/mend
            label: 修复
            versions:
              - { law: 钟楼办法, article: 6, from: 2020-01-01, force: local, length: { parameter: mend_days } }
        """,
        "registers/bells/tower.yaml": """
        register: tower
        label: 钟楼
        summary: 一行是一座钟楼。
        owner: unit
        office: bells
        number: { pattern: "楼〔{year}〕{serial}号", year_of: built_on }
        fields:
          - { name: unit, label: 单位, type: unit, required: true }
          - { name: built_on, label: 建成日期, type: date, required: true }
        states:
          - { name: standing, label: 在用, start: true, end: true }
        form:
          - { section: 钟楼, fields: [unit, built_on] }
        retention: { years: permanent, force: local }
        """,
        "registers/bells/repair.yaml": """
        register: repair
        label: 报修
        summary: 一行是一次报修。
        owner: unit
        office: bells
        business: [town, village]
        number: { pattern: "修〔{year}〕{serial}号", year_of: called_on }
        version_by: [called_on]
        fields:
          - { name: unit, label: 单位, type: unit, required: true }
          - { name: tower, label: 钟楼, type: reference, to: tower, required: true }
          - { name: called_on, label: 报修日期, type: date, required: true, not_in_future: true }
          - { name: caller, label: 报修人, type: text, required: true, personal: name }
          - { name: cause, label: 原因, type: code, codes: cause, hint: 写主要的 }
          - { name: fee, label: 费用, type: money, unit: 元, required: true }
          - { name: ended_on, label: 修好日期, type: date, not_before: called_on }
          - { name: parts, label: 零件, type: rows, fields: [{ name: price, label: 价格, type: money, unit: 元 }] }
        codes:
          cause:
            - { code: worn, label: 磨损, group: wear, basis: 钟楼办法#4, since: 2021-01-01 }
            - { code: storm, label: 风灾 }
        states:
          - { name: waiting, label: 待修, start: true }
          - { name: mended, label: 已修好, outcome: true, end: true }
        transitions:
          - { name: mend, label: 修好, from: [waiting], to: mended, roles: [clerk], require: [ended_on, { cause: { since: 2021-01-01 } }], note: required }
        deadlines:
          - { name: mend, label: 修复期限, clock: 钟楼/mend, starts: called_on, stops: [ended_on, { entered: mended }] }
        indicators:
          - { name: dear, label: 大修数, unit: 件, count: { fee: { at_least: { parameter: dear } } }, period_by: called_on }
        form:
          - { section: 报修, fields: [unit, tower, called_on, caller, cause, fee] }
          - { section: 修复, fields: [ended_on, parts] }
        list: { columns: [tower, called_on], filters: [cause], look_up: [caller] }
        retention: { years: 10, force: local }
        """,
        "locales/en/repair.yaml": """
        label: Repairs
        summary: One row is one repair.
        fields: { ended_on: Mended on }
        """,
    ]
}
