extension ImportRefusal {
    /// A refusal for faults that the rules and the record found; beyond `limit` they are only counted.
    public init(_ faults: [ImportFault], limit: Int = 1000) {
        var list = FaultList(limit: limit)
        for fault in faults { list.add(fault) }
        self = list.refusal
    }
}
