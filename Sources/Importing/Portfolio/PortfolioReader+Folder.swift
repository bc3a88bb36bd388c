import Foundation
import LifecycleModel
import PlainFiles

extension PortfolioReader {
    /// The portfolio in a folder, or every fault of its files. Files of other names are left alone, but not one whose name is all but
    /// right, such as `task.csv`.
    public func read(folder: String) throws(ImportRefusal) -> Portfolio {
        var faults = FaultList(limit: faultLimit)
        let files = contents(of: folder, faults: &faults)
        let portfolio = read(files, faults: &faults)
        guard faults.isEmpty else { throw faults.refusal }
        return portfolio
    }

    private func contents(of folder: String, faults: inout FaultList) -> [PortfolioFile: [UInt8]] {
        let manager = FileManager.default
        guard let entries = try? manager.contentsOfDirectory(atPath: folder) else {
            faults.add(Self.fault(of: folder))
            return [:]
        }
        var files: [PortfolioFile: [UInt8]] = [:]
        for file in PortfolioFile.allCases where entries.contains(file.name) {
            do throws(PlainFile.Fault) {
                files[file] = try PlainFile.read("\(folder)/\(file.name)", atMost: Self.largest)
            } catch { faults.add(Self.fault(error, of: file)) }
        }
        noteMisnamed(entries, faults: &faults)
        if !entries.contains(PortfolioFile.tasks.name) {
            faults.add(
                ImportFault(
                    file: PortfolioFile.tasks.name,
                    code: .missingFile,
                    message: Phrase(vi: "thư mục không có tệp tasks.csv", en: "there is no tasks.csv in the folder"),
                    hint: Phrase(
                        vi: "tasks.csv là tệp bắt buộc; các tệp khác có thể bỏ",
                        en: "tasks.csv must be there; the others may be left out"
                    )
                )
            )
        }
        return files
    }

    /// Why a folder cannot be listed.
    private static func fault(of folder: String) -> ImportFault {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        let (message, hint) =
            switch (isThere, isFolder.boolValue) {
            case (false, _):
                (
                    Phrase(vi: "không có thư mục ‘\(folder)’", en: "there is no folder ‘\(folder)’"),
                    Phrase(vi: "kiểm tra đường dẫn và quyền đọc", en: "check the path and the right to read it")
                )
            case (true, false):
                (
                    Phrase(vi: "‘\(folder)’ là một tệp, không phải thư mục", en: "‘\(folder)’ is a file, not a folder"),
                    Phrase(
                        vi: "nêu thư mục có tasks.csv; từ bảng tính thì lưu mỗi trang thành một tệp CSV UTF-8",
                        en: "name the folder that has tasks.csv; of a workbook, save each sheet as a CSV file in UTF-8"
                    )
                )
            case (true, true):
                (
                    Phrase(vi: "không đọc được thư mục ‘\(folder)’", en: "the folder ‘\(folder)’ cannot be read"),
                    Phrase(vi: "kiểm tra quyền đọc", en: "check the right to read it")
                )
            }
        return ImportFault(file: folder, code: .missingDirectory, message: message, hint: hint)
    }

    /// Largest file taken, in bytes.
    private static let largest = 256 * 1024 * 1024

    private static func fault(_ fault: PlainFile.Fault, of file: PortfolioFile) -> ImportFault {
        let (message, hint) =
            switch fault {
            case .unreadable:
                (
                    Phrase(vi: "không đọc được tệp", en: "the file cannot be read"),
                    Phrase(vi: "kiểm tra quyền đọc", en: "check the right to read it")
                )
            case .notPlain:
                (
                    Phrase(vi: "không phải tệp thường (thư mục, liên kết hoặc ống)", en: "this is no plain file (a folder, link or pipe)"),
                    Phrase(vi: "chép chính tệp vào thư mục", en: "copy the file itself into the folder")
                )
            case .tooLarge:
                (
                    Phrase(vi: "tệp lớn hơn \(largest >> 20) MiB", en: "the file is larger than \(largest >> 20) MiB"),
                    Phrase(vi: "chia thành nhiều lần nạp", en: "split it into several imports")
                )
            }
        return ImportFault(file: file.name, code: .unreadableFile, message: message, hint: hint)
    }

    private func noteMisnamed(_ entries: [String], faults: inout FaultList) {
        let names = PortfolioFile.allCases.map(\.name)
        for entry in entries.sorted() where !names.contains(entry) && entry.lowercased().hasSuffix(".csv") {
            guard let near = VietnameseText.nearest(to: entry, among: names).first, !entries.contains(near) else { continue }
            faults.add(
                ImportFault(
                    file: entry,
                    code: .misnamedFile,
                    message: Phrase(vi: "tệp ‘\(entry)’ không được đọc", en: "the file ‘\(entry)’ is not read"),
                    hint: Phrase(vi: "có phải ý bạn là ‘\(near)’?", en: "did you mean ‘\(near)’?")
                )
            )
        }
    }
}
