import Importing
import LifecycleModel
import Testing

@Suite("PortfolioReader")
struct PortfolioReaderTests {
    @Test("a sound portfolio is read as it is written")
    func sound() throws {
        let portfolio = try PortfolioReader().read(SampleFiles.with())
        #expect(portfolio.organisations.map(\.value.name) == ["Trường Đại học Hồng Đức", "Sở Nông nghiệp, Môi trường"])
        #expect(portfolio.organisations[0].value.province == "Thanh Hóa")
        #expect(portfolio.organisations[1].value.province == nil)
        #expect(portfolio.people.map(\.value.sex) == [nil, .female])
        #expect(portfolio.people[0].value.roles == ["investigator", "council-member"])
        #expect(portfolio.people[0].value.title == "PGS.TS.")
        #expect(portfolio.people[0].value.organisation?.text == "DH-HD")
        #expect(portfolio.programmes[0].value.years == 2021...2025)
        let task = portfolio.tasks[0].value
        #expect(task.proposedOn.description == "2021-03-01")
        #expect(task.year == 2022)
        #expect(task.regime == "law-2013")
        #expect(task.stateMoney == 1_250_000)
        #expect(task.counterpartMoney == 300)
        #expect(task.months == 24)
        #expect(portfolio.tasks[1].value.proposedOn.description == "2022-04-15")
        #expect(portfolio.tasks[1].value.regime == nil)
        #expect(portfolio.tasks[1].source == SourceRow(file: .tasks, row: 3, line: 3))
    }

    @Test("the history is put in the order of the tasks; facts and documents are taken apart")
    func history() throws {
        let history = try PortfolioReader().read(SampleFiles.with()).history
        #expect(history.map(\.value.task.text) == ["TH-1", "TH-1", "TH-2"])
        #expect(history.map(\.source.row) == [3, 4, 2])
        #expect(history.map(\.source.line) == [3, 5, 2])
        let entry = history[0].value
        #expect(entry.facts == [FactText(path: "award.on", text: "2022-03-01"), FactText(path: "a.b", text: "x|y=z\\")])
        #expect(entry.documents.map(\.form) == ["B3-4-QĐPDKP", "A"])
        #expect(entry.documents.map(\.number) == ["5192/QĐ-UBND", "1"])
        #expect(entry.documents.map(\.date.description) == ["2021-12-16", "2021-12-16"])
        #expect(entry.documents.map(\.path) == [nil, "van-ban/qd.pdf"])
        #expect(entry.note == "Hai\ndòng")
        #expect(entry.machine == nil)
        #expect(history[1].value.machine == "periodic-report:3")
        #expect(history[1].value.actor == "system")
    }

    @Test("what a task is registered with is there as facts of the rule files")
    func facts() throws {
        let tasks = "code,title,proposed_on,state_money,award.year,months\nTH-1,Tôm,01/03/2021,1.000,2022,\n"
        let portfolio = try PortfolioReader().read(SampleFiles.with([.tasks: tasks, .history: nil]))
        #expect(
            portfolio.tasks[0].value.allFacts.map { "\($0.path)=\($0.text)" } == [
                "task.title=Tôm", "task.proposed_on=2021-03-01", "task.state_money=1000", "award.year=2022",
            ]
        )
    }

    @Test(
        "other spellings of a file say the same",
        arguments: [
            "\u{FEFF}code,title,proposed_on\r\nTH-1,Tôm,2021-03-01\r\n",
            "code;title;proposed_on\nTH-1;Tôm;2021-03-01",
            "MÃ NHIỆM VỤ;Tên nhiệm vụ;ngay de xuat\nTH-1;Tôm;1/3/2021\n",
            "\n\nproposed_on , title,code\n\n 2021-03-01, Tôm\u{A0},TH-1\n,,\n",
            "\"code\",\"title\",\"proposed-on\"\n\"TH-1\",\"Tôm\",\"2021-03-01\"\n",
        ]
    )
    func spellings(tasks: String) throws {
        let portfolio = try PortfolioReader().read([.tasks: Array(tasks.utf8)])
        let task = TaskRegistration(code: try TaskCode("TH-1"), title: "Tôm", proposedOn: try CivilDate(parsing: "2021-03-01"))
        #expect(portfolio.tasks.map(\.value) == [task])
    }

    @Test("Vietnamese headers are known for every column of every file")
    func vietnamese() throws {
        let files: [PortfolioFile: String] = [
            .organisations: "mã;tên;loại;tỉnh\nA;Viện;institute;Thanh Hóa",
            .people: "mã;họ và tên;học vị;đơn vị;lĩnh vực;vai trò\np;Lê Văn C;TS.;A;Luật;host",
            .programmes: "mã;tên;từ năm;đến năm\nCT;Giống;2021;2025",
            .tasks:
                "mã;tên;ngày đề xuất;năm;chế độ;cấp;loại;lĩnh vực;chương trình;phương thức;chủ trì;chủ nhiệm;bên đặt hàng;ngân sách nhà nước;"
                + "đối ứng;số tháng\nT;Tôm;2021-03-01;2021;law-2013;province;topic;agriculture;CT;selection;A;p;A;1;2;3",
            .history: "nhiệm vụ;ngày;sự kiện;tiến trình con;người ghi;thông tin;tài liệu;ghi chú\nT;2021-03-02;order;;p;;;",
        ]
        let portfolio = try PortfolioReader().read(files.mapValues { Array($0.utf8) })
        #expect(portfolio.people[0].value.organisation?.text == "A")
        #expect(portfolio.tasks[0].value.months == 3)
        #expect(portfolio.history.count == 1)
    }

    @Test("codes that the store already has may be referred to")
    func known() throws {
        let files = SampleFiles.with([.organisations: nil, .programmes: nil])
        #expect(
            PortfolioReader().faults(files).map(\.code) == [.unknownReference, .unknownReference, .unknownReference, .unknownReference]
        )
        let known = KnownCodes(
            organisations: [try OrganisationCode("DH-HD"), try OrganisationCode("SO-NN")],
            programmes: [try ProgrammeCode("CT1")]
        )
        #expect(PortfolioReader(known: known).faults(files).isEmpty)
    }

    @Test("addresses of people, under either heading", arguments: ["email", "e-mail", "Thư điện tử", "dia chi thu dien tu"])
    func addresses(title: String) throws {
        let people = "code,name,\(title)\nA,Lê A,le.a@Vien.example.vn\nB,Lê B,\n"
        let portfolio = try PortfolioReader().read([
            .people: Array(people.utf8), .tasks: Array("code,title,proposed_on\nT,T,2021-03-01\n".utf8),
        ])
        #expect(portfolio.people.map(\.value.email?.text) == ["le.a@vien.example.vn", nil])
    }

    @Test("a title on several lines becomes one line")
    func title() throws {
        let tasks = "code,title,proposed_on\nTH-1,\"Nuôi\r\n  tôm\n\",2021-03-01\n"
        #expect(try PortfolioReader().read([.tasks: Array(tasks.utf8)]).tasks[0].value.title == "Nuôi tôm")
    }
}
