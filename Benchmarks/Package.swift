// swift-tools-version: 6.2
import PackageDescription

/// Measures the speed of the program, each figure beside its limit in the same run: `make bench`.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "nhiemvu", path: ".."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                .product(name: "Measured", package: "nhiemvu"), .product(name: "nhiemvu", package: "nhiemvu"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"), "SlowDisk",
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                .treatAllWarnings(as: .error),
            ]
        ),
        // A disk that takes longer to confirm what it was given.
        .target(name: "SlowDisk"),
    ]
)
