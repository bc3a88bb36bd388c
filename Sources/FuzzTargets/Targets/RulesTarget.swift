import LifecycleModel
import RuleLoading

extension FuzzTarget {
    /// Rule files of every kind: every remark stands within the file and says something in both languages.
    static let rules = FuzzTarget("rules", share: 6) { (bytes) throws(FuzzFinding) in
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        for remark in SingleRuleFile.remarks(on: bytes) {
            try expect(1...lines ~= remark.line && remark.column >= 1, "a remark outside of the file: \(remark.text(in: .en))")
            try expect(!remark.message.vi.isEmpty && !remark.code.isEmpty, "a remark without words: \(remark)")
        }
    }
}
