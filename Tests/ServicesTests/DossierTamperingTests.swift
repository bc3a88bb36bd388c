import AuditTrail
import OpenPackaging
import TestSupport
import Testing

@testable import Services

@Suite("A dossier that somebody tampered with")
struct DossierTamperingTests {
    /// The parts of a dossier, to be changed.
    private struct Dossier: Equatable {
        var parts: [String: [UInt8]]

        init(_ bytes: [UInt8]) throws {
            parts = Dictionary(try OpenPackage(reading: bytes).parts.map { ($0.name, $0.bytes) }) { first, _ in first }
        }

        /// A manifest that fits: what somebody would do who knows the format.
        mutating func mendManifest(_ checkpoint: Checkpoint) {
            parts["manifest.json"] = DossierManifest(task: "T-1", checkpoint, parts: parts).content
        }

        var bytes: [UInt8] {
            get throws {
                let sorted = parts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                return try OpenPackage(parts: sorted.map { OpenPackage.Part(name: $0.key, bytes: $0.value) }).archived()
            }
        }
    }

    /// One thing that can be done to it.
    private enum Change: CaseIterable {
        case flip, cut, lengthen, remove, add, exchange, rename, dropLine, swapLines, otherDigit, dropEvent
    }

    private func change(_ change: Change, _ dossier: inout Dossier, _ random: inout SeededRandom) {
        let names = dossier.parts.keys.sorted()
        guard let name = names.randomElement(using: &random), let other = names.randomElement(using: &random),
            var content = dossier.parts[name], !content.isEmpty
        else { return }
        let place = Int.random(in: content.indices, using: &random)
        switch change {
        case .flip: content[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case .cut: content.removeLast(content.count - place)
        case .lengthen: content.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case .remove:
            dossier.parts[name] = nil
            return
        case .add:
            dossier.parts["files/\(place)"] = content
            return
        case .exchange:
            dossier.parts[name] = dossier.parts[other]
            dossier.parts[other] = content
            return
        case .rename:
            dossier.parts[name] = nil
            dossier.parts[name + "x"] = content
            return
        case .dropLine, .swapLines:
            var lines = content.split(separator: 10, omittingEmptySubsequences: false)
            let (first, second) = (lines.indices.randomElement(using: &random) ?? 0, lines.indices.randomElement(using: &random) ?? 0)
            if change == .dropLine { lines.remove(at: first) } else { lines.swapAt(first, second) }
            content = Array(lines.joined(separator: [10]))
        case .otherDigit:
            let digits = content.indices.filter { (48...57).contains(content[$0]) }
            guard let digit = digits.randomElement(using: &random) else { return }
            content[digit] = 48 + (content[digit] - 48 + UInt8.random(in: 1...9, using: &random)) % 10
        case .dropEvent:
            var lines = (dossier.parts["events.jsonl"] ?? []).split(separator: 10)
            let proofs = names.filter { $0.hasPrefix("proofs/") }
            guard let which = lines.indices.randomElement(using: &random), proofs.count == lines.count else { return }
            lines.remove(at: which)
            dossier.parts[proofs[which]] = nil
            dossier.parts["events.jsonl"] = Array(lines.joined(separator: [10])) + [10]
            return
        }
        dossier.parts[name] = content
    }

    @Test("is always found out, whether the manifest was mended or not; what was not changed is never blamed", arguments: 0..<8)
    func parts(seed: Int) throws {
        let desk = try AuditedOffice()
        let made = try desk.dossier()
        let original = try Dossier(made.bytes)
        var random = SeededRandom(seed: UInt64(seed))
        let verify = VerifyDossier(verifier: desk.signer.verifier)
        #expect(try verify(try original.bytes).faults == [])
        var found = 0
        for round in 0..<110 {
            var dossier = original
            let kind = Change.allCases[round % Change.allCases.count]
            change(kind, &dossier, &random)
            guard dossier != original else { continue }
            let isMended = Bool.random(using: &random) && dossier.parts["manifest.json"] == original.parts["manifest.json"]
            if isMended { dossier.mendManifest(made.written.checkpoint) }
            let bytes = try dossier.bytes
            let answer = Result { try verify(bytes) }
            let isFound = try answer.faultCode != nil || !answer.get().faults.isEmpty
            #expect(isFound, "seed \(seed), round \(round): \(kind), mended \(isMended)")
            found += 1
        }
        #expect(found > 80)
    }

    @Test("in the bytes of the archive is refused or found, unless every part is what it was", arguments: 0..<4)
    func archive(seed: Int) throws {
        let desk = try AuditedOffice()
        let made = try desk.dossier()
        let original = try Dossier(made.bytes)
        var random = SeededRandom(seed: UInt64(seed))
        let verify = VerifyDossier(verifier: desk.signer.verifier)
        for _ in 0..<100 {
            var bytes = made.bytes
            bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            let isSame = (try? Dossier(bytes)) == original
            let answer = Result { try verify(bytes) }
            #expect(isSame == ((try? answer.get().faults.isEmpty) ?? false))
        }
    }

    @Test("names what was done: each kind of fault with its code")
    func codes() throws {
        let desk = try AuditedOffice()
        let made = try desk.dossier()
        let original = try Dossier(made.bytes)
        func codes(_ change: (inout [String: [UInt8]]) throws -> Void) throws -> Set<DossierFault.Code> {
            var dossier = original
            try change(&dossier.parts)
            dossier.mendManifest(made.written.checkpoint)
            return Set(try VerifyDossier()(try dossier.bytes).faults.map(\.code))
        }
        func replacing(_ part: String, _ old: String, _ new: String) throws -> Set<DossierFault.Code> {
            try codes { parts in
                let text = String(decoding: try #require(parts[part]), as: UTF8.self)
                try #require(text.contains(old))
                parts[part] = Array(text.replacing(old, with: new).utf8)
            }
        }
        let proof = try #require(original.parts.keys.sorted().first { $0.hasPrefix("proofs/") })
        let definition = try #require(original.parts.keys.first { $0.hasPrefix("definitions/") })
        #expect(try replacing("events.jsonl", "Giống lúa", "Giống ngô") == [.alteredEvent])
        #expect(try replacing("events.jsonl", "\"actor\":", "\"actor\": ") == [.event])
        #expect(try replacing(proof, "\"sealed\": false", "\"sealed\": true") == [.proof])
        #expect(try replacing("task.json", "Giống lúa", "Giống ngô") == [.readable])
        #expect(try replacing("index.html", "Giống lúa", "Giống ngô") == [.page])
        #expect(try replacing("files/\(desk.hash).txt", "Quyết", "Nghị") == [.file])
        #expect(try replacing(definition, "\"", "'").isSuperset(of: [.definition]))
        #expect(try codes { $0["ghi-chu.txt"] = [1] } == [.extraPart])
        #expect(try codes { $0["task.json"] = nil } == [.missingPart])
        #expect(try codes { $0["checkpoint.txt"] = Array("x\n".utf8) } == [.checkpoint])
        var dossier = original
        dossier.parts["task.json"] = [1]
        #expect(Set(try VerifyDossier()(try dossier.bytes).faults.map(\.code)).isSuperset(of: [.alteredPart, .readable]))
        dossier = original
        dossier.parts["manifest.json"] = [1]
        #expect(try VerifyDossier()(try dossier.bytes).faults.map(\.code) == [.manifest])
    }
}
