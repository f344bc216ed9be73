import Access
import Casework
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LegalTime
import Logging
import Notices
import Records
import Store
import Synchronization
import Testing

@testable import Web

struct NoticeTests {
    private func hearing(_ library: Library) async throws -> Receipt {
        let texts = ["title": "慕容无此的投诉", "branch": "north", "held_on": "2024-03-01", "witness": "欧阳测试"]
        let outcome = try await library.office.register(
            "hearing", RecordInput(texts: texts), by: try await library.actor("nora"))
        return try #require(outcome.receipt)
    }

    private func passOn(_ library: Library, _ receipt: Receipt) async throws {
        let change = RecordChange(
            .move("pass_on"), revision: receipt.revision, input: RecordInput(texts: ["next": "south"]), fields: ["next"])
        let outcome = try await library.office.change("hearing", id: receipt.id, change, by: try await library.actor("nora"))
        #expect(outcome.receipt != nil, "\(outcome)")
    }

    @Test("a record that is handed over is told to the unit that gets it, counted in the menu, and read once")
    func handedOver() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let receipt = try await hearing(library)
            try await passOn(library, receipt)
            let sam = try await browser.person("sam")
            let page = try await sam.get("/notices").text
            #expect(page.contains(receipt.number) && page.contains("交到本单位") && page.contains("data-read=\"no\""))
            #expect(!page.contains("慕容无此") && !page.contains("欧阳测试"))
            let own = try await library.actor("sam")
            #expect(try await library.office.unreadNotices(by: own) == 1)
            // Neither the one who handed it over nor a branch that has nothing to do with it is told.
            #expect(try await library.office.notices(by: try await library.actor("nora")).isEmpty)
            let id = try #require(try await library.office.notices(by: own).first?.id)
            #expect(try await sam.post("/notices", [("id", id)]).status == 303)
            #expect(try await library.office.unreadNotices(by: own) == 0)
            #expect(try await sam.get("/notices").text.contains("data-read=\"yes\""))
        }
    }

    @Test("a kind that is switched off is neither shown nor counted")
    func silenced() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            try await passOn(library, try await hearing(library))
            let sam = try await browser.person("sam")
            #expect(try await sam.post("/notices/kinds", [("kind", "overdue")]).status == 303)
            #expect(try await library.office.unreadNotices(by: try await library.actor("sam")) == 0)
            #expect(try await sam.get("/notices").text.contains("没有消息"))
        }
    }

    @Test("deadlines that are near or past are told once in each phase")
    func deadlines() async throws {
        let library = try await Library.open(HearingCatalogue.files)
        try await library.loan("近", on: "2024-01-15")
        try await library.loan("过", on: "2024-01-02")
        try await library.loan("远", on: "2024-03-10")
        let first = try await library.office.tellDeadlines()
        #expect(first >= 1)
        #expect(try await library.office.tellDeadlines() == 0)
        let told = try await library.office.notices(by: try await library.actor("nora"))
        #expect(told.count == first && told.allSatisfy { [.dueSoon, .overdue].contains($0.kind) && $0.dueOn != nil })
        #expect(try await library.office.notices(by: try await library.actor("sam")).isEmpty)
        await library.close()
    }

    @Test(
        "a notice goes out signed to the office's gateway, is tried again when it is not taken, and carries no value of the record"
    )
    func webhook() async throws {
        struct Arrived: Sendable {
            var body: [UInt8]
            var headers: HTTPFields
        }
        let arrived = Mutex<[Arrived]>([])
        let isBroken = Mutex(true)
        let router = Router()
        router.post("gate") { request, _ -> Response in
            let body = try await request.body.collect(upTo: 100_000)
            arrived.withLock { $0.append(Arrived(body: Array(body.readableBytesView), headers: request.headers)) }
            return Response(status: isBroken.withLock { $0 } ? .internalServerError : .ok)
        }
        router.post("moved") { _, _ -> Response in
            Response(status: .found, headers: [.location: "/gate"])
        }
        let library = try await Library.open(HearingCatalogue.files)
        let office = library.office
        let hana = try await library.actor("hana")
        let receipt = try await hearing(library)
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0))).test(.live) {
            client in
            let port = try #require(client.port)
            let (id, secret) = try await office.addWebhook("http://127.0.0.1:\(port)/gate", kinds: [], by: hana).get()
            try await passOn(library, receipt)
            let post = WebhookPost(offices: [office], logger: Logger(label: "test"), allowsLocal: true)
            // Without the setting nothing goes to this machine.
            #expect(await WebhookPost(offices: [office], logger: Logger(label: "test")).send(office) == 0)
            #expect(arrived.withLock { $0.isEmpty })
            try await library.tamper("UPDATE webhook_delivery SET tries = 0, next_at = 0")

            #expect(await post.send(office) == 0)
            var delivery = try #require(try await office.webhooks().first?.deliveries.first)
            #expect(delivery.state == .waiting && delivery.tries == 1 && delivery.lastStatus == 500)
            #expect(delivery.nextAt.milliseconds == office.clock.now().milliseconds + 60_000)
            // It waits for its time.
            #expect(await post.send(office) == 0 && arrived.withLock { $0.count } == 1)

            isBroken.withLock { $0 = false }
            try await library.tamper("UPDATE webhook_delivery SET next_at = 0")
            #expect(await post.send(office) == 1)
            delivery = try #require(try await office.webhooks().first?.deliveries.first)
            #expect(delivery.state == .sent && delivery.tries == 2 && delivery.lastStatus == 200)

            let last = try #require(arrived.withLock { $0.last })
            let text = String(decoding: last.body, as: UTF8.self)
            #expect(text.contains(receipt.number) && text.contains("handed_over") && !text.contains("慕容") && !text.contains("欧阳"))
            let names = try ["X-Zhunsheng-Id", WebhookSignature.header].map { try #require(HTTPField.Name($0)) }
            let signature = try #require(last.headers[names[1]])
            let seconds = office.clock.now().milliseconds / 1000
            #expect(WebhookSignature.isGood(signature, body: last.body, secret: Array(secret.utf8), now: seconds))
            #expect(!WebhookSignature.isGood(signature, body: last.body + [32], secret: Array(secret.utf8), now: seconds))
            #expect(last.headers[names[0]] == delivery.id)

            // A paused address gets nothing; a redirect is no receipt; after the last try it is given up.
            try await office.pauseWebhook(id, true, by: hana)
            try await office.testWebhook(id, by: hana)
            #expect(await post.send(office) == 0)
            try await office.removeWebhook(id, by: hana)
            let (moved, _) = try await office.addWebhook("http://127.0.0.1:\(port)/moved", kinds: [], by: hana).get()
            try await office.testWebhook(moved, by: hana)
            for _ in 0..<6 {
                try await library.tamper("UPDATE webhook_delivery SET next_at = 0")
                #expect(await post.send(office) == 0)
            }
            delivery = try #require(try await office.webhooks().first?.deliveries.first)
            #expect(delivery.state == .givenUp && delivery.lastStatus == 302 && delivery.tries == 6)
        }
        for bad in ["ftp://127.0.0.1/", "javascript:alert(1)", "http://", "https://a:b@gate.invalid/", "gate.invalid"] {
            #expect(throws: WebhookRefusal.notAnAddress) { _ = try Self.taken(bad).get() }
        }
        await library.close()
    }

    /// Whether the form of an address is one that can be posted to.
    private static func taken(_ address: String) -> Result<Void, WebhookRefusal> {
        Office.isWebhookAddress(address) ? .success(()) : .failure(.notAnAddress)
    }

    @Test(
        "addresses of this machine, its link and private networks are told from those outside, however they are written",
        arguments: [
            ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("::", true), ("0.0.0.0", true), ("169.254.1.1", true),
            ("fe80::1%eth0", true), ("fec0::1", true), ("fd00::7", true), ("fc01::7", true), ("ff02::1", true),
            ("::ffff:127.0.0.1", true), ("::ffff:7f00:1", true), ("64:ff9b::a00:5", true), ("2002:a00:5::1", true),
            ("10.0.0.5", true), ("172.16.0.1", true), ("172.31.255.254", true), ("192.168.3.4", true), ("100.64.0.1", true),
            ("224.0.0.1", true), ("255.255.255.255", true), ("gate.invalid", true), ("", true),
            ("93.184.216.34", false), ("172.15.0.1", false), ("172.32.0.1", false), ("192.169.0.1", false),
            ("100.128.0.1", false),
            ("2001:db8::1", false), ("::ffff:93.184.216.34", false), ("64:ff9b::5db8:d822", false),
        ])
    func hosts(address: String, isInside: Bool) { #expect(WebhookTarget.isInside(address) == isInside) }

    @Test("every address of a host is looked at, whatever way it is written in")
    func resolving() async throws {
        for address in ["http://localhost/in", "http://127.1:8080/", "http://2130706433/", "http://[::1]:80/"] {
            let target = try #require(WebhookTarget(address))
            let hosts = await target.resolved()
            #expect(!hosts.isEmpty && hosts.allSatisfy(WebhookTarget.isInside), "\(address): \(hosts)")
        }
        #expect(await WebhookTarget("http://gate.invalid/")?.resolved().isEmpty == true)
    }

    @Test("only the system administrator keeps the addresses, and the secret is shown once")
    func administration() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let day = try #require(Day(iso: "2019-01-01"))
            let account = Account(id: "ada", name: "ada", displayName: "艾达", unit: "root", passwordHash: PasswordHash(phc: ""))
            let grant = Grant(account: "ada", role: .systemAdministrator, unit: "root", from: day)
            #expect(try await library.office.save(account, grants: [grant]).isEmpty)
            #expect(try await browser.person("hana").get("/webhooks").status == 403)
            let ada = try await browser.person("ada")
            let added = try await ada.post("/webhooks", [("address", "https://gate.invalid/in"), ("kind", "overdue")])
            let secret = try #require(added.text.firstMatch(of: /<code id="secret">([^<]{43})</)?.1)
            #expect(try await !ada.get("/webhooks").text.contains(secret))
            #expect(try await ada.post("/webhooks", [("address", "ftp://gate.invalid")]).status == 422)
            let stored = try await library.office.engine.read { session in
                try session.first(Statement("SELECT secret FROM webhook")) { $0.blob(0) ?? [] } ?? []
            }
            #expect(!stored.isEmpty && !String(decoding: stored, as: UTF8.self).contains(secret))
        }
    }

    @Test("a secret address gives the person's open due days as a calendar, without log-in, until it is withdrawn")
    func calendar() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let loan = try await library.loan("山居笔记", on: "2024-02-01")
            let far = try await library.loan("别处", on: "2024-02-02", branch: "south")
            let nora = try await browser.person("nora")
            let page = try await nora.post("/account/calendar", [("act", "renew")]).text
            let path = try #require(page.firstMatch(of: /(\/calendar\/[A-Za-z0-9_-]{43}\.ics)</)?.1)
            let feed = try await browser.get(String(path))
            #expect(feed.status == 200 && feed.headers[.contentType]?.hasPrefix("text/calendar") == true)
            let text = feed.text.replacing("\r\n ", with: "")
            #expect(text.contains("SUMMARY:\(loan.number) 归还") && text.contains("DTSTART;VALUE=DATE:2024"))
            #expect(!text.contains("山居笔记") && !text.contains("张三甲") && !text.contains(far.number))
            let stored = try await library.office.engine.read { session in
                try session.first(Statement("SELECT digest FROM calendar_address")) { $0.text(0) ?? "" } ?? ""
            }
            #expect(stored.count == 64 && !path.contains(stored))
            // A new address takes the place of the old one.
            let renewed = try await nora.post("/account/calendar", [("act", "renew")]).text
            let next = try #require(renewed.firstMatch(of: /(\/calendar\/[A-Za-z0-9_-]{43}\.ics)</)?.1)
            #expect(try await browser.get(String(path)).status == 404)
            #expect(try await browser.get(String(next)).status == 200)
            #expect(try await nora.post("/account/calendar", [("act", "withdraw")]).status == 303)
            #expect(try await browser.get(String(next)).status == 404)
            #expect(try await browser.get("/calendar/guess.ics").status == 404)
        }
    }
}

extension Library {
    /// Runs one statement past the office.
    func tamper(_ sql: String) async throws {
        try await office.engine.write { session in
            try session.execute(Statement(sql))
            return .commit(())
        }
    }
}
