import LifecycleModel
import Yams

extension SourceFile {
    /// The node tree of a text; nil, with the reason in `report`, when it is no usable YAML.
    static func compose(_ text: String, name: String, report: Report) -> Tree? {
        var text = text
        var duplicates = DuplicateKeys()
        while true {
            do {
                // Without rules every scalar stays text: what a word means is decided by the place it stands in.
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot(), !isEmpty(root) else {
                    report.add(.empty(name))
                    return nil
                }
                var budget = nodeLimit
                guard let tree = Tree(root, budget: &budget) else {
                    report.add(.tooManyNodes(name, limit: nodeLimit))
                    return nil
                }
                if !duplicates.isEmpty {
                    for (key, line, column, earlier) in duplicates.found(in: tree) {
                        report.add(.duplicateKey(key, name, line: line, column: column, earlier: earlier))
                    }
                }
                return tree
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let key = keys.first ?? ""
                guard let changed = duplicates.hide(key, at: context.mark, in: text) else {
                    report.add(.duplicateKey(key, name, line: context.mark.line, column: context.mark.column, earlier: nil))
                    return nil
                }
                text = changed
            } catch {
                report.add(withinText(.yaml(error, name), text))
                return nil
            }
        }
    }

    /// Where a text ends in the middle of a line, libyaml speaks of the line after it.
    private static func withinText(_ diagnostic: Diagnostic, _ text: String) -> Diagnostic {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard diagnostic.line > lines.count, let last = lines.last else { return diagnostic }
        var placed = diagnostic
        placed.line = lines.count
        placed.column = Substring(last).unicodeScalars.count + 1
        return placed
    }

    private static func isEmpty(_ root: Node) -> Bool {
        root.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false
    }
}
