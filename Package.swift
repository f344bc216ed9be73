// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// One target, one duty (docs/architecture.md); what a target may import is what it lists here.
func house(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")

let package = Package(
    name: "zhunsheng",
    products: [.executable(name: "zhunsheng", targets: ["zhunsheng"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", "4.5.2"..<"5.0.0"),
        .package(url: "https://github.com/jpsim/Yams", "6.2.2"..<"7.0.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        house("LegalTime", []),
        house("Definitions", ["LegalTime", "Letters", yams, crypto]),
        house("Records", ["Definitions", "LegalTime"]),
        house("Workflow", ["Definitions", "Records", "LegalTime"]),
        house("Deadlines", ["Definitions", "Records", "LegalTime"]),
        house("Vault", [crypto]),
        house("Access", ["LegalTime", "CArgon2", crypto]),
        house("OfficeFormats", ["CZip", "CXML2", "CXlsxWriter"]),
        house("Store", ["Definitions", "Records", "Deadlines", "Access", "LegalTime"]),
        house("StoreSQLite", ["Store", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        house(
            "Casework",
            [
                "Definitions", "Records", "Workflow", "Deadlines", "Access", "Vault", "Store", "Letters", "OfficeFormats",
                "Draws", "Examination", "Assessment", "Notices", "Indicators",
                "LegalTime", crypto,
            ]),
        house("Indicators", ["Definitions", "Records", "Access", "Store", "LegalTime"]),
        house("Wording", ["Definitions", "Records", "Workflow", "Deadlines", "Assessment", "LegalTime"]),
        house(
            "Exchange",
            [
                "Definitions", "Records", "Workflow", "Access", "Store", "Casework", "OfficeFormats", "Wording", "Indicators",
                "Assessment", "LegalTime",
                yams,
            ]),
        house("Proofreading", []),
        house("TextReading", ["OfficeFormats"]),
        house("Letters", ["OfficeFormats"]),
        house("Draws", [crypto]),
        house("Examination", [crypto]),
        house("Assessment", []),
        house("Notices", [crypto]),
        house("Reports", ["Definitions", "Records", "Indicators", "OfficeFormats", "Wording", "LegalTime"]),
        house(
            "Pages",
            [
                "Definitions", "Records", "Workflow", "Deadlines", "Indicators", "Reports", "Wording", "OfficeFormats",
                "Examination", "Assessment", "Draws",
                "LegalTime",
            ],
            resources: [.copy("Assets")]),
        house(
            "Web",
            [
                "Pages", "Casework", "Exchange", "Access", "Indicators", "Reports", "Definitions", "Records", "Workflow",
                "Deadlines", "Store", "Wording", "OfficeFormats", "Examination", "Assessment", "Draws", "Notices",
                "LegalTime", hummingbird, logging, lifecycle, nioCore, nioPosix,
            ]),
        house(
            "Demo",
            [
                "Definitions", "Records", "Access", "Casework", "Indicators", "Store", "Examination", "Assessment", "Draws",
                "LegalTime", yams,
            ]),
        .executableTarget(
            name: "zhunsheng",
            dependencies: [
                "Web", "Demo", "Exchange", "OfficeFormats", "Reports", "Indicators", "Casework", "StoreSQLite", "Store",
                "Access", "Vault", "Definitions", "Records", "Deadlines", "Wording", "Proofreading", "TextReading", "Draws",
                "Assessment", "Notices",
                "LegalTime", argumentParser, logging,
            ],
            swiftSettings: settings),
        // Prints precision and recall of the proof-reader on the reports of a folder.
        .executableTarget(name: "proofscore", dependencies: ["Proofreading"], path: "Tools/proofscore", swiftSettings: settings),

        .target(
            name: "TestSupport",
            dependencies: [
                "Definitions", "Records", "Deadlines", "Access", "Vault", "Store", "StoreSQLite", "Casework", "LegalTime",
            ],
            path: "Tests/TestSupport", swiftSettings: settings),
        tests("RecordsTests", ["Records", "Definitions", "LegalTime", "TestSupport"]),
        tests("WorkflowTests", ["Workflow", "Records", "Definitions", "LegalTime", "TestSupport"]),
        tests("DeadlinesTests", ["Deadlines", "Records", "Definitions", "LegalTime", "TestSupport", yams]),
        tests(
            "StoreTests", ["Store", "StoreSQLite", "Access", "Deadlines", "Records", "Definitions", "LegalTime", "TestSupport"]),
        tests(
            "CaseworkTests",
            [
                "Casework", "Indicators", "Store", "Vault", "Access", "Workflow", "Deadlines", "Records", "Definitions",
                "OfficeFormats", "Draws", "Examination", "Assessment", "Notices", "LegalTime", "TestSupport",
            ]),
        tests(
            "IndicatorsTests",
            [
                "Indicators", "Deadlines", "Store", "StoreSQLite", "Access", "Records", "Definitions", "LegalTime", "TestSupport",
                yams,
            ]),

        .testTarget(name: "LegalTimeTests", dependencies: ["LegalTime", yams], exclude: ["Fixtures"], swiftSettings: settings),
        tests("VaultTests", ["Vault", crypto]),
        tests("LettersTests", ["Letters", "OfficeFormats"]),
        tests("DrawsTests", ["Draws"]),
        tests("ExaminationTests", ["Examination"]),
        tests("AssessmentTests", ["Assessment"]),
        tests("NoticesTests", ["Notices"]),
        tests("AccessTests", ["Access", "LegalTime", crypto, "TestSupport"]),
        tests(
            "ExchangeTests",
            [
                "Exchange", "Casework", "StoreSQLite", "Store", "Access", "Vault", "Definitions", "Records", "OfficeFormats",
                "Wording", "Indicators", "LegalTime", "TestSupport",
            ]),
        tests("WordingTests", ["Wording", "Definitions", "Records", "Workflow", "Deadlines", "LegalTime"]),
        tests("DefinitionsTests", ["Definitions", "Letters", "OfficeFormats", "LegalTime", "TestSupport"]),
        .testTarget(name: "OfficeFormatsTests", dependencies: ["OfficeFormats"], exclude: ["Fixtures"], swiftSettings: settings),
        tests("StoreSQLiteTests", ["StoreSQLite", "Store"]),
        tests("ProofreadingTests", ["Proofreading", yams, "TestSupport"]),
        tests("TextReadingTests", ["TextReading", "OfficeFormats", "Proofreading"]),
        tests("ReportsTests", ["Reports", "Indicators", "Definitions", "Records", "OfficeFormats", "Wording", "LegalTime"]),
        tests("PagesTests", ["Pages", "Wording", "LegalTime", "TestSupport"]),
        tests(
            "WebTests",
            [
                "Web", "Pages", "Casework", "StoreSQLite", "Store", "Access", "Vault", "Definitions", "Records", "LegalTime",
                "OfficeFormats", "TestSupport", "Draws", "Examination", "Assessment", "Notices", hummingbird, logging, nioCore,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
