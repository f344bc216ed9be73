import Definitions

/// A second made-up catalogue: plots of an orchard are graded by checklists, and the list of its trees changes by dates.
public enum OrchardCatalogue {
    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    public static var district: DistrictDefinition {
        guard let district = catalogue.district("reed-bay") else { preconditionFailure("no district") }
        return district
    }

    public static let plotPath = "registers/yard/plot.yaml"
    public static let treePath = "registers/yard/tree.yaml"
    public static let fencePath = "standards/fence.yaml"
    public static let harvestPath = "standards/harvest.yaml"

    public static let files: [String: String] = {
        var files = ParcelCatalogue.files.filter { !$0.key.hasPrefix("registers/") }
        files[fencePath] = fence
        files[harvestPath] = harvest
        files[plotPath] = plot
        files[treePath] = tree
        files["locales/en/plot.yaml"] = plotLabels
        return files
    }()

    /// Each item is met or not.
    static let fence = """
        standard: fence
        label: 围栏三条
        english: Three rules of a fence
        mode: met
        items:
          - { name: posts, label: 立柱齐全, english: Posts stand, must: true }
          - { name: gate, label: 门能关上, english: Gate shuts }
          - { name: paint, label: 漆色：绿, english: Painted green }
        grades:
          - { name: sound, label: 完好, english: Sound, at_least: 3 }
          - { name: fair, label: 尚可, english: Fair, at_least: 2 }
          - { name: broken, label: 破损, english: Broken }
        """

    /// Each item has a full mark.
    static let harvest = """
        standard: harvest
        label: 采收评分
        english: Harvest score
        basis: 收寄办法#6
        mode: points
        items:
          - { name: ripe, label: 成熟, english: Ripeness, points: 40, group: 果实 }
          - { name: clean, label: 清洁, english: Cleanness, points: 30, group: 果实, must: true }
          - { name: ladder, label: 梯子归位, english: Ladder put away, points: 10, group: 收尾 }
        grades:
          - { name: first, label: 一等, english: First, at_least: 90 }
          - { name: second, label: 二等, english: Second, at_least: 60 }
          - { name: third, label: 三等, english: Third }
        """

    static let plot = """
        register: plot
        label: 果园地块
        summary: 一行是一块地。
        owner: unit
        office: yard
        heading: title
        number: { pattern: "{prefix}园〔{year}〕{serial}号", year_of: opened_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: unit, label: 所属单位, type: unit, required: true }
          - { name: opened_on, label: 开园日期, type: date, required: true }
          - { name: pruned_on, label: 修剪日期, type: date, not_in_future: true }
          - { name: fencing, label: 围栏, type: checklist, standard: fence }
          - { name: fence_grade, label: 围栏等次, type: code, codes: fence_grade, computed: { grade_of: fencing } }
          - { name: fence_failed, label: 围栏未达标数, type: integer, unit: 条, computed: { failed_of: fencing } }
          - name: rounds
            label: 评分
            type: rows
            fields:
              - { name: held_on, label: 日期, type: date, required: true }
              - { name: judge, label: 评分人, type: text, max: 20, personal: name }
              - { name: marks, label: 逐项, type: checklist, standard: harvest }
              - { name: score, label: 得分, type: decimal, decimals: 1, computed: { score_of: marks } }
              - { name: grade, label: 等次, type: code, codes: harvest_grade, computed: { grade_of: marks } }
          - name: baskets
            label: 收成
            type: rows
            day: picked_on
            fields:
              - { name: picked_on, label: 采收日期, type: date, required: true }
              - { name: kind, label: 品种, type: code, codes: fruit, required: true }
              - { name: amount, label: 筐数, type: integer, required: true }
              - { name: weight, label: 重量, type: decimal, decimals: 2, unit: 千克 }
          - { name: grade, label: 最近等次, type: code, codes: harvest_grade, computed: { latest: rounds.grade, by: held_on } }
          - { name: judged_on, label: 最近评分日期, type: date, computed: { latest: rounds.held_on, by: held_on } }
          - { name: round_count, label: 评分次数, type: integer, computed: { count: rounds } }
          - { name: pear_baskets, label: 梨的收成次数, type: integer, computed: { count: baskets, where: { kind: pear, amount: { at_least: 2 } } } }
          - { name: weight, label: 总重量, type: decimal, decimals: 2, unit: 千克, computed: { sum: baskets.weight } }
        codes:
          fruit:
            - { code: pear, label: 梨 }
            - { code: plum, label: 李 }
        states:
          - { name: open, label: 在种, start: true }
          - { name: praised, label: 表扬, end: true }
        transitions:
          - { name: inspect, label: 查看, from: [open], to: open, roles: [clerk, head], require: [fencing] }
          - { name: praise, label: 表扬, from: [open], to: praised, roles: [head], only: { grade: [first, second] } }
        indicators:
          - { name: sound_plots, label: 围栏完好地块, unit: 块, count: { fence_grade: sound }, period_by: opened_on }
          - { name: rounds_held, label: 评分次数, unit: 次, rows: rounds, count: {}, period_by: held_on }
          - { name: first_rounds, label: 一等次数, unit: 次, rows: rounds, count: { grade: first }, period_by: held_on }
          - { name: mean_score, label: 平均得分, unit: 分, decimals: 1, rows: rounds, mean: score, period_by: held_on }
          - { name: pears_picked, label: 梨的筐数, unit: 筐, rows: baskets, sum: amount, where: { kind: pear, state: open }, period_by: picked_on }
          - { name: best_basket, label: 最多筐数, unit: 筐, rows: baskets, max: amount, period_by: picked_on }
          - { name: fruit_kinds, label: 品种数, unit: 种, rows: baskets, count_distinct: kind, period_by: picked_on }
          - { name: judges, label: 评分人数, unit: 人, rows: rounds, count_distinct: judge, period_by: held_on }
          - { name: picking_units, label: 采收单位数, unit: 个, rows: baskets, count_distinct: unit, period_by: picked_on }
          - { name: pruned_plots, label: 修剪过的地块, unit: 块, count: { pruned_on: set }, period_by: opened_on }
          - { name: pruned_till_now, label: 至今修剪过的地块, unit: 块, count: { pruned_on: set }, period_by: opened_on, later: true }
          - { name: praised_plots, label: 受表扬的地块, unit: 块, count: { state: praised }, period_by: opened_on }
          - { name: never_praised, label: 没有受过表扬的地块, unit: 块, count: { not: { ever: praised } }, stock: { from: opened_on } }
          - { name: judged_plots, label: 评过分的地块, unit: 块, count: { judged_on: set, grade: [first, second, third] }, period_by: opened_on }
          - { name: pear_plots, label: 收过梨的地块, unit: 块, count: { baskets.kind: pear, pear_baskets: { at_least: 1 } }, period_by: opened_on }
          - { name: weighed, label: 收成重量, unit: 千克, decimals: 2, sum: weight, period_by: opened_on }
          - { name: picked_amount, label: 收成筐数, unit: 筐, sum: baskets.amount, where: { baskets: set }, period_by: opened_on }
          - { name: lately_judged, label: 最近一次评分在本期的地块, unit: 块, count: {}, period_by: judged_on }
          - { name: inspections, label: 查看次数, unit: 次, moves: [inspect] }
          - { name: sound_inspections, label: 完好地块查看次数, unit: 次, moves: [inspect, praise], where: { fence_grade: sound } }
          - { name: inspected_plots, label: 查看过的地块, unit: 块, moves: [inspect], distinct: true }
          - name: pear_share
            label: 梨的占比
            unit: "%"
            decimals: 1
            ratio:
              of: { rows: baskets, sum: amount, where: { kind: pear }, period_by: picked_on }
              over: { rows: baskets, sum: amount, period_by: picked_on }
        breakdowns: [unit, fence_grade, grade]
        form:
          - { section: 地块, fields: [title, unit, opened_on, pruned_on] }
          - { section: 围栏, fields: [fencing, fence_grade, fence_failed] }
          - { section: 收成, fields: [rounds, baskets, grade, judged_on, round_count, pear_baskets, weight] }
        list: { columns: [unit, opened_on, fence_grade, grade, weight], filters: [unit, fence_grade, grade], search: [title] }
        publication: { level: full, fields: [title, fence_grade] }
        retention: { years: permanent, force: local }
        """

    static let plotLabels = """
        label: Plot
        fields: { title: Title, fencing: Fence, rounds: Rounds, rounds.held_on: Held on }
        codes: { fence_grade: { fair: Fair enough } }
        """

    static let tree = """
        register: tree
        label: 果树清单
        summary: 一行是一棵树。
        owner: unit
        office: yard
        heading: name
        number: { pattern: "{prefix}树〔{year}〕{serial}号", year_of: listed_on }
        fields:
          - { name: name, label: 名称, type: text, max: 40, required: true }
          - { name: unit, label: 所属单位, type: unit, required: true }
          - { name: kind, label: 品种, type: code, codes: fruit, required: true }
          - { name: keeper, label: 看管人, type: text, max: 20, personal: name }
          - { name: remark, label: 备注, type: long_text }
          - { name: listed_on, label: 列入日期, type: date, required: true }
          - { name: effective_on, label: 调整生效日期, type: date, not_before: listed_on }
          - { name: cancelled_on, label: 取消日期, type: date, not_before: listed_on }
          - { name: tags, label: 标牌, type: units }
        codes:
          fruit:
            - { code: pear, label: 梨 }
            - { code: plum, label: 李 }
        states:
          - { name: listed, label: 在册, start: true }
          - { name: cancelled, label: 已取消, end: true }
        transitions:
          - { name: adjust, label: 调整, from: [listed], to: listed, roles: [clerk, head], require: [effective_on] }
          - { name: cancel, label: 取消, from: [listed], to: cancelled, roles: [head], require: [cancelled_on] }
        dated: { listed: listed_on, ended: cancelled_on, effective: effective_on, fields: [name, kind, unit, keeper, tags], changes: [adjust] }
        breakdowns: [kind]
        indicators:
          - { name: trees, label: 果树数, unit: 棵, count: {}, stock: { from: listed_on, until: cancelled_on } }
          - { name: pear_trees, label: 梨树数, unit: 棵, count: { kind: pear }, stock: { from: listed_on, until: cancelled_on } }
          - { name: adjustments, label: 调整次数, unit: 次, moves: [adjust] }
        form:
          - { section: 果树, fields: [name, unit, kind, keeper, tags, remark, listed_on, effective_on, cancelled_on] }
        list: { columns: [name, kind, unit, listed_on], filters: [unit, kind], search: [name], look_up: [keeper] }
        retention: { years: permanent, force: local }
        """
}
