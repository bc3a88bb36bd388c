import CanonicalJSON
import Councils
import Engine
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("A council session on record")
struct RecordCouncilTests {
    @Test("goes from the founding decision to the conclusion, and the task's record follows")
    func determination() throws {
        let office = try CouncilOffice()
        try office.screened()
        let opened = try office.opened("2024-02-01")
        #expect(opened.code.description == "NV-1:1" && opened.session.phase == .inSession)
        #expect(opened.machine?.state == "in-session" && opened.machine?.facts["present"] == .int(9))
        let use = try office.council(on: "2024-02-01")
        _ = try use.vote(try office.act("2024-02-01"), try (1...9).map { try CouncilOffice.determination($0, met: $0 > 2) })
        let counted = try use.count(try office.act("2024-02-01"), by: [try CouncilOffice.expert(3)])
        #expect(counted.record.session.count?.tallies.map(\.outcome) == [.recommended])
        let concluded = try use.conclude(try office.act("2024-02-01"), CouncilSession.Conclusion(text: "Đề nghị thực hiện"))
        #expect(concluded.record.machine?.state == "concluded")
        #expect(concluded.record.machine?.facts["result"] == .text("recommended"))
        #expect(concluded.record.machine?.facts["votes_for"] == .int(7))
        #expect(try office.record().session == concluded.record.session)
        try office.fire("take-recommendation", on: "2024-02-02", ["ordering.concluded_on": "2024-02-01"])
        #expect(try VerifyStore(office.store)(vault: AttachmentVault(besides: office.folder.file("hoi-dong.db"))).isEmpty)
    }

    @Test("ranks two dossiers, each with its exact score, and names the winner")
    func selection() throws {
        let office = try CouncilOffice()
        try office.twoDossiers()
        let day = "2024-04-20"
        let opened = try office.opened(day)
        // A topic of agriculture: only one of the ballots is made for it.
        #expect(opened.code.number == 2 && opened.session.subjects.map(\.id) == ["1", "2"])
        #expect(opened.session.subjects.map(\.form) == ["applied-research", "applied-research"])
        #expect(opened.session.subjects[0].label.vi == "Tổ chức VIEN-A – Người N1" && opened.session.subjects[0].isOfProposer)
        let use = try office.council(on: day)
        let ballots = try (1...9).flatMap {
            [try CouncilOffice.points($0, on: "1"), try CouncilOffice.points($0, on: "2", [11, 22, 14, 14, 14, 14])]
        }
        _ = try use.vote(try office.act(day), ballots)
        let count = try #require(try use.count(try office.act(day), by: CouncilOffice.board()).record.session.count)
        // 86 with a tenth on top is more than 89.
        #expect(count.ranking?.winner == "1" && count.ranking?.runnerUp == "2")
        #expect(count.ranking?.places.map(\.total) == [try Fraction(946, over: 10), Fraction(89)])
        let after = try use.conclude(try office.act(day), CouncilSession.Conclusion(text: "Kiến nghị hồ sơ số 1")).record
        #expect(after.task.machines["dossier"]?.map(\.state) == ["ranked", "ranked"])
        #expect(after.task.instance(MachineReference(kind: "dossier", number: 1))?.facts["mean_x100"] == .int(8600))
        #expect(after.machine?.facts["result"] == .text("recommended"))
    }

    @Test("keeps ballots sealed: what can be asked is the same before and after they are cast")
    func sealed() throws {
        let office = try CouncilOffice()
        try office.screened()
        let opened = try office.opened("2024-02-01")
        let use = try office.council(on: "2024-02-01")
        let entry = try office.store.read { try $0.registered(.council, code: "NV-1:1") }
        let early = refusal { _ = try use.count(try office.act("2024-02-01"), by: []) }
        _ = try use.vote(try office.act("2024-02-01"), [try CouncilOffice.determination(1, met: true)])
        #expect(try office.record().session.view() == opened.session.view())
        #expect(try office.store.read { try $0.registered(.council, code: "NV-1:1") } == entry)
        #expect(refusal { _ = try use.count(try office.act("2024-02-01"), by: []) } == early)
        let lines = try office.store.read { reader -> [String] in
            var lines: [String] = []
            try reader.eachEvent(after: 0) {
                lines.append(String(decoding: try SealedLog(reader).line($0), as: UTF8.self)); return true
            }
            return lines
        }
        let last = try #require(lines.last)
        #expect(last.contains("\"sealed\":true") && !last.contains("P1") && !lines.joined().contains("ballot_cast"))
        _ = try use.vote(try office.act("2024-02-01"), try (2...9).map { try CouncilOffice.determination($0, met: true) })
        _ = try use.count(try office.act("2024-02-01"), by: [])
        let open = try office.store.read { reader in
            try reader.events(of: EventRecord.Subject(.council, "NV-1:1")).filter { $0.kind == "ballot_cast" }.allSatisfy {
                try SealedLog(reader).line($0) == $0.canonicalBytes
            }
        }
        #expect(open)
    }

    @Test("records all of a box or nothing, and says what is wrong with each ballot")
    func allOrNothing() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let before = try office.head()
        let use = try office.council(on: "2024-02-01")
        var absent = RecordCouncil.Attendance()
        absent.left = [try CouncilOffice.expert(9)]
        _ = try use.attend(try office.act("2024-02-01"), absent)
        let casts = [
            try CouncilOffice.determination(1, met: true), try CouncilOffice.determination(1, met: false),
            try CouncilOffice.determination(9, met: true),
        ]
        #expect(refusal { _ = try use.vote(try office.act("2024-02-01"), casts) } == ["voted_already", "absent"])
        #expect(try office.head().size == before.size + 1)
        #expect(try office.record().session.box.isEmpty)
    }

    @Test("a ballot is corrected only by another one with a reason; a dry run writes nothing")
    func corrected() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let use = try office.council(on: "2024-02-01")
        let first = try CouncilOffice.determination(1, met: false)
        _ = try use.vote(try office.act("2024-02-01"), [first])
        let second = RecordCouncil.Cast(try CouncilOffice.determination(1, met: true).vote, insteadBecause: "Ghi nhầm mục")
        let head = try office.head()
        let trial = try use.vote(try office.act("2024-02-01", dryRun: true), [second])
        #expect(trial.receipt == nil && trial.record.session.box.count == 2)
        #expect(try office.head() == head)
        _ = try use.vote(try office.act("2024-02-01"), [second])
        _ = try use.vote(try office.act("2024-02-01"), try (2...9).map { try CouncilOffice.determination($0, met: true) })
        let tally = try #require(try use.count(try office.act("2024-02-01"), by: []).record.session.count?.tallies.first)
        #expect(tally.ballots.count == 10 && tally.valid.count == 9)
    }

    @Test("a member records the own ballot and nobody else's; strangers record nothing")
    func duties() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let own = try office.council(on: "2024-02-01", as: "P1")
        _ = try own.vote(try office.act("2024-02-01"), [try CouncilOffice.determination(1, met: true)])
        #expect(
            refusal { _ = try own.vote(try office.act("2024-02-01"), [try CouncilOffice.determination(2, met: true)]) } == ["role_missing"]
        )
        #expect(refusal { _ = try own.count(try office.act("2024-02-01"), by: []) } == ["role_missing"])
        #expect(try own.voters(of: try office.record()).map(\.person.text) == ["P1"])
    }

    @Test("a role of councils counts with the seat for it, in this session only; a seat votes for nobody else")
    func seatsAndDuties() throws {
        let office = try CouncilOffice()
        try office.screened()
        let day = "2024-02-01"
        let register = RegisterParty(try office.at(day, as: "system"))
        for (code, roles) in [
            ("P1", ["council-chair"]), ("P6", ["council-chair"]), ("P5", ["council-secretary"]), ("CT9", ["council-chair"]),
        ] {
            let person = Person(code: try PersonCode(code), name: "Người \(code)", organisation: try OrganisationCode("DH"), roles: roles)
            _ = try register(.person(person), replacing: code != "CT9")
        }
        try office.opened(day)
        let ballot = try CouncilOffice.determination(2, met: true)
        for stranger in ["P1", "P5", "P6", "CT9"] {
            let use = try office.council(on: day, as: stranger)
            #expect(refusal { _ = try use.vote(try office.act(day), [ballot]) } == ["role_missing"])
            #expect(refusal { _ = try use.vote(try office.act(day, dryRun: true), [ballot]) } == ["role_missing"])
        }
        var guests = RecordCouncil.Attendance()
        guests.guests = ["Sở Tài chính"]
        for (actor, mayRecord) in [("P1", true), ("P5", true), ("P6", false), ("CT9", false), ("P2", false)] {
            let use = try office.council(on: day, as: actor)
            #expect(refusal { _ = try use.attend(try office.act(day), guests) } == (mayRecord ? [] : ["role_missing"]))
        }
    }

    @Test("a trial of the count says that it can be done, and nothing of what it would say")
    func trialCount() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let use = try office.council(on: "2024-02-01")
        _ = try use.vote(try office.act("2024-02-01"), try (1...9).map { try CouncilOffice.determination($0, met: true) })
        let before = try office.record().session
        let trial = try use.count(try office.act("2024-02-01", dryRun: true), by: [])
        #expect(trial.receipt == nil && trial.record.session == before && trial.record.session.count == nil)
        #expect(try office.record().session == before)
    }

    @Test("equal ballots have hashes nobody can guess")
    func salted() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let use = try office.council(on: "2024-02-01")
        _ = try use.vote(try office.act("2024-02-01"), try (1...9).map { try CouncilOffice.determination($0, met: true) })
        let salts = try office.store.read { reader in
            try reader.events(of: EventRecord.Subject(.council, "NV-1:1")).filter { $0.kind == "ballot_cast" }
                .compactMap { $0.payload["salt"]?.string }
        }
        #expect(salts.count == 9 && Set(salts).count == 9 && salts.allSatisfy { $0.utf8.count == 32 })
    }

    @Test(
        "the number of members the decision names is held against the law at once",
        arguments: [(6, nil), (12, nil), (5, "QĐ 12/QĐ-UBND")]
    )
    func planned(members: Int, otherSize: String?) throws {
        let office = try CouncilOffice()
        try office.screened()
        let formed = refusal { _ = try office.formed("2024-02-01", members: members) { $0.otherSizeDecision = otherSize } }
        #expect(formed == (otherSize == nil ? ["council_size"] : []))
    }

    @Test("what comes to be known of a seated member is added, and nothing else changes")
    func known() throws {
        let office = try CouncilOffice()
        try office.screened()
        let use = try office.formed("2024-02-01")
        _ = try use.seat(try office.act("2024-02-01"), try office.seating())
        var more = RecordCouncil.Seating()
        more.satEarlier = [try CouncilOffice.expert(7)]
        more.represents = [try CouncilOffice.expert(7): .user]
        let members = try use.seat(try office.act("2024-02-01"), more).record.session.composition.members
        let changed = try #require(members.first { $0.person.text == "P7" })
        #expect(members.count == 9 && changed.seat == .member && changed.satEarlier && changed.represents == .user)
        var attendance = RecordCouncil.Attendance()
        attendance.isEverybody = true
        attendance.isEveryReview = true
        _ = try use.attend(try office.act("2024-02-01"), attendance)
        more.represents = [try CouncilOffice.expert(7): .manager]
        let roll = try use.seat(try office.act("2024-02-01"), more).record.session.roll
        #expect(roll.present.count == 9 && roll.reviews.count == 9)
        more.satEarlier = [try PersonCode("N1")]
        #expect(refusal { _ = try use.seat(try office.act("2024-02-01"), more) } == ["not-seated"])
    }

    @Test(
        "too many, too few, somebody twice, nobody known",
        arguments: [
            (10, ["council_size"]), (8, ["members_differ"]),
        ]
    )
    func sizes(seated: Int, codes: [String]) throws {
        let office = try CouncilOffice()
        try office.screened()
        let use = try office.formed("2024-02-01")
        #expect(
            refusal {
                var seating = try office.seating(seated)
                if seated > 9 { seating.seats[9].person = try PersonCode("N1") }
                _ = try use.seat(try office.act("2024-02-01"), seating)
                _ = try use.open(try office.act("2024-02-01"))
            } == codes
        )
        var twice = RecordCouncil.Seating()
        twice.seats = [(try PersonCode("N2"), .member), (try PersonCode("N2"), .member)]
        #expect(refusal { _ = try use.seat(try office.act("2024-02-01"), twice) } == ["seated_twice"])
        twice.seats = [(try PersonCode("X9"), .member)]
        #expect(refusal { _ = try use.seat(try office.act("2024-02-01"), twice) } == ["unknown-person"])
    }

    @Test("opens only with a quorum, and its numbers cannot be typed by hand beside the record")
    func guarded() throws {
        let office = try CouncilOffice()
        try office.screened()
        let use = try office.formed("2024-02-01")
        _ = try use.seat(try office.act("2024-02-01"), try office.seating())
        let head = try office.head()
        #expect(refusal { _ = try use.open(try office.act("2024-02-01")) } == ["quorum", "chair_absent", "seat_absent", "seat_absent"])
        #expect(try office.head() == head)
        _ = try use.sendPapers(try office.act("2024-02-01"))
        #expect(
            refusal {
                try office.fire("open", on: "2024-02-01", of: "council-session:1", ["this.present": "9", "this.chair_present": "true"])
            }
                == ["council-on-record"]
        )
    }

    @Test("a conflict found after the count voids the ballot and undoes the count")
    func lateConflict() throws {
        let office = try CouncilOffice()
        try office.twoDossiers()
        let day = "2024-04-20"
        try office.opened(day) {
            $0.form = "applied-research"; $0.dossiers = [1]
        }
        let use = try office.council(on: day)
        _ = try use.vote(try office.act(day), try (1...9).map { try CouncilOffice.points($0, on: "1") })
        _ = try use.count(try office.act(day), by: CouncilOffice.board())
        let found = try use.discover(try office.act(day), of: try CouncilOffice.expert(6), shownBy: (.sanction, "QĐ 12/QĐ-XPHC"))
        #expect(found.record.session.phase == .inSession && found.record.session.count == nil)
        let tally = try #require(try use.count(try office.act(day), by: CouncilOffice.board()).record.session.count?.tallies.first)
        #expect(tally.valid.count == 8)
        #expect(refusal { _ = try use.discover(try office.act(day), of: try CouncilOffice.expert(7), shownBy: nil) } == ["no-conflict"])
    }

    @Test("an adjourned session asks everybody to come again")
    func adjourned() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let use = try office.council(on: "2024-02-05")
        #expect(
            refusal { _ = try use.adjourn(try office.act("2024-02-05"), reason: "Mất điện", until: try CivilDate(parsing: "2024-02-04")) }
                == ["day-before-last"]
        )
        let after = try use.adjourn(try office.act("2024-02-05"), reason: "Mất điện", until: try CivilDate(parsing: "2024-02-09")).record
        #expect(after.meetingOn?.description == "2024-02-09" && after.openedOn?.description == "2024-02-01")
        #expect(after.session.phase == .formed && after.session.roll.present.isEmpty && after.machine?.state == "papers-sent")
        #expect(refusal { _ = try use.open(try office.act("2024-02-05")) }.first == "quorum")
        #expect(refusal { _ = try use.open(try office.act("2024-02-01")) } != [])
    }

    @Test("days go forward and never lie ahead", arguments: [("2024-01-31", "day-before-last"), ("2024-02-02", "day-ahead")])
    func days(day: String, code: String) throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let use = try office.council(on: "2024-02-01")
        #expect(refusal { _ = try use.vote(try office.act(day), [try CouncilOffice.determination(1, met: true)]) } == [code])
    }
}
