import Importing
import LifecycleModel
import OpenPackaging

extension FuzzTarget {
    /// CSV files of a portfolio (parts named `tasks.csv` and so on): what is taken is composed text, and reads back the same once written.
    static let portfolio = FuzzTarget("portfolio", share: 2) { (bytes) throws(FuzzFinding) in
        var files: [PortfolioFile: [UInt8]] = [:]
        for part in PartsText.parts(of: bytes) {
            if let file = PortfolioFile.allCases.first(where: { $0.name == part.name }) { files[file] = part.bytes }
        }
        let portfolio: Portfolio
        do throws(ImportRefusal) { portfolio = try PortfolioReader().read(files) } catch {
            try expect(!error.faults.isEmpty, "a refusal without a reason")
            for fault in error.faults { try expect(!fault.message.vi.isEmpty && fault.row ?? 1 >= 1, "a fault without words or place") }
            return
        }
        let written = PortfolioWriter().files(of: portfolio)
        for (file, bytes) in written {
            try expect(VietnameseText.isComposed(String(decoding: bytes, as: UTF8.self)), "\(file.name) holds text that is not composed")
        }
        let again = try unrefused("what was written is not read") { try PortfolioReader().read(written) }
        try expect(PortfolioWriter().files(of: again) == written, "it reads back as another portfolio")
    }
}
