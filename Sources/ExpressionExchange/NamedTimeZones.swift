public import Expressions
import Foundation

/// Named time zones (`Asia/Ho_Chi_Minh`) from the time zone data of this machine.
public enum NamedTimeZones {
    /// Seconds east of UTC in a zone at an instant; nil for a name that is none.
    public static let lookup: TimeZoneLookup = { name, seconds in
        // Names of the tz database are letters, digits and these signs; nothing else is let through to the files behind it.
        let isName = !name.isEmpty && name.utf8.count <= 64 && name.utf8.allSatisfy { letters.contains($0) }
        guard isName, let zone = TimeZone(identifier: name) else { return nil }
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }

    private static let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/".utf8)
}
