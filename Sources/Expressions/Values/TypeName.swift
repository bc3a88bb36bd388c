/// A type as a value of the language: what `type(x)` gives and what `int`, `string`, `list` … denote.
///
/// Only the name counts, so `type([1]) == type(['a'])`: both are `list`.
public struct TypeName: Sendable, Hashable, CustomStringConvertible {
    /// The full name, such as `int` or `google.protobuf.Timestamp`.
    public let name: String

    /// Names a type.
    public init(_ name: String) {
        self.name = name
    }

    /// The full name.
    public var description: String { name }

    /// `bool`
    public static let bool = TypeName("bool")
    /// `int`
    public static let int = TypeName("int")
    /// `uint`
    public static let uint = TypeName("uint")
    /// `double`
    public static let double = TypeName("double")
    /// `string`
    public static let string = TypeName("string")
    /// `bytes`
    public static let bytes = TypeName("bytes")
    /// `list`
    public static let list = TypeName("list")
    /// `map`
    public static let map = TypeName("map")
    /// `null_type`
    public static let nullType = TypeName("null_type")
    /// `type`
    public static let type = TypeName("type")
    /// `google.protobuf.Timestamp`
    public static let timestamp = TypeName("google.protobuf.Timestamp")
    /// `google.protobuf.Duration`
    public static let duration = TypeName("google.protobuf.Duration")
}
