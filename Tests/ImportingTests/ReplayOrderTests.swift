import Importing
import LifecycleModel
import Testing

@Suite("Replay order")
struct ReplayOrderTests {
    @Test("tasks of the files come in their order, then the store's by code; each keeps the order of its rows")
    func order() throws {
        let tasks = "code,title,proposed_on\nT-9,a,2020-01-01\nT-1,b,2020-01-01\n"
        let history = """
            task,happened_on,event,actor
            T-5,2021-01-01,e1,system
            T-1,2021-01-01,e2,system
            T-2,2021-01-01,e3,system
            T-9,2022-01-01,e4,system
            T-1,2021-01-01,e5,system
            T-5,2021-01-01,e6,system
            T-9,2022-01-01,e7,system
            """
        let known = KnownCodes(tasks: [try TaskCode("T-5"), try TaskCode("T-2")])
        let portfolio = try PortfolioReader(known: known).read([.tasks: Array(tasks.utf8), .history: Array(history.utf8)])
        #expect(portfolio.history.map(\.value.event) == ["e4", "e7", "e2", "e5", "e3", "e1", "e6"])
    }

    @Test("five thousand rows are read whole")
    func many() throws {
        let tasks = "code,title,proposed_on\n" + (1...500).map { "T-\($0),Nuôi tôm,2020-01-01\n" }.joined()
        let history =
            "task,happened_on,event,actor,facts\n"
            + (0..<5000).map { "T-\($0 % 500 + 1),2021-01-01,receive-report,system,a.b=\($0)\n" }.joined()
        let portfolio = try PortfolioReader().read([.tasks: Array(tasks.utf8), .history: Array(history.utf8)])
        #expect(portfolio.history.count == 5000)
        #expect(portfolio.history.prefix(3).map(\.value.facts[0].text) == ["0", "500", "1000"])
        #expect(portfolio.history.last?.source.row == 5001)
    }
}
