import Commands
import Foundation
import LifecycleModel

/// The program.
@main
enum Main {
    static func main() {
        let moment = Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
        exit(CommandRunner.run(Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment, moment: moment))
    }
}
