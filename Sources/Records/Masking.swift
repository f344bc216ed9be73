import Definitions

/// What of a personal value may be seen by somebody without the right to it.
public enum Masking {
    /// 张三甲 → 张**, 13800000000 → 138****0000; running text and sensitive marks show nothing.
    public static func mask(_ value: Value, as mark: PersonalMark) -> Value {
        guard case .text(let text) = value, !text.isEmpty else { return .masked("***") }
        switch mark {
        case .name: return .masked(String(text.prefix(1)) + String(repeating: "*", count: max(1, min(text.count - 1, 8))))
        case .idNumber: return .masked(String(text.prefix(4)) + String(repeating: "*", count: max(4, text.count - 4)))
        case .contact: return .masked(text.count >= 8 ? String(text.prefix(3)) + "****" + String(text.suffix(4)) : "***")
        case .address, .freeText, .sensitive: return .masked("***")
        }
    }
}
