import LifecycleModel
import Rules

/// What `regimes.yaml` says: the overlays in force and how a regime is chosen.
struct RegimesFile {
    /// Overlay files, as cursors at their names.
    let overlays: [Cursor]
    /// How a regime is chosen.
    let choice: RegimeChoice

    /// Reads the file.
    init(_ file: SourceFile, report: Report) {
        guard let root = file.root else {
            overlays = []
            choice = RegimeChoice(rules: [], straddles: [], parameters: [:], facts: [:])
            return
        }
        let fields = Cursor(root, at: .root, in: file, report: report).fields("overlays", "facts", "parameters", "straddles", "choose")
        overlays = fields.optional("overlays")?.collect { $0 } ?? []
        var facts: [String: [String: Fact]] = [:]
        for (group, members) in fields.optional("facts")?.entries(.snake) ?? [] {
            for (name, fact) in members.entries(.snake) { facts[group, default: [:]][name] = Fact(fact) }
        }
        var parameters: [String: Parameter] = [:]
        for (name, value) in fields.optional("parameters")?.entries(.snake) ?? [] { parameters[name] = Parameter(value) }
        choice = RegimeChoice(
            rules: fields.required("choose")?.collect(RegimeChoice.Rule.init) ?? [],
            straddles: fields.optional("straddles")?.collect(RegimeChoice.Straddle.init) ?? [],
            parameters: parameters,
            facts: facts
        )
    }
}

extension RegimeChoice.Rule {
    /// Reads `{regime, when, basis}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("regime", "when", "basis")
        self.init(regime: fields.name("regime", .kebab), when: fields.text("when"), basis: fields.optionalText("basis"))
    }
}

extension RegimeChoice.Straddle {
    /// Reads `{when, else, basis}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("when", "else", "basis")
        self.init(
            when: fields.text("when"),
            message: fields.required("else")?.phrase() ?? Phrase(vi: ""),
            basis: fields.optionalText("basis")
        )
    }
}
