/// `unknown-form`: a form code that is not declared.
struct FormNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        func check(_ forms: [String], at path: RulePath) {
            for (index, form) in forms.enumerated() where regime.forms[form] == nil {
                findings.append(.unknown(.form, form, at: path / index, among: regime.forms.keys))
            }
        }
        for part in parts {
            for (path, transition) in part.transitions {
                check(transition.documents, at: path / "documents")
                check(transition.produces, at: path / "produces")
                for (index, requirement) in transition.requires.enumerated() {
                    if case .documents(let forms) = requirement.condition { check(forms, at: path / "requires" / index / "documents") }
                }
            }
        }
        return findings
    }
}
