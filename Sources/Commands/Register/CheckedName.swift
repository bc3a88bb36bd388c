import LifecycleModel
import Services

/// A name or title as it may be stored: not empty, on one line, in NFC.
struct CheckedName {
    let text: String

    private static let longest = 500

    init(_ text: String, of what: Phrase = Phrase(vi: "Tên", en: "The name")) throws {
        guard !text.trimmed.isEmpty else {
            throw UseCaseFault(.badData, "name-empty", Phrase(vi: "\(what.vi) không được để trống", en: "\(what[.en]) must not be empty"))
        }
        do throws(TextFault) {
            self.text = try CheckedText(text.trimmed, longest: CheckedName.longest, isOneLine: true).text
        } catch {
            throw UseCaseFault(.badData, "wrong-name", Phrase(vi: "\(what.vi) \(error.phrase.vi)", en: "\(what[.en]) \(error.phrase[.en])"))
        }
    }
}
