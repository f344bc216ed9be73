local common = require("common")
local index = 0
local headers = { ["Content-Type"] = "application/json" }

function request()
    index = index + 1
    local title, unit, kind, day, amount, persons, remark = common.matter(index)
    local body = string.format(
        '{"no":"测事〔2021〕%d号","title":"%s","unit":"%s","kind":"%s","state":"received","received_on":"%s","amount":%d,"persons":%d,"remark":"%s"}',
        index, title, unit, kind, day, amount, persons, remark)
    return wrk.format("POST", "/api/collections/matter/records", headers, body)
end

done = common.done
