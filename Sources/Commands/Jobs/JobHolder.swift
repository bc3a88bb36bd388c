import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Who runs a job: machine and process.
enum JobHolder {
    /// This process: `may-chu:4711`.
    static var own: String { "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)" }

    /// Whether it is a process of this machine that runs no longer. Of other machines nothing is known.
    static func isGone(_ holder: String) -> Bool {
        let parts = holder.split(separator: ":")
        guard parts.count == 2, parts[0] == ProcessInfo.processInfo.hostName, let process = pid_t(parts[1]), process > 0 else {
            return false
        }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
