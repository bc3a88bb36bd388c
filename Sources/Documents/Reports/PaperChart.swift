import OpenPackaging

/// A bar chart of a report: DrawingML (ISO/IEC 29500-1, 21.2) with its numbers, so that Word shows it and people can edit its look.
public struct PaperChart: Sendable, Hashable {
    /// Numbers under one name, one for each category.
    public struct Series: Sendable, Hashable {
        /// What they are.
        public var name: String
        /// The numbers.
        public var values: [Int64]

        /// A series.
        public init(_ name: String, _ values: [Int64]) {
            self.name = name
            self.values = values
        }
    }

    /// Its title.
    public var title: String
    /// What stands along it.
    public var categories: [String]
    /// The bars.
    public var series: [Series]

    /// A chart.
    public init(title: String, categories: [String], series: [Series]) {
        self.title = title
        self.categories = categories
        self.series = series
    }

    private static let colours = ["1F5FA8", "C2571A", "3D7A3D", "7A4FA3"]

    /// The part with the chart.
    var part: XMLElement {
        let bars = series.enumerated().map { index, series in self.bars(series, index) }
        let axes = [XMLElement("c:axId", ["val": "1001"]), XMLElement("c:axId", ["val": "1002"])]
        let plot = Self.element(
            "c:barChart",
            [Self.value("c:barDir", "bar"), Self.value("c:grouping", "clustered"), Self.value("c:varyColors", "0")] + bars
                + [Self.value("c:gapWidth", "60")] + axes
        )
        let category = Self.element(
            "c:catAx",
            [
                Self.value("c:axId", "1001"), Self.element("c:scaling", [Self.value("c:orientation", "maxMin")]),
                Self.value("c:delete", "0"),
                Self.value("c:axPos", "l"), Self.value("c:crossAx", "1002"), Self.value("c:crosses", "autoZero"),
                Self.value("c:tickLblSkip", "1"),
            ]
        )
        let numbers = Self.element(
            "c:valAx",
            [
                Self.value("c:axId", "1002"), Self.element("c:scaling", [Self.value("c:orientation", "minMax"), Self.value("c:min", "0")]),
                Self.value("c:delete", "1"), Self.value("c:axPos", "t"), Self.value("c:crossAx", "1001"),
                Self.value("c:crosses", "autoZero"),
            ]
        )
        let chart = Self.element(
            "c:chart",
            [
                Self.element("c:title", [Self.rich(title), Self.value("c:overlay", "0")]), Self.value("c:autoTitleDeleted", "0"),
                Self.element("c:plotArea", [XMLElement("c:layout"), plot, category, numbers]),
            ] + (series.count > 1 ? [Self.element("c:legend", [Self.value("c:legendPos", "b"), Self.value("c:overlay", "0")])] : []) + [
                Self.value("c:plotVisOnly", "1")
            ]
        )
        let font = Self.element(
            "c:txPr",
            [
                XMLElement("a:bodyPr"),
                Self.element(
                    "a:p",
                    [
                        Self.element(
                            "a:pPr",
                            [XMLElement("a:defRPr", ["sz": "1000"], [.element(XMLElement("a:latin", ["typeface": "Times New Roman"]))])]
                        ), XMLElement("a:endParaRPr", ["lang": "vi-VN"]),
                    ]
                ),
            ]
        )
        return XMLElement(
            "c:chartSpace",
            [
                "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
                "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
            ],
            [Self.value("c:roundedCorners", "0"), chart, font].map { .element($0) }
        )
    }

    /// The paragraph that shows the part of that number, as wide as the text.
    func paragraph(number: Int, width: Int) -> XMLElement {
        // English Metric Units: 635 to the twip.
        let extent = XMLElement(
            "wp:extent",
            ["cx": String(width * 635), "cy": String((500 + 460 * max(categories.count, 3) * max(series.count, 1)) * 635)]
        )
        let frame = XMLElement(
            "a:graphic",
            ["xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main"],
            [
                .element(
                    XMLElement(
                        "a:graphicData",
                        ["uri": "http://schemas.openxmlformats.org/drawingml/2006/chart"],
                        [
                            .element(
                                XMLElement(
                                    "c:chart",
                                    ["xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart", "r:id": Self.link(number)]
                                )
                            )
                        ]
                    )
                )
            ]
        )
        let inline = XMLElement(
            "wp:inline",
            [
                "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "distT": "0", "distB": "0",
                "distL": "0", "distR": "0",
            ],
            [
                .element(extent), .element(XMLElement("wp:docPr", ["id": String(number), "name": "Chart \(number)", "descr": title])),
                .element(frame),
            ]
        )
        let drawing = XMLElement("w:drawing", [:], [.element(inline)])
        return XMLElement("w:p", [:], [.element(.run(nil, [drawing]))])
    }

    static func link(_ number: Int) -> String { "rIdChart\(number)" }
    static func file(_ number: Int) -> String { "charts/chart\(number).xml" }

    private func bars(_ series: Series, _ index: Int) -> XMLElement {
        let colour = Self.colours[index % Self.colours.count]
        let fill = Self.element("c:spPr", [Self.element("a:solidFill", [XMLElement("a:srgbClr", ["val": colour])])])
        let labels = Self.element(
            "c:dLbls",
            [
                XMLElement("c:numFmt", ["formatCode": "#,##0", "sourceLinked": "0"]), Self.value("c:showLegendKey", "0"),
                Self.value("c:showVal", "1"), Self.value("c:showCatName", "0"), Self.value("c:showSerName", "0"),
                Self.value("c:showPercent", "0"), Self.value("c:showBubbleSize", "0"),
            ]
        )
        let names = Self.element(
            "c:strLit",
            [Self.value("c:ptCount", String(categories.count))] + categories.enumerated().map { Self.point($0.offset, $0.element) }
        )
        let name = Self.element("c:tx", [Self.element("c:v", series.name)])
        return Self.element(
            "c:ser",
            [
                Self.value("c:idx", String(index)), Self.value("c:order", String(index)), name, fill, Self.value("c:invertIfNegative", "0"),
                labels, Self.element("c:cat", [names]),
                Self.element(
                    "c:val",
                    [
                        Self.element(
                            "c:numLit",
                            [Self.element("c:formatCode", "General"), Self.value("c:ptCount", String(series.values.count))]
                                + series.values.enumerated().map { Self.point($0.offset, String($0.element)) }
                        )
                    ]
                ),
            ]
        )
    }

    private static func point(_ index: Int, _ text: String) -> XMLElement {
        XMLElement("c:pt", ["idx": String(index)], [.element(element("c:v", text))])
    }

    private static func rich(_ text: String) -> XMLElement {
        let run = element("a:r", [XMLElement("a:rPr", ["lang": "vi-VN", "sz": "1200", "b": "1"]), element("a:t", text)])
        return element("c:tx", [element("c:rich", [XMLElement("a:bodyPr"), element("a:p", [run])])])
    }

    private static func value(_ name: String, _ value: String) -> XMLElement { XMLElement(name, ["val": value]) }
    private static func element(_ name: String, _ children: [XMLElement]) -> XMLElement {
        XMLElement(name, [:], children.map { .element($0) })
    }
    private static func element(_ name: String, _ text: String) -> XMLElement { XMLElement(name, [:], [.text(text)]) }
}
