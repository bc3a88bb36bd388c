// swift-tools-version: 6.2
import PackageDescription

/// The module map: layers from the middle outwards; a lower one never imports a higher one (`make check-imports` compares every import with it).
let package = Package(
    name: "nhiemvu",
    defaultLocalization: "vi",
    products: [
        .executable(name: "nhiemvu", targets: ["nhiemvu"]),
        // What `torture` loads into the program.
        .library(name: "CFaults", type: .dynamic, targets: ["CFaults"]),
        // What Benchmarks/ measures from inside.
        .library(
            name: "Measured",
            targets: [
                "Engine", "Expressions", "Importing", "Jobs", "LifecycleModel", "RuleLoading", "Rules", "SQLiteStore", "SamplePortfolio",
                "Services",
                "Store", "WorkingCalendar",
            ]
        ),
        // What Fuzzing/ watches the coverage of.
        .library(name: "Fuzzed", targets: ["FuzzTargets"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // MARK: Model
        // JSON without floating point, its canonical bytes (RFC 8785) and a strict parser.
        .target(name: "CanonicalJSON"),
        // Dates, moments, money, codes, phrases, blockers, Vietnamese text, registers.
        .target(name: "LifecycleModel", dependencies: ["CanonicalJSON"]),
        // The guard language: the Common Expression Language over typed facts.
        .target(name: "Expressions"),
        // Expressions, values and types as typed JSON, for other programs.
        .target(name: "ExpressionExchange", dependencies: ["Expressions"]),
        // Working days, holidays, terms, counting with suspensions.
        .target(name: "WorkingCalendar", dependencies: ["CanonicalJSON", "LifecycleModel"]),
        // A legal regime as values, its expressions compiled, one validator a file.
        .target(name: "Rules", dependencies: ["CanonicalJSON", "Expressions", "LifecycleModel", "WorkingCalendar"]),

        // What two regimes say differently in meaning, in words; what of a regime rests on which article.
        .target(name: "RuleChanges", dependencies: ["CanonicalJSON", "Expressions", "LifecycleModel", "Rules", "WorkingCalendar"]),

        // MARK: Logic
        // decide, apply, replay, explain: pure.
        .target(name: "Engine", dependencies: ["CanonicalJSON", "Expressions", "LifecycleModel", "Rules", "WorkingCalendar"]),
        // Councils as legal bodies: who may sit, quorum, ballots, the count with its working; exact and pure.
        .target(name: "Councils", dependencies: ["CanonicalJSON", "LifecycleModel", "Rules"]),
        // Khoán chi: estimates, advances, clearing, savings, recovery, over a double-entry journal; to the đồng and pure.
        .target(name: "LumpSum", dependencies: ["CanonicalJSON", "LifecycleModel", "Rules"]),
        // Stories about a task, played on a regime: what happens on these days by these people, and what must then be so.
        .target(name: "Scenarios", dependencies: ["Engine", "LifecycleModel", "Rules", "WorkingCalendar"]),
        // Declared invariants, proved by exploring every life the rules allow: pure.
        .target(name: "Proofs", dependencies: ["CanonicalJSON", "Expressions", "LifecycleModel", "Rules"]),
        // Survival curves: the estimate of Kaplan and Meier with its bands.
        .target(name: "Statistics"),
        // What is counted: use after acceptance, the book of indicators, assigned jobs; as known on a day, exact and pure.
        .target(name: "Indicators", dependencies: ["CanonicalJSON", "LifecycleModel", "Statistics"]),
        // The Merkle tree over the event log: hashes, proofs, verification (RFC 6962); checkpoints as signed notes (C2SP).
        .target(name: "AuditTrail", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),

        // MARK: Edge in
        // YAML rule files to a regime, or every fault with file, line and column.
        .target(
            name: "RuleLoading",
            dependencies: [
                "CanonicalJSON", "DelimitedText", "Engine", "Indicators", "LifecycleModel", "PlainFiles", "Proofs", "Rules", "Scenarios",
                "WorkingCalendar",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Yams", package: "Yams"),
            ]
        ),
        // Files in folders that somebody else filled: plain ones, within a bound, nothing waited for.
        .target(name: "PlainFiles"),
        // CSV text: reading with exact places, writing.
        .target(name: "DelimitedText"),
        // A portfolio's CSV files to drafts, or every fault with file, row and column.
        .target(name: "Importing", dependencies: ["DelimitedText", "LifecycleModel", "PlainFiles"]),

        // A made-up portfolio of Thanh Hóa.
        .target(name: "SamplePortfolio", dependencies: ["Importing", "LifecycleModel"]),

        // MARK: Store
        // The log and the tables for reading, as a port.
        .target(name: "Store", dependencies: ["AuditTrail", "CanonicalJSON", "LifecycleModel"]),
        // The port on one SQLite file.
        .target(
            name: "SQLiteStore",
            dependencies: [
                "AuditTrail", "CanonicalJSON", "LifecycleModel", "Store", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),

        // MARK: Use cases
        // One use case a file: decide, record, project, in one transaction.
        .target(
            name: "Services",
            dependencies: [
                "AuditTrail", "CanonicalJSON", "Councils", "DelimitedText", "Documents", "Engine", "Expressions", "Importing",
                "Indicators", "LifecycleModel", "LumpSum", "MailDelivery", "OpenPackaging", "Pages", "PlainFiles", "RuleChanges",
                "RuleLoading", "Rules", "Store", "WorkingCalendar", .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),

        // Batch jobs over the use cases: lease, run, resume, report.
        .target(name: "Jobs", dependencies: ["AuditTrail", "LifecycleModel", "MailDelivery", "Services", "Store"]),

        // MARK: Edge out
        // A regime as pictures: SVG, Mermaid, dot; charts of money and of survival.
        .target(name: "Diagrams", dependencies: ["LifecycleModel", "Rules", "Statistics", "WorkingCalendar"]),
        // Web pages that stand alone: escaped text, tables, pictures, the way they print.
        .target(name: "Pages", dependencies: ["Diagrams"]),
        // A regime and the log in formats that other people's tools read: BPMN, PNML, XES, Promela, SMT-LIB.
        .target(
            name: "ProcessExchange",
            dependencies: ["CanonicalJSON", "Diagrams", "Engine", "Expressions", "LifecycleModel", "Rules", "Store", "WorkingCalendar"]
        ),
        // Days as an iCalendar feed (RFC 5545).
        .target(name: "CalendarFeed", dependencies: ["LifecycleModel"]),
        // The journals of money for other people's bookkeeping: hledger, Ledger.
        .target(name: "BookkeepingExchange", dependencies: ["LifecycleModel", "LumpSum"]),
        // Messages as e-mail (RFC 5322): from templates, over SMTP by curl, or as files in a folder.
        .target(name: "MailDelivery", dependencies: ["LifecycleModel", "PlainFiles", .product(name: "Crypto", package: "swift-crypto")]),
        // libzip, of the system.
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // libxml2, of the system.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // libxlsxwriter, of the system.
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // What DOCX and XLSX have in common: an archive of parts (ISO/IEC 29500-2) and the XML in them, read within limits.
        .target(name: "OpenPackaging", dependencies: ["CLibXML2", "CLibZip", "LifecycleModel"]),
        // Word templates with typed fields to filled documents; numbers, sums and dates in official Vietnamese.
        .target(name: "Documents", dependencies: ["DelimitedText", "LifecycleModel", "OpenPackaging"]),
        // Workbooks (XLSX): written from values, read with exact numbers.
        .target(name: "Spreadsheets", dependencies: ["CLibXLSXWriter", "LifecycleModel", "OpenPackaging"]),
        // The workbook of an estimate: made for a host to fill, read back with every fault at its cell; estimates as CSV.
        .target(name: "EstimateSheets", dependencies: ["Importing", "LifecycleModel", "LumpSum", "Rules", "Spreadsheets"]),
        // How things look on a screen: tables, colours, progress, errors, JSON and CSV.
        .target(name: "Terminal", dependencies: ["CanonicalJSON", "DelimitedText", "LifecycleModel"]),

        // Small mistakes in a regime, to see whether its checks and scenarios notice them.
        .target(name: "Mutations", dependencies: ["Expressions", "LifecycleModel", "Proofs", "Rules", "Scenarios", "WorkingCalendar"]),

        // MARK: Root
        // One command a file.
        .target(
            name: "Commands",
            dependencies: [
                "AuditTrail", "BookkeepingExchange", "CalendarFeed", "CanonicalJSON", "Councils", "Diagrams", "Documents", "DelimitedText",
                "Engine",
                "EstimateSheets",
                "ExpressionExchange", "Expressions", "Importing", "Indicators", "Jobs", "LifecycleModel", "LumpSum", "MailDelivery",
                "Pages",
                "ProcessExchange",
                "Proofs",
                "RuleChanges",
                "RuleLoading", "Rules", "SQLiteStore",
                "SamplePortfolio", "Statistics",
                "Scenarios",
                "Services", "Spreadsheets", "Store", "Terminal", "WorkingCalendar",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "nhiemvu", dependencies: ["Commands", "LifecycleModel"]),
        // `make mutants`, a tool for developers.
        .executableTarget(
            name: "mutants",
            dependencies: [
                "CanonicalJSON", "LifecycleModel", "Mutations", "RuleLoading", "Rules", "Scenarios", "Terminal", "WorkingCalendar",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // `make torture`, a tool for developers.
        .executableTarget(
            name: "torture",
            dependencies: [
                "AuditTrail", "CanonicalJSON", "SQLiteStore", "Services", "Store", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // A file system that fails on demand, loaded into a program by `torture`; nothing links against it.
        .target(name: "CFaults"),
        // Every reader of foreign bytes with what must hold of it, and seeded inputs that try to break it.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "AuditTrail", "CalendarFeed", "CanonicalJSON", "DelimitedText", "Documents", "ExpressionExchange", "Expressions",
                "Importing",
                "LifecycleModel", "MailDelivery", "OpenPackaging", "Pages", "RuleLoading", "Services", "Spreadsheets", "Terminal",
                "TestSupport",
            ]
        ),
        // `make fuzz`, a tool for developers.
        .executableTarget(
            name: "fuzz",
            dependencies: ["FuzzTargets", "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser")]
        ),
        // `make forms`, a tool for developers.
        .executableTarget(name: "forms", dependencies: ["Documents", "LifecycleModel"]),
        // What `make oracles` compares with other spreadsheets, a tool for developers.
        .executableTarget(name: "workbooks", dependencies: ["CanonicalJSON", "LifecycleModel", "Spreadsheets"]),
        // What `make oracles` compares with other people's mail programs, a tool for developers.
        .executableTarget(name: "letters", dependencies: ["CanonicalJSON", "LifecycleModel", "MailDelivery"]),
        // What `make oracles` compares with other statistics, a tool for developers.
        .executableTarget(name: "survival", dependencies: ["CanonicalJSON", "Diagrams", "LifecycleModel", "Statistics"]),

        // MARK: Tests
        // Temporary stores, fixed moments, one-story fixtures.
        .target(
            name: "TestSupport",
            dependencies: [
                "CanonicalJSON", "LifecycleModel", "Store", .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            path: "Sources/TestSupport"
        ),
        // Verifies the stores of a test when it is over.
        .target(name: "LastLook", dependencies: ["SQLiteStore", "Services", "TestSupport"]),
        .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON", "TestSupport"]),
        .testTarget(name: "LifecycleModelTests", dependencies: ["CanonicalJSON", "LifecycleModel", "TestSupport"]),
        .testTarget(name: "WorkingCalendarTests", dependencies: ["CanonicalJSON", "LifecycleModel", "TestSupport", "WorkingCalendar"]),
        .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "TestSupport"]),
        .testTarget(name: "RulesTests", dependencies: ["CanonicalJSON", "Expressions", "LifecycleModel", "Rules", "WorkingCalendar"]),
        .testTarget(name: "RuleChangesTests", dependencies: ["LifecycleModel", "RuleChanges", "RuleLoading", "Rules"]),
        .testTarget(
            name: "RuleLoadingTests",
            dependencies: ["CanonicalJSON", "Indicators", "LifecycleModel", "Proofs", "RuleLoading", "Rules", "WorkingCalendar"]
        ),
        .testTarget(
            name: "EngineTests",
            dependencies: ["CanonicalJSON", "Engine", "LifecycleModel", "Rules", "TestSupport", "WorkingCalendar"]
        ),
        .testTarget(
            name: "CouncilsTests",
            dependencies: ["CanonicalJSON", "Councils", "LifecycleModel", "RuleLoading", "Rules", "TestSupport"]
        ),
        .testTarget(
            name: "LumpSumTests",
            dependencies: ["CanonicalJSON", "LifecycleModel", "LumpSum", "RuleLoading", "Rules", "TestSupport"]
        ),
        .testTarget(
            name: "ScenariosTests",
            dependencies: ["LifecycleModel", "RuleLoading", "Rules", "Scenarios", "WorkingCalendar"]
        ),
        .testTarget(
            name: "MutationsTests",
            dependencies: ["Mutations", "RuleLoading", "Rules", "Scenarios", "WorkingCalendar"],
            exclude: ["survivors.txt"]
        ),
        .testTarget(name: "IndicatorsTests", dependencies: ["Indicators", "LifecycleModel", "Statistics"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
        .testTarget(name: "AuditTrailTests", dependencies: ["AuditTrail", .product(name: "Crypto", package: "swift-crypto")]),
        .testTarget(
            name: "StoreTests",
            dependencies: ["AuditTrail", "CanonicalJSON", "LifecycleModel", "SQLiteStore", "Store", "TestSupport"]
        ),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: [
                "AuditTrail", "CanonicalJSON", "LifecycleModel", "SQLiteStore", "Store", "TestSupport",
            ]
        ),
        .testTarget(name: "PlainFilesTests", dependencies: ["PlainFiles", "TestSupport"]),
        .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText"]),
        .testTarget(name: "ImportingTests", dependencies: ["Importing", "LifecycleModel"]),
        .testTarget(
            name: "SamplePortfolioTests",
            dependencies: [
                "CanonicalJSON", "Engine", "Importing", "Indicators", "Jobs", "LifecycleModel", "LumpSum", "RuleLoading", "Rules",
                "SQLiteStore",
                "SamplePortfolio", "Services", "Store", "TestSupport", "WorkingCalendar",
            ]
        ),
        .testTarget(name: "ExpressionExchangeTests", dependencies: ["ExpressionExchange", "Expressions", "TestSupport"]),
        .testTarget(
            name: "DiagramsTests",
            dependencies: ["Diagrams", "LifecycleModel", "RuleLoading", "Rules", "Statistics"]
        ),
        .testTarget(name: "PagesTests", dependencies: ["Diagrams", "Pages"]),
        .testTarget(
            name: "ProcessExchangeTests",
            dependencies: [
                "CanonicalJSON", "Engine", "LifecycleModel", "ProcessExchange", "RuleLoading", "Rules", "Store", "TestSupport",
                "WorkingCalendar",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(name: "CalendarFeedTests", dependencies: ["CalendarFeed", "LifecycleModel"]),
        .testTarget(name: "MailDeliveryTests", dependencies: ["LifecycleModel", "MailDelivery"]),
        .testTarget(name: "BookkeepingExchangeTests", dependencies: ["BookkeepingExchange", "LifecycleModel", "LumpSum"]),
        .testTarget(
            name: "ServicesTests",
            dependencies: [
                "AuditTrail", "CanonicalJSON", "Councils", "Documents", "Engine", "Importing", "Indicators", "LifecycleModel",
                "OpenPackaging", "Rules",
                "LastLook", "SQLiteStore", "Services", "Store", "TestSupport",
                "WorkingCalendar",
            ]
        ),
        .testTarget(
            name: "JobsTests",
            dependencies: [
                "AuditTrail", "CanonicalJSON", "Engine", "Jobs", "LastLook", "LifecycleModel", "MailDelivery", "SQLiteStore", "Services",
                "Store", "TestSupport", "WorkingCalendar",
            ],
            exclude: ["Rules"]
        ),
        // The built program as a child process, its answers compared with recorded ones.
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "CanonicalJSON", "LastLook", "SQLiteStore", "Store", "TestSupport",
            ],
            exclude: ["BudgetPortfolio", "FollowUpPortfolio", "Golden"]
        ),
        .testTarget(name: "OpenPackagingTests", dependencies: ["OpenPackaging", "TestSupport"]),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "LifecycleModel", "OpenPackaging"]),
        .testTarget(
            name: "SpreadsheetsTests",
            dependencies: ["LifecycleModel", "OpenPackaging", "Spreadsheets"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "EstimateSheetsTests",
            dependencies: ["EstimateSheets", "Importing", "LifecycleModel", "LumpSum", "Rules", "Spreadsheets"]
        ),
        // Every seed on its target.
        .testTarget(name: "FuzzTargetsTests", dependencies: ["FuzzTargets", "TestSupport"]),
        .testTarget(name: "TerminalTests", dependencies: ["CanonicalJSON", "LifecycleModel", "Terminal"]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
