/// Gives single facts to an expression as it needs them, so that no record has to be made for the sake of one field.
///
/// The quickest way for one who evaluates the same expressions over and over: what stands at which place is worked out once, from
/// ``Expression/facts``. A class to inherit from rather than a protocol, because a call then costs no reference counting.
open class FactReader {
    /// Knows nothing.
    public init() {}

    /// The value of the fact at a place of ``Expression/facts``, or nil when it is not known.
    open func value(at place: Int) -> Value? { nil }

    /// Whether the fact at a place is known. The default asks for its value.
    open func knows(_ place: Int) -> Bool { value(at: place) != nil }
}

extension Frame {
    /// The fact at a place, where facts are read singly.
    func fact(at place: Int, from reader: Unmanaged<FactReader>) -> Value? {
        reader._withUnsafeGuaranteedRef { $0.value(at: place) }
    }
}
