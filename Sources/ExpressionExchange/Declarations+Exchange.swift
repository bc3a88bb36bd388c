public import Expressions

/// Declarations in the cases' form: `[{"name":"x","ident":{"type":{"primitive":"INT64"}}}, {"name":"f","function":{"overloads":[…]}}]`.
extension Declarations {
    /// Reads the types of variables and functions.
    ///
    /// - Throws: what is wrong with them.
    public init(exchange json: ExchangeJSON, container: String = "") throws(ExchangeFault) {
        guard let entries = json.elements else { throw ExchangeFault("types are an array, found \(json.kind)") }
        self.init(container: container)
        for entry in entries {
            guard let name = entry["name"]?.text else { throw ExchangeFault("a declaration needs a name") }
            if let ident = entry["ident"] {
                guard let type = ident["type"] else { throw ExchangeFault("the declaration of \(name) needs a type") }
                variables[name] = try ValueType(exchange: type)
            } else if let function = entry["function"] {
                functions.append(try FunctionDeclaration(name, exchange: function))
            } else {
                throw ExchangeFault("the declaration of \(name) needs ident or function")
            }
        }
    }
}

extension FunctionDeclaration {
    fileprivate init(_ name: String, exchange json: ExchangeJSON) throws(ExchangeFault) {
        guard let entries = json.repeated("overloads") else { throw ExchangeFault("overloads of \(name) are an array") }
        var overloads: [Overload] = []
        for entry in entries {
            guard let id = entry["overload_id"]?.text, let result = entry["result_type"], let parts = entry.repeated("params") else {
                throw ExchangeFault("an overload of \(name) needs overload_id, params and result_type")
            }
            var parameters: [ValueType] = []
            for part in parts { parameters.append(try ValueType(exchange: part)) }
            overloads.append(
                Overload(
                    id: id,
                    isMethod: entry["is_instance_function"] == .bool(true),
                    parameters: parameters,
                    result: try ValueType(exchange: result)
                )
            )
        }
        self.init(name, overloads: overloads)
    }
}
