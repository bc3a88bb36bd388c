/// Why a text could not be read as what an expression is to work with.
public struct ExchangeFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in English, with its place.
    public let description: String

    /// A fault.
    public init(_ description: String) {
        self.description = description
    }
}
