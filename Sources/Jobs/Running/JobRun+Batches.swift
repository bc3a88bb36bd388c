import LifecycleModel
import Services
import Store

/// Going through many things, some of which may be bad.
extension JobRun {
    /// Does work on each thing, in transactions of many. A thing that cannot be done is undone alone, set aside with its error and tried again later
    /// with growing distance; the others go on.
    ///
    /// - Parameters:
    ///   - next: the next things to do; none when all is done. A thing that was done or set aside is not answered again.
    ///   - subject: what a thing is about: a task's code.
    ///   - committed: told when the things answered last are done or set aside.
    func go<Thing>(
        _ next: (any StoreReader) throws -> [Thing],
        subject: (Thing) -> String,
        committed: () -> Void = {},
        _ work: (Thing, any StoreWriter) throws -> JobCounts
    ) throws {
        var troubled = Dictionary(try surroundings.store.read { try $0.setAside(of: name.rawValue) }.map { ($0.subject, $0) }) { $1 }
        while true {
            do {
                let done = try transaction { writer -> JobCounts? in
                    let things = try next(writer)
                    guard !things.isEmpty else { return nil }
                    var counts = JobCounts()
                    for thing in things {
                        counts += try work(thing, writer)
                        if troubled[subject(thing)] != nil { try writer.clearSetAside(name.rawValue, subject(thing)) }
                    }
                    return counts
                }
                guard let done else { return }
                counts += done
            } catch  where error.isOfOneThing {
                try oneByOne(next, subject: subject, &troubled, work)
            }
            committed()
            advance()
        }
    }

    /// Does work on each thing of a list as above, leaving out those that are set aside until later.
    func go<Thing>(
        through things: [Thing],
        subject: (Thing) -> String,
        _ work: (Thing, any StoreWriter) throws -> JobCounts
    ) throws {
        let moment = now
        // What is put off for longer than anything is was put off by a clock that was wrong.
        let latest = moment.adding(Self.distances[Self.distances.count - 1])
        let resting = Set(
            try surroundings.store.read { try $0.setAside(of: name.rawValue) }.filter { $0.retryAt > moment && $0.retryAt <= latest }
                .map(\.subject)
        )
        var rest = things.filter { !resting.contains(subject($0)) }[...]
        try go({ _ in Array(rest.prefix(Self.batch)) }, subject: subject, committed: { rest = rest.dropFirst(Self.batch) }, work)
    }

    /// Does a batch again, one thing a transaction, to find the bad ones.
    private func oneByOne<Thing>(
        _ next: (any StoreReader) throws -> [Thing],
        subject: (Thing) -> String,
        _ troubled: inout [String: SetAsideRow],
        _ work: (Thing, any StoreWriter) throws -> JobCounts
    ) throws {
        var failed: Set<String> = []
        for thing in try surroundings.store.read({ try next($0) }) where !failed.contains(subject(thing)) {
            let code = subject(thing)
            do {
                counts += try transaction { writer in
                    let counts = try work(thing, writer)
                    if troubled[code] != nil { try writer.clearSetAside(name.rawValue, code) }
                    return counts
                }
            } catch  where error.isOfOneThing {
                failed.insert(code)
                let row = setAside(code, error.words, after: troubled[code])
                troubled[code] = row
                try transaction { try $0.save(row) }
                counts += JobCounts(lookedAt: 1, failed: 1)
                note(Phrase(vi: "\(code): \(row.error.vi)", en: "\(code): \(row.error[.en])"))
            }
        }
    }

    private func setAside(_ subject: String, _ error: Phrase, after earlier: SetAsideRow?) -> SetAsideRow {
        let tries = (earlier?.tries ?? 0) + 1
        let distance = Self.distances[min(tries, Self.distances.count) - 1]
        return SetAsideRow(
            job: name.rawValue,
            subject: subject,
            tries: tries,
            firstAt: earlier?.firstAt ?? now,
            lastAt: now,
            retryAt: now.adding(distance),
            error: error
        )
    }

    /// How long to wait after the first, second … failure.
    private static let distances: [Duration] = [.seconds(600), .seconds(3600), .seconds(6 * 3600), .seconds(20 * 3600)]
}

extension Error {
    /// Whether it may be the fault of the thing that was worked on, and not of the machine, the disk or somebody else's work.
    fileprivate var isOfOneThing: Bool {
        if let fault = self as? UseCaseFault { return fault.kind != .tryAgain }
        guard let store = self as? StoreError else { return true }
        return [.damaged, .constraint, .other].contains(store.code)
    }

    /// The error in words.
    var words: Phrase {
        switch self {
        case let fault as UseCaseFault: fault.message
        case let error as any ExplainedError: error.phrase
        default: Phrase(vi: "\(self)", en: "\(self)")
        }
    }
}
