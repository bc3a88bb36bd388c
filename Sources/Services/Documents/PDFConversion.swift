import Foundation
import LifecycleModel

/// DOCX to PDF by LibreOffice, where it is installed.
public struct PDFConversion: Sendable {
    private let program: String

    /// Finds LibreOffice in the folders of `PATH`.
    ///
    /// - Throws: `UseCaseFault` when it is not there.
    public init(path: String) throws {
        let names = ["soffice", "libreoffice"]
        let found = path.split(separator: ":").flatMap { folder in names.map { "\(folder)/\($0)" } }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let found else {
            throw UseCaseFault(
                .unavailable,
                "no-libreoffice",
                Phrase(vi: "Máy này chưa có LibreOffice để tạo PDF", en: "There is no LibreOffice here to make a PDF"),
                hint: Phrase(
                    vi: "Cài bằng: apt-get install libreoffice-writer --no-install-recommends; hoặc dùng --as docx, --as html",
                    en: "Install it: apt-get install libreoffice-writer --no-install-recommends; or use --as docx, --as html"
                )
            )
        }
        program = found
    }

    /// The document as PDF.
    ///
    /// - Throws: `UseCaseFault` when LibreOffice does not give one.
    public func pdf(of docx: [UInt8]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nhiemvu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(docx).write(to: folder.appending(path: "document.docx"))
        let process = Process()
        process.executableURL = URL(filePath: program)
        // A profile of its own: LibreOffice refuses to share one with a running copy.
        process.arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.path,
            folder.appending(path: "document.docx").path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard let data = FileManager.default.contents(atPath: folder.appending(path: "document.pdf").path) else {
            throw UseCaseFault(
                .unavailable,
                "pdf-failed",
                Phrase(
                    vi: "LibreOffice không tạo được PDF (mã \(process.terminationStatus))",
                    en: "LibreOffice made no PDF (status \(process.terminationStatus))"
                )
            )
        }
        return [UInt8](data)
    }
}
