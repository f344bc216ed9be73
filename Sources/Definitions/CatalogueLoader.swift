import Foundation

/// Reads and checks a whole catalogue; every mistake of every file is reported in one run.
public enum CatalogueLoader {
    /// The catalogue in a folder.
    public static func load(folder: String) -> CatalogueLoad {
        let (files, problems) = files(in: folder)
        let load = load(files: files, documents: documents(in: folder))
        guard !problems.isEmpty else { return load }
        let all = (problems + load.problems).sorted { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
        return CatalogueLoad(catalogue: nil, problems: all)
    }

    /// A catalogue out of texts by path below its root; paths outside the catalogue's folders are left alone.
    ///
    /// Overlay documents take part as `districts/<name>/registers/<register>.<anything>.yaml`.
    ///
    /// - Parameter documents: Word files by path, `districts/<name>/templates/<register>/<letter>.docx`.
    public static func load(files: [String: String], documents: [String: [UInt8]] = [:]) -> CatalogueLoad {
        var reading = CatalogueReading()
        return reading.read(files, documents: documents)
    }

    /// The districts' templates of letters that are Word files, by path below the folder.
    private static func documents(in folder: String) -> [String: [UInt8]] {
        var documents: [String: [UInt8]] = [:]
        for path in templates(in: folder) where path.hasSuffix(".docx") {
            documents[path] = FileManager.default.contents(atPath: "\(folder)/\(path)").map { [UInt8]($0) } ?? []
        }
        return documents
    }

    /// Every file of the folders of templates.
    private static func templates(in folder: String) -> [String] {
        let districts = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/districts")) ?? []
        return (["templates"] + districts.sorted().map { "districts/\($0)/templates" }).flatMap { top -> [String] in
            guard let names = FileManager.default.enumerator(atPath: "\(folder)/\(top)") else { return [] }
            return names.compactMap { $0 as? String }.filter { name in
                (name.hasSuffix(".md") || name.hasSuffix(".docx"))
                    && !name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~") }
            }.sorted().map { "\(top)/\($0)" }
        }
    }

    /// The texts of a catalogue folder by path below it, and the files that could not be read.
    public static func files(in folder: String) -> (files: [String: String], problems: [DefinitionProblem]) {
        var files: [String: String] = [:]
        var problems: [DefinitionProblem] = []
        let paths =
            CatalogueFile.rootFiles + CatalogueFile.folders.flatMap { yamlFiles(below: $0, in: folder) }
            + templates(in: folder).filter { $0.hasSuffix(".md") }
        for path in paths {
            guard let content = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
                if !CatalogueFile.rootFiles.contains(path) { problems.append(unreadable(path)) }
                continue
            }
            guard let text = String(data: content, encoding: .utf8) else {
                problems.append(unreadable(path))
                continue
            }
            files[path] = text
        }
        return (files, problems)
    }

    private static func unreadable(_ path: String) -> DefinitionProblem {
        DefinitionProblem(place: SourcePlace(file: path, line: 1), reason: .unreadable(path))
    }

    private static func yamlFiles(below path: String, in folder: String) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)") else { return [] }
        return names.sorted().flatMap { name -> [String] in
            if name.hasPrefix(".") { return [] }
            if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return ["\(path)/\(name)"] }
            return name.contains(".") ? [] : yamlFiles(below: "\(path)/\(name)", in: folder)
        }
    }
}
