import CanonicalJSON
import Engine
import Foundation
import Jobs
import LifecycleModel
import MailDelivery
import SQLiteStore
import Services
import Store
import Synchronization
import Testing

@Suite("Letters")
struct MessagesJobTests {
    /// A carrier that answers as it is told to and keeps what it was given.
    private final class Postman: MailCarrier {
        let given = Mutex<[MailMessage]>([])
        private let answer: @Sendable (MailMessage) -> MailOutcome

        init(_ answer: @escaping @Sendable (MailMessage) -> MailOutcome = { _ in .delivered }) { self.answer = answer }

        func deliver(_ message: MailMessage) -> MailOutcome {
            given.withLock { $0.append(message) }
            return answer(message)
        }

        var keys: [String] { given.withLock { $0.map(\.key) } }
    }

    private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("templates/mail").path

    private func job(_ carrier: (any MailCarrier)?) throws -> MessagesJob {
        MessagesJob(
            try MailTemplates(folder: Self.templates),
            language: .vi,
            sender: try Mailbox(try MailAddress("so@example.org")),
            carrier: carrier
        )
    }

    private func busy() throws -> Bureau {
        let bureau = try Bureau()
        for number in 1...2 { try bureau.sign("N\(number)", on: "2026-03-02", until: "2026-03-20") }
        return bureau
    }

    @Test("One digest a person and day for all tasks, urgent matters at once, each once")
    func digests() throws {
        let bureau = try busy()
        let postman = Postman()
        for day in ["2026-04-04", "2026-04-12", "2026-04-22"] {
            try bureau.runDaily(from: day, to: day)
            try bureau.run(try job(postman), on: day)
            try bureau.run(try job(postman), on: day)
        }
        #expect(
            postman.keys
                == ["digest/CT01/2026-04-04", "digest/CT01/2026-04-11", "digest/CT01/2026-04-12", "urgent/CT01/2026-04-22"]
        )
        let digest = try #require(postman.given.withLock { $0.first })
        #expect(digest.body.contains("N1") && digest.body.contains("N2") && digest.body.contains("còn 7 ngày"))
        #expect(digest.to.address.text == "ct01@example.org")
        #expect(postman.given.withLock { $0.last?.isUrgent } == true)
        #expect(try bureau.store.read { try $0.letterCounts() }[.sent] == 4)
    }

    @Test("What is older than the set age is kept, marked as skipped and not sent in a burst")
    func skipped() throws {
        let bureau = try busy()
        let postman = Postman()
        try bureau.runDaily(from: "2026-04-03", to: "2026-04-23", every: 20)
        try bureau.run(try job(postman), on: "2026-04-23")
        #expect(postman.keys == ["urgent/CT01/2026-04-22"])
        #expect(try bureau.store.read { try $0.letterCounts() } == [.sent: 1, .skipped: 4])
    }

    @Test("A server that is down is tried again with growing distance, then the letter is dead and can be put back")
    func down() throws {
        let bureau = try busy()
        try bureau.runDaily(from: "2026-04-04", to: "2026-04-04")
        let down = Postman { _ in .postponed(MailTrouble(.unreachable, Phrase(vi: "không tới được máy chủ", en: "unreachable"))) }
        var moment = try Moment(parsing: "2026-04-04T08:00:00+07:00")
        var waits: [Int64] = []
        for tries in 1...10 {
            let run = try bureau.run(try job(down), on: "2026-04-04", at: moment)
            #expect(run.counts.failed == 1)
            let letter = try #require(try bureau.store.read { try $0.letter("digest/CT01/2026-04-04") })
            #expect(letter.tries == tries)
            waits.append(letter.retryAt.milliseconds - moment.milliseconds)
            #expect(try bureau.run(try job(down), on: "2026-04-04", at: moment).counts.failed == 0)
            moment = Moment(milliseconds: max(letter.retryAt.milliseconds, moment.milliseconds + 1000))
        }
        #expect(waits.prefix(3) == [300_000, 900_000, 3_600_000])
        #expect(try bureau.store.read { try $0.letterCounts() } == [.dead: 1])
        let letter = try bureau.store.read { try ResendLetter("digest/CT01/2026-04-04", at: moment, in: $0) }.letter
        try bureau.store.write { try $0.save(letter) }
        let postman = Postman()
        try bureau.run(try job(postman), on: "2026-04-20", at: Moment(parsing: "2026-04-20T08:00:00+07:00"))
        #expect(postman.keys == ["digest/CT01/2026-04-04"])
    }

    @Test("A letter in hand when the machine went down goes out again under the same key, and not before its patience is over")
    func inHand() throws {
        let bureau = try busy()
        try bureau.runDaily(from: "2026-04-04", to: "2026-04-04")
        let noon = try Moment(parsing: "2026-04-04T12:00:00+07:00")
        let brittle = BrittleStore(bureau.store, writes: 5)
        let first = Postman { _ in
            brittle.breakNow()
            return .delivered
        }
        #expect(throws: StoreError.self) { try bureau.run(try job(first), on: "2026-04-04", at: noon, store: brittle) }
        #expect(first.keys == ["digest/CT01/2026-04-04"])
        let second = Postman()
        try bureau.run(try job(second), on: "2026-04-04", at: Moment(milliseconds: noon.milliseconds + 700_000))
        #expect(second.keys == [])
        try bureau.run(try job(second), on: "2026-04-04", at: Moment(milliseconds: noon.milliseconds + 1_000_000))
        #expect(second.keys == first.keys)
    }

    @Test("Who has no address gets no letter, and the list says why; a refusal for good is not tried again")
    func dead() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-03-20", host: "DHY")
        try bureau.sign("N2", on: "2026-03-02", until: "2026-03-20")
        try bureau.runDaily(from: "2026-04-04", to: "2026-04-04")
        let refusing = Postman { _ in .refused(MailTrouble(.refused, Phrase(vi: "550 không có hộp thư", en: "550 no mailbox"))) }
        try bureau.run(try job(refusing), on: "2026-04-04")
        let (dead, skipped) = try bureau.store.read { (try $0.letters(.dead, limit: 9), try $0.letters(.skipped, limit: 9)) }
        #expect(dead.compactMap(\.error?.vi) == ["550 không có hộp thư"])
        #expect(skipped.compactMap(\.error?.vi) == [ComposeLetters.noAddress.vi])
        try bureau.run(try job(refusing), on: "2026-04-05", at: Moment(parsing: "2026-04-06T08:00:00+07:00"))
        #expect(refusing.keys.count == 1)
    }

    @Test("A letter goes to the address its person has when it is sent, and nowhere when there is none any more")
    func address() throws {
        let bureau = try busy()
        try bureau.runDaily(from: "2026-04-04", to: "2026-04-04")
        try bureau.run(try job(nil), on: "2026-04-04")
        func update(_ email: MailAddress?) throws {
            let json = try #require(try bureau.store.read { try $0.registered(.person, code: "CT01") })
            var person = try Person(json: json)
            person.email = email
            _ = try RegisterParty(try bureau.at("2026-04-04", as: "system"))(.person(person), replacing: true)
        }
        try update(try MailAddress("moi@example.org"))
        let postman = Postman()
        try bureau.run(try job(postman), on: "2026-04-04")
        #expect(postman.given.withLock { $0.map(\.to.address.text) } == ["moi@example.org"])
        try bureau.runDaily(from: "2026-04-11", to: "2026-04-11")
        try bureau.run(try job(nil), on: "2026-04-11")
        try update(nil)
        try bureau.run(try job(postman), on: "2026-04-11")
        #expect(postman.keys.count == 1)
        #expect(try bureau.store.read { try $0.letterCounts() } == [.sent: 1, .skipped: 1])
    }

    @Test("Without a carrier letters wait, and the run says so")
    func nothingSet() throws {
        let bureau = try busy()
        try bureau.runDaily(from: "2026-04-04", to: "2026-04-04")
        let run = try bureau.run(try job(nil), on: "2026-04-04")
        #expect(run.notes.map(\.vi) == ["1 thư chờ gửi: chưa đặt NHIEMVU_MAIL"])
    }
}
