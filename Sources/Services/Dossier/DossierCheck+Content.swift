import AuditTrail
import CanonicalJSON
import LifecycleModel
import RuleLoading
import Rules
import Pages
import Store

/// Definitions, attached files, and what people read.
extension DossierCheck {
    /// The definitions that events name, by hash.
    mutating func checkDefinitions(_ events: [EventRecord]) -> [String: [UInt8]] {
        var definitions: [String: [UInt8]] = [:]
        for hash in DossierStory.definitions(of: events).sorted() {
            let part = DossierPart.definition(hash)
            expected.insert(part)
            guard let content = parts[part] else { continue }
            if Regime.sha256(ofCanonical: content) == hash {
                definitions[hash] = content
            } else {
                report(
                    .definition,
                    part,
                    "không phải bộ quy tắc mà sự kiện viện dẫn",
                    "it is not the definition that the events were decided under"
                )
            }
        }
        return definitions
    }

    /// The attached files that events name, but for those that are said to be erased.
    mutating func checkFiles(_ events: [EventRecord], erased: Set<String>) {
        guard let documents = try? DossierStory.documents(of: events) else { return }
        let files = DossierStory.files(of: documents).filter { !erased.contains($0.value) }
        answer.files = files.count
        for (part, hash) in files.sorted(by: { $0.key < $1.key }) {
            expected.insert(part)
            guard let content = parts[part] else { continue }
            guard DossierManifest.Entry.hash(content) != hash else { continue }
            let event = documents.first { $0.sha256 == hash }?.event ?? 0
            report(
                .file,
                part,
                "không phải tệp mà sự kiện \(event) ghi: mã băm khác",
                "it is not the file that event \(event) came with: its hash differs"
            )
        }
    }

    /// The readable task and the page against what the events tell.
    mutating func checkStory(
        _ events: [EventRecord],
        _ personal: DossierPersonal,
        _ sealed: [Int64],
        _ definitions: [String: [UInt8]],
        _ written: WrittenCheckpoint
    ) {
        do {
            let story = try DossierStory(events, personal, sealed: sealed, definitions: definitions)
            let told = try story.readable(written.checkpoint)
            if let given = parts[DossierPart.readable], given != told { compare(given, told) }
            if let page = parts[DossierPart.page], page != Array(try DossierPage(story, written).page.document.utf8) {
                report(
                    .page,
                    DossierPart.page,
                    "không phải trang mà chương trình này lập từ các sự kiện",
                    "it is not the page that this program makes of the events"
                )
            }
        } catch let fault as UseCaseFault {
            report(.replay, DossierPart.events, fault.message.vi, fault.message[.en])
        } catch {
            report(.replay, DossierPart.events, "sự kiện không khớp nhau: \(error)", "the events do not fit together: \(error)")
        }
    }

    /// Names the members that differ.
    private mutating func compare(_ given: [UInt8], _ told: [UInt8]) {
        guard let left = try? JSONValue(parsing: given), let right = try? JSONValue(parsing: told), left.object != nil else {
            return report(.readable, DossierPart.readable, "không phải JSON", "it is no JSON")
        }
        let places = Self.differences(left, right, "", depth: 3)
        guard !places.isEmpty else {
            return report(.readable, DossierPart.readable, "không viết đúng dạng", "it is not written as the program writes it")
        }
        for place in places {
            report(.readable, DossierPart.readable, "«\(place)» khác điều các sự kiện kể", "\"\(place)\" is not what the events tell")
        }
    }

    /// The members that two values do not have in common, by path.
    private static func differences(_ left: JSONValue, _ right: JSONValue, _ path: String, depth: Int) -> [String] {
        guard left != right else { return [] }
        guard depth > 0, let left = left.object, let right = right.object else { return [path] }
        let found = Set(left.keys).union(right.keys).sorted().flatMap { key in
            differences(left[key] ?? .null, right[key] ?? .null, path.isEmpty ? key : "\(path).\(key)", depth: depth - 1)
        }
        return found.isEmpty ? [path] : found
    }
}
