/// A part of a task's state that there can be many of, and that a list or table leaves as bytes until somebody asks for it.
public protocol SnapshotPart: Sendable {
    /// Writes it, so that equal ones have equal bytes.
    func write(to out: inout SnapshotWriter)

    /// Reads one.
    init(from: inout SnapshotReader) throws(SnapshotFault)

    /// Goes where `init(from:)` goes and makes nothing of it.
    ///
    /// - Returns: whether a list may leave it unread; in a table everything may stay so.
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
        var list = SnapshotList(capacity: count, from: SnapshotSource(bytes) { Part(unread: $0) })
        for _ in 0..<count {
            if let range = try passOver(Part.self) { list.append(unread: range) } else { list.append(try Part(from: &self)) }
        }
        return list
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
