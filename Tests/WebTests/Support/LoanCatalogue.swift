/// A small made-up catalogue for the pages: a library lends books.
enum LoanCatalogue {
    static let files: [String: String] = [
        "workstreams.yaml": """
        workstreams:
          - { name: house, label: 馆舍, english: House }
          - { name: desk, label: 借阅, english: Desk }
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
        "laws/lending.yaml": """
        field: 借阅
        texts:
          - { law: 借阅办法, version: "2020", issued: 2019-06-01, in_force: 2020-01-01 }
        last_day_on_rest_day: next_working_day
        clocks:
          - name: 借阅/return
            label: 归还
            versions:
              - { law: 借阅办法, article: 12, from: 2020-01-01, force: mandatory, length: { calendar_days: 60 }, extend_at_most: { calendar_days: 30 } }
        """,
        "calendars/2024.yaml": """
        year: 2024
        source: 国办发明电〔2023〕7号
        rest: [2024-01-01]
        work: []
        """,
        "registers/house/shelf.yaml": """
        register: shelf
        label: 书架
        summary: 一行是一个书架。
        owner: unit
        office: reading
        heading: title
        number: { pattern: "{prefix}架〔{year}〕{serial}号", year_of: set_up_on }
        fields:
          - { name: title, label: 架名, type: text, max: 40, required: true, unique: true }
          - { name: unit, label: 所属单位, type: unit, required: true }
          - { name: set_up_on, label: 设立日期, type: date, required: true }
        states:
          - { name: open, label: 在用, start: true }
          - { name: closed, label: 停用, end: true }
        transitions:
          - { name: close, label: 停用, from: [open], to: closed, roles: [head] }
        indicators:
          - { name: shelves, label: 书架数, unit: 个, count: {}, period_by: set_up_on }
        form:
          - { section: 设立, fields: [title, unit, set_up_on] }
        list: { columns: [unit, set_up_on], filters: [unit], search: [title] }
        retention: { years: permanent, force: local }
        """,
        "registers/desk/loan.yaml": loan,
        "locales/en/loan.yaml": """
        label: Loans
        fields: { book: Book, lent_on: Lent on }
        states: { lent: Lent }
        """,
        "outlines/annual.yaml": """
        outline: annual
        title: "{district}{year}年度借阅报告"
        addressee: 镇政府
        parts:
          - { name: measures, title: 主要举措, required: true, placeholder: 待补 }
          - { name: shortcomings, title: 不足, required: true, placeholder: 待补 }
          - { name: heads_duty, title: 履职, required: true, placeholder: 待补 }
          - { name: next_year, title: 安排, required: true, placeholder: 待补 }
          - { name: other, title: 其他, required: true, placeholder: 待补 }
        """,
        "districts/hill/district.yaml": """
        district: hill
        label: 山镇
        government: 山镇人民政府
        prefix: 山
        year: 2023
        today: 2024-03-12
        locked_years: [2022]
        units:
          - { id: root, label: 山镇, english: Hill Town, kind: district }
          - { id: north, label: 北馆, english: North Library, kind: town, parent: root }
          - { id: south, label: 南馆, english: South Library, kind: town, parent: root }
        """,
    ]

    static let loan = """
        register: loan
        label: 借阅
        summary: 一行是一次借阅。
        owner: branch
        office: reading
        heading: book
        number: { pattern: "{prefix}借〔{year}〕{serial}号", year_of: lent_on }
        version_by: [lent_on]
        fields:
          - { name: book, label: 书名, type: text, max: 40, required: true }
          - { name: branch, label: 分馆, type: unit, kind: town, required: true }
          - { name: shelf, label: 书架, type: reference, to: shelf }
          - { name: lent_on, label: 借出日期, type: date, required: true, not_in_future: true }
          - { name: genre, label: 类别, type: code, codes: genre }
          - { name: tags, label: 标签, type: codes, codes: tag }
          - { name: phone, label: 电话, type: phone, personal: contact }
          - { name: remark, label: 备注, type: long_text, max: 500, personal: free_text }
          - { name: fee, label: 押金, type: money }
          - { name: weight, label: 重量, type: decimal, decimals: 2, unit: 千克 }
          - { name: is_new, label: 是否新书, type: bool }
          - { name: asked_at, label: 询问时间, type: moment }
          - name: readers
            label: 读者
            type: rows
            min: 1
            fields:
              - { name: name, label: 姓名, type: text, max: 30, required: true, personal: name }
              - { name: age, label: 年龄, type: integer }
          - { name: returned_on, label: 归还日期, type: date, not_before: lent_on, not_in_future: true }
          - { name: condition, label: 归还状况, type: code, codes: condition }
          - { name: extended_days, label: 延长日数, type: integer, min: 0, max: 90, unit: 天 }
          - { name: slip, label: 借条, type: attachment }
        codes:
          genre:
            - { code: poem, label: 诗 }
            - { code: novel, label: 小说 }
            - { code: essay, label: 散文 }
            - { code: drama, label: 戏剧 }
            - { code: other, label: 其他 }
          tag:
            - { code: rare, label: 珍本 }
            - { code: large, label: 大开本 }
          condition:
            - { code: good, label: 完好 }
            - { code: damaged, label: 破损 }
        states:
          - { name: lent, label: 借出, start: true }
          - { name: back, label: 已归还, outcome: true }
          - { name: filed, label: 已归档, end: true }
        transitions:
          - { name: give_back, label: 归还, from: [lent], to: back, roles: [clerk], require: [returned_on, condition], only: { condition: good },
              basis: 借阅办法#14, hint: 需要：归还日期和状况。 }
          - { name: file, label: 归档, from: [back], to: filed, roles: [clerk], note: required }
          - { name: recall, label: 召回, from: [lent], to: lent, roles: [head], note: required }
        deadlines:
          - { name: return, label: 归还期限, clock: 借阅/return, starts: lent_on, stops: [returned_on], extend: { by: extended_days } }
        indicators:
          - { name: lent, label: 借出册数, unit: 册, count: {}, period_by: lent_on }
        form:
          - { section: 借出, fields: [book, branch, shelf, lent_on, genre, tags, phone, remark, fee, weight, is_new, asked_at, readers] }
          - { section: 归还, fields: [returned_on, condition, extended_days, slip] }
        list: { columns: [genre, lent_on, fee, phone], filters: [genre, branch, is_new], search: [book], look_up: [phone, readers.name] }
        retention: { years: 5, force: local }
        """
}
