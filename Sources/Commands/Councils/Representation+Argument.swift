import LifecycleModel
import Rules
import Services

extension Representation {
    /// Reads `PERSON=manager|user|orderer`, each once.
    static func all(_ arguments: [String]) throws -> [PersonCode: Representation] {
        var sides: [PersonCode: Representation] = [:]
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let side = Representation(rawValue: parts[1]) else {
                throw UseCaseFault(
                    .usage,
                    "represents-unclear",
                    Phrase(vi: "Không hiểu --represents «\(argument)»", en: "--represents \"\(argument)\" is not understood"),
                    hint: Phrase(
                        vi: "Viết --represents CG08=\(allCases.map(\.rawValue).joined(separator: "|"))",
                        en: "Write --represents CG08=\(allCases.map(\.rawValue).joined(separator: "|"))"
                    )
                )
            }
            sides[try PersonCode(parts[0])] = side
        }
        return sides
    }
}
