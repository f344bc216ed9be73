extension ParcelCatalogue {
    static let parcel = parcelFields + "\n" + parcelLife + "\n" + parcelFigures

    private static let parcelFields = """
        register: parcel
        label: 包裹
        summary: 一行是一件包裹。
        owner: depot
        office: yard
        heading: title
        number: { pattern: "{prefix}包〔{year}〕{serial}号", year_of: sent_on }
        version_by: [taken_on, sent_on]
        fields:
          - { name: sent_on, label: 寄出日期, type: date, required: true, not_in_future: true }
          - { name: depot, label: 收寄点, type: reference, to: depot, required: true }
          - { name: keepers, label: 收寄员, type: references, to: keeper }
          - { name: title, label: 品名, type: text, max: 40, required: true }
          - { name: remark, label: 说明, type: long_text, max: 400 }
          - { name: town, label: 镇, type: unit, kind: town }
          - { name: route, label: 途经, type: units }
          - { name: kind, label: 类别, type: code, codes: kind, required: true }
          - { name: marks, label: 标记, type: codes, codes: mark }
          - { name: pieces, label: 件数, type: integer, max: 1000, unit: 件 }
          - { name: weight, label: 重量, type: decimal, decimals: 2, unit: 千克 }
          - { name: fee, label: 运费, type: money }
          - { name: is_urgent, label: 是否加急, type: bool }
          - { name: taken_on, label: 受理日期, type: date, not_before: sent_on, not_in_future: true }
          - { name: extended_days, label: 延长日数, type: integer, min: 1, unit: 天 }
          - { name: answered_on, label: 答复日期, type: date, not_before: taken_on, not_in_future: true }
          - { name: outcome, label: 结果, type: code, codes: outcome }
          - { name: shown_on, label: 公示日期, type: date }
          - { name: taken_down_on, label: 撤下日期, type: date, not_before: shown_on }
          - { name: handover_on, label: 交接日期, type: date }
          - { name: announced_on, label: 通知日期, type: date }
          - { name: lost_at, label: 丢失时间, type: moment }
          - { name: reported_at, label: 报告时间, type: moment, not_before: lost_at, not_in_future: true }
          - { name: slip, label: 面单, type: attachment }
          - { name: scan, label: 扫描件, type: attachment, personal: free_text }
          - { name: sender, label: 寄件人, type: text, max: 30, required: true, personal: name }
          - { name: sender_id, label: 证件号码, type: id_number, personal: id_number }
          - { name: sender_phone, label: 电话, type: phone, personal: contact }
          - { name: sender_address, label: 住址, type: text, max: 80, personal: address }
          - { name: story, label: 经过, type: long_text, max: 800, personal: free_text }
          - { name: is_minor, label: 是否未成年, type: bool, personal: sensitive }
          - { name: insured, label: 是否保价, type: bool, since: 2021-01-01 }
          - name: items
            label: 物品
            type: rows
            max: 5
            fields:
              - { name: name, label: 名称, type: text, max: 30, required: true }
              - { name: receiver, label: 收件人, type: text, max: 30, personal: name }
              - { name: grade, label: 等级, type: code, codes: grade }
              - { name: value, label: 价值, type: money }
              - { name: amount, label: 数量, type: integer }
              - { name: checked_on, label: 查验日期, type: date }
              - { name: photo, label: 照片, type: attachment }
              - { name: claimed_on, label: 认领日期, type: date, not_before: checked_on }
          - name: holds
            label: 暂停
            type: rows
            fields:
              - { name: from_on, label: 自, type: date, required: true }
              - { name: resumed_on, label: 至, type: date, not_before: from_on }
          - name: drills
            label: 演练
            type: rows
            fields:
              - { name: held_on, label: 日期, type: date, required: true }
        codes:
          kind:
            - { code: letter, label: 信函, group: light }
            - { code: box, label: 箱件, group: heavy }
            - { code: crate, label: 木箱, group: heavy }
          mark:
            - { code: fragile, label: 易碎, group: care }
            - { code: cold, label: 冷藏, group: care }
            - { code: plain, label: 普通 }
            - { code: leaky, label: 易碎、易漏 }
          grade:
            - { code: first, label: 甲等 }
            - { code: second, label: 乙等 }
            - { code: third, label: 丙等, since: 2021-01-01 }
          outcome:
            - { code: paid, label: 赔付, group: settled, since: 2021-01-01 }
            - { code: paid_2010, label: 赔付（2010）, group: settled, until: 2020-12-31 }
            - { code: refused, label: 拒赔, group: rejected }
            - { code: lapsed, label: 失效 }
        """

    private static let parcelLife = """
        states:
          - { name: sent, label: 已寄出, start: true }
          - { name: taken, label: 已受理 }
          - { name: answered, label: 已答复, outcome: true }
          - { name: declined, label: 不予受理, outcome: true, end: true }
          - { name: closed, label: 已结, end: true }
        transitions:
          - { name: take, label: 受理, from: [sent], to: taken, roles: [clerk, mediator], require: [taken_on, { insured: { since: 2021-01-01 } }] }
          - { name: take_2010, label: 受理（旧）, from: [sent], to: taken, roles: [clerk], require: [taken_on], until: 2020-12-31 }
          - { name: decline, label: 不予受理, from: [sent], to: declined, roles: [head], note: required }
          - { name: take_by_silence, label: 视为受理, from: [sent], to: taken, automatic: true, since: 2021-01-01 }
          - { name: check, label: 查验, from: [taken], to: taken, roles: [reviewer], office: laboratory, require: [items] }
          - { name: answer, label: 答复, from: [taken], to: answered, roles: [head], require: [answered_on, outcome],
              only: { outcome: { group: [settled, rejected] } } }
          - { name: close, label: 结案, from: [answered], to: closed, roles: [clerk, head] }
        deadlines:
          - name: silence
            label: 受理期限
            clock: 收寄/silence
            starts: sent_on
            stops: [taken_on, { entered: [taken, declined] }]
            on_expiry: { move: take_by_silence, set: taken_on, since: 2021-01-01 }
            soon: 2
          - { name: answer, label: 答复期限, clock: 收寄/answer, starts: taken_on, stops: [answered_on], extend: { by: extended_days }, pauses: holds, soon: 5 }
          - { name: alarm, label: 报告期限, clock: 收寄/alarm, starts: lost_at, stops: [reported_at], soon: 0 }
          - { name: display, label: 公示期, clock: 收寄/display, starts: shown_on, stops: [taken_down_on] }
          - { name: notice, label: 通知期限, clock: 收寄/notice, starts: handover_on, stops: [announced_on] }
          - { name: claim, label: 认领期限, clock: 收寄/answer, for_each: items, starts: checked_on, stops: [claimed_on] }
          - { name: drill, label: 演练, clock: 收寄/drill, starts: shown_on, stops: [drills.held_on], every: { months: 1 } }
        """

    private static let parcelFigures = """
        indicators:
          - { name: parcels, label: 包裹数, unit: 件, count: {}, period_by: sent_on }
          - { name: heavy_parcels, label: 重件数, unit: 件, count: { kind: { group: heavy } }, period_by: sent_on }
          - { name: marked_parcels, label: 需小心件数, unit: 件, count: { marks: { group: care } }, period_by: sent_on }
          - { name: answered_parcels, label: 答复件数, unit: 件, count: { ever: answered }, period_by: answered_on }
          - { name: declined_parcels, label: 不予受理件数, unit: 件, count: {}, period_by: { entered: declined } }
          - { name: late_parcels, label: 逾期件数, unit: 件, count: { deadline: { answer: [late, overdue] } }, period_by: taken_on }
          - { name: lost_parcels, label: 丢失件数, unit: 件, count: {}, period_by: lost_at }
          - { name: towns, label: 镇数, unit: 个, count_distinct: town, period_by: sent_on }
          - { name: owners, label: 单位数, unit: 个, count_distinct: owner, period_by: sent_on }
          - { name: senders, label: 寄件人数, unit: 人, count_distinct: sender, period_by: sent_on }
          - { name: receivers, label: 收件人数, unit: 人, count_distinct: items.receiver, period_by: sent_on }
          - { name: mark_kinds, label: 标记种数, unit: 种, count_distinct: marks, period_by: sent_on }
          - { name: fees, label: 运费, unit: 元, decimals: 2, sum: fee, period_by: sent_on }
          - { name: values, label: 物品价值, unit: 万元, scale: 10000, decimals: 4, sum: items.value, period_by: sent_on }
          - { name: amounts, label: 物品数量, unit: 个, sum: items.amount, where: { is_urgent: true }, period_by: sent_on }
          - { name: mean_weight, label: 平均重量, unit: 千克, decimals: 2, mean: weight, period_by: sent_on }
          - { name: mean_amount, label: 平均每种数量, unit: 个, decimals: 2, mean: items.amount, period_by: sent_on }
          - { name: most_amount, label: 最多数量, unit: 个, max: items.amount, period_by: sent_on }
          - { name: dearest, label: 最高运费, unit: 元, decimals: 2, max: fee, period_by: sent_on }
          - { name: mean_days, label: 平均天数, unit: 天, decimals: 1, mean: { days: [taken_on, answered_on] }, period_by: answered_on }
          - { name: longest_days, label: 最长天数, unit: 天, max: { days: [taken_on, answered_on] }, period_by: answered_on }
          - { name: open_parcels, label: 未答复件数, unit: 件, count: {}, stock: { from: taken_on, until: answered_on } }
          - { name: all_taken, label: 受理累计, unit: 件, count: {}, stock: { from: taken_on } }
          - name: settled_rate
            label: 赔付率
            unit: "%"
            decimals: 1
            ratio:
              of: { count: { outcome: { group: settled } }, period_by: answered_on }
              over: { count: { outcome: set }, period_by: answered_on }
          - { name: fee_each, label: 每件运费, unit: 元, decimals: 2, ratio: { of: { sum: fee, period_by: sent_on }, over: { count: {}, period_by: sent_on } } }
          - { name: handled, label: 办理件数, unit: 件, total: [{ count: {}, period_by: answered_on }, { count: {}, stock: { from: taken_on, until: answered_on } }] }
          - { name: growth, label: 增减, unit: 件, change: { of: { indicator: parcels }, as: difference } }
          - { name: growth_rate, label: 增幅, unit: "%", decimals: 1, change: { of: { count: {}, period_by: sent_on }, as: percent } }
          - { name: settled_points, label: 赔付率升降, unit: 个百分点, decimals: 1, change: { of: { indicator: settled_rate }, as: points } }
          - { name: per_depot, label: 每点件数, unit: 件, decimals: 2, ratio: { of: { indicator: parcels }, over: { indicator: depot.depots } } }
        breakdowns: [town, kind, depot, outcome, is_urgent, marks]
        form:
          - { section: 寄出, fields: [sent_on, depot, keepers, title, remark, town, route, kind, marks, pieces, weight, fee, is_urgent, insured, items, holds, drills] }
          - { section: 寄件人, fields: [sender, sender_id, sender_phone, sender_address, story, is_minor, slip, scan] }
          - { section: 办理, fields: [taken_on, extended_days, answered_on, outcome, shown_on, taken_down_on, handover_on, announced_on, lost_at, reported_at] }
        list:
          columns: [town, kind, sent_on, fee, outcome]
          filters: [town, kind, outcome, depot]
          search: [title, remark]
          look_up: [sender, sender_id, sender_phone, items.receiver]
        publication: { level: aggregate, fields: [town, kind], indicators: [parcels], min_cell: 3 }
        retention: { years: 10, force: local }
        """
}
