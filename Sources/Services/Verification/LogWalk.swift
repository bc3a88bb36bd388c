import Store

/// One walk through the log for everything that is folded out of it beside tasks.
struct LogWalk {
    private(set) var register = RegisterVerification()
    private(set) var indicators = IndicatorVerification()
    private(set) var personal = PersonalVerification()

    mutating func run(in reader: any StoreReader) throws {
        try reader.eachEvent(after: 0) { event in
            register.take(event)
            indicators.take(event)
            personal.take(event)
            return true
        }
    }
}
