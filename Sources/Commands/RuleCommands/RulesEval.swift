import ArgumentParser
import CanonicalJSON
import ExpressionExchange
import Expressions
import Foundation
import LifecycleModel
import Services
import Terminal

/// `nhiemvu rules eval`
struct RulesEval: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "eval",
            abstract: say("Tính thử một biểu thức của tệp quy tắc.", "Evaluate an expression of the rule files."),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu rules eval --expr '2 * muc_chi <= 100' --facts so-lieu.json
                  echo '[{"expr":"1 + 6"}]' | nhiemvu rules eval --batch
                Số liệu không khai kiểu thì mang kiểu bất kỳ. Mã thoát 2 khi không có giá trị. Kết quả không ra màn hình thì là JSON;
                --batch luôn in JSON, lỗi nằm trong từng phần tử.
                """,
                """
                Examples:
                  nhiemvu rules eval --expr '2 * amount <= 100' --facts facts.json
                  echo '[{"expr":"1 + 6"}]' | nhiemvu rules eval --batch
                Facts without a declared type may have any. Exit code 2 where there is no value. Answers that do not go to a screen are JSON;
                --batch always prints JSON, errors in their elements.
                """
            )
        )
    }

    @Option(help: ArgumentHelp(say("Biểu thức.", "The expression."), valueName: say("biểu-thức", "expr"))) var expr: String?
    @Option(
        help: ArgumentHelp(
            say("Tệp JSON: số liệu, mỗi tên một giá trị.", "JSON file: facts, a value a name."),
            valueName: say("tệp", "file")
        )
    )
    var facts: String?
    @Option(
        help: ArgumentHelp(
            say("Tệp JSON: kiểu, [{\"name\":…,\"ident\":{\"type\":…}}].", "JSON file: types, [{\"name\":…,\"ident\":{\"type\":…}}]."),
            valueName: say("tệp", "file")
        )
    )
    var types: String?
    @Option(
        help: ArgumentHelp(
            say("Không gian tên để tìm tên ngắn.", "Container that short names are looked up in."),
            valueName: say("tên", "name")
        )
    )
    var container: String?
    @Flag(help: ArgumentHelp(say("Chỉ kiểm tra kiểu, không tính.", "Only check the types."))) var checkOnly = false
    @Flag(help: ArgumentHelp(say("Tính mà không kiểm tra kiểu.", "Evaluate without checking the types."))) var noCheck = false
    @Flag(
        help: ArgumentHelp(
            say(
                "Đọc một mảng JSON {expr, facts, types, container, check, check_only} từ đầu vào.",
                "Read a JSON array of {expr, facts, types, container, check, check_only} from standard input."
            )
        )
    )
    var batch = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if batch, expr != nil || facts != nil || types != nil || container != nil || checkOnly || noCheck {
            throw ValidationError(
                say(
                    "--batch đọc mọi thứ từ đầu vào, không đi cùng tùy chọn khác",
                    "--batch reads everything from standard input and takes no other option"
                )
            )
        }
        if !batch, expr == nil { throw ValidationError(say("Cần --expr hoặc --batch", "--expr or --batch is needed")) }
        if checkOnly, noCheck { throw ValidationError(say("--check-only trái với --no-check", "--check-only contradicts --no-check")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        if batch {
            let answers = try read(StandardInput.bytes(), from: say("đầu vào", "standard input")) { bytes throws(ExchangeFault) in
                try EvaluationBatch.answer(ExchangeJSON(parsing: bytes), in: .spoken)
            }
            try StandardStream.output.write(answers.line + "\n")
            return Answer(nil)
        }
        let request = try request()
        let answer = request.answer()
        let exit = answer.isGood ? ExitStatus.done : .faultsFound
        guard context.options.format == .table, StandardStream.output.screen(environment: [:]).isTerminal else {
            try StandardStream.output.write(answer.document.line + "\n")
            return Answer(nil, exit: exit)
        }
        return Answer(Report(json: .null, blocks: EvaluationView(expression: request.expression, answer: answer).blocks), exit: exit)
    }

    private func request() throws -> EvaluationRequest {
        var declarations = Declarations(container: container ?? "")
        if let types {
            declarations = try read(contents(types), from: types) { bytes throws(ExchangeFault) in
                try Declarations(exchange: ExchangeJSON(parsing: bytes), container: container ?? "")
            }
        }
        var values: [String: Value] = [:]
        if let facts {
            values = try read(contents(facts), from: facts) { bytes throws(ExchangeFault) in
                try Value.facts(plain: ExchangeJSON(parsing: bytes))
            }
            for name in values.keys where declarations.variables[name] == nil { declarations.variables[name] = .dyn }
        }
        return EvaluationRequest(
            expression: expr ?? "",
            facts: values,
            declarations: declarations,
            isChecked: !noCheck,
            isCheckOnly: checkOnly
        )
    }

    private func contents(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UseCaseFault(.unavailable, "file", Phrase(vi: "Không đọc được tệp «\(path)»", en: "The file \"\(path)\" cannot be read"))
        }
        return Array(data)
    }

    private func read<T>(_ bytes: [UInt8], from place: String, _ reading: ([UInt8]) throws(ExchangeFault) -> T) throws -> T {
        do throws(ExchangeFault) {
            return try reading(bytes)
        } catch {
            throw UseCaseFault(.badData, "not-readable", Phrase(vi: "\(place): không đọc được: \(error)", en: "\(place): \(error)"))
        }
    }
}

extension EvaluationAnswer {
    /// The answer as one document: the typed value alone, the type alone where only that was asked, or the error.
    fileprivate var document: ExchangeJSON {
        if let error = error(in: .spoken) { return ["error": error] }
        if case .value(let value) = outcome { return value.exchange }
        return ["type": type?.exchange ?? .null]
    }
}
