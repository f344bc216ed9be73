import Casework
import Definitions
import LegalTime

/// The made-up catalogue with an exchange of parcels, one of depots, and forms of their figures.
public enum ParcelExchanges {
    public static let path = "exchanges/carrier.yaml"

    /// Parcels as a carrier keeps them; they meet by title and day of sending.
    public static let carrier = """
        exchange: carrier
        label: 承运平台包裹
        english: Parcels of the carrier
        summary: 寄出的包裹，按承运平台的列。
        english_summary: Parcels in the carrier's columns.
        system: 承运平台
        english_system: Carrier
        confirm: true
        rows:
          register: parcel
          direction: both
          sheet: 包裹
          title: "{district}包裹（{year}）"
          above: ["填报单位：{unit}　填报人：{maker}　{date}"]
          where: { kind: [box, crate] }
          key: [title, sent_on]
          columns:
            - { heading: 平台状态, state: true, words: { sent: 在途 } }
            - { heading: 寄递物, field: title }
            - { heading: 寄递日, field: sent_on, date: yyyymmdd }
            - { heading: 网点, field: depot }
            - { heading: 物品大类, field: kind, words: { box: [箱, 纸箱], crate: 木 } }
            - { heading: 标签, field: marks, words: { fragile: 易碎、轻放, cold: 冷 } }
            - { heading: 途经地, field: route }
            - { heading: 镇名, field: town }
            - { heading: 斤两, field: weight }
            - { heading: 个数, field: pieces }
            - { heading: 费用（万元）, field: fee, in: 万元 }
            - { heading: 急件, field: is_urgent, words: { "true": 加急, "false": 普通件 } }
            - { heading: 收下日, field: taken_on, date: yyyy年m月d日 }
            - { heading: 遗失时刻, field: lost_at }
            - { heading: 寄方, field: sender }
            - { heading: 寄方证件, field: sender_id }
            - { heading: 内件一, field: items.1.name }
            - { heading: 内件一价, field: items.1.value }
            - { heading: 内件一等, field: items.1.grade, words: { first: 甲 } }
            - { heading: 内件二, field: items.2.name }
            - { heading: 暂停起, field: holds.*.from_on }
            - { heading: 暂停止, field: holds.*.resumed_on }
            - { heading: 是否贵重, is: { fee: { at_least: 10000 } } }
            - { heading: 地区编码, constant: "000000" }
            - { heading: 网点单位, owner: true }
            - { heading: 本地编号, number: true }
          set: { insured: { value: true }, items.1.amount: { value: "1" }, shown_on: today }
          then: none
        """

    /// By the depot, by what kind of depot, and by units.
    public static func form(rows: String) -> String {
        """
        exchange: tally_form
        label: 收寄统计表
        english: Parcel statistics
        summary: 收寄情况。
        english_summary: Parcels.
        system: 上级统计
        english_system: Statistics
        form:
          spans: [year, half_year, quarter, month]
          sheet: 统计
          title: "{district}{period}收寄统计表"
          above: ["填报单位：{unit}"]
          heading: 收寄点
          english: Depot
          \(rows)
          columns:
            - { heading: 包裹数, english: Parcels, figure: parcel.parcels }
            - { heading: 运费, english: Fees, figure: parcel.fees }
            - { heading: 价值, english: Values, figure: parcel.values }
            - { heading: 赔付率, english: Settled, figure: parcel.settled_rate }
        """
    }

    public static func load(_ text: String = carrier, at path: String = path) -> CatalogueLoad {
        CatalogueLoader.load(files: ParcelCatalogue.files.merging([path: text]) { $1 })
    }

    public static func catalogue(_ text: String = carrier, at path: String = path) -> Catalogue {
        let load = load(text, at: path)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue.forDistrict("reed-bay")
    }

    public static func formCatalogue(rows: String) -> Catalogue { catalogue(form(rows: rows), at: "exchanges/tally_form.yaml") }
}
