public import AuditTrail
public import LifecycleModel

extension LogFault {
    /// What is wrong, for people.
    public var explanation: Phrase {
        switch reason {
        case .missing: Phrase(vi: "Sự kiện không còn trong nhật ký", en: "The event is no longer in the log")
        case .altered: Phrase(vi: "Nội dung khác với lúc được ghi", en: "Its content differs from what was recorded")
        case .unreadable(let what): Phrase(vi: "Sự kiện không đọc được (\(what))", en: "The event cannot be read: \(what)")
        case .beyondHead(let size):
            Phrase(
                vi: "Sự kiện nằm ngoài đầu nhật ký: đầu nhật ký chỉ ghi \(size) sự kiện",
                en: "The event lies beyond the head of the log, which counts \(size) events"
            )
        case .rootDiffers(let size, let recorded, let computed):
            Phrase(
                vi: "Gốc của \(size) sự kiện đầu được ghi là \(recorded), tính lại ra \(computed)",
                en: "The root of the first \(size) events was recorded as \(recorded); computed anew it is \(computed)"
            )
        case .head:
            Phrase(
                vi: "Đầu nhật ký tự mâu thuẫn: số sự kiện, gốc và biên không khớp với nhau",
                en: "The head of the log contradicts itself: its size, root and frontier do not agree"
            )
        }
    }
}
