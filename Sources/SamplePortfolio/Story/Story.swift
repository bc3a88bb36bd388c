import Importing
import LifecycleModel

/// The sample's last day came: whatever the story still had to tell has not happened yet.
struct Horizon: Error {}

/// The life of one task while it is written down.
///
/// The main road moves `day` forward step by step; things beside the road are noted with days of their own and sorted in at the end.
final class Story {
    let plan: Plan
    let cast: Cast
    var registration: TaskRegistration
    var chance: Chance
    /// The day of the latest step of the main road.
    var day: CivilDate
    /// Who carries it out, once chosen.
    var host: String?
    /// Who carried it out until a change of host took effect, and the day of that.
    private var formerHost: (host: String, until: CivilDate)?
    var investigator: String?
    var state = Running()
    var results: SampleResults
    /// Who proposed and who ordered it.
    let proposer: String
    let orderer: String
    /// Day of the latest call, the score that came second, and whether the council wants one lump sum.
    var calledOn = CivilDate.earliest
    var runnerUp: (applicant: Applicant, mean: Int)?
    var wholeSum = false

    /// Members present at the latest meeting.
    var lastAttendance = 0

    private var entries: [HistoryEntry] = []
    private var isOver = false
    private var lastDay = SamplePortfolio.asOf
    private var counts: [String: Int] = [:]

    init(_ plan: Plan, _ registration: TaskRegistration, proposer: String, orderer: String, _ cast: Cast) {
        results = SampleResults(of: plan)
        self.proposer = proposer
        self.orderer = orderer
        self.plan = plan
        self.cast = cast
        self.registration = registration
        chance = Chance(named: registration.code.text)
        day = registration.proposedOn
    }

    /// What is kept in mind while the task runs.
    struct Running {
        var award = Award()
        var effectiveOn = CivilDate.earliest
        var endOn = CivilDate.earliest
        var firstEndOn = CivilDate.earliest
        var extendedOn = CivilDate.earliest
        var acceptedOn = CivilDate.earliest
        /// State money paid out so far, the advance not yet cleared, and the day the latest one was.
        var advanced: Int64 = 0
        var openAdvance: (machine: String, amount: Int64)?
        /// State money allotted so far, what of it is not advanced, and the budget year that stands in.
        var allotted: Int64 = 0
        var unadvanced: Int64 = 0
        var budgetYear = 0
        var clearedOn = CivilDate.earliest
        var inventoriedOn = CivilDate.earliest
    }

    /// The award's numbers.
    struct Award {
        var money: Int64 = 0
        var counterpart: Int64 = 0
        var months = 0
        var isWholeSum = false
    }

    // MARK: Time

    /// Goes on so many working days.
    func wait(_ workingDays: ClosedRange<Int>) {
        day = OfficeDays.adding(chance.number(workingDays), to: day)
    }

    /// Goes to that day, or the next on which offices work; never back.
    func go(to later: CivilDate) {
        day = OfficeDays.onOrAfter(max(day, later))
    }

    /// A working day so many calendar days after another.
    func dayAfter(_ start: CivilDate, _ days: ClosedRange<Int>) -> CivilDate {
        OfficeDays.onOrAfter(start.adding(days: chance.number(days)))
    }

    // MARK: Writing down

    /// The next step of the main road.
    func step(
        _ event: String,
        on machine: String? = nil,
        by post: Post,
        _ facts: KeyValuePairs<String, any CustomStringConvertible> = [:],
        papers: [Paper] = []
    ) throws(Horizon) {
        guard !isOver, day <= lastDay, plan.stopAfter != "nothing" else { throw Horizon() }
        write(day, event, machine, post, facts, papers)
        if event == plan.stopAfter {
            isOver = true
            lastDay = day
            throw Horizon()
        }
    }

    /// Something beside the road; what lies after the last day is left out.
    func aside(
        _ day: CivilDate,
        _ event: String,
        on machine: String? = nil,
        by post: Post,
        _ facts: KeyValuePairs<String, any CustomStringConvertible> = [:],
        papers: [Paper] = []
    ) {
        guard day <= SamplePortfolio.asOf else { return }
        write(day, event, machine, post, facts, papers)
    }

    private func write(
        _ day: CivilDate,
        _ event: String,
        _ machine: String?,
        _ post: Post,
        _ facts: KeyValuePairs<String, any CustomStringConvertible>,
        _ papers: [Paper]
    ) {
        entries.append(
            HistoryEntry(
                task: registration.code,
                happenedOn: day,
                event: event,
                machine: machine,
                actor: cast.actor(post, in: self, on: day),
                facts: facts.map { FactText(path: $0.key, text: "\($0.value)") },
                documents: papers.map { $0.reference(on: day, chance: &chance) }
            )
        )
    }

    /// Who answers for the task on a day; before anybody was chosen, its proposer.
    func host(on day: CivilDate) -> String {
        if let formerHost, day <= formerHost.until { return formerHost.host }
        return host ?? proposer
    }

    /// Another organisation carries the task out from the day after.
    func hand(overTo other: String, on day: CivilDate) {
        if let host { formerHost = (host, day) }
        host = other
    }

    /// The number of the next small machine of a kind, as the record counts them.
    func another(_ kind: String) -> String {
        counts[kind, default: 0] += 1
        return "\(kind):\(counts[kind] ?? 1)"
    }

    /// Everything that has happened, day after day.
    var history: [HistoryEntry] {
        entries.enumerated().filter { $0.element.happenedOn <= lastDay }
            .sorted { ($0.element.happenedOn, $0.offset) < ($1.element.happenedOn, $1.offset) }.map(\.element)
    }
}
