/// Gives single facts to an expression as it needs them, so that no record has to be made for the sake of one field.
///
/// The quickest way for one who evaluates the same expressions over and over: what stands at which place is worked out once, from
/// ``Expression/facts``.
public protocol FactReader: AnyObject {
    /// The value of the fact at a place of ``Expression/facts``, or nil when it is not known.
    func value(at place: Int) -> Value?

    /// Whether the fact at a place is known. The default asks for its value.
    func knows(_ place: Int) -> Bool
}

extension FactReader {
    /// Asks for the value.
    public func knows(_ place: Int) -> Bool { value(at: place) != nil }
}
