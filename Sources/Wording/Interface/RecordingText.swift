/// Recordings of a record and the ledger of them (一案一刻录).
public enum RecordingText: InterfaceText {
    case recordings
    case ledger
    case ledgerSub
    case add
    case upload
    case file
    case fileHint
    case keptFile
    case intoRow
    case intoRowHint
    case newRow
    case reason
    case addedNote
    case none
    case lacksOne
    case withheld
    case playNote
    case all
    case lacking
    case share
    case byUnit
    case mustHave
    case have
    case onlyRows
    case size
    case hash
    case uploaded
    case noRule
    case nothingHere
    case refusedEmpty
    case refusedKind
    case refusedGone
    case refusedRow
    case exportSheet

    public var texts: (chinese: String, english: String) {
        switch self {
        case .recordings: ("音像记录", "Recordings")
        case .ledger: ("音像记录（一案一刻录）", "Recordings, one for each case")
        case .ledgerSub:
            (
                "应当有音像记录的案件，以及每件案件的记录。记录按内容校验码保存，不能改动。",
                "Cases that must have a recording, and the recordings of each. A recording is kept by its content and cannot be changed."
            )
        case .add: ("上传音像记录", "Upload a recording")
        case .upload: ("上传", "Upload")
        case .file: ("音像文件", "Sound or video file")
        case .fileHint:
            (
                "可以上传 MP4、WebM、MP3、M4A、OGG、WAV。系统按文件内容判断种类，和文件名无关",
                "MP4, WebM, MP3, M4A, OGG or WAV; the kind is told by the content, not by the name"
            )
        case .keptFile: ("已经收到的文件", "File already received")
        case .intoRow: ("放到哪一行", "Into which row")
        case .intoRowHint: ("选已登记而没有文件的一行时，下面各项不用填", "For a row that is there without a file, leave the rest empty")
        case .newRow: ("新增一行", "A new row")
        case .reason: ("更正理由", "Reason of the correction")
        case .addedNote: ("音像记录已保存。", "The recording is kept.")
        case .none: ("还没有音像记录文件。", "There is no recording yet.")
        case .lacksOne: ("按规定应当有音像记录，现在还没有。", "This record must have a recording and has none.")
        case .withheld: ("有音像记录，按你的权限不能播放。", "There are recordings that your role does not play.")
        case .playNote: ("播放会记入日志。", "Playing is logged.")
        case .all: ("全部应记录案件", "All that must have one")
        case .lacking: ("缺音像记录", "Without a recording")
        case .share: ("音像记录率", "Share with a recording")
        case .byUnit: ("各单位", "By unit")
        case .mustHave: ("应记录", "Must have one")
        case .have: ("已记录", "Have one")
        case .onlyRows: ("只登记，没有文件", "Entered without a file")
        case .size: ("大小", "Size")
        case .hash: ("校验码", "Content hash")
        case .uploaded: ("上传", "Uploaded")
        case .noRule: ("没有要求音像记录的台账。", "No register asks for recordings.")
        case .nothingHere: ("没有符合条件的案件。", "No such records.")
        case .refusedEmpty: ("请选择一个音像文件。", "Please choose a sound or video file.")
        case .refusedKind:
            (
                "这个文件不是可以播放的音像文件。请上传 MP4、WebM、MP3、M4A、OGG 或者 WAV 文件。",
                "This is not a sound or video file that can be played. Please upload MP4, WebM, MP3, M4A, OGG or WAV."
            )
        case .refusedGone: ("先前收到的文件已经清理，请重新上传。", "The file received before is gone. Please upload it again.")
        case .refusedRow: ("这一行已经有音像文件，或者已经删去。请另选一行。", "This row has its file already, or is gone. Please choose another.")
        case .exportSheet: ("导出 Excel", "Export to Excel")
        }
    }
}

extension Wording {
    /// 3 份.
    public func recordingCount(_ count: Int) -> String { say("\(number(count)) 份", plural(count, "recording")) }

    /// 依据《…》第四十七条，应当有音像记录：….
    public func recordingRule(_ basis: String?, _ condition: String?) -> String {
        let what =
            condition.map { say("应当有音像记录的：\($0)", "Must have a recording: \($0)") }
            ?? say("每件都应当有音像记录", "Each must have a recording")
        return basis.map { what + say("（\($0)）。", " (\($0)).") } ?? what + say("。", ".")
    }
}

extension Wording {
    /// 本页 50 件，共 189 件.
    public func recordingPage(_ shown: Int, of total: Int) -> String {
        say("本页 \(number(shown)) 件，共 \(number(total)) 件", "\(number(shown)) here, \(number(total)) in all")
    }
}
