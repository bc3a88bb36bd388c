import LifecycleModel
import Rules
import Services
import Terminal

/// A person's family ties and findings, as `person show` has them.
struct PersonRecordBlocks {
    let person: Person
    let names: PartyNames
    /// By whose decisions personal data were erased.
    var erasures: [ErasureRecord] = []

    var blocks: [any Block] {
        var blocks: [any Block] = []
        blocks += erasures.map(block)
        if let erasure = person.erasure, erasure.event == nil {
            let text = say(
                "Đã xoá ở kho khác, muộn nhất ngày \(erasure.day.vietnamese); kho này chỉ biết mã",
                "Erased in another store, on \(erasure.day) at the latest; this one knows the code alone"
            )
            blocks.append(Paragraph(StyledText(text, .warning)))
        }
        if !person.kin.isEmpty {
            blocks.append(Heading(say("Người thân", "Relatives"), level: 2))
            blocks.append(
                Bullets(
                    person.kin.map { kin in
                        StyledText("\(kin.tie.phrase[Speech.language]): \(names.shown(.person, kin.person.text))")
                            + StyledText("  (\(kin.source))", .faint)
                    },
                    indent: 2
                )
            )
        }
        if !person.findings.isEmpty {
            blocks.append(Heading(say("Việc đã ghi, xét khi lập hội đồng", "On record, looked at when councils are formed"), level: 2))
            blocks.append(Bullets(person.findings.map(text), isNumbered: true, indent: 2))
        }
        return blocks
    }

    private func block(_ record: ErasureRecord) -> any Block {
        let text = say(
            "Đã xoá ngày \(record.day.vietnamese) theo quyết định \(record.decision): \(record.reason) (sự kiện số \(record.event), \(record.actor))",
            "Erased on \(record.day) by the decision \(record.decision): \(record.reason) (event \(record.event), \(record.actor))"
        )
        return Paragraph(StyledText(text, .warning))
    }

    private func text(_ finding: Person.Finding) -> StyledText {
        let concern =
            switch finding.concern {
            case .task(let code)?: say("; đối với nhiệm vụ ", "; towards the task ") + code.text
            case .organisation(let code)?: say("; đối với ", "; towards ") + names.shown(.organisation, code.text)
            case .person(let code)?: say("; đối với ", "; towards ") + names.shown(.person, code.text)
            case nil: ""
            }
        let from = finding.from.map { say(", từ ", ", from ") + $0.shown } ?? ""
        let until = finding.until.map { say(", đến hết ", ", until ") + $0.shown } ?? ""
        return StyledText(finding.ground.phrase[Speech.language], .warning) + StyledText(" – \(finding.evidence)\(concern)")
            + StyledText(from + until, .faint)
    }
}

extension Person.Kin {
    /// Reads `CODE=tie:paper`.
    init(argument text: String) throws {
        let form = say("MÃ=QUAN-HỆ:VĂN-BẢN", "CODE=TIE:PAPER")
        let pair = try WordPair(text, option: "--kin", form: form)
        let tie = try pair.word(Tie.self)
        guard !pair.rest.isEmpty else {
            throw UseCaseFault(
                .usage,
                "source-missing",
                Phrase(vi: "--kin: «\(text)» chưa nêu văn bản", en: "--kin: \"\(text)\" names no paper"),
                hint: Phrase(vi: "Viết \(form)", en: "Write \(form)")
            )
        }
        self.init(
            to: try PersonCode(pair.name),
            tie,
            source: try CheckedName(pair.rest, of: Phrase(vi: "Văn bản", en: "The paper")).text
        )
    }
}

extension UseCaseFault {
    /// No tie between the two is recorded on this side.
    init(noTieOf person: PersonCode, to other: PersonCode) {
        self.init(
            .usage,
            "no-kin",
            Phrase(vi: "\(person) chưa ghi quan hệ với «\(other)»", en: "\(person) has no tie to \"\(other)\" on record"),
            hint: Phrase(
                vi: "Có thể quan hệ được ghi ở phía \(other): xem «nhiemvu person show \(other)»",
                en: "It may be recorded with \(other): see \"nhiemvu person show \(other)\""
            )
        )
    }
}
