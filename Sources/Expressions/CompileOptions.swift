/// How an expression is compiled and run.
public struct CompileOptions: Sendable {
    /// Whether names and types are checked. Without it names are looked up when the expression is evaluated and types are found out then.
    public var isChecked: Bool
    /// The type that the expression must have, such as `.bool` for a guard; nil for any. Only looked at when checking.
    public var resultType: ValueType?
    /// Bounds on reading and evaluating.
    public var limits: Limits
    /// Knows named time zones; nil when only `UTC` and fixed offsets are to work.
    public var timeZones: TimeZoneLookup?

    /// Sets the options.
    public init(
        isChecked: Bool = true,
        resultType: ValueType? = nil,
        limits: Limits = .standard,
        timeZones: TimeZoneLookup? = nil
    ) {
        self.isChecked = isChecked
        self.resultType = resultType
        self.limits = limits
        self.timeZones = timeZones
    }

    /// Checked, any type, standard limits, no named zones.
    public static let standard = CompileOptions()
}
