public import LifecycleModel

/// Something in a dossier that is not as it should be.
public struct DossierFault: Sendable, Hashable {
    /// What is wrong, for programs.
    public let code: Code
    /// The part, such as `events.jsonl`; the number of an event where one is meant is in the message.
    public let part: String
    /// What is wrong, for people.
    public let message: Phrase

    /// What can be wrong.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The manifest cannot be read, or is not the one of these parts.
        case manifest
        /// A part that must be there is not.
        case missingPart = "missing-part"
        /// A part is there that does not belong there.
        case extraPart = "extra-part"
        /// A part is not the one that the manifest names.
        case alteredPart = "altered-part"
        /// The checkpoint cannot be read.
        case checkpoint
        /// The given key did not sign the checkpoint.
        case signature
        /// An event cannot be read, is out of order or belongs to something else.
        case event
        /// An event is not the one that its proof is of.
        case alteredEvent = "altered-event"
        /// A proof cannot be read or does not lead to the root of the checkpoint.
        case proof
        /// A definition is not the one that events name.
        case definition
        /// An attached file is not the one that events name.
        case file
        /// Personal data are not what the events commit to.
        case personal
        /// The events do not fit together.
        case replay
        /// The readable task is not what the events tell.
        case readable
        /// The page is not what the events tell.
        case page
    }

    init(_ code: Code, _ part: String, vi: String, en: String) {
        self.code = code
        self.part = part
        message = Phrase(vi: vi, en: en)
    }
}
