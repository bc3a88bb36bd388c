import Importing

extension FuzzTarget {
    /// Attached files: a type by content, never one with macros, a name without folders.
    static let attachment = FuzzTarget("attachment", share: 12) { (bytes) throws(FuzzFinding) in
        for ending in AttachmentType.allCases.flatMap(\.endings) {
            guard let accepted = try? AttachmentCheck().check(bytes, path: "../../a/\u{1B}[2J.\(ending)") else { continue }
            try expect(!accepted.name.contains("/") && accepted.type.endings.contains(ending), "taken under a wrong name")
        }
    }
}
