import CanonicalJSON
import Councils
import Engine
import LifecycleModel
import Pages
import Rules
import Store

/// Results, councils, money, papers, people.
extension DossierPage {
    var uses: Section? {
        let (results, evidence) = (UseProjection.results(task), UseProjection.evidence(task))
        guard !results.isEmpty else { return nil }
        let result = story.regime?.machine("result")
        let proof = story.regime?.machine("evidence")
        let table = PageTable(
            "Kết quả",
            columns: [
                PageTable.Column("Số", isNumeric: true), PageTable.Column("Tên"), PageTable.Column("Tình trạng"),
                PageTable.Column("Đơn vị"),
                PageTable.Column("Cam kết", isNumeric: true), PageTable.Column("Đã giao", isNumeric: true),
                PageTable.Column("Nơi giữ", isWhole: true),
            ],
            rows: results.map { row in
                [
                    "\(row.number)", row.name, result?.states[row.state]?.label.vi ?? row.state, row.unit ?? "",
                    row.quantity.map { "\($0)" } ?? "", row.delivered.map { "\($0)" } ?? "", row.holder ?? "",
                ]
            }
        )
        let proofs = PageTable(
            "Minh chứng ứng dụng",
            columns: [
                PageTable.Column("Số", isNumeric: true), PageTable.Column("Kết quả", isNumeric: true), PageTable.Column("Loại"),
                PageTable.Column("Dùng từ", isWhole: true), PageTable.Column("Nơi dùng"), PageTable.Column("Người dùng"),
                PageTable.Column("Tình trạng"),
            ],
            rows: evidence.map { row in
                let kind = proof?.facts["kind"]?.choices.first { $0.value == row.kind }?.label.vi
                return [
                    "\(row.number)", "\(row.result)", kind ?? row.kind ?? "", row.usedOn?.vietnamese ?? "", row.place ?? "",
                    row.user ?? "", proof?.states[row.state]?.label.vi ?? row.state,
                ]
            }
        )
        return Section(id: "results", title: "Kết quả và ứng dụng", body: [table.html] + (evidence.isEmpty ? [] : [proofs.html]))
    }

    var councils: Section? {
        guard !story.councils.isEmpty else { return nil }
        return Section(id: "councils", title: "Hội đồng", body: story.councils.flatMap(session))
    }

    private func session(_ record: CouncilRecord) -> [HTML] {
        let session = record.session
        var body = [HTML.element("h3", [:], "\(record.code) · \(session.law.label.vi)")]
        if let day = record.openedOn { body.append(.element("p", [:], "Họp ngày \(day.vietnamese)")) }
        let members = PageTable(
            "Thành viên",
            columns: [PageTable.Column("Mã", isWhole: true), PageTable.Column("Thành viên"), PageTable.Column("Tổ chức", isWhole: true)],
            rows: session.composition.members.map { [$0.person.text, $0.phrase.vi, $0.organisation?.text ?? ""] }
        )
        if !session.composition.members.isEmpty { body.append(members.html) }
        guard let count = session.count else {
            body.append(
                .element("p", ["class": "note"], record.isCalledOff ? "Phiên họp đã hủy." : "Chưa kiểm phiếu: phiếu còn niêm phong.")
            )
            return body
        }
        for tally in count.tallies {
            let ballots = PageTable(
                "Phiếu về \(tally.subject)",
                columns: [PageTable.Column("Người bỏ phiếu", isWhole: true), PageTable.Column("Nội dung phiếu"), PageTable.Column("Tính")],
                rows: tally.ballots.map { [$0.ballot.voter.text, $0.ballot.marks.json.canonicalText, $0.void == nil ? "có" : "không"] }
            )
            body += [ballots.html, .element("ul", [:], tally.steps.map { .element("li", [:], $0.text.vi) })]
        }
        if let conclusion = session.conclusion { body.append(.element("p", [:], "Kết luận: \(conclusion.text)")) }
        return body
    }

    var money: Section? {
        get throws {
            guard let record = story.money else { return nil }
            let summary = try BudgetSummary(record)
            guard !summary.years.isEmpty || summary.approved > .zero else { return nil }
            let table = PageTable(
                "Kinh phí theo năm (đồng)",
                columns: [PageTable.Column("Năm", isWhole: true)]
                    + ["Dự toán", "Được giao", "Tạm ứng", "Thanh toán", "Hoàn trả"].map { PageTable.Column($0, isNumeric: true) },
                rows: try summary.years.sorted { $0.key < $1.key }.map { year, sums in
                    let planned = try sums.planned.values.reduce(Dong.zero) { try $0.adding($1) }
                    return ["\(year)"] + [planned, sums.allotted, sums.advanced, sums.cleared, sums.givenBack].map { $0.formatted() }
                }
            )
            let words = [
                "Ngân sách được duyệt \(summary.approved.formatted())", "tổ chức chủ trì đang giữ \(summary.outstanding.formatted())",
                "còn phải hoàn trả \(summary.owed.formatted())",
            ]
            let note = record.isOnRecord ? "" : " Số liệu lấy từ các đợt tạm ứng; chưa có bút toán theo nội dung chi."
            return Section(
                id: "money",
                title: "Kinh phí",
                body: [.element("p", [:], words.joined(separator: "; ") + "." + note), table.html]
            )
        }
    }

    var documents: Section? {
        get throws {
            let documents = try story.documents
            guard !documents.isEmpty else { return nil }
            let rows = documents.map { document in
                HTML.element(
                    "tr",
                    [:],
                    .element("td", [:], story.regime?.forms[document.form]?.label.vi ?? document.form),
                    .element("td", [:], document.number),
                    .element("td", ["class": "w"], document.date.vietnamese),
                    .element("td", ["class": "n"], "\(document.event)"),
                    .element("td", [:], [file(document)])
                )
            }
            let heads = ["Văn bản", "Số", "Ngày", "Sự kiện", "Tệp"].map { HTML.element("th", ["scope": "col"], $0) }
            let table = HTML.element(
                "table",
                [:],
                .element("caption", [:], "Văn bản kèm theo; tên tệp là mã băm SHA-256 của nội dung"),
                .element("thead", [:], .element("tr", [:], heads)),
                .element("tbody", [:], rows)
            )
            return Section(id: "documents", title: "Văn bản", body: [table])
        }
    }

    private func file(_ document: DocumentRow) -> HTML {
        guard let hash = document.sha256, let path = (try? DossierStory.files(of: story.documents))?.first(where: { $0.value == hash })?.key
        else { return HTML("không kèm tệp") }
        let name = document.fileName ?? path
        if let event = story.erasedFiles[hash] { return HTML("\(name) (đã xoá theo quyết định, sự kiện số \(event))") }
        return .element("a", ["href": path], name)
    }

    var participation: Section? {
        guard !story.participation.isEmpty else { return nil }
        var rows: [[String]] = []
        for (code, value) in story.participation {
            for entry in value["participants"]?.array ?? [] {
                rows.append([code, entry["person"]?.string ?? "", entry["role"]?.string ?? "", entry["source"]?.string ?? ""])
            }
            for entry in value["coordinators"]?.array ?? [] {
                rows.append([code, entry["organisation"]?.string ?? "", "tổ chức phối hợp", entry["source"]?.string ?? ""])
            }
        }
        guard !rows.isEmpty else { return nil }
        let columns = [
            PageTable.Column("Của", isWhole: true), PageTable.Column("Mã", isWhole: true), PageTable.Column("Vai trò"),
            PageTable.Column("Theo văn bản"),
        ]
        return Section(id: "people", title: "Người tham gia", body: [PageTable("Đã ghi", columns: columns, rows: rows).html])
    }
}
