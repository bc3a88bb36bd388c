import Engine
import LifecycleModel
import Services

/// A document as a person names it: `form:number:date`, with `@file` when the file comes along.
struct DocumentArgument {
    let form: String
    let number: String
    let date: CivilDate
    let file: String?

    /// - Parameters:
    ///   - form: the form of a document that is given without one, as `number:date[@file]`; nil: the form must be told.
    ///   - option: the option it was given to, for messages.
    init(_ given: String, form known: String? = nil, option: String = "--doc") throws {
        let colons = (given.split(separator: "@", maxSplits: 1).first ?? "").count { $0 == ":" }
        let text = known.map { colons > 1 ? given : "\($0):\(given)" } ?? given
        let shape =
            known == nil
            ? Phrase(vi: "mẫu:số:ngày[@tệp]", en: "form:number:date[@file]") : Phrase(vi: "số:ngày[@tệp]", en: "number:date[@file]")
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let fields = parts[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let example = (known == nil ? "B3-4-QĐPDKP:" : "") + "812/QĐ-UBND:2022-03-01@qd.pdf"
        guard fields.count >= 3, known != nil || !fields[0].isEmpty else {
            throw UseCaseFault(
                .usage,
                "wrong-document",
                Phrase(vi: "\(option) «\(given)» không đúng dạng \(shape.vi)", en: "\(option) \"\(given)\" is not \(shape[.en])"),
                hint: Phrase(
                    vi: "Ví dụ: \(option) \(example)",
                    en: "Example: \(option) \(example)"
                )
            )
        }
        form = VietnameseText.composed(fields[0])
        number = try CheckedName(
            fields[1..<(fields.count - 1)].joined(separator: ":"),
            of: Phrase(vi: "Số văn bản \(fields[0])", en: "The number of document \(fields[0])")
        ).text
        date = try CivilDate(argument: fields[fields.count - 1], option: option)
        file = parts.count == 2 ? parts[1] : nil
    }

    /// The document, its file checked and put into the vault; without a vault only checked.
    func attached(to vault: AttachmentVault?) throws -> AttachedDocument {
        guard let file else { return AttachedDocument(form: form, number: number, date: date) }
        let kept = try vault?.keep(file) ?? AttachmentVault.inspect(file)
        return AttachedDocument(form: form, number: number, date: date, sha256: kept.sha256, fileName: kept.fileName, size: kept.size)
    }
}

/// Names with values as a person gives them, `group.name=value`, one a time.
struct FactArguments {
    let facts: [String: String]
    private let option: String

    /// - Parameter option: the option they were given to, for messages; empty where they stand by themselves.
    init(_ texts: [String], option: String = "--set") throws {
        let place = option.isEmpty ? "" : "\(option) "
        var facts: [String: String] = [:]
        for text in texts {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw UseCaseFault(
                    .usage,
                    "wrong-fact",
                    Phrase(vi: "\(place)«\(text)» không đúng dạng tên=giá trị", en: "\(place)\"\(text)\" is not name=value"),
                    hint: option == "--set"
                        ? Phrase(
                            vi: "Ví dụ: --set award.decision_number=812/QĐ-UBND",
                            en: "Example: --set award.decision_number=812/QĐ-UBND"
                        ) : nil
                )
            }
            let name = String(text[..<equals])
            guard facts.updateValue(String(text[text.index(after: equals)...]), forKey: name) == nil else {
                throw UseCaseFault(.usage, "fact-twice", Phrase(vi: "«\(name)» được cho hai lần", en: "\"\(name)\" is given twice"))
            }
        }
        self.facts = facts
        self.option = option
    }

    /// The values by words of a closed set.
    func keyed<Word: RawRepresentable<String> & CaseIterable & Hashable>(by type: Word.Type) throws -> [Word: String] {
        var words: [Word: String] = [:]
        for (name, value) in facts { words[try Word(word: name, option: option)] = value }
        return words
    }
}
