public import LifecycleModel
public import MailDelivery
import Services
import Store

/// Puts notices into letters and delivers these. A letter is marked before it is handed to the carrier and its answer recorded afterwards, so that
/// it is not sent twice unless a machine goes down between the two; then it goes out again under the same Message-ID.
public struct MessagesJob: Job {
    private let templates: MailTemplates
    private let language: Language
    private let sender: Mailbox?
    private let carrier: (any MailCarrier)?

    /// So often a letter is tried before it is given up.
    static let mostTries = 10
    /// How long a letter may be with the carrier before it is taken to have been lost on the way.
    static let patience: Duration = .seconds(900)
    /// After so many letters in a row that could not be delivered the rest waits: the server is down.
    static let mostTroubles = 3

    /// Creates the job.
    ///
    /// - Parameter sender: who letters come from; nil, as `carrier`: nothing is delivered, and letters wait.
    public init(_ templates: MailTemplates, language: Language, sender: Mailbox?, carrier: (any MailCarrier)?) {
        self.templates = templates
        self.language = language
        self.sender = sender
        self.carrier = carrier
    }

    /// Which it is.
    public var name: JobName { .messages }

    /// Writes letters, then delivers what waits.
    public mutating func perform(_ run: JobRun) throws {
        let compose = ComposeLetters(templates, language: language)
        let sheaves = try run.surroundings.store.read { try compose.sheaves(by: run.days.last, in: $0) }
        run.expected = sheaves.count
        try run.go(through: sheaves, subject: \.person) { sheaf, writer in
            let letter = try compose(sheaf, today: run.days.last, at: run.now, in: writer)
            return JobCounts(lookedAt: 1, changed: letter.standing == .waiting ? 1 : 0)
        }
        guard !run.isTrial else { return }
        guard let sender, let carrier else {
            let waiting = try run.surroundings.store.read { try $0.letterCounts() }[.waiting] ?? 0
            if waiting > 0 {
                run.note(
                    Phrase(
                        vi: "\(waiting) thư chờ gửi: chưa đặt NHIEMVU_MAIL",
                        en: "\(waiting) letters wait: NHIEMVU_MAIL is not set"
                    )
                )
            }
            return
        }
        try deliver(by: carrier, from: sender, run)
    }

    private func deliver(by carrier: any MailCarrier, from sender: Mailbox, _ run: JobRun) throws {
        var troubles = 0
        var tried: Set<String> = []
        while troubles < Self.mostTroubles, let letter = try taken(run, except: tried) {
            tried.insert(letter.key)
            guard letter.standing == .sending else { continue }
            run.counts.lookedAt += 1
            let outcome = outcome(of: letter, by: carrier, from: sender)
            try run.transaction { try $0.save(letter.after(outcome, at: run.now)) }
            switch outcome {
            case .delivered:
                run.counts.changed += 1
                troubles = 0
            case .postponed(let trouble):
                troubles += 1
                tell(trouble, of: letter, run)
            case .refused(let trouble): tell(trouble, of: letter, run)
            }
            run.advance()
        }
    }

    /// One line for each reason, however many letters it keeps back.
    private func tell(_ trouble: MailTrouble, of letter: LetterRow, _ run: JobRun) {
        run.counts.failed += 1
        run.note(Phrase(vi: "Thư không gửi được: \(trouble.phrase.vi)", en: "Not delivered: \(trouble.phrase[.en])"))
    }

    /// The next letter to deliver, marked as handed over; one that has grown too old meanwhile is given up and answered as such.
    private func taken(_ run: JobRun, except tried: Set<String>) throws -> LetterRow? {
        try run.transaction { writer in
            let due = try writer.dueLetters(at: run.now, limit: tried.count + 1)
            guard var letter = due.first(where: { !tried.contains($0.key) }) else { return nil }
            letter.address = try ComposeLetters.address(of: letter.person, in: writer)
            let isOld = letter.day.days(to: run.days.last) > ComposeLetters.oldestDays && letter.tries == 0
            if isOld || letter.address == nil {
                letter.standing = .skipped
                letter.error = isOld ? ComposeLetters.tooOld : ComposeLetters.noAddress
                letter.endedAt = run.now
            } else {
                letter.standing = .sending
                letter.tries += 1
                letter.retryAt = run.now.adding(Self.patience)
            }
            try writer.save(letter)
            return letter
        }
    }

    private func outcome(of letter: LetterRow, by carrier: any MailCarrier, from sender: Mailbox) -> MailOutcome {
        do {
            let address = try MailAddress(letter.address ?? "")
            let message = try MailMessage(
                key: letter.key,
                from: sender,
                to: Mailbox(address),
                subject: letter.subject,
                body: letter.body,
                date: letter.writtenAt,
                isUrgent: letter.isUrgent
            )
            return carrier.deliver(message)
        } catch { return .refused(MailTrouble(.refused, error.words)) }
    }
}

extension LetterRow {
    /// The letter once the carrier has answered.
    fileprivate func after(_ outcome: MailOutcome, at moment: Moment) -> LetterRow {
        var letter = self
        switch outcome {
        case .delivered:
            letter.standing = .sent
            letter.error = nil
            letter.endedAt = moment
        case .refused(let trouble): letter.giveUp(trouble.phrase, at: moment)
        case .postponed(let trouble):
            guard tries < MessagesJob.mostTries else {
                letter.giveUp(trouble.phrase, at: moment)
                break
            }
            letter.standing = .waiting
            letter.error = trouble.phrase
            letter.retryAt = moment.adding(Self.distances[min(tries, Self.distances.count) - 1])
        }
        return letter
    }

    private mutating func giveUp(_ reason: Phrase, at moment: Moment) {
        standing = .dead
        error = reason
        endedAt = moment
    }

    /// How long to wait after the first, second … try.
    private static let distances: [Duration] = [.seconds(300), .seconds(900), .seconds(3600), .seconds(3 * 3600), .seconds(12 * 3600)]
}
