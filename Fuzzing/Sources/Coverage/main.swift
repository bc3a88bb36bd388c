import Foundation
import FuzzTargets

/// Writes a line to stderr.
func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }

/// libFuzzer over one of the targets, named by `FUZZ_TARGET`; all other arguments are libFuzzer's.
let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.named(name) else {
        tell("FUZZ_TARGET must be one of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
        exit(64)
    }
    return target
}()

/// Gives the target an input; what does not hold ends the process, and libFuzzer keeps the input.
let examine: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { start, count in
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(FuzzFinding) { try target.examine(bytes) } catch {
        tell("\(target.name): \(error.description)")
        abort()
    }
    return 0
}

/// `LLVMFuzzerRunDriver` of libFuzzer (compiler-rt/lib/fuzzer/FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ examine: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runFuzzer(&count, &arguments, examine))
