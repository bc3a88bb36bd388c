import LifecycleModel
import Rules
import Scenarios

/// What a kind of name is called when one of them is not known.
struct Named {
    let code: String
    let label: Phrase

    init(_ code: String, vi: String, en: String) {
        self.code = code
        label = Phrase(vi: vi, en: en)
    }
}

extension Cursor {
    /// The members of a mapping of any names, in order.
    func pairs() -> [(name: String, key: Tree, value: Cursor)] {
        guard let mapping = node.mapping else {
            if !isEmpty { wrongType(Phrase(vi: "một nhóm ‘tên: giá trị’", en: "a mapping of names")) }
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string, !DuplicateKeys.isHidden(name) else { return nil }
            return (name, key, Cursor(value, at: path / name, in: file, report: report))
        }
    }

    /// Whether a name is among the known ones; reported when it is not.
    func known(_ name: String, among known: some Sequence<String>, _ kind: Named, at key: Tree? = nil) -> Bool {
        let known = Array(known)
        guard !known.contains(name) else { return true }
        fault(
            kind.code,
            at: key,
            Phrase(vi: "không có \(kind.label.vi) ‘\(name)’", en: "there is no \(kind.label.en) ‘\(name)’"),
            hint: Suggestion.hint(for: name, in: known)
        )
        return false
    }

    /// Where it stands.
    var place: Scenario.Place { Scenario.Place(file: file.name, line: node.line, column: node.column) }
}
