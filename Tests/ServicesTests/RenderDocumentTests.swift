import CanonicalJSON
import Documents
import Engine
import Foundation
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Making a document") struct RenderDocumentTests {
    private static let fields = """
        field,type,meaning_vi,meaning_en,example,source
        document.number,text,Số,Number,1/QĐ,given
        document.date,date,Ngày,Date,2022-03-02,given
        office.place,text,Địa danh,Place,Thanh Hóa,office
        task.code,text,Mã,Code,T-1,code
        task.title,text,Tên,Title,Giống lúa,fact task.title
        task.level,choice,Cấp,Level,province: Cấp tỉnh,fact task.level
        award.money,money,Kinh phí,Money,1.000,fact award.state award.money
        accepted.on,date,Ngày nghiệm thu,Accepted on,2023-01-01,fact acceptance.on
        host.name,text,Tổ chức chủ trì,Host,Viện A,party task.host name
        investigator.name,text,Chủ nhiệm,Investigator,TS. A,party task.investigator titled_name
        report.received_on,date,Ngày báo cáo,Report,2022-09-01,machine report received_on
        decision.number,text,Số quyết định,Decision,1,paper QĐ-1 number
        decision.date,date,Ngày quyết định,Date of it,2022-03-01,paper QĐ-1 date
        task.runs,flag,Đang thực hiện,Running,có,position execution/running not ordering/proposed execution/paused
        members,list,Thành viên,Members,,given
        members.name,text,Họ tên,Name,A ; B,column

        """

    /// Forms of a test's own: `award` needs the award alone, `acceptance` the acceptance and a list.
    private func templates(_ office: Office) throws -> TemplateLibrary {
        let folder = office.folder.file("mau")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        try write("fields.csv", Array(Self.fields.utf8))
        try write("office.csv", Array("field,value\noffice.place,Thanh Hóa\n".utf8))
        try write(
            "forms.csv",
            Array(
                "form,label_vi,label_en,basis,signed_by\naward,Phê duyệt,Award,Điều 1,province\nacceptance,Nghiệm thu,Acceptance,Điều 2,council\nnotice,Thông báo,Notice,Điều 3,department\n"
                    .utf8
            )
        )
        let award = """
            {{office.place}}, {{document.date}}. Số {{document.number}}
            {{task.code}}: {{task.title}} ({{task.level}})
            {{host.name}}; {{investigator.name}}; {{award.money}} ({{award.money | words}}); {{decision.number}} {{decision.date | short}}
            """
        let acceptance = """
            {{accepted.on}} {{report.received_on}}
            {{#each members}}
            {{members.name}}
            {{/each}}
            """
        let notice = """
            Nhiệm vụ {{task.code}}:
            {{#if task.runs}}
            đang thực hiện.
            {{else}}
            không thực hiện.
            {{/if}}
            """
        try write("notice.docx", try FormSource(notice, file: "notice").template.archived())
        try write("award.docx", try FormSource(award, file: "award").template.archived())
        try write("acceptance.docx", try FormSource(acceptance, file: "acceptance").template.archived())
        return try TemplateLibrary(folder: folder)
    }

    private func render(
        _ office: Office,
        _ form: String,
        _ given: JSONValue = [:],
        on day: String = "2022-03-05",
        draft: Bool = false,
        dryRun: Bool = false,
        by actor: String = "CV01",
        task: String = "T-1",
        machine: MachineReference? = nil
    ) throws -> RenderDocument.Answer {
        let request = RenderDocument.Request(task: task, form: form, given: given, machine: machine, isDraft: draft, dryRun: dryRun)
        return try RenderDocument(try office.at(day, as: actor), templates: templates(office), vault: office.vault)(request)
    }

    private let numbered: JSONValue = ["document.number": "7/QĐ", "document.date": "2022-03-02"]

    @Test("fills it from the record, keeps the file and records hash and events it rests on")
    func issues() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let answer = try render(office, "award", numbered)
        #expect(
            try DocumentOutline(of: answer.package).paragraphs == [
                "Thanh Hóa, ngày 02 tháng 3 năm 2022. Số 7/QĐ", "T-1: Giống lúa (Cấp tỉnh)",
                "Viện Nông nghiệp; Người CN01; 1.200.000.000 (Một tỷ hai trăm triệu đồng); 1 01/3/2022",
            ]
        )
        let document = try #require(answer.document)
        let hash = try #require(document.sha256)
        #expect(office.vault.holds(hash))
        let (events, rows) = try office.store.read {
            (try $0.events(of: EventRecord.Subject(.task, "T-1")), try $0.documents(of: "T-1"))
        }
        let last = try #require(events.last)
        guard case .documentIssued(let issued) = try Happening(kind: last.kind, payload: last.payload) else {
            Issue.record("no event")
            return
        }
        #expect(issued.document == document && issued.given == numbered && last.happenedOn.description == "2022-03-02")
        // The registration, and the award with its decision.
        let sources = events.filter { event in issued.restsOn.contains(event.number) }
        #expect(sources.map(\.kind) == ["registered", "transitioned"] && issued.restsOn == answer.restsOn)
        #expect(rows.last?.sha256 == hash && rows.last?.event == last.number)
        #expect(answer.receipt?.events?.upperBound == last.number)
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
    }

    @Test("gives the same bytes for the same facts, other bytes for others")
    func sameBytes() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.award("T-2", on: "2022-03-01", money: "5")
        let first = try render(office, "award", numbered, dryRun: true)
        #expect(try render(office, "award", numbered, on: "2024-01-01", dryRun: true).bytes == first.bytes)
        #expect(try render(office, "award", numbered, dryRun: true, task: "T-2").bytes != first.bytes)
    }

    @Test("refuses an empty field and says which event would record it")
    func empty() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let before = try office.head()
        let result = Result { try render(office, "acceptance", numbered) }
        guard case .failure(let error as UseCaseFault) = result else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == "empty-field" && error.kind == .refused)
        #expect(error.blockers.map { $0.message.vi.prefix { $0 != ":" } } == ["accepted.on", "report.received_on", "members"])
        #expect(error.blockers[0].cure?.vi.contains("accept (") == true)
        #expect(error.blockers[1].cure?.vi.contains("receive-report --on report:…") == true)
        #expect(error.blockers[2].cure?.vi.contains("--data") == true)
        #expect(try office.head() == before)
    }

    @Test("once the record has them, only the list is missing")
    func machineFacts() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.accept("T-1", on: "2022-04-01")
        let given: JSONValue = ["document.date": "2022-04-02", "members": [["name": "Bà A"], ["name": "Ông B"]]]
        let answer = try render(office, "acceptance", given, on: "2022-04-02", machine: MachineReference(kind: "report", number: 1))
        #expect(
            try DocumentOutline(of: answer.package).paragraphs == [
                "ngày 01 tháng 4 năm 2022 ngày 01 tháng 4 năm 2022", "Bà A", "Ông B",
            ]
        )
    }

    @Test("as a draft shows the gaps and records nothing")
    func draft() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let before = try office.head()
        let answer = try render(office, "acceptance", draft: true, by: "")
        #expect(try DocumentOutline(of: answer.package).paragraphs == ["[Ngày nghiệm thu] [Ngày báo cáo]", "[Họ tên]"])
        #expect(answer.gaps.map(\.field).contains("members") && answer.document == nil && answer.receipt == nil)
        #expect(try office.head() == before && !FileManager.default.fileExists(atPath: office.vault.folder))
    }

    @Test(
        "refuses what is given wrong",
        arguments: [
            (["award.mony": "3"], "unknown-field"), (["members.name": "A"], "unknown-field"),
            (["members": [["nam": "A"]]], "unknown-field"),
            (["members": "A"], "wrong-value"), (["members": ["A"]], "wrong-value"), (["document.date": "hôm nay"], "wrong-value"),
            (["award.money": "5"], "contradicts-record"), (["task.title": "Khác"], "contradicts-record"),
            (["task.title": true], "wrong-value"), (["office.place": "a\u{202E}b"], "wrong-value"), ([1], "wrong-data"),
            (["document.number": "7/QĐ", "document.date": "2022-03-06"], "future-date"),
            (["document.date": "2022-03-02"], "empty-field"),
        ] as [(JSONValue, String)]
    )
    func wrongValues(_ given: JSONValue, _ code: String) throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let before = try office.head()
        #expect(Result { try render(office, "award", given) }.faultCode == code)
        #expect(try office.head() == before)
    }

    @Test("takes a yes or no from where the task stands; elsewhere it is an empty field, never a no")
    func position() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let running = try render(office, "notice", draft: true)
        #expect(try DocumentOutline(of: running.package).paragraphs == ["Nhiệm vụ T-1:", "đang thực hiện."] && running.gaps.isEmpty)
        #expect(Result { try render(office, "notice", ["task.runs": "không"]) }.faultCode == "contradicts-record")
        try office.accept("T-1", on: "2022-04-01")
        let unknown = try render(office, "notice", on: "2022-04-02", draft: true)
        #expect(try DocumentOutline(of: unknown.package).paragraphs == ["Nhiệm vụ T-1:", "[Đang thực hiện]"])
        #expect(unknown.gaps.map(\.field) == ["task.runs"] && unknown.gaps[0].cure.vi.contains("--set task.runs=có"))
        #expect(Result { try render(office, "notice", on: "2022-04-02") }.faultCode == "empty-field")
        let given = try render(office, "notice", ["task.runs": "không"], on: "2022-04-02", dryRun: true)
        #expect(try DocumentOutline(of: given.package).paragraphs == ["Nhiệm vụ T-1:", "không thực hiện."])
        // Nobody gave a date: today's.
        #expect(given.document?.date.description == "2022-04-02")
    }

    @Test(
        "refuses to speak of another small machine than the one that was named",
        arguments: [("report", Int64(9), "no-such-machine"), ("council-session", 1, "unknown-machine"), ("nothing", 1, "unknown-machine")]
    )
    func machines(_ kind: String, _ number: Int64, _ code: String) throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let machine = MachineReference(kind: kind, number: number)
        #expect(Result { try render(office, "award", numbered, machine: machine) }.faultCode == code)
    }

    @Test("takes what the record also says, a choice by its label or its code", arguments: ["Cấp tỉnh", "province"])
    func agreeing(_ level: String) throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let given: JSONValue = [
            "document.number": "7/QĐ", "document.date": "2022-03-02", "task.level": .string(level), "award.money": 1_200_000_000,
        ]
        #expect(try render(office, "award", given, dryRun: true).gaps.isEmpty)
    }

    @Test(
        "refuses words that name nothing",
        arguments: [
            ("T-9", "award", "CV01", "unknown-task"), ("T-1", "awrd", "CV01", "unknown-form"), ("T-1", "award", "NOBODY", "unknown-actor"),
            ("T-1", "award", "", "actor-missing"),
        ]
    )
    func words(_ task: String, _ form: String, _ actor: String, _ code: String) throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        #expect(Result { try render(office, form, numbered, by: actor, task: task) }.faultCode == code)
    }

    @Test("does not issue the same number twice")
    func twice() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        _ = try render(office, "award", numbered)
        #expect(Result { try render(office, "award", numbered) }.faultCode == "document-twice")
        #expect(throws: Never.self) { try render(office, "award", ["document.number": "8/QĐ", "document.date": "2022-03-02"]) }
    }

    @Test("names a template that is missing, broken or uses an unknown field", arguments: ["", "|", "không phải docx", "{{nothing}}"])
    func faultyTemplate(_ content: String) throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let library = try templates(office)
        let path = "\(library.folder)/award.docx"
        try FileManager.default.removeItem(atPath: path)
        if content.hasPrefix("{{") {
            try Data(try FormSource(content, file: "x").template.archived()).write(to: URL(fileURLWithPath: path))
        } else if content == "|" {
            // A pipe, which nobody waits for.
            mkfifo(path, 0o600)
        } else if !content.isEmpty {
            try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        }
        let request = RenderDocument.Request(task: "T-1", form: "award", given: numbered)
        let result = Result {
            try RenderDocument(try office.at("2022-03-05", as: "CV01"), templates: library, vault: office.vault)(request)
        }
        guard case .failure(let error as UseCaseFault) = result else {
            Issue.record("not refused")
            return
        }
        #expect(error.message.vi.contains(path))
        #expect(["template-missing", "not-a-docx", "unknown-field"].contains(error.code))
    }
}
