import CLibXLSXWriter
import Glibc

/// A folder for the file that libxlsxwriter writes, gone with this object.
final class TemporaryFolder {
    /// Where it is.
    let path: String

    init() throws(WorkbookFault) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((parent + "/nhiemvu-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw .notWritten(LXW_ERROR_CREATING_TMPFILE) }
        path = String(cString: made)
    }

    deinit {
        unlink(path + "/workbook.xlsx")
        rmdir(path)
    }

    /// All bytes of a file.
    func content(of file: String) throws(WorkbookFault) -> [UInt8] {
        guard let stream = fopen(file, "rb") else { throw .notWritten }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&piece, 1, piece.count, stream), count > 0 { bytes += piece[..<count] }
        guard ferror(stream) == 0 else { throw .notWritten }
        return bytes
    }
}
