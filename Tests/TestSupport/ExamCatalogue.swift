import Definitions
import Examination

/// A made-up register of contests that are sat in the browser: knots, and who can tie them.
public enum ExamCatalogue {
    public static let catalogue: Catalogue = {
        var files = ParcelCatalogue.files
        files["registers/yard/contest.yaml"] = contest
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    public static let contest = """
        register: contest
        label: 绳结比试
        summary: 一行是一场比试。
        owner: host
        office: yard
        heading: title
        number: { pattern: "{prefix}结〔{year}〕{serial}号", year_of: set_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: host, label: 主办单位, type: unit, required: true }
          - { name: kind, label: 种类, type: code, codes: contest_kind, required: true }
          - { name: set_on, label: 安排日期, type: date, required: true }
          - { name: from_on, label: 起, type: date }
          - { name: until_on, label: 止, type: date }
          - { name: minutes, label: 时长, type: integer, min: 1 }
          - { name: enough, label: 合格线, type: integer, min: 1 }
          - { name: rounds, label: 次数, type: integer, min: 1 }
          - { name: half, label: 半分, type: bool }
          - name: sheet
            label: 卷面
            type: rows
            fields:
              - { name: kind, label: 题型, type: code, codes: knot_kind, required: true }
              - { name: count, label: 题数, type: integer, required: true }
              - { name: points, label: 分值, type: integer, required: true }
          - name: teams
            label: 各队
            type: rows
            fields:
              - { name: unit, label: 单位, type: unit, required: true }
              - { name: held_on, label: 日期, type: date, required: true, not_in_future: true }
              - { name: again, label: 补比, type: bool }
              - { name: due, label: 应到, type: integer, required: true }
              - { name: came, label: 实到, type: integer, required: true }
              - { name: good, label: 合格, type: integer, required: true }
              - { name: remark, label: 备注, type: text, max: 20 }
          - { name: hands, label: 人次, type: integer }
        codes:
          contest_kind: [{ code: grand, label: 大比 }, { code: badge, label: 绶带 }, { code: fun, label: 随手结 }]
          knot_kind: [{ code: single, label: 单选 }, { code: multiple, label: 多选 }, { code: judgement, label: 判断 }]
        states:
          - { name: set, label: 已安排, start: true }
          - { name: going, label: 比试中 }
          - { name: over, label: 已结束, end: true }
        transitions:
          - { name: begin, label: 开始, from: [set], to: going, roles: [clerk], require: [from_on, until_on] }
          - { name: note_teams, label: 登记各队, from: [going], to: going, roles: [examiner, clerk], require: [teams] }
          - { name: finish, label: 结束, from: [going], to: over, roles: [clerk] }
        indicators:
          - { name: came, label: 实到人数, unit: 人, rows: teams, sum: came, period_by: held_on }
          - name: turnout
            label: 到场率
            unit: "%"
            decimals: 1
            ratio: { of: { rows: teams, sum: came, period_by: held_on }, over: { rows: teams, sum: due, period_by: held_on } }
        form:
          - { section: 比试, fields: [title, host, kind, set_on, from_on, until_on, minutes, enough, rounds, half, sheet, teams, hands] }
        list: { columns: [host, set_on], filters: [host], search: [title] }
        retention: { years: 5, force: local }
        exam:
          open: [going]
          starts: from_on
          ends: until_on
          minutes: minutes
          pass_mark: enough
          tries: rounds
          half: half
          paper: { rows: sheet, kind: kind, count: count, points: points }
          kind: { field: kind, quiz: [fun], certificate: [badge] }
          results: { rows: teams, unit: unit, on: held_on, due: due, sat: came, passed: good, resit: again, attendances: hands, move: note_teams }
        """

    /// Twelve questions; the right option says so, for whoever answers in a test.
    public static let questions: [Question] = (1...12).map { number in
        switch number % 3 {
        case 0:
            Question(
                id: "\(number)", kind: .judgement, stem: "第\(number)个结是活结。", options: ["正确", "错误"], right: [number % 2],
                explanation: "结谱第\(number)页")
        case 1:
            Question(
                id: "\(number)", kind: .single, stem: "第\(number)个结叫什么？",
                options: ["乙\(number)", "对\(number)", "丙\(number)", "丁\(number)"],
                right: [1], explanation: "结谱第\(number)页")
        default:
            Question(
                id: "\(number)", kind: .multiple, stem: "第\(number)个结用哪些绳？",
                options: ["对甲\(number)", "错\(number)", "对乙\(number)"],
                right: [0, 2], explanation: "结谱第\(number)页")
        }
    }

    /// The texts of the right options by question.
    public static let right: [String: Set<String>] = Dictionary(
        uniqueKeysWithValues: questions.map { question in (question.stem, Set(question.right.map { question.options[$0] })) })
}
