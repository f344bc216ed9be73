import Definitions

/// A made-up register that prints letters: claims for lost parcels, with people in plain fields, in rows and in a register of porters.
public enum LetterCatalogue {
    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue
    }()

    public static var files: [String: String] {
        var files = ParcelCatalogue.files
        files["registers/yard/claim.yaml"] = claim
        files["registers/yard/porter.yaml"] = porter
        files["templates/claim/receipt.md"] = receipt
        files["templates/claim/decision.md"] = decision
        files["templates/claim/slip.md"] = slip
        return files
    }

    /// Every personal text that `input` types, and what the letter of a porter would show.
    public static let secrets = ["公孙拾玖", "19900001234", "想象路九号", "他家的老井边", "慕容廿二", "司徒搬运"]

    public static let claim = """
        register: claim
        label: 索赔
        summary: 一行是一件索赔。
        owner: unit
        office: yard
        heading: matter
        number: { pattern: "{prefix}索〔{year}〕{serial}号", year_of: filed_on }
        fields:
          - { name: matter, label: 事项, type: text, max: 40, required: true }
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: filed_on, label: 提出日期, type: date, required: true }
          - { name: claimant, label: 索赔人, type: text, max: 30, personal: name }
          - { name: phone, label: 电话, type: phone, personal: contact }
          - { name: address, label: 住址, type: text, max: 60, personal: address }
          - { name: story, label: 经过, type: long_text, personal: free_text }
          - { name: porter, label: 搬运人, type: reference, to: porter }
          - { name: sum, label: 金额, type: money }
          - { name: verdict, label: 结论, type: code, codes: verdict }
          - { name: photo, label: 照片, type: attachment }
          - { name: secret_photo, label: 证件照片, type: attachment, personal: sensitive }
          - name: witnesses
            label: 证人
            type: rows
            fields: [{ name: name, label: 姓名, type: text, max: 30, personal: name }, { name: told_on, label: 作证日期, type: date }]
        codes:
          verdict: [{ code: paid, label: 赔付 }, { code: refused, label: 不赔 }]
        states:
          - { name: filed, label: 已提出, start: true }
          - { name: decided, label: 已答复, end: true }
        transitions:
          - { name: decide, label: 答复, from: [filed], to: decided, roles: [clerk], require: [verdict] }
        letters:
          - { name: receipt, label: 收件凭证, english: Receipt, roles: [clerk, coordinator], number: "{prefix}收凭〔{year}〕{serial}号", addressee: claimant, basis: 收寄办法#5, service: true }
          - { name: decision, label: 答复书, english: Decision, after: [decided], roles: [clerk], number: "{prefix}答〔{year}〕{serial}号", addressee: witnesses, basis: [收寄办法#5, 收寄办法#6], remedy: 十日内申请复查, service: true }
          - { name: slip, label: 存根, english: Slip, after: [decide], roles: [clerk] }
        file:
          main: [cover, catalogue, { letter: receipt }, { attachment: photo }, { letter: decision }]
          side: [catalogue, { attachment: secret_photo }]
        form:
          - { section: 索赔, fields: [matter, unit, filed_on, claimant, phone, address, story, porter, sum, verdict, photo, secret_photo, witnesses] }
        list: { columns: [unit, filed_on], filters: [unit], search: [matter] }
        retention: { years: 5, force: local }
        """

    public static let porter = """
        register: porter
        label: 搬运人
        summary: 一行是一个搬运人。
        owner: unit
        office: yard
        heading: name
        number: { pattern: "{prefix}搬〔{year}〕{serial}号", year_of: hired_on }
        fields:
          - { name: name, label: 姓名, type: text, max: 30, required: true, personal: name }
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: hired_on, label: 受雇日期, type: date, required: true }
        states:
          - { name: hired, label: 在岗, start: true, end: true }
        form:
          - { section: 搬运人, fields: [name, unit, hired_on] }
        list: { columns: [unit], filters: [unit], search: [] }
        retention: { years: 5, force: local }
        """

    public static let receipt = """
        # 收件凭证
        @number
        @addressee {claimant}
        你于{filed_on}提出的“{matter}”（{number}）已收到。联系电话{phone}，住址{address}。经过：{story}。
        搬运人：{porter}（{porter.number}）。
        | 证人 | 作证日期 |
        |---|---|
        {for witnesses}
        | {row.number} {name} | {told_on|未作证} |
        {end}
        @signature
        """

    public static let decision = """
        # 索赔答复书
        @number
        {for witnesses}
        @addressee {name}
        {end}
        {if verdict = paid}
        赔付{claimant}{sum|零}元。
        {else}
        不予赔付{claimant}。
        {end}
        @signature
        """

    public static let slip = "# 存根\n{matter}，{today}，{by}。\n"
}
