/// The library hears complaints: hearings are recorded on tape, and pass from branch to branch.
enum HearingCatalogue {
    static let files = LoanCatalogue.files.merging(["registers/desk/hearing.yaml": hearing]) { first, _ in first }

    static let hearing = """
        register: hearing
        label: 听证
        summary: 一行是一次听证。
        owner: branch
        office: reading
        heading: title
        number: { pattern: "{prefix}听〔{year}〕{serial}号", year_of: held_on }
        fields:
          - { name: title, label: 事由, type: text, max: 40, required: true }
          - { name: branch, label: 分馆, type: unit, kind: town, required: true }
          - { name: held_on, label: 听证日期, type: date, required: true }
          - { name: is_open, label: 是否公开, type: bool }
          - { name: next, label: 转往, type: unit, kind: town }
          - { name: witness, label: 证人, type: text, max: 20, personal: name }
          - name: tapes
            label: 录音
            type: rows
            fields:
              - { name: part, label: 环节, type: text, max: 20, required: true }
              - { name: kept_at, label: 存储时间, type: moment }
              - { name: tape, label: 录音文件, type: attachment, media: true, personal: sensitive }
        states:
          - { name: open, label: 进行中, start: true }
          - { name: closed, label: 已结束, end: true }
        transitions:
          - { name: pass_on, label: 转送, from: [open], to: open, roles: [clerk], require: [next], owner: { field: next } }
          - { name: close, label: 结束, from: [open], to: closed, roles: [clerk] }
        recordings: { field: tapes, expected: { is_open: true }, basis: 借阅办法#12, stored: kept_at }
        form:
          - { section: 听证, fields: [title, branch, held_on, is_open, next, witness, tapes] }
        list: { columns: [branch, held_on], filters: [branch], search: [title] }
        retention: { years: 10, force: local }
        """
}

/// Bytes of a WAV file of some length whose content differs from place to place.
func tone(_ length: Int, seed: Int = 1) -> [UInt8] {
    func little(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    var file: [UInt8] = Array("RIFF".utf8) + little(length - 8, 4) + Array("WAVEfmt ".utf8)
    file += little(16, 4) + little(1, 2) + little(1, 2) + little(8000, 4) + little(8000, 4) + little(1, 2) + little(8, 2)
    file += Array("data".utf8) + little(length - 44, 4)
    var state = UInt32(truncatingIfNeeded: seed)
    while file.count < length {
        state = state &* 1_664_525 &+ 1_013_904_223
        file.append(UInt8(truncatingIfNeeded: state >> 24))
    }
    return file
}
