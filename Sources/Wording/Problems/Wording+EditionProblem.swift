import LegalTime

extension Wording {
    /// What cannot be right in a year's rest days and make-up workdays.
    public func sentence(for problem: EditionProblem) -> String {
        switch problem {
        case .outsideYear(let day):
            say(
                "\(day.iso) 不在这一年的休假安排之内。请移到当年的文件。",
                "\(day.iso) lies outside the year of this calendar. Move it to the file of its year.")
        case .restAndWork(let day):
            say(
                "\(day.iso) 既列为休假日又列为调休上班日。请对照通知只留一处。",
                "\(day.iso) is listed both as a rest day and as a workday. Keep one of them, as the notice has it.")
        case .workDayOnWeekday(let day):
            say("\(day.iso) 本来就是工作日，不用列为调休上班日。请对照通知核对。", "\(day.iso) is a working day anyhow. Check it against the notice.")
        }
    }
}
