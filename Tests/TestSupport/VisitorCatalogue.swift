import Definitions

/// A made-up district that people outside have to do with: they send in wishes, and give opinions on plans.
public enum VisitorCatalogue {
    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    public static var files: [String: String] {
        var files = ParcelCatalogue.files
        files[wishPath] = wish
        files[planPath] = plan
        files["templates/wish/reply.md"] =
            "# 答复书\n@number\n{for wishers}\n@addressee {name}\n{end}\n关于“{title}”的答复。\n@signature\n"
        files["registers/yard/depot.yaml"] = depot
        return files
    }

    public static let wishPath = "registers/yard/wish.yaml"
    public static let planPath = "registers/yard/plan.yaml"

    /// Every personal text that `input` types.
    public static let secrets = ["端木拾贰", "13900005678", "月牙巷十七号", "盼望早点修好水井"]

    private static let depot = ParcelCatalogue.depot + "\npublication: { level: full, fields: [title] }\n"

    public static let wish = """
        register: wish
        label: 心愿
        summary: 一行是一件心愿。
        owner: unit
        office: yard
        heading: title
        business: [town, department]
        number: { pattern: "{prefix}愿〔{year}〕{serial}号", year_of: came_on }
        version_by: [came_on]
        fields:
          - { name: came_on, label: 收到日期, type: date, required: true, not_in_future: true }
          - { name: came_at, label: 收到时间, type: moment }
          - { name: unit, label: 承办单位, type: unit, required: true }
          - { name: taken_by, label: 接收单位, type: unit, required: true }
          - { name: channel, label: 渠道, type: code, codes: channel, required: true }
          - { name: title, label: 心愿, type: text, max: 40, required: true }
          - { name: story, label: 原由, type: long_text, max: 500, required: true, personal: free_text }
          - { name: depot, label: 收寄点, type: reference, to: depot }
          - { name: photo, label: 照片, type: attachment, personal: free_text }
          - name: wishers
            label: 许愿人
            type: rows
            min: 1
            fields:
              - { name: side, label: 身份, type: code, codes: side, required: true }
              - { name: name, label: 姓名, type: text, max: 30, required: true, personal: name }
              - { name: phone, label: 电话, type: phone, personal: contact }
              - { name: address, label: 住址, type: text, max: 60, personal: address }
          - { name: secret_note, label: 内部记录, type: text, max: 40 }
          - { name: asked_on, label: 补正告知日期, type: date }
          - { name: answered_on, label: 答复日期, type: date, not_before: came_on }
          - { name: answer_file, label: 答复附件, type: attachment }
        codes:
          channel: [{ code: counter, label: 窗口 }, { code: web, label: 网上 }]
          side: [{ code: self, label: 本人 }, { code: other, label: 他人 }]
        states:
          - { name: received, label: 已收到, start: true }
          - { name: correcting, label: 待补正 }
          - { name: weighing, label: 内部研究 }
          - { name: answered, label: 已答复, outcome: true }
          - { name: closed, label: 已归档, end: true }
        transitions:
          - { name: ask, label: 请补正, from: [received], to: correcting, roles: [clerk], require: [asked_on] }
          - { name: weigh, label: 研究, from: [received, correcting], to: weighing, roles: [clerk] }
          - { name: answer, label: 答复, from: [weighing], to: answered, roles: [clerk], require: [answered_on] }
          - { name: close, label: 归档, from: [answered], to: closed, roles: [clerk] }
        deadlines:
          - { name: silence, label: 受理期限, clock: 收寄/silence, starts: came_on, stops: [answered_on] }
          - { name: inner, label: 内部期限, clock: 收寄/answer, starts: came_on, stops: [answered_on] }
        letters:
          - { name: reply, label: 答复书, english: Reply, after: [answered], roles: [clerk], number: "{prefix}愿答〔{year}〕{serial}号", addressee: wishers.name }
        form:
          - { section: 心愿, fields: [came_on, came_at, unit, taken_by, channel, title, story, depot, photo, wishers, secret_note, asked_on, answered_on, answer_file] }
        list: { columns: [unit, came_on], filters: [unit], search: [title] }
        retention: { years: 5, force: local }
        requests:
          - name: send
            label: 许个愿
            english: Make a wish
            intro: 写下心愿。
            intro_english: Write down your wish.
            fields:
              - unit
              - { field: title, hint: 不写姓名, english: No names }
              - story
              - depot
              - photo
              - wishers.name
              - { field: wishers.phone, required: true }
              - wishers.address
            set: { came_on: today, came_at: now, channel: { value: web }, taken_by: { field: unit }, wishers.side: { rows: [self, other] } }
            consent: 情况属实
            shows:
              - { state: [received], label: 收到了, english: Received }
              - { state: [correcting], label: 请补一补, english: Please add }
              - { state: [answered, closed], label: 答复了, english: Answered }
            clocks: [silence]
            answers: { letters: [reply], fields: [answer_file], after: [answered] }
            supplement: [correcting]
        """

    public static let plan = """
        register: plan
        label: 计划
        summary: 一行是一个计划。
        owner: unit
        office: yard
        heading: title
        number: { pattern: "{prefix}计〔{year}〕{serial}号", year_of: begun_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: unit, label: 承办单位, type: unit, required: true }
          - { name: begun_on, label: 开始日期, type: date, required: true }
          - { name: draft, label: 草案, type: long_text, max: 2000 }
          - { name: note, label: 说明, type: long_text, max: 500 }
          - { name: heard_from, label: 征求开始, type: date }
          - { name: heard_until, label: 征求截止, type: date, not_before: heard_from }
          - { name: why_short, label: 缩短理由, type: text, max: 100 }
          - { name: heard_count, label: 意见条数, type: integer, min: 0 }
          - { name: taken_count, label: 采纳条数, type: integer, min: 0 }
          - { name: told_on, label: 公布日期, type: date }
          - { name: author, label: 起草人, type: text, max: 30, personal: name }
        states:
          - { name: drafting, label: 起草, start: true }
          - { name: hearing, label: 征求意见 }
          - { name: made, label: 已定, end: true }
        transitions:
          - { name: hear, label: 征求意见, from: [drafting], to: hearing, roles: [clerk] }
          - { name: make, label: 确定, from: [hearing], to: made, roles: [clerk], require: [heard_count, taken_count] }
        indicators:
          - { name: heard_total, label: 意见总数, unit: 条, sum: heard_count, period_by: begun_on }
        form:
          - { section: 计划, fields: [title, unit, begun_on, draft, note, heard_from, heard_until, why_short, heard_count, taken_count, told_on, author] }
        list: { columns: [unit, begun_on], filters: [unit], search: [title] }
        retention: { years: 5, force: local }
        consultation:
          open_in: [hearing]
          title: title
          draft: draft
          explanation: note
          from: heard_from
          until: heard_until
          shortened_reason: why_short
          minimum: 收寄/display
          opinions: { received: heard_count, adopted: taken_count, answered: told_on }
        """
}
