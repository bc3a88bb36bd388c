import LifecycleModel
import Services
import Store

/// Reasons for which a job cannot run now.
enum JobFault {
    /// Another process runs it.
    static func running(_ job: JobName, _ row: JobRow, until: Moment) -> UseCaseFault {
        UseCaseFault(
            .tryAgain,
            "job-running",
            Phrase(
                vi: "Việc «\(job.rawValue)» đang được \(row.holder ?? "?") chạy",
                en: "The job \"\(job.rawValue)\" is being run by \(row.holder ?? "?")"
            ),
            hint: Phrase(
                vi: "Đợi nó xong; nếu máy hay tiến trình ấy đã chết, chạy lại sau \(until.shortClock)",
                en: "Wait for it; if that machine or process is dead, run it again after \(until.shortClock)"
            )
        )
    }

    /// Another process took the job over while this one was busy.
    static func leaseLost(_ job: JobName) -> UseCaseFault {
        UseCaseFault(
            .tryAgain,
            "lease-lost",
            Phrase(
                vi: "Việc «\(job.rawValue)» đã được máy khác nhận vì lâu không có tin; những gì đã ghi vẫn giữ nguyên",
                en: "The job \"\(job.rawValue)\" was taken over by another machine after a long silence; what was written stays"
            )
        )
    }

    /// The lease of another machine reaches further than any lease does.
    static func clocksDiffer(_ job: JobName, _ row: JobRow, until: Moment, now: Moment) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "clocks-differ",
            Phrase(
                vi:
                    "«\(row.holder ?? "?")» giữ việc «\(job.rawValue)» đến \(until), xa hơn mọi thời gian giữ: đồng hồ hai máy lệch nhau (máy này: \(now))",
                en:
                    "\"\(row.holder ?? "?")\" holds the job \"\(job.rawValue)\" until \(until), longer than any lease: the clocks differ (here it is \(now))"
            ),
            hint: Phrase(
                vi: "Chỉnh giờ hai máy (NTP) rồi chạy lại; nếu máy ấy không chạy nữa và đồng hồ ở đây đúng, thêm --yes",
                en: "Set both clocks (NTP) and run it again; if that machine runs no more and the clock here is right, add --yes"
            )
        )
    }

    /// The clock of this machine stands before a moment the job has already seen.
    static func clockSetBack(_ job: JobName, last: Moment, now: Moment) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "clock-set-back",
            Phrase(
                vi: "Đồng hồ máy này (\(now)) chậm hơn lần chạy trước của «\(job.rawValue)» (\(last))",
                en: "The clock here (\(now)) is behind the last run of \"\(job.rawValue)\" (\(last))"
            ),
            hint: Phrase(
                vi: "Chưa có gì thay đổi. Chỉnh lại giờ máy rồi chạy lại; nếu giờ này đúng và lần chạy trước đồng hồ sai, thêm --yes",
                en: "Nothing was changed. Set the clock and run it again; if it is right now and was wrong at the last run, add --yes"
            )
        )
    }

    /// The job was already run for a later day.
    static func beforeLast(_ job: JobName, day: CivilDate, done: CivilDate) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "day-before-last-run",
            Phrase(
                vi: "«\(job.rawValue)» đã chạy cho ngày \(done.vietnamese), không chạy lùi về \(day.vietnamese)",
                en: "\"\(job.rawValue)\" has been run for \(done) and does not go back to \(day)"
            ),
            hint: Phrase(
                vi: "Bỏ --now hoặc chọn ngày từ \(done.vietnamese); xem «nhiemvu job list»",
                en: "Leave --now out or give a day from \(done) on; see \"nhiemvu job list\""
            )
        )
    }
}

extension Moment {
    /// `19:13`
    fileprivate var shortClock: String {
        let (hour, minute, _, _) = clock
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
