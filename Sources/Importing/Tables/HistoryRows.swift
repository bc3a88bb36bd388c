import LifecycleModel

extension HistoryDraft {
    init?(_ row: inout RowReader<HistoryColumn>, task: TaskCode?, latestDay: CivilDate?) {
        let happenedOn = row.date(.happenedOn, latest: latestDay)
        let event = row.word(.event, example: "sign-contract", fits: FactPath.isEventName)
        let machine = row.word(.machine, example: "periodic-report:3", fits: FactPath.isMachine)
        let actor: PersonCode? = row.code(.actor)
        let facts = Self.facts(&row)
        let documents = Self.documents(&row)
        guard row.isSound, let task, let happenedOn, let event, let actor else { return nil }
        let entry = HistoryEntry(
            task: task,
            happenedOn: happenedOn,
            event: event,
            machine: machine,
            actor: actor.text,
            facts: facts,
            documents: documents,
            note: row.raw(.note).map(CellText.withLineFeeds)
        )
        self.init(entry, source: row.source)
    }

    /// `selection.mean_score_x100=8250|award.on=2022-03-01`; a backslash before `|`, `=` or `\` takes its meaning away.
    private static func facts(_ row: inout RowReader<HistoryColumn>) -> [FactText] {
        guard let cell = row.raw(.facts) else { return [] }
        var facts: [FactText] = []
        for part in EscapedList.split(cell[...], on: UInt8(ascii: "|")) {
            guard let sign = EscapedList.separators(UInt8(ascii: "="), in: part).first,
                let text = EscapedList.unescaped(part[part.utf8.index(after: sign)...])
            else {
                row.fault(
                    .badFacts,
                    .facts,
                    Phrase(
                        vi: "‘\(CellText.quoted(part))’ không có dạng tên=giá trị",
                        en: "‘\(CellText.quoted(part))’ is not written name=value"
                    ),
                    hint: Phrase(
                        vi: "ví dụ: award.on=2022-03-01|award.decision_number=5192/QĐ-UBND",
                        en: "such as award.on=2022-03-01|award.decision_number=5192/QĐ-UBND"
                    )
                )
                continue
            }
            let path = CellText.trimmed(String(part[..<sign]))
            let value = CellText.trimmed(CellText.withLineFeeds(text))
            if !FactPath.isValid(path) {
                row.fault(
                    .badFacts,
                    .facts,
                    Phrase(
                        vi: "‘\(CellText.quoted(path))’ không phải tên thông tin",
                        en: "‘\(CellText.quoted(path))’ is not the name of a fact"
                    ),
                    hint: Phrase(
                        vi: "tên gồm nhóm và thông tin: selection.mean_score_x100",
                        en: "a name is group and fact: selection.mean_score_x100"
                    )
                )
            } else if value.isEmpty {
                row.fault(
                    .badFacts,
                    .facts,
                    Phrase(vi: "‘\(path)’ không có giá trị", en: "‘\(path)’ has no value"),
                    hint: Phrase(vi: "điền giá trị hoặc bỏ thông tin này", en: "fill it in or leave the fact out")
                )
            } else if facts.contains(where: { $0.path == path }) {
                row.fault(
                    .badFacts,
                    .facts,
                    Phrase(vi: "‘\(path)’ có hai lần", en: "‘\(path)’ is there twice"),
                    hint: Phrase(vi: "giữ lại một giá trị", en: "keep one value")
                )
            } else {
                facts.append(FactText(path: path, text: value))
            }
        }
        return facts
    }

    /// `FORM:number:YYYY-MM-DD` with `:@path` behind it or not, several parted by `|`.
    private static func documents(_ row: inout RowReader<HistoryColumn>) -> [DocumentReference] {
        guard let cell = row.raw(.documents) else { return [] }
        var documents: [DocumentReference] = []
        for part in EscapedList.split(cell[...], on: UInt8(ascii: "|")) {
            switch DocumentReference.read(part) {
            case .success(let document): documents.append(document)
            case .failure(let fault): row.fault(.badDocuments, .documents, fault.message, hint: fault.hint)
            }
        }
        return documents
    }
}
