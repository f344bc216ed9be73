/// What is wrong with a new password.
public enum PasswordProblem: Hashable, Sendable {
    case tooShort(minimum: Int)
    case tooLong(maximum: Int)
    /// Too few of: small letters, capital letters, digits, other characters.
    case tooFewKinds(minimum: Int)
    case tooFewDifferent(minimum: Int)
    case containsLogin
    case common
    /// It is the password that is to be changed.
    case unchanged
}

/// What a new password has to be (GB/T 22239-2019, 8.1.4.1: complexity).
public struct PasswordPolicy: Hashable, Sendable {
    public var minimum: Int
    public var maximum: Int
    /// How many kinds of characters, unless the password is `longEnough`.
    public var kinds: Int
    /// A phrase of so many characters may be of one kind.
    public var longEnough: Int
    public var different: Int

    public init(minimum: Int = 10, maximum: Int = 128, kinds: Int = 3, longEnough: Int = 16, different: Int = 5) {
        self.minimum = minimum
        self.maximum = maximum
        self.kinds = kinds
        self.longEnough = longEnough
        self.different = different
    }

    /// Ten characters, three kinds of them.
    public static let standard = PasswordPolicy()

    /// Every problem of the password for the login; with the old hash, whether it is changed at all (which takes a verification).
    public func problems(with password: String, login: String, replacing old: PasswordHash? = nil) -> [PasswordProblem] {
        var problems: [PasswordProblem] = []
        let count = password.unicodeScalars.count
        if count < minimum { problems.append(.tooShort(minimum: minimum)) }
        if count > maximum { problems.append(.tooLong(maximum: maximum)) }
        if count < longEnough, Self.kinds(of: password) < kinds { problems.append(.tooFewKinds(minimum: kinds)) }
        if Set(password.unicodeScalars).count < different { problems.append(.tooFewDifferent(minimum: different)) }
        let lowered = password.lowercased()
        if login.unicodeScalars.count >= 3, lowered.contains(login.lowercased()) { problems.append(.containsLogin) }
        if CommonPasswords.contain(lowered) { problems.append(.common) }
        if problems.isEmpty, let old, old.verifies(password) { problems.append(.unchanged) }
        return problems
    }

    private static func kinds(of password: String) -> Int {
        let kinds = password.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z": 0
            case "A"..."Z": 1
            case "0"..."9": 2
            default: 3
            }
        }
        return Set(kinds).count
    }
}

/// Passwords that are tried first, with and without the usual tails and disguises.
enum CommonPasswords {
    /// What is left of a common password once digits and signs at both ends are taken off.
    private static let stems: Set<String> = [
        "a", "aa", "ab", "abc", "abcd", "abcdef", "abcdefg", "abcdefgh", "admin", "administrator", "asdf", "asdfgh", "asdfghjkl",
        "changeme", "china", "default", "guanliyuan", "guest", "hello", "huawei", "iloveyou", "letmein", "login", "master",
        "mima", "p", "pass", "password", "passwd", "q", "qaz", "qazwsx", "qazwsxedc", "qq", "qwe", "qweasd", "qweasdzxc", "qwer",
        "qwert", "qwerty", "qwertyuiop", "root", "server", "sifaju", "super", "system", "temp", "test", "user", "welcome",
        "woaini",
        "woaiwojia", "wodemima", "wo", "zaq", "zhengfu", "zhunsheng", "zxc", "zxcvbn", "zxcvbnm",
    ]
    /// Walks over the keyboard that mix letters and digits.
    private static let walks = [
        "1qaz2wsx", "1q2w3e4r", "q1w2e3r4", "zaq12wsx", "qwe123asd", "123qweasd", "a1b2c3d4", "1a2b3c4d", "abc123abc",
        "1234567890", "0987654321",
    ]

    /// Whether the lower-case password is one of them.
    static func contain(_ lowered: String) -> Bool {
        if walks.contains(where: lowered.hasPrefix) { return true }
        if isRun(Array(lowered.unicodeScalars.map(\.value))) { return true }
        let trunk = String(lowered.reversed().drop { !$0.isLetter }.reversed())
        return [stem(lowered), stem(undisguised(lowered)), undisguised(stem(lowered)), undisguised(trunk)].contains(
            where: stems.contains)
    }

    private static func undisguised(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { disguises[$0] ?? $0 }))
    }

    private static let disguises: [Unicode.Scalar: Unicode.Scalar] = [
        "@": "a", "4": "a", "3": "e", "1": "i", "0": "o", "$": "s", "5": "s",
    ]

    private static func stem(_ text: String) -> String {
        guard let first = text.firstIndex(where: \.isLetter), let last = text.lastIndex(where: \.isLetter) else { return "" }
        return String(text[first...last])
    }

    /// Whether each character follows the one before by the same small step: 1234567890, aaaaaaaaaa, 9876543210.
    private static func isRun(_ values: [UInt32]) -> Bool {
        let steps = Set(zip(values, values.dropFirst()).map { Int64($1) - Int64($0) })
        return values.count > 1 && steps.count == 1 && steps.isSubset(of: [-1, 0, 1])
    }
}
