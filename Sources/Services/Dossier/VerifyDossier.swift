public import AuditTrail
import LifecycleModel
import OpenPackaging

/// Checks a dossier without any store: its manifest both ways, every event and its proof against the checkpoint, the definitions and attached
/// files against the hashes that events name, and that what people read in it is what the events tell.
public struct VerifyDossier: Sendable {
    /// What was found.
    public struct Answer: Sendable, Hashable {
        /// Code of the task, as the manifest says; nil when that cannot be read.
        public internal(set) var task: String?
        /// The checkpoint; nil when that cannot be read.
        public internal(set) var checkpoint: Checkpoint?
        /// Whether the checkpoint carries signatures, checked or not.
        public internal(set) var isSigned = false
        /// The key that signed it, where one was given and did.
        public internal(set) var signedBy: String?
        /// Events given in full, ballots given by their hash alone, attached files, all parts.
        public internal(set) var events = 0, sealed = 0, files = 0, parts = 0
        /// Everything that is wrong, in the order in which it is checked; none when all is well.
        public internal(set) var faults: [DossierFault] = []
    }

    private let verifier: NoteVerifier?

    /// Prepares the check.
    ///
    /// - Parameter verifier: the key that must have signed the checkpoint; nil: signatures are not looked at.
    public init(verifier: NoteVerifier? = nil) {
        self.verifier = verifier
    }

    /// Checks the file at a path.
    ///
    /// - Throws: `UseCaseFault` when it cannot be read, is no archive within the limits, or no dossier.
    public func callAsFunction(_ path: String) throws -> Answer {
        let bytes = try BoundedFile.bytes(of: path, atMost: DossierPart.limits.fileBytes)
        return try callAsFunction(bytes, named: path)
    }

    /// Checks the bytes of a dossier.
    ///
    /// - Throws: `UseCaseFault` when they are no archive within the limits, or no dossier.
    public func callAsFunction(_ bytes: [UInt8], named name: String = "") throws -> Answer {
        let package: OpenPackage
        do throws(PackageFault) { package = try OpenPackage(reading: bytes, limits: DossierPart.limits) } catch {
            let what = error.phrase
            throw UseCaseFault(
                .badData,
                "dossier-refused",
                Phrase(vi: "Không mở «\(name)»: \(what.vi)", en: "\"\(name)\" is not opened: \(what[.en])")
            )
        }
        let parts = Dictionary(package.parts.map { ($0.name, $0.bytes) }) { first, _ in first }
        guard parts[DossierPart.manifest] != nil else {
            throw UseCaseFault(
                .badData,
                "not-a-dossier",
                Phrase(vi: "«\(name)» không phải hồ sơ: thiếu manifest.json", en: "\"\(name)\" is no dossier: it has no manifest.json"),
                hint: Phrase(vi: "Hồ sơ được lập bằng «nhiemvu task dossier»", en: "Dossiers are made with \"nhiemvu task dossier\"")
            )
        }
        var check = DossierCheck(parts, verifier)
        check.run()
        return check.answer
    }
}
