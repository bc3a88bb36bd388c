import Expressions
import Foundation

/// Short ways to compile and evaluate in tests.
enum Runs {
    /// The value of a checked expression.
    static func value(
        _ source: String,
        _ facts: [String: Value] = [:],
        _ declarations: Declarations = Declarations(),
        options: CompileOptions = .standard
    ) throws -> Value {
        try Expression.compile(source, declarations: declarations, options: options).evaluate(facts)
    }

    /// The value of an expression that is not checked first.
    static func unchecked(_ source: String, _ facts: [String: Value] = [:], container: String = "") throws -> Value {
        let options = CompileOptions(isChecked: false)
        return try Expression.compile(source, declarations: Declarations(container: container), options: options).evaluate(facts)
    }

    /// The code of the evaluation error, nil when there is a value.
    static func errorCode(_ source: String, checked: Bool = true, limits: Limits = .standard) throws -> String? {
        let expression = try Expression.compile(source, options: CompileOptions(isChecked: checked, limits: limits))
        do throws(EvaluationError) {
            _ = try expression.evaluate()
            return nil
        } catch {
            return error.code
        }
    }

    /// What is wrong with a source text.
    static func faults(
        _ source: String,
        _ declarations: Declarations = Declarations(),
        options: CompileOptions = .standard
    ) -> [CompileFault] {
        do throws(CompileFailure) {
            _ = try Expression.compile(source, declarations: declarations, options: options)
            return []
        } catch {
            return error.faults
        }
    }

    /// Runs on a thread of its own with a stack of the given size and waits for it.
    static func onThread(stackBytes: Int, _ work: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            work()
            done.signal()
        }
        thread.stackSize = stackBytes
        thread.start()
        done.wait()
    }
}
