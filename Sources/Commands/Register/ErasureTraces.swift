import Store

/// What became of the old bytes in the store's file.
enum ErasureTraces {
    case gone
    /// Somebody else was reading or writing.
    case inUse
    /// The file could not be written anew, which may take twice the room it has: a copy beside other temporary files, and the log of what is changed.
    case failed(StoreError.Code)

    /// Rewrites the store's file. The erasure is recorded before, so whatever goes wrong here is no failure of it.
    init?(purging store: any Store) {
        guard let store = store as? any PurgingStore else { return nil }
        do { self = try store.purge() ? .gone : .inUse } catch let error as StoreError where error.code == .busy {
            self = .inUse
        } catch {
            self = .failed((error as? StoreError)?.code ?? .other)
        }
    }

    var isGone: Bool { if case .gone = self { true } else { false } }

    /// What to do about traces that are left; nil when none are.
    var advice: String? {
        switch self {
        case .gone: nil
        case .inUse:
            say(
                "Có tiến trình khác đang dùng kho: vết cũ còn trong tệp. Chạy lại lệnh này khi không ai dùng kho.",
                "Somebody else is using the store: old traces stay in the file. Run this command again when nobody uses it."
            )
        case .failed(.full):
            say(
                "Đĩa không đủ chỗ để ghi lại tệp kho: vết cũ còn trong tệp. Giải phóng chỗ trống gấp đôi cỡ của kho, kể cả ở thư mục tạm, rồi chạy lại lệnh này.",
                "The disk has no room to rewrite the store's file: old traces stay in it. Free twice what the store takes, also in the folder for temporary files, and run this command again."
            )
        case .failed:
            say(
                "Không ghi lại được tệp kho: vết cũ còn trong tệp. Kiểm tra đĩa rồi chạy lại lệnh này.",
                "The store's file could not be rewritten: old traces stay in it. Check the disk and run this command again."
            )
        }
    }
}
