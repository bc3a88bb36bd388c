import CLibZip
import LifecycleModel

extension OpenPackage {
    /// Unpacks a package within the limits.
    ///
    /// - Throws: `PackageFault` for anything that is no archive, is encrypted, has too many or too large parts, names that lead
    ///   elsewhere, or the same name twice.
    public init(reading bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(PackageFault) {
        guard bytes.count <= limits.fileBytes else {
            throw .unsafe(Phrase(vi: "tệp lớn hơn \(limits.fileBytes) byte", en: "the file is larger than \(limits.fileBytes) bytes"))
        }
        let archive = try ArchiveReader(bytes)
        self.init(parts: try archive.parts(within: limits))
    }
}

/// An archive in memory, opened by libzip for as long as this object lives.
private final class ArchiveReader {
    private let memory: UnsafeMutableRawBufferPointer
    private let archive: OpaquePointer

    init(_ bytes: [UInt8]) throws(PackageFault) {
        memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        memory.copyBytes(from: bytes)
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(memory.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
            memory.deallocate()
            throw .notAnArchive
        }
        guard let opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
            zip_source_free(source)
            memory.deallocate()
            throw .notAnArchive
        }
        archive = opened
    }

    deinit {
        zip_discard(archive)
        memory.deallocate()
    }

    func parts(within limits: PackageLimits) throws(PackageFault) -> [OpenPackage.Part] {
        let count = zip_get_num_entries(archive, 0)
        guard count > 0 else { throw .notAnArchive }
        guard count <= limits.parts else {
            throw .unsafe(Phrase(vi: "có \(count) phần, quá \(limits.parts)", en: "it has \(count) parts, more than \(limits.parts)"))
        }
        var parts: [OpenPackage.Part] = []
        var names: Set<String> = []
        var total = 0
        for index in 0..<zip_uint64_t(max(count, 0)) {
            var stat = zip_stat_t()
            guard zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS), &stat) == 0, let raw = stat.name else {
                throw .notAnArchive
            }
            let name = String(cString: raw)
            try check(name, stat, limits)
            guard !name.hasSuffix("/") else { continue }
            guard names.insert(name.lowercased()).inserted else {
                throw .unsafe(at: name, Phrase(vi: "phần này có hai lần", en: "the part is there twice"))
            }
            total += Int(clamping: stat.size)
            guard total <= limits.totalBytes else {
                throw .unsafe(
                    at: name,
                    Phrase(
                        vi: "giải nén vượt quá \(limits.totalBytes) byte",
                        en: "unpacked, it takes more than \(limits.totalBytes) bytes"
                    )
                )
            }
            parts.append(OpenPackage.Part(name: name, bytes: try content(index, name, Int(clamping: stat.size))))
        }
        return parts
    }

    private func check(_ name: String, _ stat: zip_stat_t, _ limits: PackageLimits) throws(PackageFault) {
        let folders = name.split(separator: "/", omittingEmptySubsequences: false)
        if name.hasPrefix("/") || name.contains("\\") || name.contains(":") || folders.contains("..") || name.isEmpty {
            throw .unsafe(at: name, Phrase(vi: "tên phần chỉ ra ngoài tệp", en: "the name leads out of the file"))
        }
        if stat.encryption_method != zip_uint16_t(ZIP_EM_NONE) {
            throw PackageFault(.encrypted, at: name, Phrase(vi: "phần được mã hóa", en: "the part is encrypted"))
        }
        if stat.size > zip_uint64_t(limits.partBytes) {
            throw .unsafe(
                at: name,
                Phrase(vi: "giải nén vượt quá \(limits.partBytes) byte", en: "unpacked, it takes more than \(limits.partBytes) bytes")
            )
        }
        if stat.size > zip_uint64_t(limits.ratioFromBytes), stat.size / max(stat.comp_size, 1) > zip_uint64_t(limits.ratio) {
            throw .unsafe(
                at: name,
                Phrase(vi: "nén quá \(limits.ratio) lần, như bom nén", en: "it is packed more than \(limits.ratio) times, like a bomb")
            )
        }
    }

    /// Reads exactly the size that was declared and checked: one byte more or fewer, or a wrong checksum, is a broken archive.
    private func content(_ index: zip_uint64_t, _ name: String, _ size: Int) throws(PackageFault) -> [UInt8] {
        guard let file = zip_fopen_index(archive, index, 0) else { throw .notAnArchive }
        var filled = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while filled <= size {
                let read = zip_fread(file, buffer.baseAddress.map { $0 + filled }, zip_uint64_t(size + 1 - filled))
                if read <= 0 {
                    if read < 0 { filled = -1 }
                    break
                }
                filled += Int(read)
            }
            count = max(filled, 0)
        }
        guard zip_fclose(file) == 0, filled == size else {
            throw .unsafe(at: name, Phrase(vi: "nội dung nén bị hỏng", en: "the packed content is broken"))
        }
        return bytes
    }
}

extension PackageFault {
    fileprivate static var notAnArchive: PackageFault {
        PackageFault(.notAnArchive, Phrase(vi: "không phải tệp nén ZIP nguyên vẹn", en: "not an intact ZIP archive"))
    }

    fileprivate static func unsafe(at place: String = "", _ message: Phrase) -> PackageFault {
        PackageFault(.unsafe, at: place, message)
    }
}
