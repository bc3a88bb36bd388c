import Crypto
import Foundation
import PlainFiles

extension RuleLibrary {
    /// SHA-256 (hex) over the names and contents of all YAML and CSV files, to tell whether any was changed.
    ///
    /// - Throws: `PlainFile.Fault` for what is no plain file, or longer than any file of rules may be.
    public func fingerprint() throws -> String {
        var hash = SHA256()
        let names = (FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []).sorted()
        for name in names where name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
            let content = try PlainFile.read("\(directory)/\(name)", atMost: 64 << 20, followsLinks: true)
            hash.update(data: Data("\(name)\0\(content.count)\0".utf8))
            hash.update(data: content)
        }
        return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
