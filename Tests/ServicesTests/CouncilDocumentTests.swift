import CanonicalJSON
import Councils
import Documents
import Engine
import Foundation
import LifecycleModel
import Rules
import Services
import Store
import TestSupport
import Testing

/// Documents out of sessions on record, by the forms that come with the program.
@Suite("Documents of councils")
struct CouncilDocumentTests {
    private static let day = "2024-04-20"
    private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../templates/documents"
    ).standardized.path

    private let given: JSONValue = [
        "document.number": "45/GM-SKHCN", "document.date": "2024-04-20", "meeting.time": "08 giờ 00 phút", "meeting.ends": "11 giờ 30 phút",
        "meeting.place": "Phòng họp số 2", "meeting.agenda": "Đánh giá hồ sơ", "meeting.discussion": "Hội đồng trao đổi.",
        "signer.title": "GIÁM ĐỐC", "signer.name": "Lê A",
    ]

    private func vault(_ office: CouncilOffice) -> AttachmentVault { AttachmentVault(besides: office.folder.file("hoi-dong.db")) }

    private func use(_ office: CouncilOffice) throws -> RenderDocument {
        RenderDocument(try office.at(Self.day), templates: try TemplateLibrary(folder: Self.templates), vault: vault(office))
    }

    private func request(_ form: String, _ given: JSONValue? = nil, draft: Bool = false, session: Int64? = nil) -> RenderDocument.Request {
        RenderDocument.Request(
            task: CouncilOffice.task,
            form: form,
            given: given ?? self.given,
            machine: session.map { MachineReference(kind: CouncilCode.machine, number: $0) },
            isDraft: draft
        )
    }

    /// The given values and one more.
    private func given(_ name: String, _ value: JSONValue) -> JSONValue {
        var object = given.object ?? JSONObject()
        object[name] = value
        return .object(object)
    }

    /// A selection council of nine over two dossiers, in session; the ballots, and what follows as far as is asked.
    private func selection(cast: Bool = false, counted: Bool = false, concluded: Bool = false) throws -> CouncilOffice {
        let office = try CouncilOffice()
        try office.twoDossiers()
        try office.opened(Self.day) { $0.form = "applied-research" }
        if cast || counted || concluded { try vote(office) }
        let council = try office.council(on: Self.day)
        if counted || concluded {
            _ = try council.count(try office.act(Self.day), by: CouncilOffice.board())
        }
        if concluded {
            let dissents = [try CouncilOffice.expert(7): "Đề nghị hồ sơ số 2"]
            let conclusion = CouncilSession.Conclusion(text: "Rà soát dự toán.", dissents: dissents)
            _ = try council.conclude(try office.act(Self.day), conclusion)
        }
        return office
    }

    private func vote(_ office: CouncilOffice) throws {
        var ballots = try (1...8).flatMap {
            [try CouncilOffice.points($0, on: "1"), try CouncilOffice.points($0, on: "2", [11, 22, 14, 14, 14, 13])]
        }
        // Far from the others, and blank.
        ballots.append(try CouncilOffice.points(9, on: "1", [2, 4, 2, 2, 2, 2]))
        ballots.append(RecordCouncil.Cast(CouncilHappening.Vote(by: try CouncilOffice.expert(9), on: "2", .blank)))
        _ = try office.council(on: Self.day).vote(try office.act(Self.day), ballots)
    }

    // MARK: Sealed

    @Test("tell the same before and after ballots are cast", arguments: ["B2-4-KPĐG", "B2-5-THKP", "B2-6-BBHĐ", "GM-HĐ", "QĐ-TLHĐ"])
    func sealed(_ form: String) throws {
        let office = try selection()
        let before = try use(office)(request(form, draft: true))
        try vote(office)
        let after = try use(office)(request(form, draft: true))
        #expect(before.bytes == after.bytes && before.restsOn == after.restsOn)
        #expect(before.gaps == after.gaps)
    }

    @Test("are refused before the count, and say that the ballots are sealed", arguments: ["B2-4-KPĐG", "B2-5-THKP", "B2-6-BBHĐ"])
    func refused(_ form: String) throws {
        let office = try selection(cast: true)
        let head = try office.head()
        let fault = #expect(throws: UseCaseFault.self) { try use(office)(request(form)) }
        #expect(fault?.code == "empty-field")
        #expect(fault?.blockers.contains { $0.cure?.vi.contains("niêm phong") == true } == true)
        #expect(try office.head() == head)
    }

    @Test(
        "take no given value for what is still sealed",
        arguments: [
            ("council.valid_ballots", "9"), ("scores", [["member": "A"]]), ("dossiers", [["mean": "90"], ["mean": "80"]]),
            ("council.result", "recommended"), ("council.winner", "Viện B"), ("meeting.conclusion", "Xong"),
        ] as [(String, JSONValue)]
    )
    func givenEarly(_ name: String, _ value: JSONValue) throws {
        let office = try selection(cast: true)
        let forms = ["B2-4-KPĐG", "B2-6-BBHĐ"]
        let codes = forms.map { form in refusal { _ = try use(office)(request(form, given(name, value), draft: true)) } }
        #expect(codes.contains(["not-recorded-yet"]))
    }

    // MARK: Minutes

    @Test("minutes say who was there, the means, the ranking, the conclusion and who keeps another opinion")
    func minutes() throws {
        let office = try selection(concluded: true)
        let answer = try use(office)(request("B2-6-BBHĐ"))
        let outline = try DocumentOutline(of: answer.package)
        let text = outline.paragraphs.joined(separator: "\n")
        let rows = outline.tables.flatMap { $0 }
        #expect(
            rows.contains(["01", "Tổ chức VIEN-A", "Người N1", "86", "94,6", "1"])
                && rows.contains(["02", "Tổ chức VIEN-B", "Người N2", "88", "88", "2"])
        )
        #expect(rows.contains(["03", "Người P3", "Tổ chức DH", "Ủy viên phản biện", "Có mặt"]))
        #expect(rows.contains { $0.contains { $0.contains("Số: 45/GM-SKHCN") } } && text.contains("Nơi nhận:"))
        #expect(!text.contains("Hoãn phiên họp") && !text.contains("được thay trước phiên họp"))
        #expect(text.contains("09/09 người (tối thiểu phải có 06). Vắng mặt: không."))
        #expect(text.contains("Chủ trì phiên họp: Người P1"))
        #expect(text.contains("Đề nghị thực hiện. Tổ chức được đề nghị chủ trì: Tổ chức VIEN-A; chủ nhiệm: Người N1."))
        #expect(text.contains("Hồ sơ xếp kế tiếp đủ điều kiện: Tổ chức VIEN-B."))
        #expect(text.contains("Rà soát dự toán.") && text.contains("- Người P7: Đề nghị hồ sơ số 2."))
        // Ballots, count and conclusion are among the events it rests on.
        let kinds = Set(try office.record().events.filter { answer.restsOn.contains($0.number) }.map(\.kind))
        #expect(kinds.isSuperset(of: ["ballot_cast", "ballots_counted", "session_concluded", "member_arrived", "session_opened"]))
        #expect(try VerifyStore(office.store)(vault: vault(office)).isEmpty)
    }

    @Test("the tally sheet has every ballot, those that do not count with the reason, and the working with its articles")
    func tally() throws {
        let office = try selection(counted: true)
        let answer = try use(office)(request("B2-4-KPĐG"))
        let outline = try DocumentOutline(of: answer.package)
        let rows = outline.tables.flatMap { $0 }
        #expect(rows.contains(["1", "Người P1", "Tổ chức VIEN-A", "10 + 20 + 14 + 14 + 14 + 14", "86", "Hợp lệ"]))
        #expect(rows.contains { $0.count == 6 && $0[1] == "Người P9" && $0[4] == "14" && $0[5].hasPrefix("Không hợp lệ: 14 điểm, chênh") })
        #expect(rows.contains { $0.count == 6 && $0[1] == "Người P9" && $0[5] == "Không hợp lệ: phiếu để trống" })
        let text = outline.paragraphs.joined(separator: "\n")
        #expect(text.contains("1. Người P3, Trưởng ban;") && text.contains("3. Người P5, Ủy viên."))
        #expect(text.contains("Số phiếu phát ra: 18; số phiếu hợp lệ: 16; số phiếu không hợp lệ: 02."))
        #expect(text.contains("Kết quả: Đề nghị thực hiện. Tổ chức được đề nghị chủ trì: Tổ chức VIEN-A."))
        // All three sign, the head on the right.
        let signatures = try #require(rows.last)
        #expect(signatures.count == 2 && signatures[0].contains("Người P4") && signatures[0].contains("Người P5"))
        #expect(signatures[1].hasPrefix("TRƯỞNG BAN KIỂM PHIẾU") && signatures[1].hasSuffix("Người P3"))
        #expect(text.contains("cộng 10 %, tổng 94,6 (TT 20/2023/TT-BKHCN, Điều 11.7"))
    }

    @Test("a replaced ballot is neither handed out anew nor void; it is listed with its reason")
    func replaced() throws {
        let office = try selection(cast: true)
        let council = try office.council(on: Self.day)
        let correction = RecordCouncil.Cast(
            try CouncilOffice.points(2, on: "1", [11, 20, 14, 14, 14, 14]).vote,
            insteadBecause: "Ghi nhầm dòng"
        )
        _ = try council.vote(try office.act(Self.day), [correction])
        _ = try council.count(try office.act(Self.day), by: CouncilOffice.board())
        let outline = try DocumentOutline(of: try use(office)(request("B2-4-KPĐG")).package)
        let rows = outline.tables.flatMap { $0 }
        let text = outline.paragraphs.joined(separator: "\n")
        #expect(text.contains("Số phiếu phát ra: 18; số phiếu hợp lệ: 16; số phiếu không hợp lệ: 02."))
        #expect(text.contains("- Người P2, Tổ chức VIEN-A: phiếu cũ 86, lý do: Ghi nhầm dòng."))
        #expect(text.contains("Tổ chức VIEN-A: Số phiếu phát ra: 9; hợp lệ: 8; không hợp lệ: 1.") && !text.contains("trong hòm"))
        #expect(rows.count { $0.count == 6 && $0[1] == "Người P2" && $0[2] == "Tổ chức VIEN-A" } == 1)
        let summary = try DocumentOutline(of: try use(office)(request("B2-5-THKP")).package).tables.flatMap { $0 }
        #expect(summary.contains { $0.count == 8 && $0[1] == "Tổ chức VIEN-A" && $0[3] == "08" && $0[4] == "01" })
    }

    @Test("what the rules only assume is marked in a draft, and no paper that is issued calls it law")
    func assumed() throws {
        let office = try selection(counted: true)
        func text(draft: Bool) throws -> String {
            try DocumentOutline(of: try use(office)(request("B2-4-KPĐG", draft: draft)).package).paragraphs.joined(separator: "\n")
        }
        #expect(try text(draft: true).contains("[căn cứ tạm tính, chưa in trong bản ban hành: "))
        let issued = try text(draft: false)
        #expect(!issued.contains("tạm tính") && !issued.contains("chưa đọc được") && issued.contains("(TT 20/2023/TT-BKHCN, Điều"))
    }

    @Test("papers bear the day of the session, whenever they are made", arguments: ["B2-4-KPĐG", "B2-6-BBHĐ"])
    func day(_ form: String) throws {
        let office = try selection(concluded: true)
        var undated = given.object ?? JSONObject()
        undated["document.date"] = nil
        let later = RenderDocument(
            try office.at("2024-05-30"),
            templates: try TemplateLibrary(folder: Self.templates),
            vault: vault(office)
        )
        #expect(try later(request(form, .object(undated))).document?.date.description == Self.day)
    }

    @Test(
        "a session that is not there is refused, and guests, dissents and counters that nobody recorded",
        arguments: [
            ("guests", [["name": "Ông A"]]), ("replaced", [["member": "Ông A"]]), ("council.replacements", "Ông A"),
            ("council.adjournments", "hoãn"),
        ] as [(String, JSONValue)]
    )
    func unrecorded(_ name: String, _ value: JSONValue) throws {
        let office = try selection(concluded: true)
        let forms = ["B2-4-KPĐG", "B2-6-BBHĐ"]
        let codes = forms.map { form in refusal { _ = try use(office)(request(form, given(name, value), draft: true)) } }
        #expect(codes.contains(["contradicts-record"]))
        #expect(refusal { _ = try use(office)(request("B2-5-THKP", draft: true, session: 9)) } == ["unknown-session"])
    }

    @Test("minutes tell who was taken out and when the session was put off")
    func changes() throws {
        let office = try CouncilOffice()
        try office.twoDossiers()
        let council = try office.formed(Self.day, members: 9) { $0.form = "applied-research" }
        _ = try council.seat(try office.act(Self.day), try office.seating(9))
        var change = RecordCouncil.Seating()
        change.removed = [try CouncilOffice.expert(9)]
        change.reason = "Công tác nước ngoài"
        _ = try council.seat(try office.act(Self.day), change)
        var again = RecordCouncil.Seating()
        again.seats = [(try CouncilOffice.expert(9), .member)]
        let away = try use(office)(request("B2-6-BBHĐ", draft: true))
        _ = try council.seat(try office.act(Self.day), again)
        _ = try council.sendPapers(try office.act(Self.day))
        var attendance = RecordCouncil.Attendance()
        attendance.isEverybody = true
        attendance.isEveryReview = true
        _ = try council.attend(try office.act(Self.day), attendance)
        _ = try council.open(try office.act(Self.day))
        _ = try council.adjourn(try office.act(Self.day), reason: "Mất điện", until: try CivilDate(parsing: "2024-04-25"))
        let put = try DocumentOutline(of: try use(office)(request("B2-6-BBHĐ", draft: true)).package).paragraphs.joined(separator: "\n")
        #expect(put.contains("Hoãn phiên họp: ngày 20/04/2024 hoãn phiên họp, họp tiếp ngày 25/04/2024, lý do: Mất điện."))
        // The day is the one it goes on, and whoever came back was not replaced.
        #expect(put.contains("ngày 25 tháng 4 năm 2024") && !put.contains("được thay trước phiên họp"))
        let text = try DocumentOutline(of: away.package).paragraphs.joined(separator: "\n")
        #expect(text.contains("được thay trước phiên họp: Người P9 (Ủy viên), lý do: Công tác nước ngoài."))
    }

    @Test("a column that is not on record is given row by row; one that is may not be contradicted")
    func rows() throws {
        let office = try selection(counted: true)
        let same: JSONValue = [["mean": "86"], ["host": "Tổ chức VIEN-B"]]
        #expect(refusal { _ = try use(office)(request("B2-5-THKP", given("dossiers", same))) } == [])
        let other: JSONValue = [["mean": "86"], ["mean": "90"]]
        let fault = #expect(throws: UseCaseFault.self) { try use(office)(request("B2-5-THKP", given("dossiers", other), draft: true)) }
        #expect(fault?.code == "contradicts-record" && fault?.message.vi.contains("«dossiers.mean» (dòng 2") == true)
        let short: JSONValue = [["mean": "86"]]
        #expect(refusal { _ = try use(office)(request("B2-5-THKP", given("dossiers", short), draft: true)) } == ["contradicts-record"])
    }

    // MARK: For one member

    @Test("the invitations of all members have one number and are issued together, once")
    func invitations() throws {
        let office = try selection()
        let requests = try (1...9).map { number in
            var request = request("GM-HĐ")
            request.member = try CouncilOffice.expert(number)
            return request
        }
        let before = try office.head().size
        let answers = try use(office).all(requests)
        #expect(try office.head().size == before + 9)
        #expect(Set(answers.compactMap(\.document?.number)) == ["45/GM-SKHCN"] && Set(answers.compactMap(\.document?.sha256)).count == 9)
        #expect(answers.allSatisfy { vault(office).holds($0.document?.sha256 ?? "") })
        let third = try DocumentOutline(of: answers[2].package).paragraphs.joined(separator: "\n")
        #expect(
            third.contains("Ông/Bà: Người P3") && third.contains("tư cách: Ủy viên phản biện") && third.contains("công tác: Tổ chức DH")
        )
        #expect(refusal { _ = try use(office).all(requests) } == ["document-twice"])
        // One of them is wrong: none is issued.
        var wrong = requests.map { request in
            var other = request
            other.given = given("document.number", "46/GM-SKHCN")
            return other
        }
        wrong[8].member = try PersonCode("CB1")
        let head = try office.head()
        #expect(refusal { _ = try use(office).all(wrong) } == ["not_a_member"])
        #expect(try office.head() == head)
    }

    @Test("an empty ballot is of one member and one dossier, has the criteria, and never shows a count", arguments: [false, true])
    func ballot(_ isCounted: Bool) throws {
        let office = try selection(counted: isCounted)
        var request = request("B2-3a-ĐGĐTCN", draft: true)
        request.member = try CouncilOffice.expert(4)
        request.blank = "……"
        let unnamed = try use(office)(request)
        #expect(unnamed.gaps.first { $0.field == "applicant.host" }?.cure.vi.contains("--subject (1, 2)") == true)
        request.subject = "2"
        let answer = try use(office)(request)
        let outline = try DocumentOutline(of: answer.package)
        let rows = outline.tables.flatMap { $0 }
        #expect(rows.contains(["2", "Nội dung, nhân lực, phương pháp nghiên cứu và kỹ thuật sử dụng", "24", "", ""]))
        let text = outline.paragraphs.joined(separator: "\n")
        #expect(text.contains("Tổ chức VIEN-B") && !text.contains("VIEN-A") && text.contains("……/100"))
        let ballots = Set(try office.record().events.filter { $0.kind.hasPrefix("ballot") }.map(\.number))
        #expect(ballots.isDisjoint(with: answer.restsOn))
    }

    // MARK: Which session

    @Test("a form speaks of the newest session of its kind; one of another kind is refused")
    func session() throws {
        let office = try selection()
        let determination = try use(office)(request("D1-BBHĐ", draft: true))
        #expect(try DocumentOutline(of: determination.package).paragraphs.contains { $0.contains("ngày 01 tháng 02 năm 2024") })
        #expect(refusal { _ = try use(office)(request("D1-BBHĐ", draft: true, session: 2)) } == ["other-council"])
        #expect(refusal { _ = try use(office)(request("B2-6-BBHĐ", draft: true, session: 2)) } == [])
        var stranger = request("QĐ-DM", draft: true)
        stranger.member = try CouncilOffice.expert(1)
        #expect(refusal { _ = try use(office)(stranger) } == ["no-council-form"])
    }

    @Test("whoever is not there is named, and the deputy presides with written authority")
    func absent() throws {
        let office = try CouncilOffice()
        try office.twoDossiers()
        let council = try office.council(on: Self.day)
        try office.opened(Self.day) { $0.form = "applied-research" }
        var leaving = RecordCouncil.Attendance()
        leaving.authority = "Giấy ủy quyền số 3"
        leaving.left = [try CouncilOffice.expert(1), try CouncilOffice.expert(9)]
        leaving.guests = ["Sở Tài chính"]
        _ = try council.attend(try office.act(Self.day), leaving)
        let text = try DocumentOutline(of: try use(office)(request("B2-6-BBHĐ", draft: true)).package).paragraphs.joined(separator: "\n")
        #expect(text.contains("07/09 người"))
        #expect(text.contains("Người P1 (Chủ tịch), về trước khi kết thúc phiên họp; Người P9 (Ủy viên), về trước khi kết thúc phiên họp."))
        #expect(text.contains("Chủ trì phiên họp: Người P2 (theo Giấy ủy quyền số 3)") && text.contains("- Sở Tài chính."))
    }

    @Test("the determination council: votes, what was met, the result; a council's own name may be given")
    func determination() throws {
        let office = try CouncilOffice()
        try office.screened()
        try office.opened("2024-02-01")
        let council = try office.council(on: "2024-02-01")
        _ = try council.vote(try office.act("2024-02-01"), try (1...9).map { try CouncilOffice.determination($0, met: $0 > 2) })
        _ = try council.count(try office.act("2024-02-01"), by: [try CouncilOffice.expert(3)])
        let outline = try DocumentOutline(of: try use(office)(request("C3-BBKP", given("council.name", "Hội đồng số 7"))).package)
        let rows = outline.tables.flatMap { $0 }
        #expect(rows.contains(["Đề nghị thực hiện", "07"]) && rows.contains(["Đề nghị không thực hiện", "02"]))
        #expect(rows.contains(["3", "Không trùng lặp với nhiệm vụ đã và đang thực hiện", "7/9"]))
        #expect(outline.paragraphs.contains("Kết luận: Đề nghị thực hiện."))
        #expect(rows.contains { $0.contains { $0.contains("HỘI\u{A0}ĐỒNG SỐ 7") } })
    }
}
