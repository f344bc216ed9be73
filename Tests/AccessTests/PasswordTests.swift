import TestSupport
import Testing

@testable import Access

@Suite("Passwords")
struct PasswordTests {
    @Test("the right password verifies, any other does not")
    func verify() throws {
        let hash = try PasswordHash.make(of: "准绳 Correct 1!")
        #expect(hash.verifies("准绳 Correct 1!"))
        for wrong in ["", "准绳 Correct 1", "准绳 correct 1!", "准绳 Correct 1! ", "准绳 Correct 1!\0"] { #expect(!hash.verifies(wrong)) }
    }

    @Test("a hash is Argon2id of two passes over 19 MiB in PHC form, with a salt of its own")
    func form() throws {
        let first = try PasswordHash.make(of: "same")
        #expect(first.phc.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(first.phc.split(separator: "$").map(\.count).suffix(2) == [22, 43])
        #expect(try first != PasswordHash.make(of: "same"))
        #expect("\(first)" == "PasswordHash")
    }

    @Test("the hash is the one that Argon2id gives")
    func vector() throws {
        let parameters = PasswordHash.Parameters(passes: 2, kibibytes: 65_536, lanes: 1)
        let hash = try PasswordHash.make(of: "password", salt: Array("somesalt".utf8), parameters: parameters)
        #expect(hash.phc == "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
    }

    @Test("a hash made at another cost still verifies and asks to be made anew")
    func rehash() throws {
        let old = try PasswordHash.cheap("Zhunsheng-1")
        #expect(old.verifies("Zhunsheng-1") && old.needsRehash())
        #expect(try !PasswordHash.make(of: "x").needsRehash())
        #expect(PasswordHash(phc: "").needsRehash() && !PasswordHash(phc: "").verifies(""))
        #expect(!PasswordHash(phc: "$argon2id$v=19$m=19456,t=2,p=1$AAAA").verifies("x"))
    }

    @Test("the decoy costs what a real verification costs, and nothing opens it")
    func decoy() {
        #expect(!PasswordHash.decoy.needsRehash())
        #expect(PasswordHash.decoy.phc.split(separator: "$").map(\.count).suffix(2) == [22, 43])
        let time = processorTime { #expect(!PasswordHash.decoy.verifies("anything")) }
        #expect(time > .milliseconds(3))
    }

    @Test("a cost that the library refuses is a failure, not a crash")
    func failure() {
        #expect(throws: PasswordFailure.self) {
            try PasswordHash.make(of: "x", parameters: .init(passes: 0, kibibytes: 8, lanes: 1))
        }
    }
}

@Suite("Password policy")
struct PasswordPolicyTests {
    func problems(_ password: String, login: String = "wangwu") -> [PasswordProblem] {
        PasswordPolicy.standard.problems(with: password, login: login)
    }

    @Test(
        "good passwords pass",
        arguments: ["Kx7-mountain", "红旗大街百货-Q7w", "a river runs through it", "调解调处答复复议应诉普法决策合同督察", "Tr0ub4dor&3x"])
    func good(password: String) { #expect(problems(password) == []) }

    @Test("every problem is named at once")
    func together() {
        #expect(problems("aaaa") == [.tooShort(minimum: 10), .tooFewKinds(minimum: 3), .tooFewDifferent(minimum: 5), .common])
        #expect(problems("") == [.tooShort(minimum: 10), .tooFewKinds(minimum: 3), .tooFewDifferent(minimum: 5)])
        #expect(problems("Wangwu-77-x") == [.containsLogin])
        #expect(problems(String(repeating: "Abc-1 xyz ", count: 20)) == [.tooLong(maximum: 128)])
        #expect(problems("mountainriver") == [.tooFewKinds(minimum: 3)])
    }

    @Test(
        "common passwords are found under their disguises",
        arguments: [
            "Password@123", "P@ssw0rd1234", "Admin@123456", "Aa123456789!", "1qaz2WSX3edc", "Qwerty-12345", "woaini1314520",
            "1234567890",
            "0987654321", "Zhunsheng-2026", "Huawei@12345", "@dmin-2026-", "qwertyuiop[]12",
        ])
    func common(password: String) { #expect(problems(password).contains(.common)) }

    @Test("the old password is no new one")
    func unchanged() throws {
        let old = try PasswordHash.cheap("Kx7-mountain")
        #expect(PasswordPolicy.standard.problems(with: "Kx7-mountain", login: "x", replacing: old) == [.unchanged])
        #expect(PasswordPolicy.standard.problems(with: "Kx8-mountain", login: "x", replacing: old) == [])
    }
}
