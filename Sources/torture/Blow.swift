/// What is done to a run of the program; all but `timed` by the injector (`CFaults`), and the same again for the same numbers.
enum Blow: Sendable, Hashable, CustomStringConvertible {
    /// Nothing; its changes of the folder are listed.
    case listed
    /// Killed after so many microseconds.
    case timed(Int)
    /// Killed at a change, which may be half-done.
    case killed(at: Int, seed: UInt64)
    /// The machine loses power at a change, and with it what was not synced; a number beyond the last one: after the program ended.
    case unplugged(at: Int, seed: UInt64)
    /// A change fails.
    case failing(at: Int, Failure)

    /// How a change fails.
    struct Failure: Sendable, Hashable {
        /// As `CFaults` names it.
        enum Kind: String, CaseIterable, Sendable { case full = "ENOSPC", broken = "EIO", short = "SHORT" }

        let kind: Kind
        /// Whether all changes after it fail, too.
        let stays: Bool
    }

    /// The injector's settings.
    var variables: [String: String] {
        switch self {
        case .listed: ["MODE": "count"]
        case .timed: [:]
        case .killed(let place, let seed): ["MODE": "kill", "AT": "\(place)", "SEED": "\(seed)"]
        case .unplugged(let place, let seed): ["MODE": "plug", "AT": "\(place)", "SEED": "\(seed)"]
        case .failing(let place, let failure):
            ["MODE": "fail", "AT": "\(place)", "ERROR": failure.kind.rawValue, "KEEP": failure.stays ? "1" : "0"]
        }
    }

    var description: String {
        switch self {
        case .listed: "nothing"
        case .timed(let delay): "SIGKILL after \(delay) µs"
        case .killed(let place, _): "SIGKILL at change \(place)"
        case .unplugged(let place, _): "power cut at change \(place)"
        case .failing(let place, let failure): "\(failure.kind.rawValue) at change \(place)\(failure.stays ? " and all after it" : "")"
        }
    }
}
