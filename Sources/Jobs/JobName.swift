public import LifecycleModel

/// The batch jobs, in the order in which `all` runs them: what opens clocks before what reads them, what tells people after what there is to tell.
public enum JobName: String, Sendable, Hashable, CaseIterable {
    case obligations, deadlines, reminders, indicators, reports, messages, verify, checkpoint, backup, housekeeping

    /// What people call it.
    public var label: Phrase {
        switch self {
        case .obligations: Phrase(vi: "Nghĩa vụ định kỳ", en: "Obligations")
        case .deadlines: Phrase(vi: "Thời hạn", en: "Deadlines")
        case .reminders: Phrase(vi: "Nhắc việc", en: "Reminders")
        case .indicators: Phrase(vi: "Chỉ tiêu", en: "Indicators")
        case .reports: Phrase(vi: "Báo cáo đến hạn", en: "Reports")
        case .messages: Phrase(vi: "Gửi thư", en: "Messages")
        case .verify: Phrase(vi: "Kiểm tra kho", en: "Verification")
        case .checkpoint: Phrase(vi: "Điểm chốt nhật ký", en: "Checkpoint")
        case .backup: Phrase(vi: "Sao lưu", en: "Backup")
        case .housekeeping: Phrase(vi: "Dọn dẹp", en: "Housekeeping")
        }
    }

    /// What it does, in a line.
    public var summary: Phrase {
        switch self {
        case .obligations:
            Phrase(
                vi: "mở báo cáo, kiểm tra, báo cáo ứng dụng mà lịch của quy tắc còn thiếu",
                en: "opens reports, inspections and application reports that schedules of the rules still owe"
            )
        case .deadlines:
            Phrase(
                vi: "cho hạn, gia hạn, hạn cuối đi qua: cờ, bước tự động, hạn chế và việc hết hạn chế",
                en: "passes due, grace and lock dates: flags, automatic transitions, bars and their lifting"
            )
        case .reminders:
            Phrase(vi: "nhắc trước và sau hạn theo bậc của quy tắc", en: "reminds before and after due dates by the rules' ladders")
        case .indicators: Phrase(vi: "lưu giá trị các chỉ tiêu tính từ hồ sơ", en: "keeps the values of all computed indicators")
        case .reports: Phrase(vi: "lập bộ báo cáo vào ngày đến hạn", en: "makes the reports on the days they are due")
        case .messages: Phrase(vi: "gộp thông báo thành thư và gửi đi", en: "puts notices into letters and delivers them")
        case .verify:
            Phrase(
                vi: "kiểm mọi điều phải đúng trong kho: nhật ký, bảng, tệp, kinh phí, hội đồng",
                en: "checks everything that must hold in the store: log, tables, files, money, councils"
            )
        case .checkpoint: Phrase(vi: "kiểm tra nhật ký, ghi điểm chốt", en: "verifies the log and writes a checkpoint")
        case .backup:
            Phrase(
                vi: "sao lưu, mở thử và kiểm tra bản sao, tỉa bản cũ",
                en: "copies the store, opens and verifies the copy, thins old ones"
            )
        case .housekeeping:
            Phrase(
                vi: "xóa bản nháp và tệp mồ côi, không bao giờ xóa thứ đã ghi",
                en: "removes drafts and orphan files, never anything recorded"
            )
        }
    }
}
