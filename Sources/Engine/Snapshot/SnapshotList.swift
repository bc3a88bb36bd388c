/// A list of which what was read from a snapshot lies there as bytes until somebody asks for it: most small machines, clocks and facts of a
/// task had their day long ago, and nobody looks at them when something happens to it today. Unchanged they are written back as they were.
///
/// Asking twice reads twice, since nothing is kept: whoever asks often keeps the answer.
public struct SnapshotList<Element: Sendable>: Sendable {
    /// Where each is; empty in a list that no snapshot had, whose elements are `own` in their order.
    private var places: [Place] = []
    /// Those that were read or are new, in whatever order: in one piece, so that looking at one copies nothing.
    private var own: [Element] = []
    /// Where those lie that are unread; nil in a list that no snapshot had.
    private let source: SnapshotSource<Element>?

    private enum Place: Sendable {
        /// Its place among `own`.
        case own(UInt32)
        /// Its bytes: of a snapshot there are far fewer than 2³².
        case unread(Range<UInt32>)
    }

    /// An empty list.
    public init() {
        source = nil
    }

    /// An empty list for what a snapshot has.
    init(capacity: Int, from source: SnapshotSource<Element>) {
        self.source = source
        places.reserveCapacity(capacity)
    }

    private func place(_ place: Int) -> Place {
        source == nil ? .own(UInt32(place)) : places[place]
    }

    /// Adds one at the end.
    public mutating func append(_ element: Element) {
        if source != nil { places.append(.own(UInt32(own.count))) }
        own.append(element)
    }

    mutating func append(unread range: Range<Int>) {
        places.append(.unread(UInt32(range.lowerBound)..<UInt32(range.upperBound)))
    }

    /// Takes the last ones away.
    mutating func removeLast(_ count: Int) {
        guard source != nil else { return own.removeLast(count) }
        for _ in 0..<count {
            guard case .own(let removed) = places.removeLast() else { continue }
            own.remove(at: Int(removed))
            for other in places.indices {
                if case .own(let moved) = places[other], moved > removed { places[other] = .own(moved - 1) }
            }
        }
    }

    private func record(_ range: Range<UInt32>) -> (SnapshotRecord, SnapshotSource<Element>) {
        guard let source else { preconditionFailure("a list that no snapshot had has nothing unread") }
        return (SnapshotRecord(bytes: source.bytes, range: Int(range.lowerBound)..<Int(range.upperBound)), source)
    }

    /// What is made of those that are not unread, and of their places.
    func compactMapKnown<Answer>(_ answer: (Int, Element) -> Answer?) -> [Answer] {
        var answers: [Answer] = []
        for index in indices {
            if case .own(let known) = place(index), let answer = answer(index, own[Int(known)]) { answers.append(answer) }
        }
        return answers
    }

    /// The last place that is not unread and whose element answers the question.
    func lastKnown(where isWanted: (Element) -> Bool) -> Int? {
        indices.last { if case .own(let known) = place($0) { isWanted(own[Int(known)]) } else { false } }
    }

    /// Where an element that is to be changed stands among `own`.
    private mutating func takeOver(_ index: Int) -> Int {
        if case .own(let known) = place(index) { return Int(known) }
        own.append(self[index])
        places[index] = .own(UInt32(own.count - 1))
        return own.count - 1
    }

    /// Writes how many there are, and each, by copying its bytes when nobody asked for it.
    func write(to out: inout SnapshotWriter, _ each: (Element, inout SnapshotWriter) -> Void) {
        out.write(count: count)
        for index in indices {
            switch place(index) {
            case .own(let known): each(own[Int(known)], &out)
            case .unread(let range): out.append(record(range).0)
            }
        }
    }

    /// Whether one is an unchanged copy of the other.
    func isSame(as other: SnapshotList) -> Bool {
        count == other.count && places.isSame(as: other.places) && own.isSame(as: other.own)
    }
}

extension Array {
    /// Whether one is an unchanged copy of the other.
    fileprivate func isSame(as other: [Element]) -> Bool {
        withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress } }
    }
}

/// The bytes that unread elements of a list lie in, and how one is made of its own.
final class SnapshotSource<Element: Sendable>: Sendable {
    let bytes: [UInt8]
    let reading: @Sendable (SnapshotRecord) -> Element

    init(_ bytes: [UInt8], _ reading: @escaping @Sendable (SnapshotRecord) -> Element) {
        self.bytes = bytes
        self.reading = reading
    }
}

extension SnapshotList: RandomAccessCollection, MutableCollection {
    /// Zero.
    public var startIndex: Int { 0 }
    /// Number of elements.
    public var endIndex: Int { source == nil ? own.count : places.count }

    /// The element of that place; a changed one is no longer unread.
    public subscript(index: Int) -> Element {
        get {
            switch place(index) {
            case .own(let known): return own[Int(known)]
            case .unread(let range):
                let (record, source) = record(range)
                return source.reading(record)
            }
        }
        _modify {
            yield &own[takeOver(index)]
        }
    }
}

extension SnapshotList: ExpressibleByArrayLiteral {
    /// A list of these.
    public init(arrayLiteral elements: Element...) {
        self.init()
        for element in elements { append(element) }
    }
}

extension SnapshotList: Equatable where Element: Equatable {
    /// The same elements in the same order.
    public static func == (left: SnapshotList, right: SnapshotList) -> Bool {
        left.isSame(as: right) || (left.count == right.count && left.indices.allSatisfy { left.isEqual(at: $0, to: right) })
    }

    /// Places of those that are new or not as they were.
    public func changes(since earlier: SnapshotList) -> [Int] {
        isSame(as: earlier) ? [] : indices.filter { $0 >= earlier.count || !isEqual(at: $0, to: earlier) }
    }

    private func isEqual(at index: Int, to other: SnapshotList) -> Bool {
        // Equal elements have equal bytes.
        if case .unread(let own) = place(index), case .unread(let others) = other.place(index) {
            return record(own).0.slice == other.record(others).0.slice
        }
        return self[index] == other[index]
    }
}

extension SnapshotList: Hashable where Element: Hashable {
    /// Feeds the elements in their order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for element in self { hasher.combine(element) }
    }
}
