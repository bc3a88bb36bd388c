/// Why a text is no signed note, no checkpoint or no key, and in which line.
public struct NoteFault: Error, Sendable, Hashable {
    /// The line, from 1; nil when the text as a whole is wrong.
    public var line: Int?
    /// What is wrong.
    public var reason: Reason

    /// What can be wrong with a note, a checkpoint or a key.
    public enum Reason: Sendable, Hashable {
        /// It is larger than any note has to be.
        case tooLarge
        /// It is not UTF-8.
        case notUTF8
        /// It holds a control character other than the end of a line.
        case controlCharacter
        /// Its last line does not end.
        case unfinishedLine
        /// There is no empty line with signatures after it.
        case noSignatures
        /// There are more signatures than are taken.
        case tooManySignatures
        /// A line after the empty one does not look like a signature: em dash, space, name, space, Base 64.
        case notASignature
        /// The name of a key is empty or has a space or a plus.
        case badName
        /// What should be Base 64 is not.
        case notBase64
        /// A signature is shorter than the key id that it begins with.
        case shortSignature
        /// A signature that one of the given keys should have made does not hold: the text or the signature was altered.
        case wrongSignature(key: String)
        /// None of the given keys signed it.
        case unsigned
        /// A checkpoint has fewer than three lines.
        case tooFewLines
        /// A line of a checkpoint is empty.
        case emptyLine
        /// The size is no decimal number without leading zeros.
        case badSize
        /// The root is not 32 bytes in Base 64.
        case badRoot
        /// It is no key in the encoding of notes.
        case notAKey
        /// It is a private key where a public one is wanted, or the other way round.
        case otherKindOfKey
        /// The key's hash does not belong to its name and bytes: part of it was altered.
        case keyAltered
        /// The key is of an algorithm other than Ed25519.
        case unknownAlgorithm
    }

    /// Creates a fault.
    public init(line: Int?, _ reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

extension NoteFault: CustomStringConvertible {
    /// For logs: `line 3: badRoot`
    public var description: String { (line.map { "line \($0): " } ?? "") + "\(reason)" }
}
