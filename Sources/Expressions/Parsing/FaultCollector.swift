/// Gathers complaints about one source text.
struct FaultCollector {
    /// Enough for a person to work on; a garbled text would otherwise give one a byte.
    private static let limit = 100

    let source: String
    private(set) var faults: [CompileFault] = []

    init(source: String) {
        self.source = source
    }

    mutating func add(_ code: CompileFault.Code, at offset: Int, _ message: String, _ parameters: [String: String] = [:]) {
        guard faults.count < Self.limit else { return }
        faults.append(
            CompileFault(code: code, parameters: parameters, location: SourceLocation(offset: offset, in: source), message: message)
        )
    }

    /// The complaints in the order of the text.
    var sorted: [CompileFault] { faults.sorted { $0.location.offset < $1.location.offset } }
}
