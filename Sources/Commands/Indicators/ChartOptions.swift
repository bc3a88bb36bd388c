import ArgumentParser

/// Whether an answer is wanted as a picture, and where.
struct ChartOptions: ParsableArguments {
    enum Form: String, ExpressibleByArgument, CaseIterable { case svg }

    @Option(name: .customLong("as"), help: ArgumentHelp(say("Vẽ biểu đồ.", "Draws a chart."), valueName: "svg")) var form: Form?
    @Option(
        help: ArgumentHelp(
            say("Tệp của biểu đồ; bỏ trống in ra màn hình.", "File of the chart; left out: standard output."),
            valueName: say("tệp", "file")
        )
    )
    var output: String?

    func validate() throws {
        if output != nil, form == nil { throw ValidationError(say("--output đi cùng --as svg", "--output goes with --as svg")) }
    }

    /// The picture, written where it was asked for; nil when none was.
    func answer(_ svg: @autoclosure () -> String) throws -> Answer? {
        guard form != nil else { return nil }
        return try OutputFile.write(svg(), to: output)
    }
}
