import AuditTrail
import GRDB

/// The hashes of the log's tiles, which follow from its leaves.
extension Database {
    func keep(_ tiles: [LogTile]) throws {
        guard !tiles.isEmpty else { return }
        // One that should not be there yet is no reason to refuse an event.
        try run("INSERT OR REPLACE INTO log_tiles (level, place, hash) VALUES (?, ?, ?)", for: tiles) { tile, statement in
            try statement.run(tile.level, tile.place, tile.hash)
        }
    }

    /// Makes them anew. Of a leaf that is no hash, and of all behind it, there are none: a proof then says that the log is not whole.
    func rebuildLogTiles() throws {
        try run("DELETE FROM log_tiles")
        var (frontier, tiles) = (MerkleFrontier(), [LogTile]())
        try each("SELECT leaf_hash FROM events ORDER BY number") { row in
            guard let leaf = try? row.hash(0) else { return false }
            frontier.append(leaf) { tiles.append($0) }
            if tiles.count >= 1024 {
                try keep(tiles)
                tiles = []
            }
            return true
        }
        try keep(tiles)
    }
}
