import Foundation
import Importing
import LifecycleModel
import SamplePortfolio

/// The sample, made once for all tests of this target.
enum Sample {
    static let portfolio = SamplePortfolio.make()

    /// The package's folder of rule files.
    static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("workflows").path

    /// The events of each task.
    static let history = Dictionary(grouping: portfolio.history.map(\.value), by: \.task.text)

    /// Tasks of which something like this happened.
    static func tasks(where happens: (HistoryEntry) -> Bool) -> [String] {
        history.filter { $0.value.contains(where: happens) }.keys.sorted()
    }

    /// Tasks whose ordered list was approved by the decision of that number.
    static func listed(by number: String) -> [String] {
        tasks { $0.event == "approve-list" && $0.documents.contains { $0.form == "QĐ-DM" && $0.number == number } }
    }
}

extension HistoryEntry {
    func fact(_ path: String) -> String? { facts.first { $0.path == path }?.text }
    func document(_ form: String) -> DocumentReference? { documents.first { $0.form == form } }
}
