import CanonicalJSON
import Foundation
import LifecycleModel
import Spreadsheets

/// What `make oracles` compares with other people's spreadsheets: `workbooks write FILE` writes a workbook with one of everything,
/// `workbooks read FILE` prints what the reader finds in one, as JSON.
@main
struct Workbooks {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            switch (arguments.first, arguments.dropFirst().first) {
            case ("write", let path?): try Data(try WorkbookWriter().bytes(of: .everything)).write(to: URL(filePath: path))
            case ("read", let path?):
                print(try WorkbookReader().workbook(in: Array(try Data(contentsOf: URL(filePath: path)))).json.canonicalText)
            default: fail("workbooks write FILE | workbooks read FILE", 64)
            }
        } catch let fault as WorkbookFault {
            fail("\(fault.phrase.vi) / \(fault.phrase[.en])", 65)
        } catch {
            fail("\(error)", 69)
        }
    }

    private static func fail(_ message: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
        exit(status)
    }
}
