import AuditTrail
import CanonicalJSON
import LifecycleModel
import OpenPackaging
import Store

/// The events and their proofs.
extension DossierCheck {
    /// Reads every event and follows its proof to the root of the checkpoint.
    ///
    /// - Returns: the events given in full, and the numbers of ballots given by their hash.
    mutating func checkEvents(_ checkpoint: Checkpoint) -> (events: [EventRecord], sealed: [Int64]) {
        var events: [EventRecord] = []
        var sealed: [Int64] = []
        var last: Int64 = 0
        let content = parts[DossierPart.events] ?? []
        let most = DossierPart.limits.parts
        // Each event has its proof in a part of its own, so there cannot be more of them than parts.
        guard content.count(where: { $0 == UInt8(ascii: "\n") }) <= most else {
            report(.event, DossierPart.events, "quá \(most) dòng", "it has more than \(most) lines")
            return ([], [])
        }
        var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.popLast()?.isEmpty != true {
            report(.event, DossierPart.events, "dòng cuối chưa kết thúc", "the last line does not end")
        }
        for (place, line) in lines.enumerated() {
            let bytes = Array(line)
            let leaf: TreeHash
            let number: Int64
            do {
                if let hidden = try Self.sealed(bytes) {
                    (number, leaf) = hidden
                    sealed.append(number)
                } else {
                    let event = try EventRecord(canonical: bytes)
                    (number, leaf) = (event.number, TreeHash(leaf: bytes))
                    events.append(event)
                }
            } catch {
                let what = Self.words(error)
                report(.event, DossierPart.events, "dòng \(place + 1): \(what.vi)", "line \(place + 1): \(what[.en])")
                continue
            }
            guard number > last else {
                report(.event, DossierPart.events, "sự kiện \(number) sai thứ tự", "event \(number) is out of order")
                continue
            }
            last = number
            checkProof(number, leaf, sealed.last == number ? nil : bytes, checkpoint)
        }
        answer.events = events.count
        answer.sealed = sealed.count
        checkBelonging(events, sealed)
        return (events, sealed)
    }

    /// Number and hash of a line that gives no more; nil when it gives an event in full.
    private static func sealed(_ bytes: [UInt8]) throws -> (Int64, TreeHash)? {
        let json = try JSONValue(parsing: bytes)
        guard json["sealed"] != nil else { return nil }
        let leaf = try json.member("leaf_hash", expected: "a hash") { $0.string.flatMap(TreeHash.init(hex:)) }
        let number = try json.int(at: "number")
        guard SealedLog.line(number, leaf) == bytes else {
            throw JSONShapeFault(path: "", expected: "number, leaf_hash, sealed and nothing else", found: nil)
        }
        return (number, leaf)
    }

    private mutating func checkProof(_ number: Int64, _ leaf: TreeHash, _ bytes: [UInt8]?, _ checkpoint: Checkpoint) {
        let part = DossierPart.proof(number)
        expected.insert(part)
        guard let content = parts[part] else {
            return report(.proof, part, "sự kiện \(number) không có chứng minh", "event \(number) has no proof")
        }
        let path: [TreeHash]
        do {
            let json = try JSONValue(parsing: content)
            let proved = try json.member("leaf_hash", expected: "a hash") { $0.string.flatMap(TreeHash.init(hex:)) }
            guard proved == leaf else {
                return report(
                    .alteredEvent,
                    DossierPart.events,
                    "sự kiện \(number) có mã băm \(leaf), chứng minh là của \(proved)",
                    "event \(number) has the hash \(leaf), its proof is of \(proved)"
                )
            }
            path = try json.member("path", expected: "hashes") { value in
                value.array.flatMap { list in
                    let hashes = list.compactMap { $0.string.flatMap(TreeHash.init(hex:)) }
                    return hashes.count == list.count ? hashes : nil
                }
            }
        } catch {
            let what = Self.words(error)
            return report(.proof, part, "không đọc được: \(what.vi)", "it cannot be read: \(what[.en])")
        }
        let proof = InclusionProof(index: number - 1, size: checkpoint.size, path: path)
        guard proof.shows(leaf, in: checkpoint.root) else {
            return report(
                .proof,
                part,
                "không dẫn sự kiện \(number) tới gốc của điểm chốt",
                "it does not lead from event \(number) to the root of the checkpoint"
            )
        }
        let head = LogHead(size: checkpoint.size, root: checkpoint.root)
        guard ProveEvent.Answer(number: number, head: head, leaf: leaf, proof: proof, bytes: bytes).part != content else { return }
        report(.proof, part, "không phải chứng minh như chương trình viết ra", "it is not written as the program writes it")
    }

    /// Every event is about the task of the first one; ballots are hidden only while a session is not counted.
    private mutating func checkBelonging(_ events: [EventRecord], _ sealed: [Int64]) {
        guard let task = events.first(where: { $0.subject.kind == .task })?.subject.code else {
            return report(.event, DossierPart.events, "không có sự kiện nào về nhiệm vụ", "no event is about a task")
        }
        if let told = answer.task, told != task {
            report(
                .manifest,
                DossierPart.manifest,
                "ghi nhiệm vụ \(told), sự kiện về \(task)",
                "it names \(told), the events are about \(task)"
            )
        }
        let scope = DossierScope(task: task)
        for event in events where !scope.includes(event.subject) {
            report(
                .event,
                DossierPart.events,
                "sự kiện \(event.number) về \(event.subject), không thuộc \(task)",
                "event \(event.number) is about \(event.subject), not about \(task)"
            )
        }
        for event in events where DossierScope.isSealed(event, among: events) {
            report(
                .event,
                DossierPart.events,
                "sự kiện \(event.number) là phiếu chưa được mở",
                "event \(event.number) is a ballot that is still sealed"
            )
        }
        let sessions = Dictionary(grouping: events.filter { $0.subject.kind == .council }, by: \.subject)
        let open = sessions.values.contains { own in !own.contains { $0.kind == "ballots_counted" || $0.kind == "session_concluded" } }
        if let first = sealed.first, !open {
            report(
                .event,
                DossierPart.events,
                "sự kiện \(first) bị giấu dù không phiên họp nào còn niêm phong",
                "event \(first) is hidden though the ballots of no session are sealed"
            )
        }
    }
}
