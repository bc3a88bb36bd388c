import LifecycleModel

/// How high a row of a workbook must be; not every spreadsheet finds that out by itself.
enum RowHeight {
    /// Points for the lines that the longest of some texts needs in its column, no more than a row can have (409); nil where one line is enough.
    static func points(for texts: some Sequence<(text: String, width: Int)>) -> Int? {
        let lines = texts.map { (VietnameseText.displayWidth($0.text) + $0.width - 1) / $0.width }.max() ?? 1
        return lines > 1 ? min(16 * lines, 409) : nil
    }
}
