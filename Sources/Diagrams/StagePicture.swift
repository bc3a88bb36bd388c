import LifecycleModel

/// Draws the overview: the stages of the main road from top to bottom, returns on their left, what leads off the road on their right.
struct StagePicture {
    let graph: RegimeGraph
    let language: Language

    /// Width of a stage of the main road.
    private static let mainWidth = 500.0
    private static let sideWidth = 250.0
    /// Room for the words of lines that leave a stage sideways.
    private static let wordsWidth = 178.0
    /// From one vertical line to the next.
    private static let laneStep = 14.0

    init(_ graph: RegimeGraph, language: Language) {
        self.graph = graph
        self.language = language
    }

    /// A line with an end at the side of a stage: its words stand above it there.
    fileprivate struct Stub {
        var edge: RegimeGraph.Edge
        var label: StageWords
        var y = 0.0
    }

    func svg() -> String {
        let main = graph.boxes.filter { !$0.isSide }
        let side = graph.boxes.filter(\.isSide)
        let places = Dictionary(uniqueKeysWithValues: main.enumerated().map { ($1.id, $0) })
        let edges = graph.edges.compactMap { edge in edge.sources.first.map { (edge: edge, from: $0, to: edge.target) } }
        let isMain = { (id: String) in places[id] != nil }
        func stub(_ edge: RegimeGraph.Edge) -> Stub {
            Stub(edge: edge, label: StageWords(edge.events, language: language, limit: Self.wordsWidth - 10))
        }

        let forward = edges.filter { isMain($0.from) && isMain($0.to) && places[$0.to, default: 0] == places[$0.from, default: 0] + 1 }
        let aside = edges.filter { edge in
            isMain(edge.from) && isMain(edge.to) && !forward.contains { $0.from == edge.from && $0.to == edge.to }
        }
        var left = Dictionary(grouping: aside, by: \.from).mapValues { $0.map { stub($0.edge) } }
        var right: [String: [Stub]] = [:]
        for edge in edges where isMain(edge.from) != isMain(edge.to) {
            right[isMain(edge.from) ? edge.from : edge.to, default: []].append(stub(edge.edge))
        }
        let arrivals = Dictionary(grouping: aside, by: \.to).mapValues { Set($0.map(\.to)).count }

        // Where things stand across the page.
        let leftLanes = Set(aside.map(\.to)).count
        let leftRoom = aside.isEmpty ? 0 : Self.wordsWidth + Double(leftLanes) * Self.laneStep + 10
        let mainX = PageFrame.margin + leftRoom
        let rightLanes = side.count * 2
        let sideX = mainX + Self.mainWidth + Self.wordsWidth + Double(rightLanes) * Self.laneStep + 16
        let among = SideEdges(
            edges.filter { !isMain($0.from) && !isMain($0.to) }.map(\.edge),
            side: side,
            language: language,
            width: Self.sideWidth
        )
        let width = (side.isEmpty ? mainX + Self.mainWidth : sideX + Self.sideWidth + among.laneRoom) + PageFrame.margin

        let frame = PageFrame(graph: graph, language: language, width: width)
        var page = SVGPage()
        var y = frame.drawTitle(on: &page)
        let top = y

        // Down the main road.
        var frames: [String: Frame] = [:]
        var arrivalY: [String: Double] = [:]
        for (index, box) in main.enumerated() {
            let content = StageBox(
                box,
                nodes: graph.nodes.filter { $0.box == box.id },
                number: index + 1,
                width: Self.mainWidth,
                language: language
            )
            let leftNeed = (left[box.id] ?? []).map(\.label.slot).reduce(0, +) + (arrivals[box.id] == nil ? 0 : 18)
            let rightNeed = (right[box.id] ?? []).map(\.label.slot).reduce(0, +)
            let height = max(content.height, leftNeed + 8, rightNeed + 8)
            let place = Frame(x: mainX, y: y, width: Self.mainWidth, height: height)
            frames[box.id] = place
            content.draw(on: &page, at: place)
            var slot = y + 4
            if arrivals[box.id] != nil {
                arrivalY[box.id] = slot + 10
                slot += 18
            }
            left[box.id] = left[box.id]?.settled(from: slot)
            right[box.id] = right[box.id]?.settled(from: y + max(4, (height - rightNeed) / 2))
            y += height
            guard index + 1 < main.count else { continue }
            let onward = forward.filter { $0.from == box.id }.map(\.edge)
            let events = onward.flatMap(\.events)
            let words = StageWords(events, language: language, limit: Self.mainWidth / 2 - 30, most: 4)
            let gap = max(26, words.height + 12)
            if !events.isEmpty {
                page.path(
                    "M\(place.middleX.short) \(y.short) V\((y + gap - 1).short)",
                    stroke: Palette.line,
                    width: 2,
                    dashes: onward.allSatisfy(\.isAutomatic) ? "5 3" : nil,
                    arrow: SVGPage.Arrow(tip: "tip")
                )
                words.draw(on: &page, x: place.middleX + 12, top: y + (gap - words.height) / 2)
            }
            y += gap
        }

        drawLeft(left, arrivalY, mainX: mainX, on: &page)
        let sideBottom = drawRight(right, side: side, among: among, top: top, mainRight: mainX + Self.mainWidth, sideX: sideX, on: &page)
        let end = frame.drawFoot(on: &page, from: max(y, sideBottom) + 22)
        return page.document(width: width, height: end, title: "\(graph.title[language]) · \(graph.subtitle)")
    }

    /// Lines between stages of the main road that do not lead to the next one.
    private func drawLeft(_ stubs: [String: [Stub]], _ arrivals: [String: Double], mainX: Double, on page: inout SVGPage) {
        let targets = graph.boxes.map(\.id).filter { arrivals[$0] != nil }
        for box in graph.boxes {
            for stub in stubs[box.id] ?? [] {
                guard let lane = targets.firstIndex(of: stub.edge.target), let end = arrivals[stub.edge.target] else { continue }
                let x = mainX - Self.wordsWidth - 6 - Double(lane) * Self.laneStep
                let isReturn = end < stub.y
                page.path(
                    "M\(mainX.short) \(stub.y.short) H\(x.short) V\(end.short) H\((mainX - 1).short)",
                    stroke: isReturn ? Palette.back : Palette.line,
                    dashes: stub.edge.isAutomatic ? "5 3" : nil,
                    arrow: SVGPage.Arrow(tip: isReturn ? "return" : "tip")
                )
                stub.label.draw(on: &page, x: mainX - Self.wordsWidth + 4, top: stub.y - stub.label.height - 2)
            }
        }
    }

    /// Side stages and the lines between them and the main road; answers where they end.
    private func drawRight(
        _ stubs: [String: [Stub]],
        side: [RegimeGraph.Box],
        among: SideEdges,
        top: Double,
        mainRight: Double,
        sideX: Double,
        on page: inout SVGPage
    ) -> Double {
        let all = graph.boxes.flatMap { stubs[$0.id] ?? [] }
        var frames: [String: Frame] = [:]
        var (y, bottom) = (top, top)
        for box in side {
            let content = StageBox(
                box,
                nodes: graph.nodes.filter { $0.box == box.id },
                number: nil,
                width: Self.sideWidth,
                language: language
            )
            let own = all.filter { $0.edge.target == box.id || $0.edge.sources == [box.id] }.map(\.y)
            let wanted = own.isEmpty ? y : own.reduce(0, +) / Double(own.count) - content.height / 2
            let place = Frame(x: sideX, y: max(y, wanted.rounded()), width: Self.sideWidth, height: content.height)
            frames[box.id] = place
            content.draw(on: &page, at: place)
            bottom = place.bottom
            y = bottom + among.gap(below: box.id)
        }
        for (index, box) in side.enumerated() {
            guard let place = frames[box.id] else { continue }
            // Lines to a side stage join in one lane, lines from it in the next.
            for (offset, isArrival) in [(0, true), (1, false)] {
                let x = mainRight + Self.wordsWidth + 6 + Double(index * 2 + offset) * Self.laneStep
                let port = place.middleY + (isArrival ? -7 : 7)
                for stub in all where isArrival ? stub.edge.target == box.id : stub.edge.sources == [box.id] {
                    page.path(
                        "M\((isArrival ? mainRight : mainRight + 1).short) \(stub.y.short) H\(x.short) V\(port.short) H\((sideX - 1).short)",
                        stroke: Palette.line,
                        dashes: stub.edge.isAutomatic ? "5 3" : nil,
                        arrow: SVGPage.Arrow(tip: "tip", isAtStart: !isArrival)
                    )
                    stub.label.draw(on: &page, x: mainRight + 8, top: stub.y - stub.label.height - 2)
                }
            }
        }
        among.draw(frames, on: &page)
        return bottom
    }
}

extension [StagePicture.Stub] {
    /// The stubs below each other, each line under its words.
    fileprivate func settled(from top: Double) -> [Element] {
        var y = top
        return map { stub in
            y += stub.label.slot
            var settled = stub
            settled.y = y - 5
            return settled
        }
    }
}
