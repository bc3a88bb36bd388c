import LifecycleModel

/// The language the program speaks in this run; settled before the command line is read, because help texts are made while reading it.
enum Speech {
    @TaskLocal static var language = Language.vi
}

/// The text in the language of this run.
func say(_ vi: String, _ en: String) -> String {
    Phrase(vi: vi, en: en)[Speech.language]
}

extension CivilDate {
    /// As people of the language of this run write it: `21/11/2026`, in English `2026-11-21`.
    var shown: String { say(vietnamese, description) }
}
