import Definitions

/// A small made-up catalogue: depots take in parcels of senders, some of which are claimed, held and paid for.
///
/// It has every type of field, a personal field of every mark, a clock of every kind, and figures of every form.
public enum ParcelCatalogue {
    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    public static var district: DistrictDefinition {
        guard let district = catalogue.district("reed-bay") else { preconditionFailure("no district") }
        return district
    }

    public static func register(_ name: String) -> RegisterDefinition {
        guard let register = catalogue.register(name) else { preconditionFailure("no register \(name)") }
        return register
    }

    public static let files: [String: String] = [
        "workstreams.yaml": """
        workstreams:
          - { name: yard, label: 收寄, english: Yard }
        """,
        "roles.yaml": """
        roles:
          - { name: clerk, label: 经办, english: Clerk }
          - { name: head, label: 负责人, english: Head }
          - { name: coordinator, label: 统筹, english: Coordinator }
          - { name: leader, label: 领导, english: Leader }
          - { name: reviewer, label: 督察评查, english: Reviewer }
          - { name: mediator, label: 调解员, english: Mediator }
          - { name: examiner, label: 考务, english: Examiner }
          - { name: system_administrator, label: 系统管理员, english: System administrator }
          - { name: security_administrator, label: 安全管理员, english: Security administrator }
          - { name: audit_administrator, label: 审计管理员, english: Audit administrator }
        """,
        "laws/parcels.yaml": """
        field: 收寄
        texts:
          - { law: 收寄办法, version: "2010", in_force: 2010-01-01, until: 2020-12-31 }
          - { law: 收寄办法, version: "2021", in_force: 2021-01-01 }
        last_day_on_rest_day: next_working_day
        clocks:
          - name: 收寄/answer
            label: 答复
            versions:
              - { law: 收寄办法, article: 5, from: 2010-01-01, until: 2020-12-31, force: mandatory, length: { calendar_days: 60 }, extend_at_most: { calendar_days: 30 } }
              - { law: 收寄办法, article: 6, from: 2021-01-01, force: mandatory, length: { calendar_days: 30 }, extend_at_most: { calendar_days: 10 } }
          - name: 收寄/alarm
            label: 报告
            versions:
              - { law: 收寄办法, article: 7, from: 2010-01-01, force: mandatory, length: { hours: 2 } }
          - name: 收寄/display
            label: 公示
            versions:
              - { law: 收寄办法, article: 8, from: 2010-01-01, force: mandatory, length: { calendar_days: 10 }, sense: at_least }
          - name: 收寄/notice
            label: 通知
            versions:
              - { law: 收寄办法, article: 9, from: 2010-01-01, force: mandatory, length: { working_days: 3 }, sense: before }
          - name: 收寄/drill
            label: 演练
            versions:
              - { law: 收寄办法, article: 10, from: 2010-01-01, force: mandatory, length: { months: 1 } }
          - name: 收寄/silence
            label: 受理
            versions:
              - { law: 收寄办法, article: 11, from: 2010-01-01, force: mandatory, length: { working_days: 5 } }
        """,
        "calendars/2020.yaml": """
        year: 2020
        source: 国办发明电〔2019〕16号
        rest: [2020-01-01, 2020-10-01]
        work: []
        """,
        "calendars/2021.yaml": """
        year: 2021
        source: 国办发明电〔2020〕27号
        rest: [2021-01-01, 2021-02-11, 2021-02-12, 2021-02-15, 2021-02-16, 2021-02-17, 2021-10-01, 2021-10-04, 2021-10-05]
        work: [2021-02-07, 2021-02-20]
        """,
        "registers/yard/depot.yaml": depot,
        "registers/yard/keeper.yaml": keeper,
        "registers/yard/parcel.yaml": parcel,
        "districts/reed-bay/district.yaml": """
        district: reed-bay
        label: 苇湾
        government: 苇湾区人民政府
        prefix: 苇
        year: 2021
        today: 2021-11-15
        locked_years: [2019]
        units:
          - { id: bay, label: 苇湾区, kind: district }
          - { id: east, label: 东镇, kind: town, parent: bay }
          - { id: east_one, label: 东一村, kind: village, parent: east }
          - { id: east_two, label: 东二村, kind: village, parent: east }
          - { id: west, label: 西镇, kind: town, parent: bay }
          - { id: west_one, label: 西一村, kind: village, parent: west }
          - { id: bureau, label: 收寄局, kind: department, parent: bay }
          - { id: east_office, label: 服务站, kind: station, parent: east }
          - { id: west_office, label: 服务站, kind: station, parent: west }
        """,
    ]

    static let depot = """
        register: depot
        label: 收寄点
        summary: 一行是一个收寄点。
        owner: unit
        office: yard
        heading: title
        number: { pattern: "{prefix}点〔{year}〕{serial}号", year_of: opened_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true, unique: true }
          - { name: unit, label: 所属单位, type: unit, required: true }
          - { name: opened_on, label: 设立日期, type: date, required: true, not_in_future: true }
          - { name: closed_on, label: 停用日期, type: date, not_before: opened_on }
        states:
          - { name: open, label: 在用, start: true }
          - { name: closed, label: 停用, end: true }
        transitions:
          - { name: close, label: 停用, from: [open], to: closed, roles: [head], require: [closed_on] }
        indicators:
          - { name: depots, label: 收寄点数, unit: 个, count: {}, stock: { from: opened_on, until: closed_on } }
        form:
          - { section: 设立, fields: [title, unit, opened_on, closed_on] }
        list: { columns: [unit, opened_on], filters: [unit], search: [title] }
        retention: { years: permanent, force: local }
        """

    static let keeper = """
        register: keeper
        label: 收寄员
        summary: 一行是一名收寄员。
        owner: unit
        office: yard
        heading: name
        number: { pattern: "{prefix}员〔{year}〕{serial}号", year_of: hired_on }
        fields:
          - { name: name, label: 姓名, type: text, max: 30, required: true, personal: name }
          - { name: unit, label: 所属单位, type: unit, required: true }
          - { name: hired_on, label: 聘用日期, type: date, required: true }
          - { name: id_number, label: 证件号码, type: id_number, personal: id_number, unique: true }
        states:
          - { name: hired, label: 在岗, start: true }
          - { name: left, label: 离岗, end: true }
        transitions:
          - { name: leave, label: 离岗, from: [hired], to: left, roles: [head], note: required }
        form:
          - { section: 本人, fields: [name, unit, hired_on, id_number] }
        list: { columns: [unit, hired_on], filters: [unit], look_up: [name, id_number] }
        retention: { years: 10, force: local }
        """
}
