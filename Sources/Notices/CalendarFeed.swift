/// A person's due days as an iCalendar feed (RFC 5545) that any calendar program can follow.
public struct CalendarFeed: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        /// Stable, so that a moved due day moves the entry instead of doubling it.
        public var id: String
        /// `2022-02-07`.
        public var day: String
        public var title: String
        public var note: String
        public var address: String?
        /// Raised when the due day changes.
        public var sequence: Int

        public init(id: String, day: String, title: String, note: String = "", address: String? = nil, sequence: Int = 0) {
            self.id = id
            self.day = day
            self.title = title
            self.note = note
            self.address = address
            self.sequence = sequence
        }
    }

    public var name: String
    /// The host part of the entries' names.
    public var domain: String
    /// `2022-01-18T02:00:00Z`: when the feed was made.
    public var madeAt: String
    public var entries: [Entry]

    public init(name: String, domain: String, madeAt: String, entries: [Entry]) {
        self.name = name
        self.domain = domain
        self.madeAt = madeAt
        self.entries = entries
    }

    /// The feed as text; lines end with CR LF and are folded at 75 octets.
    public var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zhunsheng//Due dates//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + Self.escaped(name), "X-WR-TIMEZONE:Asia/Shanghai", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        ]
        let stamp = madeAt.filter { $0 != "-" && $0 != ":" }
        for entry in entries {
            lines += [
                "BEGIN:VEVENT", "UID:" + Self.escaped(entry.id) + "@" + domain, "DTSTAMP:" + stamp,
                "DTSTART;VALUE=DATE:" + entry.day.filter { $0 != "-" }, "SEQUENCE:\(entry.sequence)",
                "SUMMARY:" + Self.escaped(entry.title), "TRANSP:TRANSPARENT",
            ]
            if !entry.note.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(entry.note)) }
            if let address = entry.address { lines.append("URL:" + address.filter { !$0.isNewline }) }
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", "DESCRIPTION:" + Self.escaped(entry.title), "END:VALARM",
                "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\", ";", ",": out += "\\" + String(character)
            case "\n", "\r", "\r\n": out += "\\n"
            default: out.append(character)
            }
        }
        return out
    }

    /// At most 75 octets a line, a character never cut in two; a line that goes on begins with a space.
    static func folded(_ line: String) -> String {
        var out = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if octets + size > 75 {
                out += "\r\n "
                octets = 1
            }
            out.unicodeScalars.append(scalar)
            octets += size
        }
        return out
    }
}
