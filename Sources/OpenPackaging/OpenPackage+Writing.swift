import CLibZip
import Glibc
import LifecycleModel

extension OpenPackage {
    /// The file: the parts in their order, unpacked, each dated 1 January 1980; the same parts always give the same bytes, whatever
    /// the version of the compression library.
    ///
    /// - Throws: `PackageFault` when memory is short.
    public func archived() throws(PackageFault) -> [UInt8] {
        var error = zip_error_t()
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw .notWritten }
        defer { zip_source_free(target) }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw .notWritten
        }
        for part in parts {
            guard add(part, to: archive) else {
                zip_discard(archive)
                throw .notWritten
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .notWritten
        }
        return try OpenPackage.content(of: target)
    }

    private func add(_ part: Part, to archive: OpaquePointer) -> Bool {
        // libzip reads the content when the archive is closed, and frees this copy then.
        guard let copy = malloc(max(part.bytes.count, 1)) else { return false }
        part.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1) else {
            free(copy)
            return false
        }
        let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        let place = zip_uint64_t(index)
        let firstDay = zip_uint16_t(1 << 5 | 1)
        return zip_set_file_compression(archive, place, ZIP_CM_STORE, 0) == 0
            && zip_file_set_dostime(archive, place, 0, firstDay, 0) == 0
            && zip_file_set_external_attributes(archive, place, 0, zip_uint8_t(ZIP_OPSYS_DOS), 0) == 0
    }

    private static func content(of source: OpaquePointer) throws(PackageFault) -> [UInt8] {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { throw .notWritten }
        defer { zip_source_close(source) }
        let size = Int(stat.size)
        var filled = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while filled < size {
                let read = zip_source_read(source, buffer.baseAddress.map { $0 + filled }, zip_uint64_t(size - filled))
                guard read > 0 else { break }
                filled += Int(read)
            }
            count = filled
        }
        guard filled == size else { throw .notWritten }
        return bytes
    }
}

extension PackageFault {
    fileprivate static var notWritten: PackageFault {
        PackageFault(.notWritten, Phrase(vi: "không đóng gói được tệp", en: "the file cannot be packed"))
    }
}
