import Importing

/// A small sound portfolio; a test changes the file it is about.
enum SampleFiles {
    static let organisations = """
        code,name,kind,province
        DH-HD,Trường Đại học Hồng Đức,university,Thanh Hóa
        SO-NN,"Sở Nông nghiệp, Môi trường",department,
        """
    static let people = """
        code,name,degree,organisation,field,roles,sex
        nguyen-van-a,Nguyễn Văn A,PGS.TS.,DH-HD,Nông học,investigator|council-member,
        cv-khcn,Lê Thị B,,,,department-officer,Nữ
        """
    static let programmes = """
        code,name,from_year,to_year
        CT1,Chương trình giống,2021,2025
        """
    static let tasks = """
        code,title,proposed_on,year,regime,level,kind,field,programme,route,host,investigator,orderer,state_money,counterpart_money,months
        TH-1,Phục tráng lúa nếp,2021-03-01,2022,law-2013,province,topic,agriculture,CT1,selection,DH-HD,nguyen-van-a,SO-NN,1.250.000,300,24
        TH-2,Nuôi tôm,15/04/2022,,,,,,,,,,,,,
        """
    static let history = """
        task,happened_on,event,machine,actor,facts,documents,note
        TH-2,2022-05-01,order,,cv-khcn,,,
        TH-1,2021-12-16,order,,cv-khcn,award.on=2022-03-01|a.b=x\\|y\\=z\\\\,B3-4-QĐPDKP:5192/QĐ-UBND:2021-12-16|A:1:16/12/2021:@van-ban/qd.pdf,"Hai
        dòng"
        TH-1,2022-06-01,receive-report,periodic-report:3,system,,,
        """

    /// The files with some of them replaced; `nil` leaves one out.
    static func with(_ changes: [PortfolioFile: String?] = [:]) -> [PortfolioFile: [UInt8]] {
        let sound: [PortfolioFile: String?] = [
            .organisations: organisations, .people: people, .programmes: programmes, .tasks: tasks, .history: history,
        ]
        return sound.merging(changes) { $1 }.compactMapValues { $0.map { Array($0.utf8) } }
    }
}

extension PortfolioReader {
    /// The faults of these files; none when they are sound.
    func faults(_ files: [PortfolioFile: [UInt8]]) -> [ImportFault] {
        do {
            _ = try read(files)
            return []
        } catch {
            return error.faults
        }
    }
}
