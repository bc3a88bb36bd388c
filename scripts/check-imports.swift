// check-imports: reads `swift package describe --type json` on stdin and compares each `import` with what its target declares in
// Package.swift. Because a lower layer declares no higher one, this keeps the layers. With --self-test it tries itself on known faults.
import Foundation

struct Package: Decodable {
    var path: String
    var targets: [Target]
}

struct Target: Decodable {
    enum CodingKeys: String, CodingKey {
        case name, path, sources, type
        case targetDependencies = "target_dependencies"
        case productDependencies = "product_dependencies"
    }

    var name, path, type: String
    var sources: [String]
    var targetDependencies, productDependencies: [String]?

    var declared: Set<String> { Set((targetDependencies ?? []) + (productDependencies ?? [])) }
}

/// Modules of the system that no package provides.
let system: Set<String> = [
    "Swift", "_Concurrency", "_StringProcessing", "Synchronization", "FoundationEssentials", "Foundation",
    "FoundationInternationalization", "FoundationXML",
    "Dispatch", "Glibc", "Musl", "Darwin", "Testing",
]
/// The pure targets, and the system modules that they may use all the same: no clock, no file, no locale reaches them.
/// `Rules` keeps what it compiled, `Engine` what it read of a snapshot, which nobody can tell from doing it again.
let pure: [String: Set<String>] = [
    "LifecycleModel": ["FoundationEssentials"], "WorkingCalendar": ["FoundationEssentials"],
    "Rules": ["FoundationEssentials", "Synchronization"],
    "Engine": [], "Expressions": [], "Proofs": [],
    // Logarithms and powers come from the system.
    "Statistics": ["Glibc", "Musl", "Darwin"],
]

/// The modules imported by a source file, each with its line from 1.
func imports(in source: String) -> [(module: String, line: Int)] {
    let access: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
        var words = line.split(whereSeparator: \.isWhitespace).drop { $0.hasPrefix("@") || access.contains($0) }
        guard words.popFirst() == "import" else { return nil }
        return words.first { !kinds.contains($0) }.map { (String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }), index + 1) }
    }
}

/// What is wrong with one target, its files given as path and content.
func faults(of target: Target, files: [(path: String, content: String)]) -> [String] {
    var used: Set<String> = []
    var faults: [String] = []
    for file in files {
        for (module, line) in imports(in: file.content) {
            used.insert(module)
            if let allowed = pure[target.name], system.contains(module), !allowed.contains(module) {
                faults.append("\(file.path):\(line): \(target.name) is pure and must not import \(module)")
            } else if !system.contains(module), !target.declared.contains(module) {
                faults.append("\(file.path):\(line): \(target.name) imports \(module), which Package.swift does not list for it")
            }
        }
    }
    for module in target.declared.subtracting(used).sorted() {
        faults.append("Package.swift: \(target.name) lists \(module) but never imports it")
    }
    return faults
}

func selfTest() {
    let cases: [(name: String, declared: [String], source: String, faults: Int)] = [
        ("Engine", ["Rules"], "import Rules\npublic import struct Rules.Regime\n", 0),
        ("Engine", ["Rules"], "@testable import Rules\nimport SQLiteStore\n", 1),
        ("Engine", ["Rules"], "import Rules\nimport Foundation\n", 1),
        ("Rules", [], "#if os(Linux)\n  import FoundationEssentials\n#endif\n// import Store\nlet text = \"import Store\"\n", 0),
        ("Rules", [], "@preconcurrency public import Store\n", 1),
        ("Commands", ["Services"], "import Foundation\n", 1),
    ]
    for (name, declared, source, expected) in cases {
        let target = Target(name: name, path: name, type: "library", sources: [], targetDependencies: declared, productDependencies: nil)
        let found = faults(of: target, files: [("X.swift", source)])
        guard found.count == expected else {
            stop("check-imports: self-test: expected \(expected) faults in \(name), found \(found):\n\(source)")
        }
    }
    print("check-imports: self-test: \(cases.count) passed, 0 failed")
}

func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(2)
}

if CommandLine.arguments.dropFirst().first == "--self-test" {
    selfTest()
    exit(0)
}
let package = try JSONDecoder().decode(Package.self, from: FileHandle.standardInput.readDataToEndOfFile())
var found: [String] = []
for target in package.targets where target.type != "plugin" && target.type != "system-target" {
    let files = try target.sources.filter { $0.hasSuffix(".swift") }.map { name in
        let path = "\(target.path)/\(name)"
        return (path, try String(contentsOf: URL(filePath: "\(package.path)/\(path)"), encoding: .utf8))
    }
    found += faults(of: target, files: files)
}
guard found.isEmpty else { stop((found + ["check-imports: \(found.count) faults"]).joined(separator: "\n")) }
print("check-imports: \(package.targets.count) targets agree with Package.swift")
