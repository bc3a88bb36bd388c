import LifecycleModel
import Rules

/// A value in a file together with the place in the regime it is read for.
///
/// The readers never stop at a fault: they report it and answer what they can, so that all faults come out at once.
struct Cursor {
    /// The value.
    let node: Tree
    /// What it is read for.
    let path: RulePath
    /// The name it was given, where it has one: the key before it.
    let name: Tree?
    /// The file it stands in.
    let file: SourceFile
    /// Where faults and places go.
    let report: Report

    /// A value that is read for `path`; faults about that part of the regime are shown at `anchor`, or at the value itself.
    init(_ node: Tree, at path: RulePath, in file: SourceFile, anchor: Tree? = nil, report: Report) {
        self.node = node
        self.path = path
        name = anchor
        self.file = file
        self.report = report
        report.places.note(path, anchor ?? node, in: file)
    }

    /// The same value read for another part of the regime.
    func read(for path: RulePath) -> Cursor {
        Cursor(node, at: path, in: file, report: report)
    }

    /// Reports an error at this value, or at another node of the same file.
    func fault(_ code: String, at other: Tree? = nil, _ message: Phrase, hint: Phrase? = nil) {
        let place = other ?? node
        report.add(
            Diagnostic(
                severity: .error,
                file: file.name,
                line: place.line,
                column: place.column,
                code: code,
                message: message,
                hint: hint
            )
        )
    }

    /// Reports that something else should stand here.
    func wrongType(_ expected: Phrase) {
        report.markUnread(path)
        let found =
            switch node.kind {
            case .mapping: Phrase(vi: "một nhóm ‘khóa: giá trị’", en: "a mapping")
            case .sequence: Phrase(vi: "một danh sách", en: "a list")
            case .scalar(let scalar) where scalar.string.isEmpty: Phrase(vi: "chỗ trống", en: "nothing")
            case .scalar(let scalar): Phrase(vi: "‘\(scalar.string.prefix(40))’", en: "‘\(scalar.string.prefix(40))’")
            }
        fault("wrong-type", Phrase(vi: "cần \(expected.vi), có \(found.vi)", en: "should be \(expected.en), is \(found.en)"))
    }
}
