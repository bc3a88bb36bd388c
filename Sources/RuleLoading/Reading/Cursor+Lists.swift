import LifecycleModel
import Rules

extension Cursor {
    /// The values that `read` makes of the elements of a list; what it refuses is left out, and the paths count only what it takes.
    func collect<Value>(_ read: (Cursor) -> Value?) -> [Value] {
        guard let sequence = node.sequence else {
            if !isEmpty { notAList() }
            return []
        }
        var values: [Value] = []
        for element in sequence {
            if let value = read(Cursor(element, at: path / values.count, in: file, report: report)) { values.append(value) }
        }
        return values
    }

    /// A list of texts.
    func texts() -> [String] {
        collect { $0.text() }
    }

    /// A list, or one scalar that stands for a list of one.
    func oneOrMore() -> [Cursor] {
        node.scalar != nil && !isEmpty ? [self] : collect { $0 }
    }

    private func notAList() {
        report.markUnread(path)
        let hint = node.scalar.map { Phrase(vi: "viết [\($0.string)]", en: "write [\($0.string)]") }
        fault("wrong-type", Phrase(vi: "cần một danh sách", en: "should be a list"), hint: hint)
    }

    /// The entries of a mapping whose keys are names somebody gave, each read for `path/name` and shown at its name.
    func entries(_ kind: NameKind) -> [(name: String, value: Cursor)] {
        guard let mapping = node.mapping else {
            if !isEmpty { wrongType(Phrase(vi: "một nhóm ‘tên: …’", en: "a mapping of names")) }
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string else {
                fault("bad-name", at: key, Phrase(vi: "tên phải là chữ", en: "a name must be a text"))
                return nil
            }
            guard !DuplicateKeys.isHidden(name) else { return nil }
            kind.check(name, at: key, in: self)
            if let earlier = report.places.position(of: path / name, exactly: true), earlier.file != file.name {
                fault(
                    "duplicate-name",
                    at: key,
                    Phrase(
                        vi: "tên ‘\(name)’ đã có ở \(earlier.file):\(earlier.line)",
                        en: "the name ‘\(name)’ is taken by \(earlier.file):\(earlier.line)"
                    )
                )
                return nil
            }
            return (name, Cursor(value, at: path / name, in: file, anchor: key, report: report))
        }
    }

    /// The members of a mapping with fixed keys; others are reported.
    func fields(_ known: String...) -> Fields {
        Fields(self, known: known)
    }
}
