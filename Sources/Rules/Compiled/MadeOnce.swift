import Synchronization

/// Room for one object that is made when first asked for, by whichever thread comes first. As `AtomicLazyReference`, which looks its generic type up
/// each time it is loaded or goes: that was a twentieth of a decision and, with a hundred of them in a task's state, a thirtieth of recording an
/// act.
public struct MadeOnce: ~Copyable, Sendable {
    /// The object's address with a reference of our own; 0 for none.
    private let place = Atomic<UInt>(0)

    /// Room with nothing in it.
    public init() {}

    /// The object, if it is there; it must be asked for as the type it was kept as.
    public func object<Object: AnyObject>(as _: Object.Type) -> Object? {
        Self.object(at: place.load(ordering: .acquiring))
    }

    /// Keeps an object unless there is one already.
    ///
    /// - Returns: the one that is kept.
    public func keep<Object: AnyObject & Sendable>(_ object: Object) -> Object {
        let kept = Unmanaged.passRetained(object)
        let address = UInt(bitPattern: kept.toOpaque())
        let (exchanged, original) = place.compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing)
        guard !exchanged, let first: Object = Self.object(at: original) else { return object }
        kept.release()
        return first
    }

    private static func object<Object: AnyObject>(at address: UInt) -> Object? {
        UnsafeRawPointer(bitPattern: address).map { Unmanaged<Object>.fromOpaque($0).takeUnretainedValue() }
    }

    deinit {
        guard let object = UnsafeRawPointer(bitPattern: place.load(ordering: .acquiring)) else { return }
        Unmanaged<AnyObject>.fromOpaque(object).release()
    }
}
