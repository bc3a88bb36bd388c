import LifecycleModel
import Store

/// What an entry of a person refers to, which must be there: the organisation, relatives, and what findings are about.
struct PersonReferences {
    private let person: Person

    init(_ person: Person) {
        self.person = person
    }

    /// Refuses the first reference that leads nowhere or makes no sense.
    func check(in reader: any StoreReader) throws {
        if let organisation = person.organisation { try require(.organisation, organisation.text, in: reader) }
        for kin in person.kin {
            guard kin.person != person.code else {
                throw UseCaseFault(
                    .badData,
                    "own-kin",
                    Phrase(
                        vi: "\(person.code) không thể là người thân của chính mình",
                        en: "\(person.code) cannot be a relative of themselves"
                    )
                )
            }
            try require(.person, kin.person.text, in: reader)
        }
        for finding in person.findings { try check(finding, in: reader) }
    }

    private func check(_ finding: Person.Finding, in reader: any StoreReader) throws {
        guard Person.Finding.grounds.contains(finding.ground) else {
            let words = Person.Finding.grounds.map(\.rawValue).joined(separator: ", ")
            throw UseCaseFault(
                .badData,
                "derived-ground",
                Phrase(
                    vi: "Căn cứ «\(finding.ground.rawValue)» được suy ra từ dữ liệu khác, không ghi riêng",
                    en: "The ground \"\(finding.ground.rawValue)\" follows from other data and is not recorded by itself"
                ),
                hint: Phrase(vi: "Chỉ ghi: \(words)", en: "Only these are recorded: \(words)")
            )
        }
        if let from = finding.from, let until = finding.until, until < from {
            throw UseCaseFault(
                .badData,
                "wrong-days",
                Phrase(
                    vi: "Ngày cuối \(until.vietnamese) trước ngày đầu \(from.vietnamese)",
                    en: "The last day \(until) is before the first, \(from)"
                )
            )
        }
        switch finding.concern {
        case .task(let code)?: _ = try requireTask(code.text, in: reader)
        case .organisation(let code)?: try require(.organisation, code.text, in: reader)
        case .person(let code)?: try require(.person, code.text, in: reader)
        case nil:
            guard finding.ground != .sanction else { return }
            throw UseCaseFault(
                .badData,
                "concern-missing",
                Phrase(
                    vi: "Chưa nói \(finding.ground.phrase.vi) đối với ai, nhiệm vụ nào",
                    en: "It is not said towards whom or which task: \(finding.ground.phrase[.en])"
                ),
                hint: Phrase(
                    vi: "Thêm --task MÃ, --organisation MÃ hoặc --person MÃ",
                    en: "Add --task CODE, --organisation CODE or --person CODE"
                )
            )
        }
        if finding.ground == .sanction {
            throw UseCaseFault(
                .badData,
                "concern-of-sanction",
                Phrase(
                    vi: "Việc bị xử phạt, truy cứu có giá trị với mọi nhiệm vụ, không ghi riêng cho \(finding.concern?.code ?? "")",
                    en: "A penalty or prosecution stands for every task, not for \(finding.concern?.code ?? "") alone"
                ),
                hint: Phrase(vi: "Bỏ --task, --organisation, --person", en: "Leave --task, --organisation and --person out")
            )
        }
    }

    private func require(_ kind: EventRecord.Subject.Kind, _ code: String, in reader: any StoreReader) throws {
        _ = try requireRegistered(kind, code, in: reader)
    }
}
