import Access
import Casework
import Definitions
import LegalTime

/// The made-up catalogue with a monthly return: villages and towns say what was sent. One village is left out, its rows count for its town.
public enum ParcelReturns {
    public static let path = "returns/tally.yaml"

    public static let text = """
        return: tally
        label: 收寄月报
        english: Parcel return
        summary: 各村各镇每月寄出多少。
        english_summary: What each village and town sent in a month.
        office: { name: yard, approve: [coordinator] }
        fill: [clerk]
        units: [village, town]
        except: { reed-bay: [west_one] }
        since: 2021-09
        until: 2022-06
        every: month
        due: { day_of_next_month: 5, roll: next_working_day }
        remind: 3
        items:
          - { name: parcels, label: 包裹, english: Parcels, unit: 件, figure: parcel.parcels, entered: true }
          - { name: heavy, label: 其中重件, english: Heavy ones, unit: 件, figure: parcel.heavy_parcels }
          - { name: fees, label: 运费, english: Fees, unit: 元, figure: parcel.fees, entered: true }
          - { name: walks, label: 巡查里程, english: Walked, unit: 千米, entered: true, decimals: 1, note: positive }
        sums:
          - { parts: [heavy], total: parcels }
        """

    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: ParcelCatalogue.files.merging([path: text]) { $1 })
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue.forDistrict("reed-bay")
    }()
}

/// An office with that return, and people of its villages.
public struct ReturnOffice: Sendable {
    public let parcels: ParcelOffice
    public let office: Office
    public let east: Actor
    public let eastOne: Actor
    public let west: Actor
    public let coordinator: Actor

    public init(today: Day = Day("2021-11-03")) async throws {
        parcels = try await ParcelOffice(today: today)
        let bench = parcels.bench
        let office = bench.office(under: ParcelReturns.catalogue)
        self.office = office
        func person(_ role: Role, _ unit: String) async throws -> Actor {
            let actor = try await bench.actor(role, at: unit)
            guard let seen = try await office.actor(login: actor.account) else { throw NoActor(refusals: []) }
            return seen
        }
        east = try await person(.clerk, "east")
        eastOne = try await person(.clerk, "east_one")
        west = try await person(.clerk, "west")
        coordinator = try await person(.coordinator, "bay")
    }

    public func set(_ day: String) { parcels.bench.clock.set(today: Day(day)) }
}
