/// The library's bindery: its presses are assessed by a checklist, and its price list changes by dates.
enum BinderyCatalogue {
    static var files: [String: String] {
        var files = LoanCatalogue.files
        files["standards/press.yaml"] = press
        files["standards/stitch.yaml"] = stitch
        files["registers/house/machine.yaml"] = machine
        files["registers/house/tariff.yaml"] = tariff
        return files
    }

    private static let press = """
        standard: press
        label: 压书机三条
        english: Rules of a press
        mode: met
        items:
          - { name: oiled, label: 上过油, english: Oiled, must: true }
          - { name: level, label: 放得平, english: Stands level }
        grades:
          - { name: fit, label: 可用, english: Fit, at_least: 2 }
          - { name: unfit, label: 停用, english: Unfit }
        """

    private static let stitch = """
        standard: stitch
        label: 线装评分
        english: Stitching
        mode: points
        items:
          - { name: straight, label: 针脚直, english: Straight stitches, points: 60, group: 装订 }
          - { name: tight, label: 线紧, english: Tight thread, points: 40, group: 装订 }
        grades:
          - { name: fine, label: 上等, english: Fine, at_least: 80 }
          - { name: plain, label: 下等, english: Plain }
        """

    private static let machine = """
        register: machine
        label: 压书机
        summary: 一行是一台机器。
        owner: branch
        office: reading
        heading: title
        number: { pattern: "{prefix}机〔{year}〕{serial}号", year_of: bought_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: branch, label: 馆, type: unit, required: true }
          - { name: bought_on, label: 购入日期, type: date, required: true }
          - { name: state_check, label: 检查, type: checklist, standard: press }
          - { name: press_grade, label: 检查等次, type: code, codes: press_grade, computed: { grade_of: state_check } }
          - name: samples
            label: 样张
            type: rows
            fields:
              - { name: made_on, label: 日期, type: date, required: true }
              - { name: marks, label: 逐项, type: checklist, standard: stitch }
              - { name: score, label: 得分, type: decimal, decimals: 1, computed: { score_of: marks } }
        states:
          - { name: standing, label: 在用, start: true, end: true }
        indicators:
          - { name: samples_made, label: 样张数, unit: 张, rows: samples, count: { score: { at_least: 50 } }, period_by: made_on }
        form:
          - { section: 机器, fields: [title, branch, bought_on, state_check, press_grade, samples] }
        list: { columns: [branch, press_grade], filters: [press_grade], search: [title] }
        retention: { years: 10, force: local }
        """

    private static let tariff = """
        register: tariff
        label: 装订价目
        summary: 一行是一项价目。
        owner: branch
        office: reading
        heading: title
        number: { pattern: "{prefix}价〔{year}〕{serial}号", year_of: listed_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: branch, label: 馆, type: unit, required: true }
          - { name: price, label: 价格, type: money }
          - { name: listed_on, label: 列入日期, type: date, required: true }
          - { name: effective_on, label: 生效日期, type: date }
          - { name: ended_on, label: 取消日期, type: date }
        states:
          - { name: listed, label: 在册, start: true }
          - { name: ended, label: 已取消, end: true }
        transitions:
          - { name: adjust, label: 调整, from: [listed], to: listed, roles: [clerk], require: [effective_on] }
          - { name: finish, label: 取消, from: [listed], to: ended, roles: [clerk], require: [ended_on] }
        dated: { listed: listed_on, ended: ended_on, effective: effective_on, fields: [title, price], changes: [adjust] }
        form:
          - { section: 价目, fields: [title, branch, price, listed_on, effective_on, ended_on] }
        list: { columns: [price, listed_on], filters: [branch], search: [title] }
        retention: { years: 10, force: local }
        """
}
