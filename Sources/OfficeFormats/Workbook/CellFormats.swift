import CXlsxWriter

typealias Format = UnsafeMutablePointer<lxw_format>

/// The cell formats of one workbook, made once each.
final class CellFormats {
    struct Look: Hashable {
        /// Excel's code for numbers and dates; empty for General.
        var code = ""
        var size = 10
        var isBold = false
        var isRed = false
        var isHeader = false
        var isMarked = false
        var isCentred = false
        var wraps = false
        var hasBorder = true
    }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var made: [Look: Format] = [:]

    init(workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
    }

    func format(_ look: Look) -> Format? {
        if let known = made[look] { return known }
        guard let format = workbook_add_format(workbook) else { return nil }
        format_set_font_name(format, "\u{5B8B}\u{4F53}")
        format_set_font_size(format, Double(look.size))
        if !look.code.isEmpty { format_set_num_format(format, look.code) }
        if look.isBold { format_set_bold(format) }
        if look.isRed { format_set_font_color(format, 0xC00000) }
        if look.isHeader { format_set_bg_color(format, 0xE7ECF2) }
        if look.isMarked { format_set_bg_color(format, 0xFFE0E0) }
        if look.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
        if look.wraps { format_set_text_wrap(format) }
        if look.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        made[look] = format
        return format
    }
}

extension SheetColumn.Kind {
    /// Excel's code for numbers in such a column.
    var numberCode: String {
        switch self {
        case .general, .date, .dateTime, .time: ""
        case .text: "@"
        case .whole: "0"
        case .decimal(let places): places > 0 ? "0." + String(repeating: "0", count: min(places, 15)) : "0"
        case .money: "#,##0.00"
        case .percent(let places): (places > 0 ? "0." + String(repeating: "0", count: min(places, 15)) : "0") + "%"
        }
    }

    /// Excel's code for cells that stand empty until somebody types.
    var emptyCode: String {
        switch self {
        case .date: dateCode
        case .dateTime: dateTimeCode
        case .time: timeCode
        default: numberCode
        }
    }

    var defaultWidth: Int {
        switch self {
        case .date: 12
        case .dateTime: 19
        case .money: 16
        case .text: 18
        case .time, .whole, .decimal, .percent, .general: 10
        }
    }
}

let dateCode = "yyyy-mm-dd"
let dateTimeCode = "yyyy-mm-dd hh:mm:ss"
let timeCode = "[h]:mm:ss"
