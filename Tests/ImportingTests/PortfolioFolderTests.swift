import Foundation
import Importing
import LifecycleModel
import Testing

@Suite("Portfolio folders")
struct PortfolioFolderTests {
    private func faults(_ folder: TemporaryFolder) throws -> [ImportFault] {
        try #require(throws: ImportRefusal.self) { try PortfolioReader().read(folder: folder.path) }.faults
    }

    @Test("what is written is read back, and gives the same bytes again", arguments: [false, true])
    func roundTrip(mark: Bool) throws {
        var portfolio = try PortfolioReader().read(SampleFiles.with())
        portfolio.people[0].value.email = try MailAddress("=a.b+c@vien.example.vn")
        portfolio.tasks[0].value.facts = [FactText(path: "selection.note", text: "=1+1|\"x\"")]
        portfolio.tasks[1].value.title = "-'=Tôm; cua, \"ghẹ\""
        portfolio.history[0].value.note = "dòng một\n\n  dòng \"hai\", hết"
        portfolio.history[0].value.documents.append(
            DocumentReference(form: "A:@b|c", number: "1:2\\3|4", date: try CivilDate(parsing: "2022-02-28"), path: "a b/@c|d:e.pdf")
        )
        try TemporaryFolder.with { folder in
            let writer = PortfolioWriter(hasByteOrderMark: mark)
            try writer.write(portfolio, toFolder: folder.path + "/moi/ra")
            let read = try PortfolioReader().read(folder: folder.path + "/moi/ra")
            #expect(read.organisations.map(\.value) == portfolio.organisations.map(\.value))
            #expect(read.people.map(\.value) == portfolio.people.map(\.value))
            #expect(read.programmes.map(\.value) == portfolio.programmes.map(\.value))
            #expect(read.tasks.map(\.value) == portfolio.tasks.map(\.value))
            #expect(read.history.map(\.value) == portfolio.history.map(\.value))
            #expect(writer.files(of: read) == writer.files(of: portfolio))
            #expect(writer.files(of: read)[.tasks]?.starts(with: [0xEF, 0xBB, 0xBF]) == mark)
        }
    }

    @Test("the files have the promised columns in the promised order")
    func headers() {
        let files = PortfolioWriter().files(of: Portfolio()).mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(
            files == [
                .organisations: "code,name,kind,province\n", .people: "code,name,degree,organisation,field,roles,sex,email\n",
                .programmes: "code,name,from_year,to_year\n",
                .tasks:
                    "code,title,proposed_on,year,regime,level,kind,field,programme,route,host,investigator,orderer,state_money,counterpart_money,months\n",
                .history: "task,happened_on,event,machine,actor,facts,documents,note\n",
                .yearBudgets: "year,programme,amount,decision,decided_on,actor\n",
                .money:
                    "task,entry,happened_on,actor,movement,part,number,item,to_item,year,to_year,source,lump_sum,amount,text\n",
            ]
        )
    }

    @Test("a link or a pipe in the place of a file is refused, and nobody waits for it", arguments: [true, false])
    func hostileFiles(isLink: Bool) throws {
        try TemporaryFolder.with { folder in
            let tasks = folder.path + "/tasks.csv"
            if isLink { symlink("/etc/passwd", tasks) } else { mkfifo(tasks, 0o600) }
            let faults = try faults(folder)
            #expect(faults.map(\.code) == [.unreadableFile])
            #expect(faults.first?.message.en == "this is no plain file (a folder, link or pipe)")
        }
    }

    @Test("only the tasks must be there")
    func tasksAlone() throws {
        try TemporaryFolder.with { folder in
            _ = try folder.write(Array("code,title,proposed_on\nT,a,2021-01-01\n".utf8), to: "tasks.csv")
            _ = try folder.write([1, 2, 3], to: "ghi-chu.docx")
            _ = try folder.write([1, 2, 3], to: "kinh-phi.csv")
            #expect(try PortfolioReader().read(folder: folder.path).tasks.count == 1)
        }
    }

    @Test("an empty folder lacks its tasks; a file with nearly the right name is pointed out")
    func missing() throws {
        try TemporaryFolder.with { folder in
            _ = try folder.write([], to: "task.CSV")
            let faults = try faults(folder)
            #expect(faults.map(\.code) == [.misnamedFile, .missingFile])
            #expect(faults.first?.file == "task.CSV")
            #expect(faults.first?.hint?.vi == "có phải ý bạn là ‘tasks.csv’?")
        }
    }

    @Test("a folder that is not there is a fault")
    func noFolder() throws {
        let error = try #require(throws: ImportRefusal.self) { try PortfolioReader().read(folder: "/khong/co") }
        #expect(error.faults.map(\.code) == [.missingDirectory])
        #expect(error.faults.first?.message.vi == "không có thư mục ‘/khong/co’")
    }

    @Test("a file in place of the folder is told as such")
    func fileForFolder() throws {
        try TemporaryFolder.with { folder in
            let path = try folder.write([], to: "danh-muc.xlsx")
            let error = try #require(throws: ImportRefusal.self) { try PortfolioReader().read(folder: path) }
            #expect(error.faults.map(\.code) == [.missingDirectory])
            #expect(error.faults.first?.message.vi == "‘\(path)’ là một tệp, không phải thư mục")
        }
    }

    @Test("a folder in place of a file cannot be read")
    func unreadable() throws {
        try TemporaryFolder.with { folder in
            try FileManager.default.createDirectory(atPath: folder.path + "/tasks.csv", withIntermediateDirectories: false)
            #expect(try faults(folder).map(\.code) == [.unreadableFile])
        }
    }
}
