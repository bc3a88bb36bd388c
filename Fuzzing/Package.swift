// swift-tools-version: 6.2
import PackageDescription

/// Fuzzing with coverage by libFuzzer: `make fuzz`. The same targets as `fuzz`, which needs no instrumented build.
let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "nhiemvu", path: "..")],
    targets: [
        // libFuzzer's own entry, called from ours: the toolchain's archive without a main.
        .executableTarget(
            name: "coverage",
            dependencies: [.product(name: "Fuzzed", package: "nhiemvu")],
            path: "Sources/Coverage",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                .treatAllWarnings(as: .error),
            ]
        )
    ]
)
