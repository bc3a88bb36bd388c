import LifecycleModel
import Yams

extension SourceFile {
    /// The node tree of a text; nil, with the reason in `report`, when it is no usable YAML.
    static func compose(_ text: String, name: String, report: Report) -> Node? {
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
                guard count(root, limit: nodeLimit) < nodeLimit else {
                    report.add(.tooManyNodes(name, limit: nodeLimit))
                    return nil
                }
                if !duplicates.isEmpty {
                    duplicates.found(in: root).forEach { report.add(.duplicateKey($0.key, name, at: $0.mark, earlier: $0.earlier)) }
                }
                return root
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let key = keys.first ?? ""
                guard let changed = duplicates.hide(key, at: context.mark, in: text) else {
                    report.add(.duplicateKey(key, name, at: context.mark, earlier: nil))
                    return nil
                }
                text = changed
            } catch {
                report.add(.yaml(error, name))
                return nil
            }
        }
    }

    private static func isEmpty(_ root: Node) -> Bool {
        root.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false
    }

    /// How many nodes a tree has, aliases written out; stops at the limit.
    private static func count(_ root: Node, limit: Int) -> Int {
        var open = [root]
        var count = 0
        while let node = open.popLast(), count < limit {
            count += 1
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping {
                    open.append(key)
                    open.append(value)
                }
            case .sequence(let sequence): open.append(contentsOf: sequence)
            case .scalar, .alias: break
            }
        }
        return count
    }
}
