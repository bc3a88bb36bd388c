import Foundation

/// Measuring time. Pure computing is measured in processor time of its thread, so that other work on the machine does not count; whatever
/// waits for a disk or for another process is measured by the clock on the wall.
enum Timing {
    /// Processor time this thread has used, in seconds.
    static var processorSeconds: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

    /// A clock that only goes forwards, in seconds.
    static var wallSeconds: Double { seconds(CLOCK_MONOTONIC) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Times a pass over `count` things, again and again for at least a second after one pass to warm up; the best pass, in things a
    /// second of processor time.
    static func perSecond(_ count: Int, _ pass: () throws -> Void) rethrows -> Double {
        try pass()
        var best = 0.0
        let start = processorSeconds
        repeat {
            let begin = processorSeconds
            try pass()
            best = max(best, Double(count) / (processorSeconds - begin))
        } while processorSeconds - start < 1
        return best
    }

    /// What something took by the clock on the wall, in milliseconds.
    static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = wallSeconds
        try work()
        return (wallSeconds - start) * 1000
    }

    /// The middle one of some measurements.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    /// The most memory this process has held, in megabytes (Linux: `VmHWM`).
    static var peakMegabytes: Double { megabytes("VmHWM:") }

    /// The memory this process holds now, in megabytes (Linux: `VmRSS`).
    static var residentMegabytes: Double { megabytes("VmRSS:") }

    private static func megabytes(_ name: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        let number = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
        return (number.flatMap { Double($0) } ?? 0) / 1024
    }
}
