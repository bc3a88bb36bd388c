import CanonicalJSON
import Councils
import Engine
import Foundation
import Importing
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Erasing personal data")
struct ErasePersonalDataTests {
    /// An office where P1 … P9 sat in a council that concluded.
    private func office() throws -> CouncilOffice {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let use = try office.council(on: "2024-02-01")
        _ = try use.vote(try office.act("2024-02-01"), try (1...9).map { try CouncilOffice.determination($0, met: true) })
        _ = try use.count(try office.act("2024-02-01"), by: [])
        _ = try use.conclude(try office.act("2024-02-01"), CouncilSession.Conclusion(text: "Đề nghị thực hiện"))
        return office
    }

    private func erase(
        _ code: String,
        in office: CouncilOffice,
        by actor: String = CouncilOffice.officer,
        _ change: (inout ErasePersonalData.Request) -> Void = { _ in }
    ) throws -> ErasePersonalData.Answer {
        let day = try CivilDate(parsing: "2024-03-01")
        var request = ErasePersonalData.Request(try PersonCode(code), decision: "12/QĐ-SKHCN", reason: "Đơn của chuyên gia", day: day)
        change(&request)
        let vault = AttachmentVault(besides: office.store.path)
        return try ErasePersonalData(try office.at("2024-03-01", as: actor), vault: vault)(request)
    }

    private func verify(_ store: SQLiteStore) throws -> [VerifyStore.Finding] {
        try VerifyStore(store)(vault: AttachmentVault(besides: store.path))
    }

    /// Whether a text stands anywhere in the store's file or the files beside it.
    private func isAnywhere(_ text: String, _ store: SQLiteStore) -> Bool {
        ["", "-wal", "-shm"].contains { ending in
            let data = FileManager.default.contents(atPath: store.path + ending)
            return data?.range(of: Data(text.utf8)) != nil
        }
    }

    @Test("leaves the log as it was, the code in every place of the name, and no byte of the name in the file")
    func all() throws {
        let office = try office()
        let before = try office.head()
        #expect(isAnywhere("Người P1", office.store))
        let answer = try erase("P1", in: office)
        #expect(answer.entries == 1 && answer.sessions == ["NV-1:1"] && answer.receipt?.events?.count == 1)
        #expect(try office.store.purge())
        #expect(!isAnywhere("Người P1", office.store))
        #expect(isAnywhere("Người P2", office.store))
        #expect(try verify(office.store) == [])
        #expect(try office.store.read { try $0.verifyLog(known: [before]) }.size == before.size + 1)
        #expect(try office.store.read { try PersonalVerification.faults(in: $0) } == [])
        let person = try office.store.read { try requirePerson(try PersonCode("P1"), in: $0) }
        #expect(person.name == "P1" && person.roles.isEmpty && person.organisation == nil && person.erasure?.event == before.size + 1)
        #expect(try office.record().session.composition.members.first { $0.person.text == "P1" }?.name == "P1")
        #expect(try office.store.read { try CouncilRegister($0).entries(matching: ["Người P1"]) }.isEmpty)
        #expect(try office.store.read { try CouncilRegister($0).entries(matching: ["Người P2"]) }.count == 1)
        let record = try #require(try office.store.read { try ErasureRecord.all(of: "P1", in: $0) }.last)
        #expect(record.decision == "12/QĐ-SKHCN" && record.actor == CouncilOffice.officer && record.day.description == "2024-03-01")
    }

    @Test("asked again, or only tried, writes nothing")
    func again() throws {
        let office = try office()
        let before = try office.head()
        let tried = try erase("P1", in: office) { $0.dryRun = true }
        #expect(tried.entries == 1)
        #expect(try office.head() == before)
        #expect(try office.store.read { try requirePerson(try PersonCode("P1"), in: $0) }.name == "Người P1")
        _ = try erase("P1", in: office)
        let after = try office.head()
        let again = try erase("P1", in: office)
        #expect(again.receipt == nil && again.entries == 0)
        #expect(try office.head() == after)
    }

    @Test("of what was wrong before a correction leaves what stands now")
    func earlier() throws {
        let office = try office()
        let register = RegisterParty(try office.at("2024-02-20"))
        _ = try register.changing(try PersonCode("P2")) { $0.name = "Lê Thị Đúng" }
        let answer = try erase("P2", in: office) { $0.scope = .earlier }
        #expect(answer.entries == 1 && answer.sessions == ["NV-1:1"])
        #expect(try office.store.purge())
        #expect(!isAnywhere("Người P2", office.store))
        #expect(try office.store.read { try requirePerson(try PersonCode("P2"), in: $0) }.name == "Lê Thị Đúng")
        #expect(try verify(office.store) == [])
        #expect(try erase("P2", in: office) { $0.scope = .earlier }.receipt == nil)
        #expect(try erase("P2", in: office).entries == 1)
        #expect(try verify(office.store) == [])
    }

    @Test("is refused while the person is needed, with every reason")
    func barriers() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        #expect(refusal { _ = try erase("P1", in: office) } == ["council-sits"])
        #expect(refusal { _ = try erase("KHONG", in: office) } == ["unknown-code"])
        #expect(refusal { _ = try erase("P1", in: office) { $0.day = try! CivilDate(parsing: "2024-03-02") } } != [])
        #expect(try verify(office.store) == [])
        let dossiers = try CouncilOffice()
        try dossiers.twoDossiers()
        // Who bids with a dossier that counts.
        #expect(refusal { _ = try erase("N2", in: dossiers) { $0.day = try! CivilDate(parsing: "2024-03-01") } } == ["task-goes-on"])
        let request = EnterParticipation.Request(
            task: CouncilOffice.task,
            people: [(try PersonCode("P9"), .member)],
            source: "Thuyết minh"
        )
        _ = try EnterParticipation(try dossiers.at("2024-04-03"))(request)
        #expect(refusal { _ = try erase("P9", in: dossiers) { $0.day = try! CivilDate(parsing: "2024-03-01") } } == ["task-goes-on"])
    }

    @Test("puts an end to acting, sitting and being changed under that code")
    func afterwards() throws {
        let office = try office()
        _ = try erase("P1", in: office)
        let register = RegisterParty(try office.at("2024-03-05"))
        #expect(refusal { _ = try register.changing(try PersonCode("P1")) { $0.name = "Người P1" } } == ["person-erased"])
        #expect(
            refusal { _ = try RegisterParty(try office.at("2024-03-05", as: "P1")).changing(try PersonCode("P2")) { _ in } } == [
                "person-erased"
            ]
        )
        let request = EnterParticipation.Request(task: CouncilOffice.task, people: [(try PersonCode("P1"), .member)], source: "x")
        #expect(refusal { _ = try EnterParticipation(try office.at("2024-03-05"))(request) } == ["person-erased"])
    }

    @Test("empties the letters to the person, and those that wait are not sent")
    func letters() throws {
        let office = try office()
        let moment = try Moment(parsing: "2024-02-02T08:00:00+07:00")
        func letter(_ key: String, to person: String, _ standing: LetterRow.Standing) throws -> LetterRow {
            LetterRow(
                key: key,
                person: person,
                address: "\(person)@example.vn",
                day: try CivilDate(parsing: "2024-02-02"),
                isUrgent: false,
                subject: "Việc của \(person)",
                body: "Kính gửi Người \(person)",
                standing: standing,
                retryAt: moment,
                writtenAt: moment
            )
        }
        try office.store.write { writer in
            try writer.add(try letter("a", to: "P1", .waiting), telling: [])
            try writer.add(try letter("b", to: "P1", .sent), telling: [])
            try writer.add(try letter("c", to: "P2", .waiting), telling: [])
        }
        #expect(try erase("P1", in: office).letters == 2)
        let letters = try office.store.read { reader in try ["a", "b", "c"].compactMap { try reader.letter($0) } }
        #expect(letters.map(\.standing) == [.skipped, .sent, .waiting])
        let resent = refusal { _ = try office.store.read { try ResendLetter("a", at: moment, in: $0) } }
        #expect(resent == ["person-erased"])
        #expect(letters.map(\.body) == ["", "", "Kính gửi Người P2"] && letters.map(\.address) == [nil, nil, "P2@example.vn"])
    }

    @Test("is refused where the log itself holds the data, from before they were kept beside it")
    func legacy() throws {
        let office = try office()
        let old = NewEvent(
            subject: EventRecord.Subject(.person, "CU1"),
            kind: "entered",
            payload: Person(code: try PersonCode("CU1"), name: "Người cũ").json,
            actor: "CB1",
            happenedOn: try CivilDate(parsing: "2024-01-02"),
            recordedAt: try Moment(parsing: "2024-01-02T08:00:00+07:00"),
            definition: nil
        )
        try office.store.write { writer in
            _ = try writer.append([old])
            try writer.register(.person, code: "CU1", value: old.payload, searchText: "cu1 nguoi cu")
        }
        #expect(try verify(office.store) == [])
        _ = try RegisterParty(try office.at("2024-02-20")).changing(try PersonCode("CU1")) { $0.name = "Người mới" }
        #expect(try verify(office.store) == [])
        #expect(refusal { _ = try erase("CU1", in: office) } == ["personal-in-log"])
    }

    private func with(_ request: ErasePersonalData.Request, _ change: (inout ErasePersonalData.Request) -> Void)
        -> ErasePersonalData.Request
    {
        var request = request
        change(&request)
        return request
    }

    @Test("nobody records the erasure of their own data; a second one after the whole changes nothing in the register")
    func twice() throws {
        let office = try office()
        #expect(refusal { _ = try erase(CouncilOffice.officer, in: office) } == ["own-erasure"])
        _ = try erase("P1", in: office)
        #expect(try erase("P1", in: office) { $0.scope = .earlier }.receipt == nil)
        #expect(try verify(office.store) == [])
    }

    @Test("is for people of the department or the province", arguments: ["N2", "P2"])
    func duty(_ actor: String) throws {
        let office = try office()
        #expect(refusal { _ = try erase("P1", in: office, by: actor) } == ["not-your-duty"])
        #expect(try erase("P1", in: office, by: "CT1").receipt != nil)
    }

    @Test("of who had a late conflict leaves no word of what showed it, and the count still holds")
    func lateConflict() throws {
        let office = try CouncilOffice()
        try office.twoDossiers()
        let day = "2024-04-20"
        try office.opened(day)
        let use = try office.council(on: day)
        let ballots = try (1...9).flatMap {
            [try CouncilOffice.points($0, on: "1"), try CouncilOffice.points($0, on: "2", [11, 22, 14, 14, 14, 14])]
        }
        _ = try use.vote(try office.act(day), ballots)
        _ = try use.discover(try office.act(day), of: try CouncilOffice.expert(9), shownBy: (.sanction, "Thư chứng cứ 88"))
        _ = try use.count(try office.act(day), by: CouncilOffice.board())
        _ = try use.conclude(try office.act(day), CouncilSession.Conclusion(text: "Kiến nghị hồ sơ số 1"))
        #expect(isAnywhere("Thư chứng cứ 88", office.store))
        #expect(try verify(office.store) == [])
        func erase(_ scope: ErasePersonalData.Scope) throws -> ErasePersonalData.Answer {
            let date = try CivilDate(parsing: "2024-05-01")
            var request = ErasePersonalData.Request(try PersonCode("P9"), decision: "1", reason: "Đơn", day: date)
            request.scope = scope
            return try ErasePersonalData(try office.at("2024-05-01"), vault: AttachmentVault(besides: office.store.path))(request)
        }
        #expect(try erase(.earlier).receipt == nil)
        _ = try erase(.all)
        #expect(try office.store.purge())
        #expect(!isAnywhere("Thư chứng cứ 88", office.store) && !isAnywhere("Người P9", office.store))
        #expect(try verify(office.store) == [])
    }

    @Test("the log names an investigator by the code, also in what a council judges")
    func labels() throws {
        let office = try CouncilOffice()
        try office.twoDossiers()
        try office.formed("2024-04-03")
        let record = try office.record("\(CouncilOffice.task):2")
        #expect(record.session.subjects.map(\.label.vi) == ["Tổ chức VIEN-A – Người N1", "Tổ chức VIEN-B – Người N2"])
        let logged = try office.store.read { try $0.events(of: EventRecord.Subject(.council, "\(CouncilOffice.task):2")) }
        let text = logged.map { String(decoding: $0.canonicalBytes, as: UTF8.self) }.joined()
        #expect(text.contains("Tổ chức VIEN-A – N1") && !text.contains("Người N1"))
        #expect(try verify(office.store) == [])
    }

    @Test("of attached files removes them, and nothing misses them")
    func files() throws {
        let desk = try AuditedOffice()
        let day = try CivilDate(parsing: "2022-09-01")
        var request = ErasePersonalData.Request(try PersonCode("CN01"), decision: "1", reason: "Đơn", day: day)
        request.scope = .earlier
        request.files = [ErasePersonalData.File(task: "T-1", name: String(desk.hash.prefix(8)))]
        let use = ErasePersonalData(try desk.office.at("2022-09-01", as: "CV01"), vault: desk.office.vault)
        #expect(refusal { _ = try use(request) } == ["file-in-use"])
        try desk.office.accept("T-1", on: "2022-08-01")
        try desk.office.fire("T-1", "apply", on: "2022-08-20", ["followup.on": "2022-08-20"])
        let others = ErasePersonalData.Request(try PersonCode("CT01"), decision: "1", reason: "Đơn", day: day)
        #expect(refusal { _ = try use(with(others) { $0.files = request.files }) } == ["file-of-others"])
        let before = try desk.dossier().files
        #expect(try use(request).files == [desk.hash])
        #expect(!desk.office.vault.holds(desk.hash))
        let again = desk.office.folder.file("lai.txt")
        try Data("Quyết định".utf8).write(to: URL(fileURLWithPath: again))
        let kept = try desk.office.vault.keep(again)
        let paper = AttachedDocument(form: "QĐ-1", number: "9", date: day, sha256: kept.sha256, fileName: "lai.txt", size: kept.size)
        #expect(refusal { _ = try desk.office.award("T-9", on: "2022-09-01", file: paper) } == ["file-erased"])
        _ = try use(request)
        #expect(try VerifyStore(desk.office.store)(vault: desk.office.vault).isEmpty)
        let dossier = try desk.dossier()
        #expect(dossier.files == before - 1)
        let papers = try desk.office.store.read { try ExportPortfolio($0)() }.history.flatMap(\.value.documents)
        #expect(!papers.isEmpty && papers.allSatisfy { $0.path == nil })
        #expect(try VerifyDossier()(dossier.bytes).faults == [])
        request.files = [ErasePersonalData.File(task: "T-1", name: "khong-co.pdf")]
        #expect(refusal { _ = try use(request) } == ["unknown-file"])
        let copy = desk.office.folder.file("sao-luu")
        let backup = BackUpStore.Request(to: copy, day: try CivilDate(parsing: "2022-09-02"), thinning: nil, dryRun: false)
        _ = try BackUpStore(SQLiteStoreFiles(), store: desk.office.path)(backup)
    }

    @Test("tells of an attached file that cannot be removed, and removes it when asked again", .enabled(if: PinnedFile.isPossible))
    func filesLeft() throws {
        let desk = try AuditedOffice()
        try desk.office.accept("T-1", on: "2022-08-01")
        try desk.office.fire("T-1", "apply", on: "2022-08-20", ["followup.on": "2022-08-20"])
        var request = ErasePersonalData.Request(
            try PersonCode("CN01"),
            decision: "1",
            reason: "Đơn",
            day: try CivilDate(parsing: "2022-09-01")
        )
        request.scope = .earlier
        request.files = [ErasePersonalData.File(task: "T-1", name: String(desk.hash.prefix(8)))]
        let use = ErasePersonalData(try desk.office.at("2022-09-01", as: "CV01"), vault: desk.office.vault)
        let path = desk.office.vault.path(of: desk.hash)
        let answer = try PinnedFile(path).whilePinned { try use(request) }
        #expect(answer.filesLeft == [path] && answer.receipt != nil && desk.office.vault.holds(desk.hash))
        let again = try use(request)
        #expect(again.filesLeft.isEmpty && again.receipt == nil && !desk.office.vault.holds(desk.hash))
    }
}

/// A file that nobody can remove for a while: without the right to write in its folder, or, for root, by an attribute of the file.
private struct PinnedFile {
    let path: String

    init(_ path: String) { self.path = path }

    /// Whether it can be done here: a container may have taken the right to set attributes away from root.
    static let isPossible: Bool = {
        let path = FileManager.default.temporaryDirectory.appending(path: "nhiemvu-test-pinned-\(UUID().uuidString)").path
        guard FileManager.default.createFile(atPath: path, contents: nil) else { return false }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let isPossible = geteuid() != 0 || (try? PinnedFile(path).whilePinned { true }) ?? false
        if !isPossible { print("skipped: no file can be kept from being removed here (chattr +i)") }
        return isPossible
    }()

    func whilePinned<Result>(_ body: () throws -> Result) throws -> Result {
        try pin(true)
        defer { try? pin(false) }
        return try body()
    }

    private func pin(_ isPinned: Bool) throws {
        if geteuid() == 0 {
            let chattr = Process()
            chattr.executableURL = URL(filePath: "/usr/bin/chattr")
            chattr.arguments = [isPinned ? "+i" : "-i", path]
            chattr.standardError = FileHandle.nullDevice
            try chattr.run()
            chattr.waitUntilExit()
            guard chattr.terminationStatus == 0 else { throw CocoaError(.fileWriteNoPermission) }
        } else {
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.setAttributes([.posixPermissions: isPinned ? 0o500 : 0o700], ofItemAtPath: folder)
        }
    }
}
