import Casework
import Definitions
import Pages

extension RecordJSON {
    /// `{"open":["acceptance_notice"],"issued":[…]}`
    func letters(_ letters: RecordLetters) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in write(letters, &json) }
        return json.bytes
    }

    func letter(_ letter: IssuedLetter) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        write(letter, &json)
        return json.bytes
    }

    func write(_ letters: RecordLetters, _ json: inout JSONWriter) {
        json.key("open")
        json.array { json in for open in letters.open { json.string(open.letter.name) } }
        json.key("issued")
        json.array { json in for letter in letters.issued { write(letter, &json) } }
    }

    private func write(_ letter: IssuedLetter, _ json: inout JSONWriter) {
        json.object { json in
            json.member("id", letter.id)
            json.member("letter", letter.name)
            json.member("number", letter.number)
            json.member("on", letter.on.iso)
            json.member("by", letter.by)
            json.member("hash", letter.hash)
            json.member("size", letter.size)
            json.key("masked")
            json.bool(letter.isMasked)
            json.key("replaced")
            json.bool(letter.isReplaced)
            json.key("services")
            json.array { json in
                for service in letter.services {
                    json.object { json in
                        json.member("mode", service.mode.rawValue)
                        json.member("on", service.on.iso)
                        json.member("by", service.by)
                        json.member("receiver", service.receiver)
                        json.member("note", service.note)
                    }
                }
            }
        }
    }
}
