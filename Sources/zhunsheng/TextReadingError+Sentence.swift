import OfficeFormats
import TextReading

extension TextReadingError {
    /// One line for a person: what is wrong with the file and what to do.
    func sentence(isChinese: Bool) -> String {
        switch self {
        case .office(let error): error.proofSentence(isChinese: isChinese)
        case .toolMissing(let name):
            isChinese ? "读取这种文件需要安装 \(name)；也可以先另存为 DOCX。" : "Reading this needs \(name); or save the file as DOCX first."
        case .toolFailed(let name, let status):
            isChinese ? "\(name) 读不了这个文件（状态 \(status)）。" : "\(name) could not read the file (status \(status))."
        case .toolTimedOut(let name, let seconds):
            isChinese ? "\(name) 在 \(seconds) 秒内没有读完这个文件。" : "\(name) did not finish within \(seconds) seconds."
        case .encrypted: isChinese ? "文件有密码保护，请先去掉密码。" : "The file is protected by a password; take it off first."
        case .noText: isChinese ? "文件里没有文字；扫描件请先识别成文字。" : "There is no text in the file; a scan must be recognised first."
        case .tooLong(let characters, let limit):
            isChinese
                ? "文件有 \(characters) 字，超过一次能读的 \(limit) 字。"
                : "The file has \(characters) characters, more than the \(limit) read at once."
        case .notDocx: isChinese ? "批注只能写进 DOCX 文件。" : "Comments can be put into a DOCX only."
        case .unknownFormat: isChinese ? "不认识这种文件格式。" : "The format is not known."
        }
    }
}

extension OfficeFormatError {
    fileprivate func proofSentence(isChinese: Bool) -> String {
        switch self {
        case .unreadable(let path, _): isChinese ? "打不开 \(path)。" : "\(path) cannot be opened."
        case .encrypted: isChinese ? "文件有密码保护，请先去掉密码。" : "The file is protected by a password; take it off first."
        case .notAZip, .damaged, .missingPart, .malformedXML, .undecodable:
            isChinese ? "文件损坏或不完整。" : "The file is damaged or incomplete."
        case .tooLarge, .tooCompressed, .tooManyEntries, .tooDeep, .declaresDocumentType:
            isChinese
                ? "文件异常（过大、压缩比过高或嵌套过深），未读取。"
                : "The file is abnormal (too large, too compressed or nested too deep) and was not read."
        case .unsupported: isChinese ? "不是能读的文字文件。" : "It is not a text document that can be read."
        default: isChinese ? "读取失败。" : "Reading failed."
        }
    }
}
