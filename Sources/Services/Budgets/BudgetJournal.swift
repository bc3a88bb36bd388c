import CanonicalJSON
import Engine
import LifecycleModel
import LumpSum
import Rules
import Store

/// Appends what happened to the money of a task to the log and folds it in: the one way anything about money is ever recorded.
struct BudgetJournal {
    let desk: Desk

    /// Checks what happened against the law, keeps it in the log and in the register.
    ///
    /// - Throws: `UseCaseFault` with the reasons of the law.
    func append(
        _ happening: BudgetHappening,
        to record: inout BudgetRecord,
        equipmentException: Bool = false,
        isAnother: Bool = false,
        note: JSONObject = [:]
    ) throws {
        try checkDay(record)
        do throws(Refusal) {
            try BudgetCheck(record.budget, terms: record.terms).check(happening, on: desk.day, equipmentException: equipmentException)
        } catch { throw UseCaseFault(error, of: record.task.code) }
        if record.events.isEmpty { try carryOver(&record) }
        var payload = happening.payload
        if !note.isEmpty, var object = payload.object {
            for member in note { object[member.key] = member.value }
            payload = .object(object)
        }
        if !isAnother { try requireNew(happening, payload, record) }
        record.events += try desk.writer.append([event(happening.kind, payload, record, on: desk.day)])
        do throws(Refusal) { try record.budget.apply(happening, on: desk.day, event: record.events.last?.number) } catch {
            throw UseCaseFault(error, of: record.task.code)
        }
    }

    /// Refuses money that moved already, the same amounts on the same day or by the same papers on any: mostly a command that was given twice.
    private func requireNew(_ happening: BudgetHappening, _ payload: JSONValue, _ record: BudgetRecord) throws {
        let told = Self.told(happening.kind, payload)
        guard happening.adds,
            let twin = record.events.last(where: { event in
                (event.happenedOn == desk.day || payload["documents"] != nil) && Self.told(event.kind, event.payload) == told
            })
        else { return }
        throw UseCaseFault(
            .refused,
            "same-movement",
            Phrase(
                vi: "\(happening.name.vi) ngày \(twin.happenedOn.vietnamese) đã ghi y hệt (sự kiện số \(twin.number))",
                en: "\(happening.name[.en]) of \(twin.happenedOn): the very same is on record (event \(twin.number))"
            ),
            hint: Phrase(
                vi: "Nếu là một khoản khác, nêu văn bản của nó (--doc), hoặc thêm --yes",
                en: "If it is another one, name its papers (--doc), or add --yes"
            )
        )
    }

    /// What was said of a movement; the number of an advance is given by the program.
    private static func told(_ kind: String, _ payload: JSONValue) -> [JSONValue] {
        guard kind == "advance_paid", var object = payload.object else { return [.string(kind), payload] }
        object["advance"] = nil
        return [.string(kind), .object(object)]
    }

    /// Writes the entry people read; after the task itself has moved.
    func register(_ record: BudgetRecord) throws {
        guard record.isOnRecord else { return }
        try desk.writer.register(
            .budget,
            code: record.task.code,
            value: try BudgetSummary(record).json,
            searchText: VietnameseText.folded(record.task.code)
        )
    }

    /// What the small machines told before anything was on record, each with its own day.
    private func carryOver(_ record: inout BudgetRecord) throws {
        guard !record.carriedOver.isEmpty else { return }
        record.events += try desk.writer.append(
            record.carriedOver.map { day, happening in
                var object = happening.payload.object ?? JSONObject()
                object["carried_over"] = true
                return event(happening.kind, .object(object), record, on: day)
            }
        )
    }

    private func event(_ kind: String, _ payload: JSONValue, _ record: BudgetRecord, on day: CivilDate) -> NewEvent {
        NewEvent(
            subject: EventRecord.Subject(.budget, record.task.code),
            kind: kind,
            payload: payload,
            actor: desk.surroundings.actor,
            happenedOn: day,
            recordedAt: desk.surroundings.now,
            definition: record.rules.hash
        )
    }

    private func checkDay(_ record: BudgetRecord) throws {
        if desk.day > desk.surroundings.today { throw UseCaseFault.ahead(desk.day) }
        if let last = record.events.last?.happenedOn ?? record.carriedOver.last?.day, last > desk.day {
            throw UseCaseFault.before(
                last,
                Phrase(vi: "Kinh phí của \(record.task.code)", en: "The money of \(record.task.code)")
            )
        }
    }
}

extension UseCaseFault {
    /// A day that has not come.
    static func ahead(_ day: CivilDate) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "day-ahead",
            Phrase(vi: "Ngày \(day.vietnamese) chưa tới", en: "\(day) has not come yet"),
            hint: Phrase(vi: "Xem lại --date", en: "Look at --date again")
        )
    }

    /// A day before the last thing that happened.
    static func before(_ last: CivilDate, _ subject: Phrase) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "day-before-last",
            Phrase(vi: "\(subject.vi) đã có sự kiện ngày \(last.vietnamese)", en: "\(subject[.en]) already has an event of \(last)"),
            hint: Phrase(vi: "Xem lại --date", en: "Look at --date again")
        )
    }
}
