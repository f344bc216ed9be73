/// `xl/workbook.xml`: the sheets and the date system.
final class WorkbookListener: XMLListener {
    struct Sheet {
        let name: String
        let relationship: String
        let isHidden: Bool
    }

    private(set) var root: String?
    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if root == nil {
            root = String(cString: name.local)
            if root != "workbook" { failure = .unsupported(.notAWorkbook) }
        } else if name == "workbookPr" {
            is1904 = attributes.isOn("date1904")
        } else if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
            sheets.append(Sheet(name: title, relationship: id, isHidden: ["hidden", "veryHidden"].contains(attributes["state"])))
        }
    }
}

/// `xl/styles.xml`: for each cell style, what its number format stands for.
final class StylesListener: XMLListener {
    private(set) var formats: [NumberFormat] = []
    private var custom: [Int: NumberFormat] = [:]
    private var isInCellFormats = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt", let id = attributes.integer("numFmtId"), let code = attributes["formatCode"] {
            custom[id] = NumberFormat(code: code)
        } else if name == "cellXfs" {
            isInCellFormats = true
        } else if isInCellFormats, name == "xf" {
            let id = attributes.integer("numFmtId") ?? 0
            formats.append(custom[id] ?? .builtIn(id))
        }
    }

    override func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellFormats = false }
    }
}

/// `xl/sharedStrings.xml`: texts that cells name by number. Rich text is joined, phonetic guides are left out.
final class SharedStringsListener: XMLListener {
    private(set) var strings: [String] = []
    private var bytes: [UInt8] = []
    private var isInText = false
    private var isInPhonetic = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "t" {
            isInText = !isInPhonetic
        } else if name == "rPh" {
            isInPhonetic = true
        } else if name == "si" {
            bytes.removeAll(keepingCapacity: true)
        }
    }

    override func text(_ chunk: UnsafeBufferPointer<UInt8>) {
        if isInText { bytes.append(contentsOf: chunk) }
    }

    override func end(_ name: XMLName) {
        if name == "t" {
            isInText = false
        } else if name == "rPh" {
            isInPhonetic = false
        } else if name == "si" {
            strings.append(bytes.withUnsafeBufferPointer(EscapedText.decoded))
        }
    }
}

/// The merged ranges of a sheet.
final class MergesListener: XMLListener {
    private(set) var ranges: [CellRange] = []

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "mergeCell", let range = attributes["ref"].flatMap(CellRange.init) else { return }
        ranges.append(range)
    }
}
