public import CanonicalJSON

/// A value that the responsible body reported for a year.
public struct IndicatorValue: Sendable, Hashable {
    /// A file that proves it.
    public struct Evidence: Sendable, Hashable {
        /// SHA-256 (hex) of its content.
        public var sha256: String
        /// Its name.
        public var fileName: String
        /// Bytes.
        public var size: Int64

        /// Names a file.
        public init(sha256: String, fileName: String, size: Int64) {
            self.sha256 = sha256
            self.fileName = fileName
            self.size = size
        }
    }

    /// The year it is of.
    public var year: Int
    /// The value as given.
    public var figure: PrintedFigure
    /// Where it was taken from.
    public var source: String
    /// What proves it.
    public var evidence: Evidence?

    /// Creates a value.
    public init(year: Int, figure: PrintedFigure, source: String, evidence: Evidence? = nil) {
        self.year = year
        self.figure = figure
        self.source = source
        self.evidence = evidence
    }
}

extension IndicatorValue: JSONRepresentable {
    /// Reads `{year, value, source, evidence?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            year: Int(try json.int(at: "year")),
            figure: PrintedFigure(try json.string(at: "value")),
            source: try json.string(at: "source"),
            evidence: try json.optionalValue(at: "evidence")
        )
    }

    /// `{year, value, source, evidence?}`.
    public var json: JSONValue {
        var object: JSONObject = ["year": JSONValue(year), "value": .string(figure.text), "source": .string(source)]
        if let evidence { object["evidence"] = evidence.json }
        return .object(object)
    }
}

extension IndicatorValue.Evidence: JSONRepresentable {
    /// Reads `{sha256, file_name, size}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            sha256: try json.string(at: "sha256"),
            fileName: try json.string(at: "file_name"),
            size: try json.int(at: "size")
        )
    }

    /// `{sha256, file_name, size}`.
    public var json: JSONValue {
        ["sha256": .string(sha256), "file_name": .string(fileName), "size": .int(size)]
    }
}
