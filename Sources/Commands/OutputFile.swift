import CanonicalJSON
import Foundation
import LifecycleModel
import Services
import Terminal

/// A file that is written under another name and appears whole.
struct OutputFile {
    private let path: String
    /// The file it is written under until it is whole; nil where bytes go straight to a device or pipe.
    private let temporary: String?
    private let handle: FileHandle

    init(_ given: String) throws {
        // A link keeps pointing where it points, and a device stays what it is.
        path = FileManager.default.fileExists(atPath: given) ? URL(filePath: given).resolvingSymlinksInPath().path : given
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        temporary = kind == nil || kind == .typeRegular ? "\(path).\(ProcessInfo.processInfo.processIdentifier).part" : nil
        let opened = if let temporary { Self.made(temporary, instead: path) } else { try Self.opened(path) }
        guard kind != .typeDirectory, let handle = opened else {
            throw UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»", en: "\"\(path)\" cannot be written"),
                hint: Phrase(vi: "Kiểm tra thư mục và quyền ghi", en: "Check the folder and the right to write there")
            )
        }
        self.handle = handle
    }

    /// A new file that its owner alone may read, unless the one it replaces was open to others. What lies there under its name, a link perhaps,
    /// is never written through.
    private static func made(_ temporary: String, instead path: String) -> FileHandle? {
        var status = stat()
        let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return nil }
        fchmod(descriptor, mode)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// A device, or a pipe that somebody reads: one that nobody reads would be waited for.
    private static func opened(_ path: String) throws -> FileHandle? {
        let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        if descriptor < 0, errno == ENXIO {
            throw UseCaseFault(
                .unavailable,
                "output-not-read",
                Phrase(
                    vi: "Không ghi được «\(path)»: đó là ống dẫn chưa có ai đọc",
                    en: "\"\(path)\" cannot be written: it is a pipe that nobody reads"
                ),
                hint: Phrase(vi: "Mở đầu đọc trước, hoặc chọn một tên tệp khác", en: "Open the reading end first, or choose another file")
            )
        }
        guard descriptor >= 0, fcntl(descriptor, F_SETFL, 0) == 0 else { return nil }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Writes to the file, or to standard output where there is none.
    static func put(_ bytes: [UInt8], to file: OutputFile?) throws {
        guard let file else {
            StatusLine.shared.rest()
            return try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        }
        try file.attempt { try file.handle.write(contentsOf: Data(bytes)) }
    }

    /// Writes to the file of that name, or to standard output where none is given; the answer says where it is.
    static func write(to path: String?, _ content: (OutputFile?) throws -> Void) throws -> Answer {
        let file = try path.map { try OutputFile($0) }
        do { try content(file) } catch {
            file?.abandon()
            throw error
        }
        try file?.finish()
        return Answer(path.map(written), isNote: true)
    }

    /// Writes a text to the file of that name, or to standard output where none is given; the answer says where it is.
    static func write(_ text: String, to path: String?) throws -> Answer {
        try write(to: path) { try put(Array(text.utf8), to: $0) }
    }

    private static func written(_ path: String) -> Report {
        Report(
            json: ["output": .string(path)],
            blocks: [Paragraph(StyledText(say("Đã xuất: ", "Exported: "), .good) + StyledText(path, .accent))]
        )
    }

    /// Gives the file its name.
    private func finish() throws {
        try attempt {
            if temporary != nil { try handle.synchronize() }
            try handle.close()
            guard let temporary else { return }
            guard rename(temporary, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
    }

    /// Leaves nothing behind.
    private func abandon() {
        try? handle.close()
        if let temporary { unlink(temporary) }
    }

    private func attempt(_ work: () throws -> Void) throws {
        do { try work() } catch {
            abandon()
            throw UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»: \(error.reason.vi)", en: "\"\(path)\" cannot be written: \(error.reason[.en])"),
                hint: Phrase(vi: "Giải phóng chỗ trên đĩa hoặc chọn tệp ở nơi khác", en: "Make room on the disk or choose a file elsewhere")
            )
        }
    }
}

extension Error {
    /// Why a file was not written, as far as the system says.
    fileprivate var reason: Phrase {
        let cause = (self as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? self as NSError
        return switch cause.code {
        case Int(ENOSPC): Phrase(vi: "đĩa đầy", en: "the disk is full")
        case Int(EDQUOT): Phrase(vi: "hết hạn mức đĩa", en: "the disk quota is used up")
        default: Phrase(vi: "lỗi hệ thống \(cause.code)", en: "system error \(cause.code)")
        }
    }
}
