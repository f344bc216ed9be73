import LegalTime
import Testing

@testable import Access

@Suite("Refused grants")
struct GrantRefusalTests {
    let units: UnitTree
    static let roles: Set<Role> = Role.administrators.union([.clerk, .head])

    init() throws { units = try UnitTree.sample() }

    func grant(_ role: Role, _ unit: String = "district", _ from: Day = "2022-01-01", _ until: Day? = nil) -> Grant {
        Grant(account: "a", role: role, unit: unit, from: from, until: until)
    }

    func refusals(_ asked: Grant, beside held: [Grant] = []) -> [GrantRefusal] {
        Policy.refusals(of: asked, beside: held, units: units, roles: Self.roles)
    }

    @Test("nobody holds two of the three administrations in the same days")
    func second() {
        for held in Role.administrators {
            for asked in Role.administrators where asked != held {
                #expect(refusals(grant(asked), beside: [grant(held)]) == [.secondAdministration(held: held, asked: asked)])
            }
            #expect(refusals(grant(held), beside: [grant(held)]).isEmpty)
        }
    }

    @Test("an administration after another has ended is allowed, one day of overlap is not")
    func overlap() {
        let held = grant(.systemAdministrator, "district", "2021-01-01", "2021-12-31")
        #expect(refusals(grant(.auditAdministrator), beside: [held]).isEmpty)
        #expect(refusals(grant(.auditAdministrator, "district", "2021-12-31"), beside: [held]).count == 1)
        #expect(refusals(grant(.auditAdministrator, "district", "2020-01-01", "2020-12-31"), beside: [held]).isEmpty)
        #expect(refusals(grant(.auditAdministrator, "district", "2020-01-01", "2021-01-01"), beside: [held]).count == 1)
    }

    @Test("another account's administration does not stand in the way")
    func others() {
        var held = grant(.systemAdministrator)
        held.account = "b"
        #expect(refusals(grant(.auditAdministrator), beside: [held]).isEmpty)
    }

    @Test("an administrator holds no role in the registers, nor the other way round; two offices are fine")
    func besideOffice() {
        #expect(
            refusals(grant(.clerk), beside: [grant(.auditAdministrator)])
                == [.administrationBesideOffice(held: .auditAdministrator, asked: .clerk)])
        #expect(
            refusals(grant(.auditAdministrator), beside: [grant(.clerk), grant(.head)])
                == [
                    .administrationBesideOffice(held: .clerk, asked: .auditAdministrator),
                    .administrationBesideOffice(held: .head, asked: .auditAdministrator),
                ])
        #expect(refusals(grant(.head), beside: [grant(.clerk)]).isEmpty)
    }

    @Test("unknown roles and units and days the wrong way round are named together")
    func together() {
        #expect(
            refusals(grant("gardener", "nowhere", "2022-01-01", "2021-01-01"))
                == [.roleUnknown("gardener"), .unitUnknown("nowhere"), .endsBeforeStart(from: "2022-01-01", until: "2021-01-01")])
        #expect(refusals(grant(.clerk, "village_c")) == [.unitUnknown("village_c")])
        #expect(refusals(grant(.clerk, "village_d", "2022-01-01", "2022-12-31")) == [.unitUnknown("village_d")])
        #expect(refusals(grant(.clerk, "village_d")).isEmpty)
    }
}
