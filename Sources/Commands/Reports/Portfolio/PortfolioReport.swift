import ArgumentParser
import Pages
import Services
import Store
import Terminal

/// `nhiemvu report portfolio`
struct PortfolioReport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "portfolio",
            abstract: say(
                "Toàn cảnh danh mục nhiệm vụ: một trang HTML đủ biểu đồ, mở, in và gửi được.",
                "The whole portfolio: one HTML page with its charts, to open, print and send."
            ),
            discussion: say(
                """
                Một tệp, không cần mạng, không chạy mã; in đẹp trên giấy A4. Cùng kho và cùng tham số cho đúng từng byte; chân trang ghi gốc nhật ký.
                Hạn, tạm ứng và ứng dụng xét đến ngày của báo cáo; vị trí nhiệm vụ và tiền theo toàn bộ nhật ký.

                Ví dụ: nhiemvu report portfolio --as-of 2025-12-31 --output toan-canh.html
                """,
                """
                One file that needs no network and runs nothing; it prints on A4. The same store asked the same gives the same bytes; the foot names the
                root of the log. Deadlines, advances and use are judged as of the day; where tasks stand and what money moved is told by the whole log.

                Example: nhiemvu --lang en report portfolio --as-of 2025-12-31 --output portfolio.html
                """
            )
        )
    }

    @OptionGroup var day: ReportDay
    @Option(
        help: ArgumentHelp(
            say("Tệp của trang; bỏ trống in ra màn hình.", "File of the page; left out: standard output."),
            valueName: say("tệp", "file")
        )
    )
    var output: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library().indicators()
        return try context.openStore(readOnly: true).read { reader in
            let digest = try PortfolioDigest(asOf: try day.day(in: context), by: library, in: reader)
            return try OutputFile.write(try PortfolioPage(digest, in: reader).page.document, to: output)
        }
    }
}
