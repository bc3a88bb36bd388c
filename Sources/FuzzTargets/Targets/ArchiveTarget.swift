import OpenPackaging

extension FuzzTarget {
    /// Archives: parts within the limits, with names that lead nowhere else; packed again they read the same.
    static let archive = FuzzTarget("archive", longest: 1 << 15, share: 6) { (bytes) throws(FuzzFinding) in
        guard let package = try? OpenPackage(reading: bytes, limits: limits) else { return }
        try expect(package.parts.reduce(0) { $0 + $1.bytes.count } <= limits.totalBytes, "more than the limits allow")
        for part in package.parts {
            let steps = part.name.split(separator: "/", omittingEmptySubsequences: false)
            try expect(!part.name.hasPrefix("/") && !steps.contains(".."), "a name that leads out: \(part.name)")
        }
        let again = try unrefused("it is not packed again") { try OpenPackage(reading: try package.archived(), limits: limits) }
        try expect(again == package, "packed again, it reads otherwise")
    }

    /// XML parts: what was read is written so that it reads back the same.
    static let xml = FuzzTarget("xml", share: 8) { (bytes) throws(FuzzFinding) in
        guard let element = try? XMLElement(reading: bytes, part: "x") else { return }
        // libxml2 hands out names of namespaces as they are written, not as they read.
        let hasOddNamespace = element.contains { $0.attributes.contains { $0.name.hasPrefix("xmlns") && $0.value.contains("&") } }
        guard !hasOddNamespace else { return }
        let again = try unrefused("what was written is not read") { try XMLElement(reading: element.document, part: "x") }
        try expect(again.document == element.document, "it reads back as another element")
    }

    private static let limits: PackageLimits = {
        var limits = PackageLimits()
        limits.totalBytes = 4 << 20
        return limits
    }()
}
