import Foundation

/// Other people's workflow libraries on the same life of twenty states, run by `peers/measure.py` in the same minute on the same disk.
struct Peers {
    /// What came of one library.
    private struct Measured: Decodable {
        let name: String
        /// Acts a second of processor time in memory, and acts a second by the clock, each reloaded from SQLite and on disk before the next.
        let decisions, durable: Double
    }

    /// Acts a second of our own: in memory, and durable.
    let decisions, durable: Double

    private static let python = "\(Places.package)/.build/peers/bin/python"

    /// Whether the libraries are installed: `scripts/bench` does it.
    static var areThere: Bool { FileManager.default.isExecutableFile(atPath: python) }

    func figures() throws -> [Figure] {
        let peers = try Places.withFolder { folder in
            let script = "\(Places.package)/peers/measure.py"
            let (output, _) = try Processes.run(Self.python, ["-B", "-W", "ignore", script, "2", folder])
            return try JSONDecoder().decode([Measured].self, from: Data(output.utf8))
        }
        let fastest = (decisions: peers.map(\.decisions).max(), durable: peers.map(\.durable).max())
        return peers.map { peer in
            figure(
                peer.decisions == fastest.decisions ? "peers-decisions" : "peer-decisions",
                "decisions on a life of 20 states, in memory",
                decisions,
                beside: peer.name,
                peer.decisions
            )
        }
            + peers.map { peer in
                figure(
                    peer.durable == fastest.durable ? "peers-durable" : "peer-durable",
                    "durable acts on a life of 20 states, each reloaded; ours with log, requirements and tables for reading",
                    durable,
                    beside: peer.name,
                    peer.durable
                )
            }
    }

    private func figure(_ id: String, _ name: String, _ ours: Double, beside peer: String, _ theirs: Double) -> Figure {
        Figure(id: id, name: name, value: ours, unit: "/s", limit: Figure.Limit(name: peer, value: theirs, ratio: ours / theirs))
    }
}
