import Foundation
import LifecycleModel
import Services

/// Where the rule files lie: as given, else `workflows/` beside the program, above it (a build folder), or installed with it.
enum RulesDirectory {
    /// Finds the folder.
    ///
    /// - Throws: `UseCaseFault` when there is none.
    static func find(given: String?) throws -> String {
        if let given {
            guard holdsRules(given) else { throw missing(given) }
            return given
        }
        guard let found = InstalledFolder.find("workflows", holding: "regimes.yaml") else { throw missing("workflows") }
        return found
    }

    /// Refuses what is no folder.
    static func requireFolder(_ given: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: given, isDirectory: &isFolder), isFolder.boolValue else { throw missing(given) }
    }

    private static func holdsRules(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/regimes.yaml")
    }

    private static func missing(_ folder: String) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "rules-missing",
            Phrase(
                vi: "Không thấy thư mục quy tắc «\(folder)» (cần có regimes.yaml)",
                en: "There is no folder of rule files \"\(folder)\" (it must have regimes.yaml)"
            ),
            hint: Phrase(vi: "Chỉ đúng chỗ bằng --rules hoặc NHIEMVU_RULES", en: "Name the right place with --rules or NHIEMVU_RULES")
        )
    }
}
