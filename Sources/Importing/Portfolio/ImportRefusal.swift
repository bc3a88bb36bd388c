public import LifecycleModel

/// Why nothing was imported: all faults of all files, in the order of files and rows.
public struct ImportRefusal: ExplainedError, Sendable, Hashable {
    /// The faults that are told one by one.
    public let faults: [ImportFault]
    /// How many more there are.
    public let omitted: Int

    /// A summary.
    public var phrase: Phrase {
        let count = faults.count + omitted
        let shown = omitted > 0 ? Phrase(vi: ", nêu \(faults.count) lỗi đầu", en: ", the first \(faults.count) are shown") : Phrase(vi: "")
        return Phrase(
            vi: "có \(count) lỗi trong hồ sơ nạp\(shown.vi); chưa nạp gì",
            en: "there \(count == 1 ? "is 1 fault" : "are \(count) faults") in the files\(shown[.en]); nothing was imported"
        )
    }
}

/// Gathers faults up to a limit and counts the rest.
struct FaultList {
    private(set) var faults: [ImportFault] = []
    private(set) var omitted = 0
    let limit: Int

    var isEmpty: Bool { faults.isEmpty && omitted == 0 }
    /// Whether a further fault would only be counted, so that its words need no work.
    var isFull: Bool { faults.count >= limit }

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    mutating func add(_ fault: ImportFault) {
        if isFull { omitted += 1 } else { faults.append(fault) }
    }

    /// The refusal, with the faults in the order of files and rows.
    var refusal: ImportRefusal {
        let files = Dictionary(PortfolioFile.allCases.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let sorted = faults.enumerated().sorted { left, right in
            (files[left.element.file] ?? -1, left.element.row ?? 0, left.offset) < (
                files[right.element.file] ?? -1, right.element.row ?? 0, right.offset
            )
        }
        return ImportRefusal(faults: sorted.map(\.element), omitted: omitted)
    }
}
