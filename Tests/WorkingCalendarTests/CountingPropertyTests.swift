import LifecycleModel
import TestSupport
import Testing
import WorkingCalendar

@Suite struct CountingPropertyTests {
    @Test func differenceUndoesCounting() throws {
        let calendar = try Calendars.shipped()
        var random = SeededRandom(seed: 5)
        for _ in 0..<2000 {
            let start = try #require(CivilDate(daysSinceEpoch: Int.random(in: 15000...23000, using: &random)))
            let amount = Int.random(in: 0...400, using: &random)
            let working = Bool.random(using: &random)
            let term = try Term(amount, working ? .workingDays : .calendarDays)
            let forwards = calendar.count(from: start, term).end
            let backwards = calendar.count(from: start, term, direction: .before).end
            #expect(calendar.difference(from: start, to: forwards, working: working) == amount)
            #expect(calendar.difference(from: start, to: backwards, working: working) == -amount)
            if working && amount > 0 { #expect(calendar.isWorkingDay(forwards) && calendar.isWorkingDay(backwards)) }
        }
    }

    /// The fast counting against the definition read aloud: walk from the start and count what counts.
    @Test func agreesWithWalking() throws {
        let calendar = try Calendars.shipped()
        var random = SeededRandom(seed: 6)
        for _ in 0..<1000 {
            let inputs = try Self.inputs(using: &random)
            let step = inputs.direction == .after ? 1 : -1
            var date = inputs.start
            var counted = 0
            while counted < inputs.term.amount {
                date = date.adding(days: step)
                let stands = inputs.suspensions.contains { $0.contains(date) }
                if !stands && (inputs.term.unit == .calendarDays || calendar.isWorkingDay(date)) { counted += 1 }
            }
            #expect(calendar.count(inputs).end == date)
        }
    }

    @Test func monthsMoveByTheDaysThatStoodStill() throws {
        let calendar = try Calendars.shipped()
        var random = SeededRandom(seed: 7)
        for _ in 0..<1000 {
            var inputs = try Self.inputs(using: &random)
            inputs.term = try Term(inputs.term.amount % 12, .months)
            let step = inputs.direction == .after ? 1 : -1
            let nominal = inputs.start.adding(months: step * inputs.term.amount)
            let end = calendar.count(inputs).end
            let term = step > 0 ? inputs.start.adding(days: 1)..<end.adding(days: 1) : end..<inputs.start
            let stood = term.count { date in inputs.suspensions.contains { $0.contains(date) } }
            #expect(end == nominal.adding(days: step * stood))
        }
    }

    @Test func stepsTellTheWholeCounting() throws {
        let calendar = try Calendars.shipped()
        var random = SeededRandom(seed: 9)
        for _ in 0..<300 {
            let counting = calendar.count(try Self.inputs(using: &random))
            let steps = Array(counting.steps)
            #expect(steps.compactMap(\.ordinal) == Array(0..<counting.inputs.term.amount).map { $0 + 1 })
            #expect(steps.last?.date ?? counting.start == counting.end)
            #expect(steps.count == abs(counting.start.days(to: counting.end)))
            #expect(steps.allSatisfy { $0.kind != .skipped || $0.note != nil })
        }
    }

    private static func inputs(using random: inout SeededRandom) throws -> CountingInputs {
        let start = try #require(CivilDate(daysSinceEpoch: Int.random(in: 16000...22000, using: &random)))
        let suspensions = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let from = start.adding(days: Int.random(in: -90...90, using: &random))
            return Suspension(from: from, until: from.adding(days: Int.random(in: -2...40, using: &random)))
        }
        return CountingInputs(
            start: start,
            term: try Term(Int.random(in: 0...80, using: &random), Bool.random(using: &random) ? .workingDays : .calendarDays),
            direction: Bool.random(using: &random) ? .after : .before,
            suspensions: suspensions,
            roll: .none
        )
    }
}
