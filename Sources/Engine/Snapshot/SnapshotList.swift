/// A list of which what was read from a snapshot lies there as bytes until somebody asks for it: most small machines, clocks and facts of a
/// task had their day long ago, and nobody looks at them when something happens to it today. Unchanged they are written back as they were.
///
/// Asking twice reads twice, since nothing is kept: whoever asks often keeps the answer.
public struct SnapshotList<Element: Sendable>: Sendable {
    private var places: [Place] = []
    /// Those that were read or are new, in whatever order: in one piece, so that looking at one copies nothing.
    private var own: [Element] = []
    /// Where those lie that are unread; nil in a list that no snapshot had.
    private let source: SnapshotSource<Element>?

    private enum Place: Sendable {
        /// Its place among `own`.
        case own(Int)
        case unread(Range<Int>)
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

    mutating func reserveCapacity(_ capacity: Int) {
        places.reserveCapacity(capacity)
    }

    /// Adds one at the end.
    public mutating func append(_ element: Element) {
        places.append(.own(own.count))
        own.append(element)
    }

    mutating func append(unread range: Range<Int>) {
        places.append(.unread(range))
    }

    mutating func insert(_ element: Element, at place: Int) {
        places.insert(.own(own.count), at: place)
        own.append(element)
    }

    mutating func remove(at place: Int) {
        guard case .own(let removed) = places.remove(at: place) else { return }
        own.remove(at: removed)
        for other in places.indices {
            if case .own(let moved) = places[other], moved > removed { places[other] = .own(moved - 1) }
        }
    }

    /// Takes the last ones away.
    mutating func removeLast(_ count: Int) {
        for _ in 0..<count { remove(at: places.count - 1) }
    }

    private func record(_ range: Range<Int>) -> (SnapshotRecord, SnapshotSource<Element>) {
        guard let source else { preconditionFailure("a list that no snapshot had has nothing unread") }
        return (SnapshotRecord(bytes: source.bytes, range: range), source)
    }

    /// What is made of those that are not unread, and of their places.
    func compactMapKnown<Answer>(_ answer: (Int, Element) -> Answer?) -> [Answer] {
        var answers: [Answer] = []
        for place in places.indices {
            if case .own(let known) = places[place], let answer = answer(place, own[known]) { answers.append(answer) }
        }
        return answers
    }

    /// The last place that is not unread and whose element answers the question.
    func lastKnown(where isWanted: (Element) -> Bool) -> Int? {
        places.lastIndex { if case .own(let known) = $0 { isWanted(own[known]) } else { false } }
    }

    /// Where an element that is to be changed stands among `own`.
    private mutating func takeOver(_ place: Int) -> Int {
        if case .own(let known) = places[place] { return known }
        own.append(self[place])
        places[place] = .own(own.count - 1)
        return own.count - 1
    }

    /// Writes one, by copying its bytes when nobody asked for it.
    func write(_ place: Int, to out: inout SnapshotWriter, _ each: (Element, inout SnapshotWriter) -> Void) {
        switch places[place] {
        case .own(let known): each(own[known], &out)
        case .unread(let range): out.append(record(range).0)
        }
    }

    /// Writes how many there are, and each.
    func write(to out: inout SnapshotWriter, _ each: (Element, inout SnapshotWriter) -> Void) {
        out.write(count: count)
        for place in indices { write(place, to: &out, each) }
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
    public var endIndex: Int { places.count }

    /// The element of that place; a changed one is no longer unread.
    public subscript(place: Int) -> Element {
        get {
            switch places[place] {
            case .own(let known): return own[known]
            case .unread(let range):
                let (record, source) = record(range)
                return source.reading(record)
            }
        }
        _modify {
            yield &own[takeOver(place)]
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

    private func isEqual(at place: Int, to other: SnapshotList) -> Bool {
        // Equal elements have equal bytes.
        if case .unread(let own) = places[place], case .unread(let others) = other.places[place] {
            return record(own).0.slice == other.record(others).0.slice
        }
        return self[place] == other[place]
    }
}

extension SnapshotList: Hashable where Element: Hashable {
    /// Feeds the elements in their order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for element in self { hasher.combine(element) }
    }
}
