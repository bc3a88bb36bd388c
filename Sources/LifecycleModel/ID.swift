public import CanonicalJSON

/// The code of one kind of thing; codes of different kinds do not mix.
///
/// 1–64 letters, digits, `-`, `.`, `_`, `/`, beginning and ending with a letter or digit, kept in Unicode's composed form (NFC).
public struct ID<Tag>: Sendable, Hashable {
    /// The code as text.
    public let text: String

    /// A code, or the reason why the text is none.
    public init(_ text: String) throws(IDFault) {
        let composed = VietnameseText.composed(text)
        let scalars = composed.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { throw .empty }
        guard scalars.count <= Self.maximumLength else { throw .tooLong(text: text, limit: Self.maximumLength) }
        if let wrong = scalars.first(where: { !Self.isAllowed($0) }) { throw .character(text: text, wrong) }
        guard Self.isLetterOrDigit(first), Self.isLetterOrDigit(last) else { throw .edge(text: text) }
        self.text = composed
    }

    /// The longest code, in Unicode scalars.
    public static var maximumLength: Int { 64 }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || scalar == "-" || scalar == "." || scalar == "_" || scalar == "/"
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
            : scalar.properties.isAlphabetic && scalar.properties.canonicalCombiningClass == .notReordered
    }
}

/// Marks codes of science tasks.
public enum TaskTag {}
/// Marks codes of organisations.
public enum OrganisationTag {}
/// Marks codes of people.
public enum PersonTag {}
/// Marks codes of programmes.
public enum ProgrammeTag {}

/// The code of a science task (mã nhiệm vụ).
public typealias TaskCode = ID<TaskTag>
/// The code of an organisation (mã tổ chức).
public typealias OrganisationCode = ID<OrganisationTag>
/// The code of a person (mã cá nhân).
public typealias PersonCode = ID<PersonTag>
/// The code of a programme (mã chương trình).
public typealias ProgrammeCode = ID<ProgrammeTag>

extension ID: Comparable {
    /// In the order of Unicode scalars, as a store sorts them.
    public static func < (left: ID, right: ID) -> Bool {
        left.text < right.text
    }
}

extension ID: CustomStringConvertible {
    /// The code.
    public var description: String { text }
}

extension ID: Codable {
    /// Reads a string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(IDFault) {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.phrase.en)
        }
    }

    /// Writes a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension ID: JSONRepresentable {
    /// Reads a string.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let text = json.string else { throw JSONShapeFault(path: "", expected: "a code", found: json.typeName) }
        do throws(IDFault) {
            try self.init(text)
        } catch {
            throw JSONShapeFault(path: "", expected: "a code (\(error.phrase.en))", found: "‘\(text)’")
        }
    }

    /// A string.
    public var json: JSONValue { .string(text) }
}
