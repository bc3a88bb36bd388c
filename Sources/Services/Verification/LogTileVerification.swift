import AuditTrail
import LifecycleModel
import Store

/// Holds the hashes of the log's tiles against its leaves.
enum LogTileVerification {
    /// The invariant.
    static let code = "log-tiles"

    /// So many leaves are read at once.
    private static let portion: Int64 = 64 << LogTile.height

    /// What does not agree, at most one finding of each level, in bounded memory.
    static func findings(of head: LogHead, in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        var frontier = MerkleFrontier()
        var (counts, wrong) = ([Int: Int64](), [Int: Int64]())
        while frontier.size < head.size {
            var tiles: [LogTile] = []
            for leaf in try reader.leafHashes(of: frontier.size + 1..<min(frontier.size + portion, head.size) + 1) {
                frontier.append(leaf) { tiles.append($0) }
            }
            for (level, made) in Dictionary(grouping: tiles, by: \.level) {
                let first = made[0].place
                counts[level] = first + Int64(made.count)
                let kept = try reader.tileHashes(level: level, places: first..<first + Int64(made.count))
                if kept != made.map(\.hash), wrong[level] == nil { wrong[level] = first }
            }
        }
        let top = (counts.keys.max() ?? 0) + 1
        for level in 1...top where wrong[level] == nil {
            let count = counts[level] ?? 0
            if try !reader.tileHashes(level: level, places: count..<Int64.max).isEmpty { wrong[level] = count }
        }
        return wrong.sorted { $0.key < $1.key }.map { level, place in
            VerifyStore.Finding(
                code: code,
                subject: "\(level)/\(place)",
                message: Phrase(
                    vi: "Mã băm của đoạn nhật ký bậc \(level) từ số \(place) không phải do các sự kiện của nó mà ra",
                    en: "The hashes of the log's tiles of level \(level) from number \(place) on do not follow from its events"
                )
            )
        }
    }
}
