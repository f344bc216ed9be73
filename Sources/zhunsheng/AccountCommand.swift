import Access
import ArgumentParser
import Casework
import Foundation
import LegalTime

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Accounts and their dated grants.",
        discussion: "Example: zhunsheng account add wang --name 王五丙 --unit sifaju --grant clerk@sifaju",
        subcommands: [AccountList.self, AccountAdd.self, AccountPassword.self])
}

struct AccountList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the accounts.")
    @OptionGroup var options: OfficeOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let office = try await options.office()
        let accounts = try await office.accounts()
        if format == .json {
            Terminal.say(
                JSONText.list(
                    accounts.map { entry in
                        .object([
                            ("login", .text(entry.account.name)), ("name", .text(entry.account.displayName)),
                            ("unit", .text(entry.account.unit)),
                            ("state", .text(entry.account.state.rawValue)),
                            ("grants", .list(entry.grants.map { .text("\($0.role)@\($0.unit)") })),
                        ])
                    }
                ).written())
        } else {
            Terminal.say(
                Terminal.table(
                    accounts.map { entry in
                        [
                            entry.account.name, entry.account.displayName, entry.account.unit, entry.account.state.rawValue,
                            entry.grants.map { "\($0.role)@\($0.unit)" }.joined(separator: " "),
                        ]
                    }))
        }
        await office.engine.close()
    }
}

struct AccountAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes an account; prints its first password once.")
    @Argument var login: String
    @Option(help: "The name shown.") var name: String
    @Option(help: "The unit it belongs to.") var unit: String
    @Option(help: "ROLE@UNIT, or ROLE@UNIT:registers:a,b; may be given several times.") var grant: [String]
    @OptionGroup var options: OfficeOptions

    func run() async throws {
        let office = try await options.office()
        let today = office.clock.today()
        let grants = try grant.map { text in
            let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
            let place = parts.count == 2 ? parts[1].split(separator: ":", maxSplits: 1).map(String.init) : []
            guard parts.count == 2, let unit = place.first, let limit = RegisterLimit(place.count > 1 ? place[1] : "*") else {
                throw CommandFailure(
                    "授权写作 角色@单位，如 clerk@sifaju。", "Write a grant as ROLE@UNIT, such as clerk@sifaju.", options.language)
            }
            return Grant(account: login, role: Role(rawValue: parts[0]), unit: unit, registers: limit, from: today)
        }
        let password = FirstPassword.make()
        let account = Account(
            id: login, name: login, displayName: name, unit: unit, mustChangePassword: true,
            passwordHash: try PasswordHash.make(of: password))
        let refusals = try await office.save(account, grants: grants)
        guard refusals.isEmpty else {
            throw CommandFailure(
                "没有写入：\(refusals.map { "\($0)" }.joined(separator: "；"))",
                "Nothing was written: \(refusals.map { "\($0)" }.joined(separator: "; "))", options.language)
        }
        Terminal.say(
            options.language == .chinese
                ? "账号 \(login)，首次密码 \(password)（登录后须更改）"
                : "Account \(login), first password \(password) (to be changed at log-in)")
        await office.engine.close()
    }
}

struct AccountPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Gives an account a new first password and ends its sessions.")
    @Argument var login: String
    @OptionGroup var options: OfficeOptions

    func run() async throws {
        let office = try await options.office()
        guard let entry = try await office.accounts().first(where: { $0.account.name == login }) else {
            throw CommandFailure("没有账号“\(login)”。", "There is no account “\(login)”.", options.language)
        }
        let password = FirstPassword.make()
        try await office.setPassword(try PasswordHash.make(of: password), account: entry.account, mustChange: true)
        Terminal.say(
            options.language == .chinese ? "账号 \(login)，首次密码 \(password)" : "Account \(login), first password \(password)")
        await office.engine.close()
    }
}

/// A random password to hand over once: four groups that can be read out.
enum FirstPassword {
    static func make() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz")
        let capitals = Array("ABCDEFGHJKMNPQRSTUVWXYZ")
        let digits = Array("23456789")
        func some(_ from: [Character], _ count: Int) -> String { String((0..<count).compactMap { _ in from.randomElement() }) }
        return [some(capitals, 2) + some(letters, 2), some(digits, 4), some(letters, 4)].joined(separator: "-")
    }
}
