/// One question of a bank.
public struct Question: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// 单选: one option is right.
        case single
        /// 多选: two or more are right.
        case multiple
        /// 判断: right or wrong.
        case judgement
    }

    /// Stable within the bank.
    public var id: String
    public var kind: Kind
    public var stem: String
    /// In the order of the bank; a judgement has 正确 and 错误.
    public var options: [String]
    /// Places of the right options in `options`, from 0.
    public var right: Set<Int>
    /// What it is about, for quotas and for the reading of the results; empty where the bank does not say.
    public var topic: String
    /// Shown after marking: why the answer is right, such as a law and an article.
    public var explanation: String

    public init(
        id: String, kind: Kind, stem: String, options: [String], right: Set<Int>, topic: String = "", explanation: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.stem = stem
        self.options = options
        self.right = right
        self.topic = topic
        self.explanation = explanation
    }
}
