import Documents
import LifecycleModel

/// The values of a document: what stands in every paper of the office, what is given, and what the record says, which nothing given may
/// contradict. Rows of the record may be completed by columns that are given.
struct DocumentValues {
    /// Values by field.
    private(set) var values: [String: FieldValue]
    /// Numbers of the events they rest on.
    private(set) var events: Set<Int64> = []

    /// Puts them together for the fields that a form uses.
    ///
    /// - Throws: `UseCaseFault` when a given value contradicts the record, or tells of ballots that are sealed.
    init(
        of fields: [FieldDefinition],
        office: [String: FieldValue],
        given: [String: FieldValue],
        recorded: RecordedFields,
        council: CouncilFields?
    ) throws {
        values = office.merging(given) { $1 }
        for field in fields {
            if let council, case .council(let fact) = field.source { try Self.requireOpen(field, fact, given[field.name], council) }
            guard let (value, events) = try recorded.value(of: field) else {
                if let council, case .council(let fact) = field.source { try Self.requireRecorded(field, fact, given[field.name], council) }
                continue
            }
            if case .council(let fact) = field.source, fact.isSuggestion, given[field.name] != nil { continue }
            values[field.name] = try given[field.name].map { try Self.agreed(field, $0, value) } ?? value
            self.events.formUnion(events)
        }
    }

    /// Refuses what would tell of ballots before the count.
    private static func requireOpen(_ field: FieldDefinition, _ fact: CouncilFact, _ given: FieldValue?, _ council: CouncilFields) throws {
        guard let given else { return }
        var sealed = council.isSealed(fact) ? [field.name] : []
        if case .list(let rows) = given {
            let columns = Set(rows.flatMap(\.keys)).sorted()
            sealed += columns.filter { council.isSealed(fact, column: $0) && !council.isSealed(fact) }.map { "\(field.name).\($0)" }
        }
        guard let name = sealed.first else { return }
        throw UseCaseFault(
            .refused,
            "not-recorded-yet",
            Phrase(
                vi: "«\(name)» chưa có trong hồ sơ phiên họp \(council.record.code), không nhận giá trị đưa vào",
                en: "\"\(name)\" is not in the record of the session \(council.record.code) yet; a given value is not taken"
            ),
            hint: council.cure(of: fact, column: name.split(separator: ".").last.map(String.init))
        )
    }

    /// Refuses what only the session may say where its record says nothing: guests nobody recorded, a dissent nobody declared.
    private static func requireRecorded(
        _ field: FieldDefinition,
        _ fact: CouncilFact,
        _ given: FieldValue?,
        _ council: CouncilFields
    ) throws {
        guard let given, fact.isOfRecordAlone else { return }
        throw UseCaseFault(
            .refused,
            "contradicts-record",
            Phrase(
                vi:
                    "«\(field.name)» (\(field.meaning.vi)): phiên họp \(council.record.code) không ghi nhận gì, khác với giá trị đưa vào «\(given.shown)»",
                en:
                    "\"\(field.name)\" (\(field.meaning[.en])): the session \(council.record.code) has none on record, not \"\(given.shown)\""
            ),
            hint: council.cure(of: fact, column: nil)
                ?? Phrase(vi: "Bỏ giá trị đưa vào", en: "Leave the given value out")
        )
    }

    /// The recorded value, completed by what is given; refused when that says something else.
    private static func agreed(_ field: FieldDefinition, _ given: FieldValue, _ recorded: FieldValue) throws -> FieldValue {
        guard case .list(let rows) = recorded, case .list(let more) = given else {
            guard recorded.agrees(with: given) else { throw contradiction(field.name, field.meaning, given, recorded) }
            return recorded
        }
        guard rows.count == more.count else { throw contradiction(field.name, field.meaning, given, recorded) }
        return .list(
            try zip(rows, more).enumerated().map { index, pair in
                for (column, value) in pair.0.sorted(by: { $0.key < $1.key }) {
                    guard let other = pair.1[column], !value.agrees(with: other) else { continue }
                    let place = Phrase(vi: "dòng \(index + 1), ", en: "row \(index + 1), ") + field.meaning
                    throw contradiction("\(field.name).\(column)", place, other, value)
                }
                return pair.0.merging(pair.1) { recorded, _ in recorded }
            }
        )
    }

    private static func contradiction(_ name: String, _ meaning: Phrase, _ given: FieldValue, _ recorded: FieldValue) -> UseCaseFault {
        UseCaseFault(
            .refused,
            "contradicts-record",
            Phrase(
                vi: "«\(name)» (\(meaning.vi)) đã ghi nhận là «\(recorded.shown)», khác với giá trị đưa vào «\(given.shown)»",
                en: "\"\(name)\" (\(meaning[.en])) is recorded as \"\(recorded.shown)\", not as \"\(given.shown)\""
            ),
            hint: Phrase(
                vi: "Bỏ giá trị đưa vào, hoặc sửa hồ sơ bằng sự kiện của quy tắc",
                en: "Leave the given value out, or correct the record by an event of the rules"
            )
        )
    }
}

extension FieldValue {
    /// Whether a given value says the same; a choice may be given by its code or its label.
    fileprivate func agrees(with other: FieldValue) -> Bool {
        guard case .choice(let code, let label) = self, case .choice(let otherCode, let otherLabel) = other else { return self == other }
        return code == otherCode || label == otherLabel
    }
}
