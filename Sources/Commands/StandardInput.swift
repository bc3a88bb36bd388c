import CanonicalJSON
import Foundation
import LifecycleModel
import Services

/// What is piped into a command.
enum StandardInput {
    /// Largest input taken, in bytes.
    private static let largest = 64 * 1024 * 1024

    /// The whole input as JSON.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` when it is none.
    static func json() throws -> JSONValue {
        let data = try FileHandle.standardInput.readToEnd() ?? Data()
        guard data.count <= largest else {
            throw UseCaseFault(.badData, "input-too-large", Phrase(vi: "Đầu vào quá lớn", en: "The input is too large"))
        }
        do { return try JSONValue(parsing: Array(data)) } catch {
            throw UseCaseFault(.badData, "not-json", Phrase(vi: "Đầu vào không phải JSON: \(error)", en: "The input is not JSON: \(error)"))
        }
    }
}
