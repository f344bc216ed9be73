import Definitions
import LegalTime

/// One register in the data dictionary.
struct DictionaryPage {
    let words: DictionaryWords
    let register: RegisterDefinition

    init(catalogue: Catalogue, register: RegisterDefinition) {
        words = DictionaryWords(catalogue)
        self.register = register
    }

    var text: String {
        var page = Markdown()
        page.heading(1, "\(register.label) \(words.english.label(register))")
        page.paragraph(register.summary)
        let english = words.catalogue.labels.summary(of: register, in: .english)
        if !english.isEmpty { page.paragraph(english) }
        page.list(head)
        fields(&page)
        codes(&page)
        states(&page)
        moves(&page)
        deadlines(&page)
        indicators(&page)
        publication(&page)
        return page.text
    }

    private var head: [String] {
        let workstream = words.catalogue.workstreams.first { $0.name == register.workstream }
        var lines = [
            "台账 Register：\(words.code(register.name))，表 \(words.code("r_\(register.name)"))",
            "工作板块 Workstream：\(workstream.map { "\($0.label) \($0.english)" } ?? register.workstream)",
            "主管科室 Office：\(words.code(register.office))", "归属 Owner：\(field(register.owner))",
            "编号 Number：\(words.code(register.number.pattern))，年份取自\(field(register.number.yearOf))",
        ]
        if let heading = register.heading { lines.append("名称 Heading：\(field(heading))") }
        if !register.versionBy.isEmpty {
            lines.append("适用版本的日期 Version by：" + register.versionBy.map(field).joined(separator: "，其次"))
        }
        if !register.business.isEmpty { lines.append("日常使用的单位 Business of：\(words.codes(register.business))") }
        if let dated = register.dated {
            lines.append("动态调整 Dated：\(dated.fields.map(field).joined(separator: "、"))，自\(field(dated.effective))起")
        }
        let years = register.retention.years.map { "\($0) 年" } ?? "永久"
        lines.append("保管期限 Retention：\(years)（\(words.chinese.name(of: register.retention.force))）")
        return lines
    }

    private func field(_ name: String) -> String {
        "\(words.chinese.label(ofField: name, in: register)) \(words.code(name))"
    }

    // MARK: Fields and codes

    private func fields(_ page: inout Markdown) {
        page.heading(2, "字段 Fields")
        page.table(
            ["字段 Field", "名称 Label", "English", "类型 Type", "必填 Required", "个人信息 Personal", "规则 Rules", "表单 Section"],
            register.fields.flatMap { field in [row(field, under: nil)] + field.fields.map { row($0, under: field) } })
    }

    private func row(_ field: FieldDefinition, under rows: FieldDefinition?) -> [String] {
        let path = rows.map { "\($0.name).\(field.name)" } ?? field.name
        let section = rows == nil ? register.form.first { $0.fields.contains(field.name) }?.title ?? "" : ""
        return [
            words.code(path), field.label, words.english.label(ofField: path, in: register), words.type(field),
            words.mark(field.isRequired), field.personal.map { words.chinese.name(of: $0) } ?? "",
            words.rules(field, in: register),
            section,
        ]
    }

    private func codes(_ page: inout Markdown) {
        guard !register.codes.isEmpty else { return }
        page.heading(2, "代码 Codes")
        for list in register.codes.values.sorted(by: { $0.name < $1.name }) {
            page.heading(3, words.code(list.name))
            page.table(
                ["代码 Code", "名称 Label", "English", "分组 Group", "依据 Basis", "适用 In force"],
                list.entries.map { entry in
                    [
                        words.code(entry.code), entry.label,
                        words.english.label(ofCode: entry.code, list: list.name, in: register),
                        entry.group.map(words.code) ?? "", words.basis(entry.basis), words.span(entry.validity),
                    ]
                })
        }
    }

    // MARK: States and moves

    private func states(_ page: inout Markdown) {
        page.heading(2, "状态 States")
        page.table(
            ["状态 State", "名称 Label", "English", "性质 Kind"],
            register.states.map { state in
                let kinds = [state.isStart ? "起始" : nil, state.isOutcome ? "结果" : nil, state.isEnd ? "结束" : nil]
                return [
                    words.code(state.name), state.label, words.english.label(ofState: state.name, in: register),
                    kinds.compactMap(\.self).joined(separator: "、"),
                ]
            })
    }

    private func moves(_ page: inout Markdown) {
        guard !register.transitions.isEmpty else { return }
        page.heading(2, "办理步骤 Moves")
        page.table(
            [
                "步骤 Move", "名称 Label", "English", "从 From", "到 To", "由谁办 Roles", "需要 Requires", "条件 Only", "依据 Basis",
                "适用 In force",
            ],
            register.transitions.map { move in
                [
                    words.code(move.name), move.label, words.english.label(move, in: register),
                    move.from.map { words.chinese.label(ofState: $0, in: register) }.joined(separator: "、"),
                    words.chinese.label(ofState: move.to, in: register), roles(move), requirements(move),
                    words.condition(move.only, in: register), words.basis(move.basis), words.span(move.validity),
                ]
            })
    }

    private func roles(_ move: TransitionDefinition) -> String {
        if move.isAutomatic { return "自动 automatic" }
        let office = move.office.map { "（科室 \(words.code($0))）" } ?? ""
        return move.roles.map(words.role).joined(separator: "、") + office
    }

    private func requirements(_ move: TransitionDefinition) -> String {
        var parts = move.require.map { requirement in
            let span = words.span(requirement.validity)
            return field(requirement.field) + (span.isEmpty ? "" : "（\(span)）")
        }
        if move.needsNote { parts.append("写明理由") }
        parts += move.gates.map { "关口：\($0.label)" }
        if let opens = move.opens {
            let other = words.catalogue.register(opens.register)
            parts.append("同时登记：" + (other.map { "[\($0.label)](\($0.name).md)" } ?? words.code(opens.register)))
        }
        return parts.joined(separator: "、")
    }

    // MARK: Deadlines

    private func deadlines(_ page: inout Markdown) {
        guard !register.deadlines.isEmpty else { return }
        page.heading(2, "期限 Deadlines")
        for deadline in register.deadlines {
            page.heading(3, "\(deadline.label) \(words.english.label(deadline, in: register)) \(words.code(deadline.name))")
            page.list(rules(deadline))
            page.table(
                ["依据 Basis", "长度 Length", "延长 Extension", "性质 Force", "适用 In force", "核实 Standing"],
                (words.catalogue.clock(deadline.clock)?.versions ?? []).map { version in
                    [
                        "\(version.law)#\(version.article)", words.chinese.term(of: version),
                        version.extendAtMost.map { words.chinese.extensionCap($0) } ?? "",
                        words.chinese.name(of: version.force), words.chinese.span(version),
                        version.needsConfirmation ? words.chinese.confirmMark : "",
                    ]
                })
        }
    }

    private func rules(_ deadline: DeadlineDefinition) -> [String] {
        var lines = [
            deadline.due == nil
                ? "法定期限 Clock：\(words.code(deadline.clock))" : "交办时限 Set by the office",
            "\(deadline.due == nil ? "起算 Starts" : "到期 Due")：\(words.event(deadline.starts, in: register, row: deadline.forEach))",
            "停止 Stops：" + deadline.stops.map { words.event($0, in: register, row: deadline.forEach) }.joined(separator: "，或"),
        ]
        let applies = words.condition(deadline.applies, in: register)
        if !applies.isEmpty { lines.append("适用于 Applies：\(applies)") }
        if let rows = deadline.forEach { lines.append("逐行 For each：\(field(rows))") }
        if let pauses = deadline.pauses { lines.append("不计入 Pauses：\(field(pauses))") }
        if let name = deadline.extendBy {
            lines.append("延长 Extended by：\(words.event(.field(name), in: register, row: deadline.forEach))")
        }
        if let every = deadline.every { lines.append("每隔 Every：\(words.chinese.length(every))") }
        lines.append("临期 Due soon：\(deadline.soonDays) 天前")
        if let expiry = deadline.onExpiry, let move = register.transition(expiry.move) {
            lines.append("期满 On expiry：\(move.label) \(words.code(expiry.move))")
        }
        let span = words.span(deadline.validity)
        if !span.isEmpty { lines.append("适用 In force：\(span)") }
        return lines
    }

    // MARK: Figures, list, publication

    private func indicators(_ page: inout Markdown) {
        guard !register.indicators.isEmpty else { return }
        page.heading(2, "指标 Indicators")
        page.table(
            ["指标 Indicator", "名称 Label", "English", "单位 Unit", "口径 Counting rule"],
            register.indicators.map { indicator in
                let rule = words.chinese.rule(of: indicator, in: register, catalogue: words.catalogue)
                return [
                    words.code(indicator.name), indicator.label, words.english.label(indicator, in: register), indicator.unit,
                    words.chinese.text(of: rule),
                ]
            })
        if !register.breakdowns.isEmpty {
            page.paragraph("可按以下各项分类 Broken down by：" + register.breakdowns.map(field).joined(separator: "、"))
        }
    }

    /// When single records are public, and what stands beside them.
    private var publicationRules: [String] {
        let publication = register.publication
        guard publication.showsRecords else { return [] }
        var lines: [String] = []
        if !publication.states.isEmpty {
            lines.append(
                "公开的状态 After：" + publication.states.map { words.chinese.label(ofState: $0, in: register) }.joined(separator: "、"))
        }
        let when = words.condition(publication.when, in: register)
        if publication.when != .always, !when.isEmpty { lines.append("公开的条件 When：" + when) }
        if publication.isAutomatic { lines.append("符合条件即公开，不用逐件办理 Automatic") }
        if let within = publication.within {
            let deadline = register.deadlines.first { $0.name == within }
            lines.append("公开期限 Within：" + (deadline.map { "\($0.label) " } ?? "") + words.code(within))
        }
        if let day = publication.day { lines.append("排列的日期 Day：" + field(day)) }
        if let until = publication.until { lines.append("公开到 Until：" + field(until)) }
        if publication.showsNumber { lines.append("编号公开 Number") }
        if !publication.copies.isEmpty {
            let names = publication.copies.map { name in
                register.letters.first { $0.name == name }.map { "\($0.label) \(words.code(name))" } ?? field(name)
            }
            lines.append("公开文本取自 Copies：" + names.joined(separator: "、"))
        }
        return lines
    }

    private func publication(_ page: inout Markdown) {
        page.heading(2, "列表与公开 List and publication")
        var lines: [String] = []
        func line(_ title: String, _ fields: [String]) {
            if !fields.isEmpty { lines.append(title + "：" + fields.joined(separator: "、")) }
        }
        line("列 Columns", register.list.columns.map(field))
        line("筛选 Filters", register.list.filters.map(field))
        line("全文查找 Search", register.list.search.map(field))
        line("按全称查找 Look-up", register.list.lookUp.map { field($0.description) })
        lines.append("公开 Publication：\(words.chinese.name(of: register.publication.level))")
        line("公开的字段 Public fields", register.publication.fields.map(field))
        line(
            "公开的指标 Public indicators",
            register.publication.indicators.compactMap { register.indicator($0)?.label })
        if !register.publication.indicators.isEmpty { lines.append("少于 \(register.publication.minCell) 的格子不写出 Least cell") }
        if register.publication.isCheckedByTwo { lines.append("公开前由两人核对 Checked by two") }
        lines += publicationRules
        page.list(lines)
    }
}
