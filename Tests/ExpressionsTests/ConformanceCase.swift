import Expressions
import Foundation
import Testing

/// One published case, as converted to JSON.
struct ConformanceCase: CustomTestStringConvertible, @unchecked Sendable {
    /// Plain JSON, never changed after reading: what makes the unchecked conformance sound.
    private let json: [String: Any]
    let file: String

    init(file: String, json: [String: Any]) {
        self.file = file
        self.json = json
    }

    var name: String { json["name"] as? String ?? "" }
    var expression: String { json["expr"] as? String ?? "" }
    var isChecked: Bool { json["disable_check"] as? Bool != true }
    var isCheckOnly: Bool { json["check_only"] as? Bool == true }
    var expectsError: Bool { json["eval_error"] != nil }
    var id: String { "\(file)/\(json["section"] as? String ?? "")/\(name)" }
    var testDescription: String { "\(id): \(expression.prefix(80))" }

    var expectedType: ValueType? {
        get throws {
            guard let typed = json["typed_result"] as? [String: Any], let type = typed["deduced_type"] else { return nil }
            return try WireForm.type(type)
        }
    }

    /// The expected value; `true` when the case names none.
    var expectedValue: Value? {
        get throws {
            if let value = json["value"] { return try WireForm.value(value) }
            if let typed = json["typed_result"] as? [String: Any] { return try typed["result"].map(WireForm.value) }
            return expectsError ? nil : true
        }
    }

    var declarations: Declarations {
        get throws {
            var declarations = Declarations(container: json["container"] as? String ?? "")
            for case let entry as [String: Any] in json["type_env"] as? [Any] ?? [] {
                let name = try WireForm.need(entry["name"] as? String)
                if let ident = entry["ident"] as? [String: Any] {
                    declarations.variables[name] = try WireForm.type(try WireForm.need(ident["type"]))
                } else if let function = entry["function"] as? [String: Any] {
                    declarations.functions.append(try WireForm.function(name, function))
                }
            }
            return declarations
        }
    }

    var bindings: [String: Value] {
        get throws {
            var bindings: [String: Value] = [:]
            for (name, entry) in json["bindings"] as? [String: [String: Any]] ?? [:] {
                bindings[name] = try WireForm.value(try WireForm.need(entry["value"]))
            }
            return bindings
        }
    }
}

/// Where the cases lie: beside the package, or where the environment says.
enum ConformanceFolder {
    static let location: URL? = {
        var candidates: [URL] = []
        if let shared = ProcessInfo.processInfo.environment["NHIEMVU_SHARED"] { candidates.append(URL(fileURLWithPath: shared)) }
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            candidates.append(folder.appendingPathComponent("shared"))
        }
        return candidates.map { $0.appendingPathComponent("conformance/cel") }.first {
            FileManager.default.fileExists(atPath: $0.path)
        }
    }()

    static func cases() -> [ConformanceCase] {
        guard let location, let names = try? FileManager.default.contentsOfDirectory(atPath: location.path) else { return [] }
        var cases: [ConformanceCase] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            guard let data = try? Data(contentsOf: location.appendingPathComponent(name)),
                let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
            else { continue }
            for case let json as [String: Any] in file["tests"] as? [Any] ?? [] {
                cases.append(ConformanceCase(file: name, json: json))
            }
        }
        return cases
    }
}
