/// Values of which each is made when it is looked at and kept by nobody: a list of many rows needs the memory of one.
public struct LongList<Element>: Sequence, Sendable {
    /// How many there are.
    public let count: Int
    private let make: @Sendable (Int) -> Element

    /// One value for each of these, made by the closure, which must make the same each time.
    public init<Source: Sendable>(_ sources: [Source], _ make: @escaping @Sendable (Source) -> Element) {
        count = sources.count
        self.make = { make(sources[$0]) }
    }

    /// These values.
    public init(_ elements: [Element]) where Element: Sendable {
        self.init(elements) { $0 }
    }

    /// Whether there is none.
    public var isEmpty: Bool { count == 0 }

    /// The values in their order.
    public func makeIterator() -> some IteratorProtocol<Element> { (0..<count).lazy.map(make).makeIterator() }

    /// Another list of as many, each made of one of these.
    public func mapped<Other>(_ change: @escaping @Sendable (Element) -> Other) -> LongList<Other> {
        LongList<Other>(count: count) { [make] in change(make($0)) }
    }

    private init(count: Int, make: @escaping @Sendable (Int) -> Element) {
        self.count = count
        self.make = make
    }
}
