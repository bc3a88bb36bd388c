import LifecycleModel

/// `unused-form`: a form that no transition attaches, produces or asks for and no council fills in.
struct UnusedFormValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var used: Set<String> = []
        for part in parts {
            for (_, transition) in part.transitions {
                used.formUnion(transition.documents + transition.produces)
                for requirement in transition.requires {
                    switch requirement.condition {
                    case .documents(let forms): used.formUnion(forms)
                    // An expression names forms as texts.
                    case .clause(let text): used.formUnion(regime.forms.keys.filter(text.contains))
                    default: break
                    }
                }
            }
        }
        for council in regime.councils.values { used.formUnion(council.ballots.values.compactMap(\.form)) }
        return regime.forms.keys.filter { !used.contains($0) }.sorted().map { form in
            Finding(
                "unused-form",
                at: RulePath("forms") / form,
                severity: .warning,
                Phrase(vi: "không bước nào dùng mẫu ‘\(form)’", en: "no transition uses the form ‘\(form)’"),
                hint: Phrase(
                    vi: "gắn vào một bước (documents, produces) hoặc bỏ đi",
                    en: "name it in a transition (documents, produces), or drop it"
                )
            )
        }
    }
}
