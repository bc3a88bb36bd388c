public import LifecycleModel

/// The letters of a folder, `digest.txt` and `urgent.txt` in Vietnamese and beside them `digest.en.txt` and `urgent.en.txt` in English.
public struct MailTemplates: Sendable, Hashable {
    /// Kinds of letters; the raw value is the name of the file.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Everything that waits for a person, once a day or a week.
        case digest
        /// What cannot wait for the digest.
        case urgent
    }

    private var letters: [Kind: [Language: MailTemplate]] = [:]

    /// Reads all letters of a folder.
    ///
    /// - Throws: `TemplateFaults` with all that is wrong in all of them.
    public init(folder: String) throws(TemplateFaults) {
        var faults: [TemplateFault] = []
        for kind in Kind.allCases {
            for language in Language.allCases {
                let name = kind.rawValue + (language == .vi ? "" : ".\(language.rawValue)") + ".txt"
                do throws(TemplateFaults) {
                    letters[kind, default: [:]][language] = try MailTemplate(contentsOfFile: "\(folder)/\(name)", shape: MailDigest.shape)
                } catch {
                    faults += error.faults
                }
            }
        }
        guard faults.isEmpty else { throw TemplateFaults(faults: faults) }
    }

    /// A letter with its gaps filled.
    public func filled(_ kind: Kind, in language: Language, with digest: MailDigest) -> (subject: String, body: String) {
        letters[kind]?[language]?.filled(with: digest.data) ?? ("", "")
    }
}
