import Expressions
import LifecycleModel
import Rules
import Testing

/// What is wrong with an expression, in words: in each language only that language, and what may be meant only in the hint.
@Suite struct CompileFaultPhraseTests {
    private func fault(_ source: String) throws -> CompileFault {
        var declarations = Declarations()
        declarations.variables["amount"] = .int
        declarations.variables["on"] = .timestamp
        declarations.variables["award"] = .record("award", fields: ["money": .int])
        do throws(CompileFailure) {
            _ = try Expression.compile(source, declarations: declarations)
        } catch {
            return try #require(error.faults.first)
        }
        throw Sound()
    }

    private struct Sound: Error {}

    @Test(arguments: [
        ("on >= 3", "không so sánh ‘>=’ được giữa một ngày và một số nguyên", "‘>=’ cannot compare a date with a whole number"),
        (
            "amount in 3", "không tìm được một số nguyên trong một số nguyên bằng ‘in’",
            "‘in’ cannot look for a whole number in a whole number"
        ),
        ("amount + {'a': [1]}", "không tính ‘+’ được giữa một số nguyên và một bảng tra", "‘+’ cannot work on a whole number and a map"),
        ("-on", "không dùng được phép ‘-’ với một ngày", "‘-’ cannot be used with a date"),
        ("size(amount)", "không dùng được hàm ‘size’ với một số nguyên", "the function ‘size’ cannot be used with a whole number"),
        (
            "amount[0]", "không lấy được phần tử của một số nguyên bằng một số nguyên",
            "no element of a whole number can be had by a whole number"
        ),
        (
            "award + 1", "không tính ‘+’ được giữa nhóm thông tin ‘award’ và một số nguyên",
            "‘+’ cannot work on the group of facts ‘award’ and a whole number"
        ),
        ("amount && true", "cần một giá trị đúng/sai, ở đây là một số nguyên", "a yes or no is needed, here is a whole number"),
        ("amount +", "biểu thức dừng ở đây, cần một giá trị", "the expression ends here where a value should stand"),
        (
            "amount 'x'", "gặp ‘\"x\"’, cần một phép tính hoặc hết biểu thức",
            "‘\"x\"’ stands here where an operator or the end should stand"
        ),
        ("(amount", "biểu thức dừng ở đây, cần ‘)’", "the expression ends here where ‘)’ should stand"),
        ("award.", "biểu thức dừng ở đây, cần tên một thông tin", "the expression ends here where a field name should stand"),
        ("amout", "không có tên ‘amout’", "there is no name ‘amout’"),
        ("award.mony", "‘award’ không có ‘mony’", "‘award’ has no ‘mony’"),
        ("siz([1])", "không có hàm ‘siz’", "there is no function ‘siz’"),
        (
            "amount.all(x, x)", "‘all’ cần một danh sách hoặc một bảng tra, ở đây là một số nguyên",
            "‘all’ needs a list or a map, here is a whole number"
        ),
        (
            "[1].all(1, true)", "đối số đầu của ‘all’ phải là một tên đơn, như ‘x’ trong ‘all(x, …)’",
            "the first argument of ‘all’ must be a simple name, such as ‘x’ in ‘all(x, …)’"
        ),
    ])
    func words(source: String, vietnamese: String, english: String) throws {
        let phrase = try fault(source).phrase
        #expect(phrase.vi == vietnamese)
        #expect(phrase[.en] == english)
    }

    @Test func whatMayBeMeantIsTheHint() throws {
        let fault = try fault("amout > 1")
        #expect(fault.hint?[.en] == "did you mean: amount?")
        #expect(!fault.phrase[.en].contains("did you mean"))
    }
}
