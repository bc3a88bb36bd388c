#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

public import LifecycleModel

/// The two ways out of the program.
public enum StandardStream: Int32, Sendable, Hashable {
    /// Answers.
    case output = 1
    /// Messages, errors, progress.
    case error = 2

    /// What this stream leads to.
    public func screen(environment: [String: String], language: Language = .standard) -> Screen {
        Screen(
            isTerminal: isatty(rawValue) == 1,
            windowColumns: windowColumns,
            environment: environment,
            language: language
        )
    }

    /// Writes all of a text, however many turns that takes. Once an answer is written, nothing shows any more that the program is at work.
    public func write(_ text: String) throws(StreamFault) {
        if self == .output { StatusLine.shared.rest() }
        var text = text
        let failure: Int32? = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                #if canImport(Glibc)
                    let written = Glibc.write(rawValue, start, rest.count)
                #elseif canImport(Musl)
                    let written = Musl.write(rawValue, start, rest.count)
                #else
                    let written = Darwin.write(rawValue, start, rest.count)
                #endif
                if written >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
        if let failure { throw StreamFault(stream: self, reason: String(cString: strerror(failure))) }
    }

    private var windowColumns: Int? {
        var size = winsize()
        guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

/// The answer could not be written where it was to go, such as a full disk.
public struct StreamFault: ExplainedError, Sendable, Hashable {
    /// Which way out.
    public let stream: StandardStream
    /// The system's words.
    public let reason: String

    /// What is wrong.
    public var phrase: Phrase {
        Phrase(vi: "không ghi được kết quả ra: \(reason)", en: "the answer could not be written: \(reason)")
    }
}
