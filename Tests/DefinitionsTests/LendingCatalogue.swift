import Definitions

/// A small made-up catalogue: a shelf lends books.
enum LendingCatalogue {
    static let files: [String: String] = [
        "workstreams.yaml": """
        workstreams:
          - { name: desk, label: 借阅, english: Desk }
          - { name: house, label: 馆舍, english: House }
        """,
        "roles.yaml": """
        roles:
          - { name: clerk, label: 经办, english: Clerk }
          - { name: head, label: 负责人, english: Head }
        """,
        "laws/lending.yaml": """
        field: 借阅
        texts:
          - { law: 借阅办法, version: "2010", in_force: 2010-01-01, until: 2019-12-31 }
          - { law: 借阅办法, version: "2020", issued: 2019-06-01, in_force: 2020-01-01 }
        last_day_on_rest_day: next_working_day
        clocks:
          - name: 借阅/return
            label: 归还
            versions:
              - { law: 借阅办法, article: 9, from: 2010-01-01, until: 2019-12-31, force: mandatory, length: { calendar_days: 30 } }
              - { law: 借阅办法, article: "12(1)", from: 2020-01-01, force: mandatory, length: { calendar_days: 60 }, extend_at_most: { calendar_days: 30 } }
          - name: 借阅/answer
            label: 答复
            versions:
              - { law: 借阅办法, article: 13, from: 2020-01-01, force: guidance, length: { hours: 24 }, last_day_on_rest_day: none, confirm: true, note: 待确认 }
          - name: 借阅/list
            label: 年度清单
            versions:
              - { law: 借阅办法, article: 20, from: 2020-01-01, force: mandatory, on: 03-01 }
          - name: 借阅/reminder
            label: 提醒
            versions:
              - { law: 山镇借阅细则, article: 3, from: 2020-01-01, force: local, length: { working_days: 3 }, sense: before }
        """,
        "calendars/2024.yaml": """
        year: 2024
        source: 国办发明电〔2023〕7号
        rest: [2024-01-01, 2024-02-12]
        work:
          - 2024-02-04
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
          - { name: title, label: 名称, type: text, max: 40, required: true, unique: true }
          - { name: unit, label: 所属单位, type: unit, required: true }
          - { name: set_up_on, label: 设立日期, type: date, required: true, not_in_future: true }
          - { name: closed_on, label: 停用日期, type: date, not_before: set_up_on }
        states:
          - { name: open, label: 在用, start: true }
          - { name: closed, label: 停用, end: true }
        transitions:
          - { name: close, label: 停用, from: [open], to: closed, roles: [head], require: [closed_on] }
        indicators:
          - { name: shelves, label: 书架数, unit: 个, count: {}, stock: { from: set_up_on, until: closed_on } }
        form:
          - { section: 设立, fields: [title, unit, set_up_on, closed_on] }
        list: { columns: [unit], filters: [unit], search: [title] }
        retention: { years: permanent, force: local }
        """,
        "registers/desk/loan.yaml": loan,
        "outlines/annual.yaml": """
        outline: annual
        title: "{district}{year}年度借阅报告"
        addressee: 镇政府
        parts:
          - name: measures
            title: 主要举措
            required: true
            basis: 借阅办法#21
            contributions: true
            paragraphs:
              - - 全年借出{loan.lent}册，按时归还率{loan.on_time_rate}。
                - { say: "年末在用书架{shelf.shelves}个。", when: [shelf.shelves], at_zero: true }
            sections:
              - { name: fees, title: 收费, paragraphs: [["收费{loan.fees}元。"]] }
          - { name: shortcomings, title: 不足, required: true, placeholder: 待补 }
          - { name: heads_duty, title: 履职, required: true }
          - { name: next_year, title: 安排, required: true }
          - { name: other, title: 其他, required: true }
        """,
        "locales/en/loan.yaml": """
        label: Loans
        summary: One row is one loan.
        fields: { lent_on: Lent on, readers.name: Reader's name }
        codes: { ending: { returned: Given back } }
        states: { lent: Lent }
        transitions: { give_back: Give back }
        deadlines: { return: Return }
        indicators: { lent: Lent }
        form: { 借出: Lending }
        """,
        "locales/en/_clocks.yaml": """
        clocks:
          借阅/return: Return
        """,
        "districts/hill-town/district.yaml": """
        district: hill-town
        label: 山镇
        government: 山镇人民政府
        prefix: 山
        code: "000001"
        year: 2024
        today: 2025-01-18
        locked_years: [2023]
        units:
          - { id: hill, label: 山镇, kind: district }
          - { id: library, label: 图书馆, english: Library, kind: department, parent: hill }
          - { id: branch, label: 分馆, kind: station, parent: library, from: 2020-01-01, until: 2030-12-31 }
        """,
        "districts/hill-town/registers/loan.yaml": """
        register: loan
        fields:
          - { name: is_local, label: 是否本镇读者, type: bool, required: true }
          - { name: pick_up, label: 取书点, type: code, codes: pick_up }
        codes:
          pick_up:
            - { code: gate, label: 门口 }
          ending:
            - { code: donated, label: 转赠, group: gone }
        deadlines:
          - { name: reminder, label: 提醒, clock: 借阅/reminder, starts: returned_on, stops: [asked_at] }
        indicators:
          - { name: local_loans, label: 本镇借出数, unit: 册, count: { is_local: true }, period_by: lent_on }
        form:
          - { section: 借出, fields: [is_local] }
          - { section: 取书, fields: [pick_up] }
        list: { columns: [pick_up], filters: [pick_up] }
        labels:
          fields: { is_local: Local reader }
        """,
    ]

    static let loan = """
        # 借阅
        register: loan
        label: 借阅
        summary: 一行是一次借阅。
        owner: shelf
        office: reading
        heading: book
        number: { pattern: "{prefix}借〔{year}〕{serial}号", year_of: lent_on }
        version_by: [lent_on]
        fields:
          - { name: book, label: 书名, type: text, max: 80, required: true }
          - { name: shelf, label: 书架, type: reference, to: shelf, required: true }
          - { name: town, label: 镇街, type: unit, kind: town }
          - { name: lent_on, label: 借出日期, type: date, required: true, not_in_future: true }
          - { name: extended_days, label: 延长日数, type: integer, min: 0, max: 30, unit: 天 }
          - { name: returned_on, label: 归还日期, type: date, not_before: lent_on }
          - { name: ending, label: 结果, type: code, codes: ending }
          - { name: fee, label: 费用, type: money, unit: 元 }
          - { name: weight, label: 重量, type: decimal, decimals: 2, unit: 千克 }
          - { name: asked_at, label: 询问时间, type: moment }
          - { name: answered_at, label: 答复时间, type: moment, not_before: asked_at }
          - { name: reader_phone, label: 电话, type: phone, personal: contact, since: 2020-01-01 }
          - { name: remark, label: 备注, type: long_text, max: 500, personal: free_text }
          - name: readers
            label: 读者
            type: rows
            min: 1
            fields:
              - { name: name, label: 姓名, type: text, max: 30, required: true, personal: name }
              - { name: id_number, label: 证件号码, type: id_number, personal: id_number }
              - { name: is_child, label: 是否儿童, type: bool, personal: sensitive }
              - { name: age, label: 年龄, type: integer }
          - name: stops
            label: 停计
            type: rows
            fields:
              - { name: from_on, label: 自, type: date, required: true }
              - { name: resumed_on, label: 至, type: date, not_before: from_on }
        codes:
          ending:
            - { code: returned, label: 归还, group: back, basis: 借阅办法#14 }
            - { code: damaged, label: 破损归还, group: back }
            - { code: lost, label: 遗失, group: gone, until: 2030-12-31 }
        states:
          - { name: lent, label: 借出, start: true }
          - { name: overdue_told, label: 已催还 }
          - { name: back, label: 已归还, outcome: true, end: true }
          - { name: written_off, label: 已核销, outcome: true, end: true }
        transitions:
          - { name: remind, label: 催还, from: [lent], to: overdue_told, roles: [clerk], note: required, basis: 借阅办法#15 }
          - { name: give_back, label: 归还, from: [lent, overdue_told], to: back, roles: [clerk, head], office: front,
              require: [returned_on, { ending: { since: 2020-01-01 } }], only: { ending: { group: back } } }
          - { name: write_off, label: 核销, from: [overdue_told], to: written_off, roles: [head], only: { any_of: [{ ending: lost }, { fee: { at_least: 10000 } }] } }
          - { name: lapse, label: 视为遗失, from: [lent], to: written_off, automatic: true }
        deadlines:
          - name: return
            label: 归还期限
            clock: 借阅/return
            starts: lent_on
            stops: [returned_on, { entered: written_off }]
            applies: { readers.is_child: true, not: { weight: { at_most: 2.5 } } }
            extend: { by: extended_days }
            pauses: stops
            soon: 5
            on_expiry: { move: lapse, set: returned_on, since: 2020-01-01 }
          - { name: answer, label: 答复期限, clock: 借阅/answer, starts: asked_at, stops: [answered_at] }
          - { name: stocktake, label: 盘点, clock: 借阅/list, starts: lent_on, stops: [returned_on], every: { months: 6 } }
          - { name: pause_end, label: 停计, clock: 借阅/list, for_each: stops, starts: from_on, stops: [resumed_on, returned_on] }
        indicators:
          - { name: lent, label: 借出数, unit: 册, count: {}, period_by: lent_on }
          - { name: towns, label: 镇街数, unit: 个, count_distinct: town, where: { returned_on: set }, period_by: { entered: back } }
          - { name: fees, label: 费用, unit: 万元, scale: 10000, decimals: 2, sum: fee, period_by: lent_on }
          - { name: ages, label: 年龄和, unit: 岁, sum: readers.age, period_by: lent_on }
          - { name: mean_days, label: 平均天数, unit: 天, decimals: 1, mean: { days: [lent_on, returned_on] }, where: { ever: [back] }, period_by: returned_on }
          - { name: heaviest, label: 最重, unit: 千克, max: weight, where: { returned_on: { after: lent_on } }, period_by: lent_on }
          - name: on_time_rate
            label: 按时归还率
            unit: "%"
            note: 以借出日计。
            ratio:
              of: { count: { deadline: { return: met } }, period_by: lent_on }
              over: { sum: [{ count: { deadline: { return: [met, late] } }, period_by: lent_on }, { indicator: towns }] }
          - { name: growth, label: 增减, unit: 册, change: { of: { indicator: loan.lent }, as: difference } }
          - { name: per_shelf, label: 每架借出, unit: 册, ratio: { of: { indicator: lent }, over: { indicator: shelf.shelves } } }
        breakdowns: [town, ending]
        form:
          - { section: 借出, fields: [book, shelf, town, lent_on, extended_days, fee, weight, readers] }
          - section: 归还
            fields: [returned_on, ending, asked_at, answered_at, reader_phone, remark, stops]
        list:
          columns: [town, lent_on, ending]
          filters: [town, ending, lent_on]
          search: [book]
          look_up: [reader_phone, readers.name]
        publication: { level: aggregate, fields: [town, ending], indicators: [lent], min_cell: 5, check: two_persons }
        retention: { years: 10, force: local }
        """

    /// The files with one text replaced in one of them.
    static func spoiled(_ path: String, _ old: String, _ new: String) -> [String: String] {
        var files = files
        files[path] = files[path]?.replacing(old, with: new, maxReplacements: 1)
        return files
    }

    static func load() -> Catalogue? { CatalogueLoader.load(files: files).catalogue }
}
