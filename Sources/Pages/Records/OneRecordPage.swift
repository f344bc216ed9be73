import LegalTime
import Wording

/// One record: facts, clocks with their reckoning, history, and the moves open to this person.
public struct OneRecordPage: Page {
    public var register: String
    public var workstream: String
    public var list: Address
    public var number: String
    public var heading: String
    public var state: String
    public var isEnded: Bool
    /// The clock that matters most now.
    public var clock: ClockText?
    public var notice: String?
    public var sections: [FactSection]
    public var tables: [ChildTable]
    public var clocks: [ClockLine]
    public var timeline: [TimelineEntry]
    public var ahead: (day: Day, label: String)?
    public var moves: [Move]
    public var files: [File]
    public var editing: Address?
    public var correcting: Address?
    public var history: Address?
    public var isMasked: Bool
    /// Records tied to this one.
    public var related: [Related] = []
    /// Pages of their own about this record, such as the exam that it is.
    public var elsewhere: [Crumb] = []
    /// Letters and the bound file; nil where the register has none.
    public var letters: Letters?
    /// Random draws; nil where the record has none.
    public var draws: Draws?
    /// How it stands to the public; nil where the register publishes no records.
    public var publication: Publication?
    /// What ties it to the public; nil where nothing does.
    public var outside: Outside?
    /// Recordings; nil where the register has none.
    public var recordings: Recordings?
    /// The units that had it, the first one first.
    public var owners: [TimelineEntry] = []
    /// Of an item of a dated list: its versions, the first one first.
    public var versions: [Version] = []

    /// Another record: number, unit and state for everybody, a way to it for whoever may read it.
    public struct Related: Sendable {
        public var kind: String
        public var register: String
        public var number: String
        public var unit: String
        public var state: String
        public var address: Address?
        public init(kind: String, register: String, number: String, unit: String, state: String, address: Address?) {
            self.kind = kind
            self.register = register
            self.number = number
            self.unit = unit
            self.state = state
            self.address = address
        }
    }

    public struct FactSection: Sendable {
        public var title: String
        public var facts: [Fact]
        public init(title: String, facts: [Fact]) {
            self.title = title
            self.facts = facts
        }
    }

    public struct Fact: Sendable {
        public var label: String
        public var text: String
        public var isLong: Bool
        public var isMasked: Bool
        public var address: Address?
        public init(label: String, text: String, isLong: Bool = false, isMasked: Bool = false, address: Address? = nil) {
            self.label = label
            self.text = text
            self.isLong = isLong
            self.isMasked = isMasked
            self.address = address
        }
    }

    /// The child rows of a field.
    public struct ChildTable: Sendable {
        public var title: String
        public var columns: [(label: String, isNumber: Bool)]
        public var rows: [[ListPage.Cell]]
        public init(title: String, columns: [(label: String, isNumber: Bool)], rows: [[ListPage.Cell]]) {
            self.title = title
            self.columns = columns
            self.rows = rows
        }
    }

    public struct ClockLine: Sendable {
        public var label: String
        /// Of a clock that runs for each child row or again and again: which.
        public var detail: String?
        public var basis: String
        public var start: Day?
        public var due: Day?
        public var dueTime: String?
        public var clock: ClockText
        /// 暂定, 待核实.
        public var marks: [String]
        public var panel: ReckoningPanel?
        public init(
            label: String, detail: String?, basis: String, start: Day?, due: Day?, dueTime: String?, clock: ClockText,
            marks: [String],
            panel: ReckoningPanel?
        ) {
            self.label = label
            self.detail = detail
            self.basis = basis
            self.start = start
            self.due = due
            self.dueTime = dueTime
            self.clock = clock
            self.marks = marks
            self.panel = panel
        }
    }

    public struct TimelineEntry: Sendable {
        public var day: Day
        public var what: String
        public var note: String?
        public var who: String
        public init(day: Day, what: String, note: String?, who: String) {
            self.day = day
            self.what = what
            self.note = note
            self.who = who
        }
    }

    public struct Move: Sendable {
        public var label: String
        public var needs: String
        public var address: Address
        /// The gates before it: what they are, and whether they are open.
        public var gates: [(text: String, isOpen: Bool)]
        /// The one that most will want next.
        public var isMain = false
        public init(label: String, needs: String, address: Address, gates: [(text: String, isOpen: Bool)] = []) {
            self.label = label
            self.needs = needs
            self.address = address
            self.gates = gates
        }
    }

    public struct File: Sendable {
        public var name: String
        public var label: String
        public var size: String
        public var address: Address
        public init(name: String, label: String, size: String, address: Address) {
            self.name = name
            self.label = label
            self.size = size
            self.address = address
        }
    }

    public init(
        register: String, workstream: String, list: Address, number: String, heading: String, state: String, isEnded: Bool,
        clock: ClockText?,
        notice: String?, sections: [FactSection], tables: [ChildTable], clocks: [ClockLine], timeline: [TimelineEntry],
        ahead: (day: Day, label: String)?, moves: [Move], files: [File], editing: Address?, correcting: Address?,
        history: Address?, isMasked: Bool
    ) {
        self.register = register
        self.workstream = workstream
        self.list = list
        self.number = number
        self.heading = heading
        self.state = state
        self.isEnded = isEnded
        self.clock = clock
        self.notice = notice
        self.sections = sections
        self.tables = tables
        self.clocks = clocks
        self.timeline = timeline
        self.ahead = ahead
        self.moves = moves
        self.files = files
        self.editing = editing
        self.correcting = correcting
        self.history = history
        self.isMasked = isMasked
    }

    public func title(_ wording: Wording) -> String { number }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(FrameText.registers), .desk), Crumb(workstream), Crumb(register, list), Crumb(number)]
    }
}
