public import CanonicalJSON

/// An e-mail address as it stands in an envelope: `local@domain` in ASCII (RFC 5321, 4.1.2).
///
/// Quoted local parts and addresses of machines in brackets are not taken: nobody has such a mailbox, but slips look like them. A domain
/// with letters outside ASCII is written in its `xn--` form (RFC 5891). What is none can neither end a line nor begin another header.
public struct MailAddress: Sendable, Hashable {
    /// The part before the `@`.
    public let local: String
    /// The part behind the `@`, in lower case.
    public let domain: String

    /// An address, or the reason why the text is none.
    public init(_ text: String) throws(MailAddressFault) {
        guard !text.isEmpty else { throw .empty }
        if let wrong = text.unicodeScalars.first(where: { $0.value <= 0x20 || $0.value >= 0x7F }) { throw .character(text: text, wrong) }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw .at(text: text) }
        guard text.utf8.count <= Self.maximumLength, parts[0].utf8.count <= 64 else { throw .tooLong(text: text) }
        guard Self.isDotAtom(parts[0]) else { throw .local(text: text) }
        guard Self.isDomain(parts[1]) else { throw .domain(text: text) }
        local = parts[0]
        domain = parts[1].lowercased()
    }

    /// The longest address, in octets: a path of 256 without its angle brackets (RFC 5321, 4.5.3.1.3).
    public static let maximumLength = 254

    /// The address.
    public var text: String { "\(local)@\(domain)" }

    /// Runs of what an atom may hold, parted by single dots (RFC 5322, 3.2.3).
    private static func isDotAtom(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || atomSigns.contains($0) }
        }
    }

    private static let atomSigns = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    /// Two labels or more, the last not a number; a single one is a slip, but for the machine itself.
    private static func isDomain(_ text: String) -> Bool {
        if text == "localhost" { return true }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        let areSound = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.utf8.first != hyphen && label.utf8.last != hyphen
                && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
        }
        return areSound && labels.count > 1 && labels.last.map { Int($0) == nil } ?? false
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}

extension MailAddress: CustomStringConvertible {
    /// The address.
    public var description: String { text }
}

extension MailAddress: JSONRepresentable {
    /// Reads a string.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let text = json.string else { throw JSONShapeFault(path: "", expected: "an e-mail address", found: json.typeName) }
        do throws(MailAddressFault) {
            try self.init(text)
        } catch {
            throw JSONShapeFault(path: "", expected: "an e-mail address (\(error.phrase.en))", found: "‘\(text)’")
        }
    }

    /// A string.
    public var json: JSONValue { .string(text) }
}
