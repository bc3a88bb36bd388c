import AuditTrail
import GRDB

/// The hashes of the log's tiles, which follow from its leaves.
extension Database {
    /// So many are written at once.
    private static let portion = 1024

    func keep(_ tiles: [LogTile]) throws {
        guard !tiles.isEmpty else { return }
        // One that should not be there yet is no reason to refuse an event.
        try run("INSERT OR REPLACE INTO log_tiles (level, place, hash) VALUES (?, ?, ?)", for: tiles) { tile, statement in
            try statement.run(tile.level, tile.place, tile.hash)
        }
    }

    /// Makes them anew. Of a leaf that is no hash, and of all behind it, there are none: a proof then says that the log is not whole.
    ///
    /// - Parameter progress: told how many of how many events are read.
    func rebuildLogTiles(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
        try run("DELETE FROM log_tiles")
        let total = try first("SELECT count(*) FROM events") { try $0.int(0) } ?? 0
        progress(0, Int(total))
        var (frontier, tiles) = (MerkleFrontier(), [LogTile]())
        try each("SELECT leaf_hash FROM events ORDER BY number") { row in
            guard let leaf = try? row.hash(0) else { return false }
            frontier.append(leaf) { tiles.append($0) }
            if tiles.count >= Self.portion {
                try keep(tiles)
                tiles = []
                progress(Int(frontier.size), Int(total))
            }
            return true
        }
        try keep(tiles)
    }
}
