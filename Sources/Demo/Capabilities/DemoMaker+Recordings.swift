import Access
import Casework
import Definitions
import LegalTime
import Records
import Store

extension DemoMaker {
    /// Small invented recordings for two of three of the newest cases that must have one; the third lacks it.
    func makeRecordings(_ cast: Cast) async throws(Failure) {
        for register in office.catalogue.registers where register.recordings != nil {
            guard let rule = register.recordings, let (field, media) = register.recordingFields else { continue }
            var request = ListRequest(register: register.name)
            request.condition = rule.isLacking
            request.limit = 45
            request.wantsTotal = false
            let asked = request
            let console = office.console()
            let page = try await stored { () async throws(StoreError) in try await office.list(asked, by: console) }
            for (index, item) in page.items.enumerated() where index % 3 != 2 {
                let record = item.record
                guard let actor = cast.who(may: .edit, in: register.name, owner: record.owner) else { continue }
                let isEnded = register.state(record.state)?.isEnd ?? false
                guard !isEnded || actor.scope.may(.correct, in: register.name, unit: record.owner) else { continue }
                let row = field.type == .rows ? sample(field, besides: media, of: record, register, index) : [:]
                let upload = try await stored { () async throws(StoreError) -> RecordingUpload? in
                    var intake = try await office.beginRecording(named: "演示录音\(index + 1).wav", by: actor)
                    guard try await intake.feed(ToneFile.bytes(number: index)) == nil else { return nil }
                    return try? await intake.finish().get()
                }
                guard let upload else { throw .refused(act: "recording", why: "the tone was not taken") }
                let addition = RecordingAddition(
                    texts: row, reason: isEnded ? "补传音像记录（演示数据）" : nil, revision: record.revision)
                let outcome = try await stored { () async throws(StoreError) in
                    try await office.attach(upload.id, to: record.id, in: register.name, addition, by: actor)
                }
                guard case .act(.done) = outcome else { throw .refused(act: "recording", why: "\(outcome)") }
            }
        }
    }

    /// What a row asks for, invented: the day of the record's registration, each code in turn, a text that says what it is.
    private func sample(
        _ field: FieldDefinition, besides media: FieldDefinition, of record: Record, _ register: RegisterDefinition, _ index: Int
    ) -> [String: String] {
        var texts: [String: String] = [:]
        let day = record.values[register.number.yearOf]?.onDay ?? record.createdAt.day
        for child in field.fields where child.name != media.name && child.computed == nil && child.isRequired {
            switch child.type {
            case .date: texts[child.name] = day.iso
            case .moment: texts[child.name] = day.iso + " 10:00"
            case .text, .longText: texts[child.name] = "演示\(index + 1)"
            case .integer, .decimal, .money: texts[child.name] = String(max(child.min ?? 1, 1))
            case .bool: texts[child.name] = "1"
            case .unit: texts[child.name] = record.owner
            case .code:
                let codes = register.codes[child.codes ?? ""]?.entries.filter { $0.validity.holds(on: day) } ?? []
                if !codes.isEmpty { texts[child.name] = codes[index % codes.count].code }
            default: break
            }
        }
        return texts
    }
}

/// A second of an invented tone as a WAV file: 8,000 samples of 8 bits, different for each number.
enum ToneFile {
    static func bytes(number: Int) -> [UInt8] {
        let rate = 8000
        let length = rate + number * 40
        func little(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var file: [UInt8] = Array("RIFF".utf8) + little(36 + length, 4) + Array("WAVEfmt ".utf8)
        file += little(16, 4) + little(1, 2) + little(1, 2) + little(rate, 4) + little(rate, 4) + little(1, 2) + little(8, 2)
        file += Array("data".utf8) + little(length, 4)
        // A triangle wave; its period is what differs.
        let period = 18 + number % 23
        for sample in 0..<length {
            let place = sample % period
            let height = place * 2 < period ? place * 2 : (period - place) * 2
            file.append(UInt8(clamping: 64 + height * 128 / period))
        }
        return file
    }
}
