import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The real program as a child process.
struct Child: Sendable {
    /// What came of a run.
    struct Outcome: Sendable {
        /// Nil when a signal ended it.
        let exit: Int32?
        let output, error: String
        let microseconds: Int
    }

    /// The system did not start it.
    struct NotStarted: Error {
        let code: Int32
    }

    /// Path of the program.
    let program: String

    /// Runs it and waits for its end.
    ///
    /// - Parameters:
    ///   - files: path of two files for what it says, without their endings.
    ///   - deadline: microseconds after which it is killed (SIGKILL); nil for never.
    func run(
        _ words: [String],
        in folder: String,
        environment: [String: String],
        files: String,
        killedAfter deadline: Int? = nil
    ) throws -> Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        let process = try spawn(words, in: folder, environment, files)
        if let deadline {
            usleep(UInt32(deadline))
            // It is not waited for yet, so its number is still its own.
            kill(process, SIGKILL)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let took = (clock.now - start).components
        func text(_ name: String) -> String {
            String(decoding: FileManager.default.contents(atPath: files + name) ?? Data(), as: UTF8.self)
        }
        return Outcome(
            exit: status & 0x7f == 0 ? (status >> 8) & 0xff : nil,
            output: text(".out"),
            error: text(".err"),
            microseconds: Int(took.seconds) * 1_000_000 + Int(took.attoseconds / 1_000_000_000_000)
        )
    }

    private func spawn(_ words: [String], in folder: String, _ environment: [String: String], _ files: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for (number, name) in [(Int32(1), ".out"), (2, ".err")] {
            posix_spawn_file_actions_addopen(&actions, number, files + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        // Becomes the program, under the same number: a thread has no working directory of its own.
        let env = "/usr/bin/env"
        var arguments = ([env, "-C", folder, program] + words).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, env, &actions, nil, &arguments, &variables)
        guard code == 0 else { throw NotStarted(code: code) }
        return process
    }
}
