public import Indicators
public import LifecycleModel
import Store

/// Enters a value of an indicator that the record does not give.
public struct EnterIndicator: Sendable {
    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Records a value; one that is there for the year stays in the log and is replaced.
    ///
    /// - Throws: `UseCaseFault` for a number that is not in the book, an indicator that is computed, a year to come, a value that is no
    ///   number where the plan has numbers, somebody who does not answer for it, and the value that is there already.
    public func callAsFunction(
        _ number: Int,
        _ value: IndicatorValue,
        in book: IndicatorBook,
        on day: CivilDate,
        dryRun: Bool
    ) throws -> (before: IndicatorValue?, receipt: Receipt?) {
        let entry = try Self.entry(number, in: book)
        if let definition = entry.computedBy {
            throw UseCaseFault(
                .refused,
                "computed-indicator",
                Phrase(
                    vi: "Chỉ tiêu \(number) được tính từ hồ sơ nhiệm vụ (\(definition)), không nhập tay",
                    en: "Indicator \(number) is worked out of the tasks' records (\(definition)), not entered"
                ),
                hint: Phrase(vi: "Muốn sửa thì bổ sung hoặc bác minh chứng", en: "To mend it, add or reject evidence")
            )
        }
        guard (2000...day.year).contains(value.year) else {
            throw UseCaseFault(
                .badData,
                "wrong-year",
                Phrase(
                    vi: "Năm \(value.year) không nằm trong 2000–\(day.year)",
                    en: "The year \(value.year) is not within 2000–\(day.year)"
                )
            )
        }
        guard !entry.isNumeric || value.figure.number != nil else {
            throw UseCaseFault(
                .badData,
                "not-a-number",
                Phrase(vi: "‘\(value.figure.text)’ không phải một con số", en: "‘\(value.figure.text)’ is not a number"),
                hint: Phrase(vi: "Viết như 0,61% hoặc 2.000", en: "Write it like 0,61% or 2.000 (comma before decimals)")
            )
        }
        guard day <= surroundings.today else { throw UseCaseFault.ahead(day) }
        let answer = try surroundings.transaction(on: day, dryRun: dryRun, definitions: Definitions()) { desk -> IndicatorValue? in
            try Answerable(gatherers: book.gatherers, bodies: entry.bodies).require(desk.actor, in: desk.writer)
            let subject = IndicatorRegister.subject(book.id, number)
            let before = try IndicatorRegister.history(book.id, number, in: desk.writer).last { $0.value.year == value.year }?.value
            guard before != value else {
                throw UseCaseFault(
                    .refused,
                    "already-entered",
                    Phrase(vi: "Giá trị này đã được ghi cho năm \(value.year)", en: "That value is on record for \(value.year) already")
                )
            }
            let event = NewEvent(
                subject: subject,
                kind: "indicator_entered",
                payload: value.json,
                actor: surroundings.actor,
                happenedOn: day,
                recordedAt: surroundings.now,
                definition: nil
            )
            _ = try desk.writer.append([event])
            let json = try IndicatorRegister.json(of: desk.writer.events(of: subject))
            try desk.writer.register(.indicator, code: subject.code, value: json, searchText: VietnameseText.folded(entry.name.vi))
            return before
        }
        return (answer.record, answer.receipt)
    }

    /// The entry of a number, or which there are.
    public static func entry(_ number: Int, in book: IndicatorBook) throws -> IndicatorBook.Entry {
        if let entry = book.entry(number) { return entry }
        throw UseCaseFault(
            .usage,
            "unknown-indicator",
            Phrase(vi: "Không có chỉ tiêu số \(number) trong \(book.id)", en: "There is no indicator \(number) in \(book.id)"),
            hint: Phrase(vi: "Có các số từ 1 đến \(book.entries.count)", en: "There are numbers 1 to \(book.entries.count)")
        )
    }
}
