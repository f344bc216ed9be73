import Access
import Casework
import Definitions
import Foundation
import HTTPTypes
import LegalTime
import Records
import Store
import Testing

@testable import Web

struct RecordingTests {
    static let piece = RecordingIntake.pieceLength

    private func hearing(_ library: Library, _ title: String, branch: String = "north", isOpen: Bool = true) async throws
        -> Receipt
    {
        let texts = ["title": title, "branch": branch, "held_on": "2024-03-01", "is_open": isOpen ? "1" : "0"]
        let clerk = try await library.actor(branch == "north" ? "nora" : "sam")
        let outcome = try await library.office.register("hearing", RecordInput(texts: texts), by: clerk)
        return try #require(outcome.receipt)
    }

    private func upload(
        _ browser: Browser, _ receipt: Receipt, _ bytes: [UInt8], part: String = "开场", name: String = "录音.wav"
    ) async throws -> Browser.Answer {
        try await browser.post(
            "/registers/hearing/\(receipt.id)/recordings", [("tapes.0.part", part)],
            file: (name: "file", fileName: name, type: "text/plain", bytes: bytes))
    }

    private func count(_ table: String, _ library: Library) async throws -> Int64 {
        try await library.office.engine.read { session in
            try session.first(Statement("SELECT count(*) FROM \(table)")) { $0.integer(0) ?? 0 } ?? 0
        }
    }

    private func hash(_ library: Library, _ receipt: Receipt) async throws -> String {
        let view = try await library.office.record("hearing", id: receipt.id, by: try await library.actor("nora"))
        return try #require(view?.record.values["tapes"]?.rows?.first?.values["tape"]?.attachment?.hash)
    }

    @Test("an uploaded recording stands in the record's rows with a log entry, and the time of upload is filled in")
    func uploaded() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let receipt = try await hearing(library, "噪声投诉")
            let nora = try await browser.person("nora")
            #expect(try await nora.get("/registers/hearing/\(receipt.id)").text.contains("应当有音像记录"))
            let answer = try await upload(nora, receipt, tone(9000))
            #expect(answer.status == 303 && answer.location.contains("done=recording"), "\(answer.text)")
            let view = try #require(
                try await library.office.record("hearing", id: receipt.id, by: try await library.actor("nora")))
            let row = try #require(view.record.values["tapes"]?.rows?.first)
            #expect(row.values["part"]?.text == "开场" && row.values["kept_at"]?.moment != nil)
            #expect(row.values["tape"]?.attachment?.mediaType == "audio/wav" && row.values["tape"]?.attachment?.size == 9000)
            #expect(view.record.revision == 2)
            let log = try await library.office.history("hearing", id: receipt.id, by: try await library.actor("cora"))
            #expect(log?.last?.act == "edit")
            let page = try await nora.get("/registers/hearing/\(receipt.id)").text
            #expect(page.contains("<audio controls preload=\"metadata\"") && !page.contains("应当有音像记录，"))
            #expect(try await count("recording_upload", library) == 0)
        }
    }

    @Test("a browser gets the first byte, the last bytes, a stretch over several pieces, and 416 beyond the end")
    func ranges() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let receipt = try await hearing(library, "借期争议")
            let bytes = tone(2 * Self.piece + 77_777)
            let nora = try await browser.person("nora")
            #expect(try await upload(nora, receipt, bytes).status == 303)
            #expect(try await count("recording_piece", library) == 3)
            let hash = try await hash(library, receipt)
            #expect(hash == ContentHash.hex(bytes))
            let path = "/registers/hearing/\(receipt.id)/recordings/\(hash)"
            let size = bytes.count

            let whole = try await nora.get(path)
            #expect(whole.status == 200 && whole.bytes == bytes && whole.headers[.contentType] == "audio/wav")
            #expect(whole.headers[.acceptRanges] == "bytes" && whole.headers[.xContentTypeOptions] == "nosniff")
            let tag = try #require(whole.headers[.eTag])

            func part(_ range: String, _ more: HTTPFields = [:]) async throws -> Browser.Answer {
                var headers = more
                headers[.range] = range
                return try await nora.get(path, headers: headers)
            }
            let first = try await part("bytes=0-0")
            #expect(first.status == 206 && first.bytes == [bytes[0]] && first.headers[.contentRange] == "bytes 0-0/\(size)")
            let last = try await part("bytes=-5")
            #expect(
                last.bytes == Array(bytes.suffix(5)) && last.headers[.contentRange] == "bytes \(size - 5)-\(size - 1)/\(size)")
            let tail = try await part("bytes=\(size - 3)-")
            #expect(tail.status == 206 && tail.bytes == Array(bytes.suffix(3)))
            let across = try await part("bytes=\(Self.piece - 2)-\(2 * Self.piece + 1)")
            #expect(across.bytes == Array(bytes[(Self.piece - 2)...(2 * Self.piece + 1)]))
            let over = try await part("bytes=10-999999999")
            #expect(over.status == 206 && over.bytes.count == size - 10)
            for beyond in ["bytes=\(size)-", "bytes=\(size + 9)-\(size + 10)", "bytes=-0"] {
                let answer = try await part(beyond)
                #expect(answer.status == 416 && answer.headers[.contentRange] == "bytes */\(size)" && answer.bytes.isEmpty)
            }
            for whole in ["bytes=5-2", "bytes=a-b", "lines=0-1", "bytes=0-1,4-5", "bytes=-"] {
                let answer = try await part(whole)
                #expect(answer.status == 200 && answer.bytes.count == size, "\(whole)")
            }
            #expect(try await part("bytes=0-3", [.ifRange: tag]).status == 206)
            #expect(try await part("bytes=0-3", [.ifRange: "\"another\""]).status == 200)
            let head = try await nora.send(.head, path)
            #expect(head.status == 200 && head.bytes.isEmpty && head.headers[.contentLength] == String(size))
        }
    }

    @Test("who may not see the record, or sees it masked, gets no recording")
    func scope() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let leader = Account(
                id: "lena", name: "lena", displayName: "莱娜", unit: "root", passwordHash: PasswordHash(phc: ""))
            let since = try #require(Day(iso: "2019-01-01"))
            let grant = Grant(account: "lena", role: .leader, unit: "root", from: since)
            #expect(try await library.office.save(leader, grants: [grant]).isEmpty)
            let receipt = try await hearing(library, "座位争议")
            let nora = try await browser.person("nora")
            #expect(try await upload(nora, receipt, tone(5000)).status == 303)
            let path = "/registers/hearing/\(receipt.id)/recordings/\(try await hash(library, receipt))"
            #expect(try await nora.get(path).status == 200)
            #expect(try await browser.person("sam").get(path).status == 404)
            let lena = try await browser.person("lena")
            let page = try await lena.get("/registers/hearing/\(receipt.id)")
            #expect(page.status == 200 && page.text.contains("按你的权限不能播放") && !page.text.contains("<audio"))
            #expect(try await lena.get(path).status == 404)
            #expect(try await lena.get("/registers/hearing/\(receipt.id)/recordings").status == 403)
            #expect(try await upload(lena, receipt, tone(5000, seed: 2)).status == 403)
            // A hash of another record opens nothing here.
            let other = try await hearing(library, "另案")
            #expect(
                try await nora.get("/registers/hearing/\(other.id)/recordings/\(try await hash(library, receipt))").status == 404)
            // Each look at a personal recording is logged once an hour.
            let reads = try await library.office.engine.read { session in
                try session.first(Statement("SELECT count(*) FROM log_entry WHERE act = 'recording_read'")) { $0.integer(0) ?? 0 }
            }
            #expect(reads == 1)
        }
    }

    @Test("what is no sound and no video is refused whatever its name says, and nothing of it stays")
    func refused() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let receipt = try await hearing(library, "书籍破损")
            let nora = try await browser.person("nora")
            for bytes in [Array("<html><script>alert(1)</script>".utf8), Array(repeating: 7, count: 2 * Self.piece + 5), []] {
                let answer = try await upload(nora, receipt, bytes, name: "video.mp4")
                #expect(answer.status == 422 && answer.text.contains("errors-title"), "\(answer.status)")
            }
            // Without the form's token nothing is written.
            var forged = nora
            forged.token = nil
            #expect(try await upload(forged, receipt, tone(3_000_000)).status == 403)
            for table in ["recording", "recording_piece", "recording_upload"] { #expect(try await count(table, library) == 0) }
        }
    }

    @Test("a row that is not right keeps the file that was received, and the form can be sent again without it")
    func again() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let receipt = try await hearing(library, "罚金")
            let nora = try await browser.person("nora")
            let answer = try await upload(nora, receipt, tone(6000), part: "")
            #expect(answer.status == 422 && answer.text.contains("已经收到的文件") || answer.text.contains("录音.wav"))
            let kept = try #require(answer.text.firstMatch(of: /name="kept" value="([^"]+)"/)?.1)
            let path = "/registers/hearing/\(receipt.id)/recordings"
            // Somebody else's upload is nobody's.
            let cora = try await browser.person("hana")
            let stolen = try await cora.post(path, [("tapes.0.part", "偷"), ("kept", String(kept))])
            #expect([403, 422].contains(stolen.status))
            let second = try await nora.post(path, [("tapes.0.part", "开场"), ("kept", String(kept))])
            #expect(second.status == 303, "\(second.text)")
            #expect(try await hash(library, receipt) == ContentHash.hex(tone(6000)))
        }
    }

    @Test("the same content is kept once, a broken upload leaves nothing, and one that no record took is swept away")
    func pieces() async throws {
        let library = try await Library.open(HearingCatalogue.files)
        let nora = try await library.actor("nora")
        let office = library.office
        let bytes = tone(Self.piece + 3000)
        for _ in 0..<2 {
            var intake = try await office.beginRecording(named: "a.wav", by: nora)
            for start in stride(from: 0, to: bytes.count, by: 100_000) {
                #expect(try await intake.feed(bytes[start..<min(start + 100_000, bytes.count)]) == nil)
            }
            let upload = try await intake.finish().get()
            #expect(upload.hash == ContentHash.hex(bytes) && upload.size == Int64(bytes.count))
        }
        #expect(try await count("recording", library) == 1)
        #expect(try await count("recording_piece", library) == 2)

        var cut = try await office.beginRecording(named: "b.wav", by: nora)
        _ = try await cut.feed(tone(2 * Self.piece, seed: 9))
        #expect(try await count("recording_piece", library) == 4)
        try await cut.abandon()
        #expect(try await count("recording_piece", library) == 2)

        var large = try await office.beginRecording(named: "c.wav", limit: 10_000, by: nora)
        #expect(try await large.feed(tone(10_001)) == .tooLarge(limit: 10_000))
        #expect(try await count("recording_upload", library) == 2)

        // A day later nobody has taken them.
        let later = Office(
            engine: office.engine, catalogue: office.catalogue, district: office.district, keys: office.keys,
            clock: OfficeClock(today: { Library.day }, now: { Instant(day: Library.day.adding(days: 2), hour: 9) }))
        try await later.sweepRecordings()
        for table in ["recording", "recording_piece", "recording_upload"] { #expect(try await count(table, library) == 0) }
        await library.close()
    }

    @Test("the ledger counts cases that must have a recording by unit, and finds the one that lacks it")
    func ledger() async throws {
        try await Library.test(HearingCatalogue.files) { library, browser in
            let kept = try await hearing(library, "有录音")
            let lacking = try await hearing(library, "没有录音")
            _ = try await hearing(library, "不公开", isOpen: false)
            let south = try await hearing(library, "南馆一案", branch: "south")
            let nora = try await browser.person("nora")
            #expect(try await upload(nora, kept, tone(4000)).status == 303)
            let cora = try await browser.person("cora")
            #expect(try await cora.get("/recordings").location == "/recordings/hearing")
            let page = try await cora.get("/recordings/hearing").text
            #expect(page.contains("33.3%") && page.contains("1/3") && !page.contains("不公开"))
            #expect(page.contains(String(ContentHash.hex(tone(4000)).prefix(12))) && page.contains("诺拉"))
            let lacks = try await cora.get("/recordings/hearing?view=lacking").text
            #expect(lacks.contains(lacking.number) && lacks.contains(south.number) && !lacks.contains(kept.number))
            // A clerk counts his own branch only.
            let own = try await nora.get("/recordings/hearing").text
            #expect(own.contains("50.0%") && !own.contains(south.number))
            let sheet = try await cora.get("/recordings/hearing/export")
            #expect(sheet.status == 200 && sheet.bytes.starts(with: Array("PK".utf8)))
        }
    }

    @Test("kinds of media are told by their bytes")
    func kinds() {
        let samples: [([UInt8], MediaKind?)] = [
            (tone(100), .wav), (Array("OggS".utf8) + Array(repeating: 0, count: 24) + Array("OpusHead".utf8), .oggAudio),
            (Array("ID3".utf8) + [4, 0, 0], .mp3), ([0xFF, 0xFB, 0x90, 0x64], .mp3), ([0xFF, 0xFB, 0xF0, 0x64], nil),
            ([0, 0, 0, 32] + Array("ftypisom".utf8), .mp4Video), ([0, 0, 0, 32] + Array("ftypM4A ".utf8), .mp4Audio),
            ([0, 0, 0, 32] + Array("ftypqt  ".utf8), nil), ([0x1A, 0x45, 0xDF, 0xA3] + Array("....webm".utf8), .webmVideo),
            ([0x1A, 0x45, 0xDF, 0xA3] + Array("....webm A_OPUS".utf8), .webmAudio),
            ([0x1A, 0x45, 0xDF, 0xA3] + Array("matroska".utf8), nil), (Array("%PDF-1.7".utf8), nil), ([], nil),
            (Array("RIFF....AVI ".utf8), nil),
        ]
        for (bytes, kind) in samples { #expect(MediaKind(head: bytes) == kind, "\(String(describing: kind))") }
    }
}
