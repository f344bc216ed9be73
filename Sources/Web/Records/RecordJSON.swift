import Casework
import Definitions
import LegalTime
import Pages
import Records
import Wording

/// Records as JSON, under the same policy and masks as the pages.
struct RecordJSON {
    let visit: Visit
    let register: RegisterDefinition

    init(_ visit: Visit, _ register: RegisterDefinition) {
        self.visit = visit
        self.register = register
    }

    /// `{"items":[…],"total":n,"next":"/registers/…"}`; `next` is null at the end, `total` where it was not asked for.
    func list(_ page: RecordPage, next: Address?) -> [UInt8] {
        let (today, present) = (visit.today, visit.office.clock.present)
        var json = JSONWriter(capacity: 1024 + page.items.count * 640)
        json.object { json in
            json.key("items")
            json.array { json in
                for item in page.items {
                    json.object { json in
                        head(item.record, &json)
                        if let times = item.times { json.member("times", Int64(times)) }
                        json.key("clock")
                        guard let run = item.run else { return json.null() }
                        json.object { json in
                            json.member("deadline", run.deadline)
                            json.member("due", run.dueOn?.iso)
                            json.member("status", run.status(today: today, now: present, sense: visit.sense(run)).rawValue)
                            json.key("confirm")
                            json.bool(visit.needsConfirmation(run))
                        }
                    }
                }
            }
            json.key("total")
            if let total = page.total { json.integer(Int64(total)) } else { json.null() }
            json.member("next", next?.text)
        }
        return json.bytes
    }

    /// One record with its clocks and the names of the moves open to this person.
    func one(_ view: RecordView) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            head(view.record, &json)
            json.key("clocks")
            json.array { json in
                for clock in view.clocks {
                    json.object { json in
                        json.member("deadline", clock.deadline.name)
                        json.member("basis", clock.version?.basis.description)
                        json.member("due", clock.run?.dueOn?.iso)
                        json.member("status", clock.status.rawValue)
                        json.key("provisional")
                        json.bool(clock.run?.isProvisional ?? false)
                        json.key("confirm")
                        json.bool(clock.version?.needsConfirmation ?? false)
                    }
                }
            }
            json.key("related")
            json.array { json in
                for relation in view.relations {
                    json.object { json in
                        json.member("register", relation.register)
                        json.member("number", relation.number)
                        json.member("unit", relation.unit)
                        json.member("state", relation.state)
                        json.member("id", relation.mayOpen ? relation.id : nil)
                    }
                }
            }
            if register.dated != nil { versions(view.versions, &json) }
            if !view.letters.isEmpty {
                json.key("letters")
                json.object { json in write(view.letters, &json) }
            }
            json.key("moves")
            json.array { json in for move in view.moves { json.string(move.transition.name) } }
        }
        return json.bytes
    }

    private func versions(_ versions: [ItemVersion], _ json: inout JSONWriter) {
        json.key("versions")
        json.array { json in
            for version in versions {
                json.object { json in
                    json.member("version", Int64(version.ordinal))
                    json.member("from", version.from.iso)
                    json.member("until", version.until?.iso)
                    json.member("move", version.transition)
                    json.member("by", version.by)
                    json.member("at", version.at.iso)
                    json.key("values")
                    json.object { json in
                        for field in register.fields {
                            guard let value = version.values[field.name] else { continue }
                            json.key(field.name)
                            write(value, field, &json)
                        }
                    }
                }
            }
        }
    }

    func receipt(_ receipt: Receipt) -> [UInt8] {
        var json = JSONWriter(capacity: 256)
        json.object { json in
            json.member("id", receipt.id)
            json.member("number", receipt.number)
            json.member("revision", receipt.revision)
            json.member("state", receipt.state)
        }
        return json.bytes
    }

    /// `{"problems":[{"place":"parties.1.name","sentence":"…"}]}`
    func problems(_ problems: [(place: String?, sentence: String)]) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.key("problems")
            json.array { json in
                for problem in problems {
                    json.object { json in
                        json.member("place", problem.place)
                        json.member("sentence", problem.sentence)
                    }
                }
            }
        }
        return json.bytes
    }

    private func head(_ record: Record, _ json: inout JSONWriter) {
        json.member("id", record.id)
        json.member("number", record.number)
        json.member("state", record.state)
        json.member("owner", record.owner)
        json.member("revision", record.revision)
        json.member("created_at", record.createdAt.iso)
        json.member("updated_at", record.updatedAt.iso)
        json.key("values")
        json.object { json in
            for field in register.fields {
                guard let value = record.values[field.name] else { continue }
                json.key(field.name)
                write(value, field, &json)
            }
        }
    }

    /// Codes, units and references as their ids; money and decimals as plain decimal strings; a masked value as it is shown.
    private func write(_ value: Value, _ field: FieldDefinition, _ json: inout JSONWriter) {
        if let standard = register.standard(of: field) {
            let result = Value.result(value, by: standard)
            return json.object { json in
                for item in standard.items {
                    guard let mark = result.mark(item, standard) else { continue }
                    json.key(item.name)
                    standard.mode == .met ? json.bool(mark == "met") : json.string(mark)
                }
            }
        }
        switch value {
        case .text(let text), .masked(let text): json.string(text)
        case .integer(let number):
            switch field.type {
            case .money: json.string(NumberText.write(number, decimals: 2))
            case .decimal: json.string(NumberText.write(number, decimals: field.decimals))
            default: json.integer(number)
            }
        case .bool(let bool): json.bool(bool)
        case .day(let day): json.string(day.iso)
        case .moment(let moment): json.string(moment.iso)
        case .list(let ids): json.array { json in for id in ids { json.string(id) } }
        case .sealed: json.null()
        case .attachment(let file):
            json.object { json in
                json.member("name", file.name)
                json.member("hash", file.hash)
                json.member("size", file.size)
                json.member("type", file.mediaType)
            }
        case .rows(let rows):
            json.array { json in
                for row in rows {
                    json.object { json in
                        json.member("id", row.id)
                        for child in field.fields {
                            guard let value = row.values[child.name] else { continue }
                            json.key(child.name)
                            write(value, child, &json)
                        }
                    }
                }
            }
        }
    }
}
