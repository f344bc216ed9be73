local common = require("common")
local index = 0
local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json", ["Authorization"] = os.getenv("TOKEN") }

function request()
    index = index + 1
    local title, unit, kind, day, amount, persons, remark = common.matter(index)
    local body = string.format(
        '{"title":"%s","unit":"%s","kind":"%s","received_on":"%s","amount":"%d","persons":"%d","remark":"%s"}',
        title, unit, kind, day, amount, persons, remark)
    return wrk.format("POST", "/registers/matter", headers, body)
end

done = common.done
