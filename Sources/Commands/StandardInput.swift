import CanonicalJSON
import Foundation
import LifecycleModel
import Services
import Terminal

/// What is piped into a command.
enum StandardInput {
    /// Largest input taken, in bytes.
    private static let largest = 64 * 1024 * 1024

    /// Whether somebody types it.
    static var isTerminal: Bool { isatty(FileHandle.standardInput.fileDescriptor) == 1 }

    /// The whole input.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` when it is too large.
    static func bytes() throws -> [UInt8] {
        // It waits for whoever types.
        if isTerminal { StatusLine.shared.rest() }
        // One byte more than allowed is enough to know.
        let data = try FileHandle.standardInput.read(upToCount: largest + 1) ?? Data()
        guard data.count <= largest else {
            throw UseCaseFault(.badData, "input-too-large", Phrase(vi: "Đầu vào quá lớn", en: "The input is too large"))
        }
        return Array(data)
    }

    /// The input as a list of JSON objects.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` when it is none.
    static func questions() throws -> [JSONValue] {
        guard let questions = try json().array, questions.allSatisfy({ $0.object != nil }) else {
            throw UseCaseFault(
                .badData,
                "not-a-list",
                Phrase(vi: "Đầu vào phải là một mảng JSON các đối tượng", en: "The input must be a JSON array of objects")
            )
        }
        return questions
    }

    /// The whole input as JSON.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` when it is none.
    static func json() throws -> JSONValue {
        let bytes = try bytes()
        do { return try JSONValue(parsing: bytes) } catch {
            throw UseCaseFault(.badData, "not-json", Phrase(vi: "Đầu vào không phải JSON: \(error)", en: "The input is not JSON: \(error)"))
        }
    }
}
