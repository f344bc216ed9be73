import LegalTime
import Testing

@testable import Records

@Suite("The chain of an item's versions")
struct VersionChainTests {
    private static func version(_ ordinal: Int, _ from: String, _ name: String) -> ItemVersion {
        ItemVersion(
            ordinal: ordinal, from: Day("\(from)"), transition: ordinal == 1 ? nil : "adjust", at: Instant(milliseconds: 0),
            by: "a",
            values: ["name": .text(name)])
    }

    @Test("a version lasts until the day before the next, the last until the item ends")
    func ends() {
        let chain = VersionChain(
            [Self.version(1, "2021-01-01", "甲"), Self.version(2, "2021-05-01", "乙"), Self.version(3, "2021-05-01", "丙")],
            ended: Day("2021-09-01"), fields: ["name"])
        #expect(chain.versions.map(\.until) == [Day("2021-04-30"), Day("2021-05-01"), Day("2021-08-31")])
        #expect(chain.versions.map(\.changed) == [[], ["name"], ["name"]])
        #expect(chain.version(on: Day("2020-12-31")) == nil)
        #expect(chain.version(on: Day("2021-04-30"))?.values["name"] == .text("甲"))
        #expect(chain.version(on: Day("2021-05-01"))?.values["name"] == .text("丙"))
        #expect(chain.version(on: Day("2030-01-01"))?.ordinal == 3)
    }

    @Test("a correction stands in the place of what it corrects")
    func corrected() {
        let chain = VersionChain(
            [Self.version(1, "2021-01-01", "甲"), Self.version(2, "2021-05-01", "乙"), Self.version(2, "2021-04-01", "甲")],
            ended: nil,
            fields: ["name"])
        #expect(chain.versions.map(\.from) == [Day("2021-01-01"), Day("2021-04-01")])
        #expect(chain.versions.last?.changed == [])
        #expect(chain.versions.last?.until == nil)
    }
}
