import CanonicalJSON
import Foundation
public import LifecycleModel
public import Store

/// Files beside the store that no event speaks of: kept for an act that was never recorded, or left half-written by a machine that went down.
public struct OrphanFiles: Sendable {
    private let vault: AttachmentVault

    /// Names where attached files lie.
    public init(in vault: AttachmentVault) {
        self.vault = vault
    }

    /// The paths of files older than a moment that no event of the log names, by path. An act that is being recorded keeps its files first, so
    /// young ones are left alone.
    public func paths(olderThan moment: Moment, in reader: any StoreReader) throws -> [String] {
        var candidates: [String: String] = [:]
        for path in files() where modified(path).map({ $0 < moment }) ?? false {
            candidates[(path as NSString).lastPathComponent] = path
        }
        guard !candidates.isEmpty else { return [] }
        try reader.eachEvent(after: 0) { event in
            for hash in event.payload.canonicalBytes.hashes where candidates[hash] != nil { candidates[hash] = nil }
            return !candidates.isEmpty
        }
        return candidates.values.sorted()
    }

    private func files() -> [String] {
        guard let found = FileManager.default.enumerator(atPath: vault.folder) else { return [] }
        return found.compactMap { $0 as? String }.map { "\(vault.folder)/\($0)" }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    private func modified(_ path: String) -> Moment? {
        let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        return date.map { Moment(milliseconds: Int64($0.timeIntervalSince1970 * 1000)) }
    }
}

extension [UInt8] {
    /// All runs of exactly 64 lower-case hexadecimal digits in it.
    fileprivate var hashes: [String] {
        var found: [String] = []
        var start: Int?
        for (place, byte) in (self + [0]).enumerated() {
            let isDigit = (48...57).contains(byte) || (97...102).contains(byte)
            if isDigit {
                if start == nil { start = place }
            } else {
                if let begin = start, place - begin == 64 { found.append(String(decoding: self[begin..<place], as: UTF8.self)) }
                start = nil
            }
        }
        return found
    }
}
