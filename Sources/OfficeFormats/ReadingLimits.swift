/// What a reader accepts before it refuses, against files made to exhaust memory or time.
public struct ReadingLimits: Sendable, Hashable {
    /// Bytes of the file itself.
    public var fileBytes: UInt64
    /// Bytes of one entry, unpacked.
    public var entryBytes: UInt64
    /// Bytes of all entries together, unpacked.
    public var totalBytes: UInt64
    /// Unpacked bytes per packed byte, looked at once an entry is larger than `ratioFreeBytes`.
    public var ratio: UInt64
    public var ratioFreeBytes: UInt64
    public var entries: Int
    /// Nested XML elements.
    public var depth: Int
    /// Highest row number of a sheet or row count of a CSV file.
    public var rows: Int
    public var columns: Int

    public init(
        fileBytes: UInt64 = 256 << 20, entryBytes: UInt64 = 512 << 20, totalBytes: UInt64 = 1 << 30, ratio: UInt64 = 200,
        ratioFreeBytes: UInt64 = 8 << 20, entries: Int = 10_000, depth: Int = 256, rows: Int = 1_048_576, columns: Int = 16_384
    ) {
        self.fileBytes = fileBytes
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.ratioFreeBytes = ratioFreeBytes
        self.entries = entries
        self.depth = depth
        self.rows = rows
        self.columns = columns
    }

    /// Wide enough for any sheet Excel can hold in half a gigabyte of XML.
    public static let standard = ReadingLimits()
}
