import CanonicalJSON
import Testing

@Suite struct JSONObjectTests {
    @Test(arguments: [3, 16, 17, 200])
    func keepsOrderAndFindsMembers(count: Int) {
        var object = JSONObject()
        for number in 0..<count { object["k\(number)"] = JSONValue(number) }
        #expect(object.keys == (0..<count).map { "k\($0)" })
        #expect(object["k\(count - 1)"] == JSONValue(count - 1))
        #expect(object["k\(count)"] == nil)
        object["k0"] = "changed"
        #expect(object.first?.value == "changed")
        object["k1"] = nil
        #expect(object.count == count - 1)
        #expect(object["k1"] == nil)
        #expect(object["k2"] == 2)
        let taken = object.append("k2", 0)
        let added = object.append("k1", 0)
        #expect(!taken)
        #expect(added)
        #expect(object.keys.last == "k1")
    }

    @Test func equalityIgnoresOrder() {
        let left: JSONObject = ["a": 1, "b": 2]
        let right: JSONObject = ["b": 2, "a": 1]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1, "b": 3])
        #expect(left != ["a": 1])
        #expect(left != ["a": 1, "c": 2])
    }

    @Test func laysOneObjectOverAnother() {
        let merged = (["a": 1, "b": 2] as JSONObject).merging(["b": 3, "c": 4])
        #expect(JSONValue.object(merged).canonicalText == #"{"a":1,"b":3,"c":4}"#)
    }

    @Test func reachesInside() {
        let value: JSONValue = ["seats": [["person": "p1"], ["person": "p2"]], "open": true, "size": 2, "none": .null]
        #expect(value["seats"]?[1]?["person"]?.string == "p2")
        #expect(value["seats"]?[2] == nil)
        #expect(value["open"]?.bool == true)
        #expect(value["size"]?.int == 2)
        #expect(value["size"]?.string == nil)
        #expect(value["none"]?.isNull == true)
        #expect(value["absent"] == nil)
    }
}
