/// What kinds of file the public may hand in, known by their content, not by their name alone.
public enum PublicFile {
    /// Largest file, in bytes.
    public static let limit: Int64 = 8 * 1024 * 1024
    /// So many files a form may bring.
    public static let most = 3
    /// As they are named to the public.
    public static let endings = ["pdf", "jpg", "jpeg", "png", "docx", "xlsx"]

    /// The media type that a file has by its ending and its first bytes; nil for anything that is not taken.
    public static func mediaType(name: String, bytes: [UInt8]) -> String? {
        let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
        func starts(_ head: [UInt8]) -> Bool { bytes.starts(with: head) }
        switch ending {
        case "pdf": return starts(Array("%PDF-".utf8)) ? "application/pdf" : nil
        case "jpg", "jpeg": return starts([0xFF, 0xD8, 0xFF]) ? "image/jpeg" : nil
        case "png": return starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png" : nil
        case "docx":
            return starts([0x50, 0x4B, 3, 4])
                ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : nil
        case "xlsx":
            return starts([0x50, 0x4B, 3, 4]) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : nil
        default: return nil
        }
    }
}
