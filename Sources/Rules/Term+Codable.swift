public import WorkingCalendar

extension Term: Codable {
    /// Reads `30 calendar-days`.
    public init(from decoder: any Decoder) throws {
        try self.init(parsing: String(from: decoder))
    }

    /// Writes `30 calendar-days`.
    public func encode(to encoder: any Encoder) throws {
        try description.encode(to: encoder)
    }
}
