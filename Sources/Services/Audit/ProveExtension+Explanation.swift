public import AuditTrail
public import LifecycleModel

extension ProveExtension.Comparison {
    /// How the log differs from that checkpoint, for people; nil when it extends it.
    public func fault(_ checkpoint: Checkpoint) -> Phrase? {
        let size = checkpoint.size
        return switch self {
        case .extended: nil
        case .shorter(let missing):
            Phrase(
                vi:
                    "Điểm chốt thấy \(size) sự kiện, nhật ký nay chỉ còn \(size - missing): mất \(missing) sự kiện cuối, hoặc đây là điểm chốt của nhật ký khác («\(checkpoint.origin)»)",
                en:
                    "The checkpoint saw \(size) events, the log has only \(size - missing): the last \(missing) are gone, or the checkpoint is of another log (\"\(checkpoint.origin)\")"
            )
        case .differs(let then):
            Phrase(
                vi: """
                    \(size) sự kiện đầu không còn như khi chốt: gốc khi đó \(checkpoint.root), nay là \(then). \
                    Có sự kiện đã bị sửa, thêm hoặc bỏ cùng với mã băm của nó, hoặc đây là điểm chốt của nhật ký khác («\(checkpoint.origin)»)
                    """,
                en: """
                    The first \(size) events are not what they were: their root was \(checkpoint.root), now it is \(then). An event \
                    was changed, added or removed together with its hash, or the checkpoint is of another log ("\(checkpoint.origin)")
                    """
            )
        }
    }
}
