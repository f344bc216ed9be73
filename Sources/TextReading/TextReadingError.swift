import OfficeFormats

/// Why the text of a file could not be read. Cases carry facts; sentences are made where they are shown.
public enum TextReadingError: Error, Sendable, Hashable {
    case office(OfficeFormatError)
    /// A program that the format needs is not installed.
    case toolMissing(String)
    /// The program ended with an error.
    case toolFailed(String, status: Int32)
    /// The program did not end in time.
    case toolTimedOut(String, seconds: Int)
    /// A PDF that a password protects.
    case encrypted
    /// A PDF of pictures, or a file without a word in it.
    case noText
    /// More characters than are read at once.
    case tooLong(characters: Int, limit: Int)
    /// Remarks can be written into a DOCX only.
    case notDocx
    /// Bytes that are no text and no format known.
    case unknownFormat
}
