/// A part of a task's state that there can be many of, and that a list or table leaves in the snapshot until somebody asks for it.
protocol SnapshotPart: Sendable {
    /// Reads one.
    init(from: inout SnapshotReader) throws(SnapshotFault)

    /// Goes where `init(from:)` goes and makes nothing of it.
    ///
    /// - Returns: whether it may stay unread.
    static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool

    /// What the checksum speaks for can be read. Whoever forged both gets this, which says nothing, and is told of by `store verify`.
    static var unreadable: Self { get }
}

extension SnapshotPart {
    /// Reads one that was passed over.
    init(unread record: SnapshotRecord) {
        var from = SnapshotReader(record)
        self = (try? Self(from: &from)) ?? .unreadable
    }
}

extension SnapshotReader {
    /// A list of which those stay unread that may.
    mutating func unreadList<Part: SnapshotPart>() throws(SnapshotFault) -> SnapshotList<Part> {
        let count = try count()
        guard count > 0 else { return SnapshotList() }
        var list = SnapshotList(capacity: count, from: source(of: Part.self))
        for _ in 0..<count {
            if let range = try passOver(Part.self) { list.append(unread: range) } else { list.append(try Part(from: &self)) }
        }
        return list
    }

    /// A table that is read when somebody asks for what is in it, and then value by value.
    mutating func unreadTable<Part: SnapshotPart>() throws(SnapshotFault) -> NameTable<Part> {
        try unreadTable { from throws(SnapshotFault) in try from.table() }
    }

    /// A table of which those values stay unread that may.
    private mutating func table<Part: SnapshotPart>() throws(SnapshotFault) -> NameTable<Part> {
        let count = try count()
        guard count > 0 else { return NameTable() }
        var table = NameTable(capacity: count, from: source(of: Part.self))
        for _ in 0..<count {
            let name = try text()
            if let range = try passOver(Part.self) { table.append(name, unread: range) } else { table.append(name, try Part(from: &self)) }
        }
        return table
    }

    private func source<Part: SnapshotPart>(of _: Part.Type) -> SnapshotSource<Part> {
        SnapshotSource(bytes) { Part(unread: $0) }
    }

    /// Where a part lies; nil, and nothing is passed over, when it may not stay unread, or in a form that has no lengths.
    private mutating func passOver<Part: SnapshotPart>(_: Part.Type) throws(SnapshotFault) -> Range<Int>? {
        guard hasLengths else { return nil }
        let start = place
        if try Part.passOver(&self) { return start..<place }
        place = start
        return nil
    }
}
