import Foundation
import SQLiteStore
import Services
import TestSupport
import Testing

/// A last look at the stores of a test: after every test that has one, everything that must hold in a store holds.
public enum StoreLook {
    /// Verifies every store in a folder (`*.db`), but for those that were tampered with by way of `RawFile`, and records what it finds as issues of
    /// the test that is running.
    @Sendable public static func verify(folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for path in names.filter({ $0.hasSuffix(".db") }).map({ "\(folder)/\($0)" }) where !RawFile.isTampered(path) {
            // One that cannot be opened is what its own test is about.
            guard let store = try? SQLiteStore.open(path, readOnly: true) else { continue }
            defer { try? store.close() }
            do {
                let findings = try VerifyStore(store)(vault: AttachmentVault(besides: path))
                if !findings.isEmpty { Issue.record("the store is not whole after the test: \(findings)") }
            } catch {
                Issue.record(error)
            }
        }
    }
}
