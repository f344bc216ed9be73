/// The kinds of media that are taken, told by their first bytes and never by name or by what the browser says.
public enum MediaKind: String, Sendable, CaseIterable {
    case webmVideo = "video/webm"
    case webmAudio = "audio/webm"
    case mp4Video = "video/mp4"
    case mp4Audio = "audio/mp4"
    case mp3 = "audio/mpeg"
    case oggAudio = "audio/ogg"
    case oggVideo = "video/ogg"
    case wav = "audio/wav"

    /// How many bytes of the beginning are looked at.
    public static let headLength = 4096

    public var mediaType: String { rawValue }
    public var isVideo: Bool { rawValue.hasPrefix("video/") }

    /// nil for anything else; fewer bytes than `headLength` are the whole file.
    public init?(head: some Collection<UInt8>) {
        let head = Array(head.prefix(Self.headLength))
        func stands(_ text: StaticString, at offset: Int) -> Bool {
            let end = offset + text.utf8CodeUnitCount
            guard head.count >= end else { return false }
            return head[offset..<end].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
        func holds(_ text: StaticString) -> Bool { (0..<head.count).contains { stands(text, at: $0) } }

        if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            guard holds("webm") else { return nil }
            self = holds("A_") && !holds("V_") ? .webmAudio : .webmVideo
        } else if stands("ftyp", at: 4) {
            let isAudio = stands("M4A ", at: 8) || stands("M4B ", at: 8)
            let videos: [StaticString] = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"]
            guard isAudio || videos.contains(where: { stands($0, at: 8) }) else { return nil }
            self = isAudio ? .mp4Audio : .mp4Video
        } else if stands("OggS", at: 0) {
            let isAudio = holds("vorbis") || holds("OpusHead") || holds("Speex")
            guard isAudio || holds("theora") else { return nil }
            self = holds("theora") ? .oggVideo : .oggAudio
        } else if stands("RIFF", at: 0), stands("WAVE", at: 8) {
            self = .wav
        } else if stands("ID3", at: 0) || Self.isFrame(head) {
            self = .mp3
        } else {
            return nil
        }
    }

    /// The head of an MPEG layer III frame: sync, a version, layer, bit rate and sampling rate that there are.
    private static func isFrame(_ head: [UInt8]) -> Bool {
        guard head.count >= 4, head[0] == 0xFF, head[1] & 0xE0 == 0xE0 else { return false }
        return head[1] & 0x18 != 0x08 && head[1] & 0x06 == 0x02 && head[2] & 0xF0 != 0xF0 && head[2] & 0xF0 != 0
            && head[2] & 0x0C != 0x0C
    }
}
