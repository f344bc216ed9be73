/// What a web page or a word processor left behind.
struct ResidueRules {
    let reading: Reading

    func read(into desk: inout FindingDesk) {
        let glyphs = reading.source.glyphs
        var pages = 0
        for residue in reading.clean.residue {
            switch residue.kind {
            case .image: desk.add(.residue, .warning, inFile: residue.range, Remark(.residueImage))
            case .pageHeader: desk.add(.residue, .warning, inFile: residue.range, Remark(.residueHeader))
            case .pageFooter: desk.add(.residue, .warning, inFile: residue.range, Remark(.residueFooter))
            case .bookmark:
                desk.add(.residue, .warning, inFile: residue.range, Remark(.residueBookmark, [glyphs.string(residue.range)]))
            case .markup:
                desk.add(.residue, .warning, inFile: residue.range, Remark(.residueMarkup, [glyphs.string(residue.range)]))
            case .noBreakSpace: desk.add(.residue, .hint, inFile: residue.range, Remark(.residueSpace))
            case .pageNumber:
                pages += 1
                if pages == 1 { desk.add(.residue, .hint, inFile: residue.range, Remark(.residuePage)) }
            }
        }
    }
}
