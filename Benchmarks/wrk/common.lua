-- What every script shares: the closing line for the program that started wrk, and fields of an invented matter.
local common = {}

function common.done(summary, latency)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
    io.write(string.format('{"requests":%d,"seconds":%.6f,"p50":%d,"p99":%d,"failed":%d}\n',
        summary.requests, summary.duration / 1000000, latency:percentile(50), latency:percentile(99), failed))
end

local kinds = { "complaint", "application", "report", "consultation", "other" }

-- Title, unit, kind, day of receipt, amount, persons and remark of the next matter.
function common.matter(index)
    local unit = string.format("u%02d", math.random(1, 70))
    local day = string.format("2021-%02d-%02d", math.random(1, 12), math.random(1, 28))
    return "示例路噪声扰民（新第" .. index .. "件）", unit, kinds[math.random(1, #kinds)], day, math.random(100, 90000), math.random(0, 30),
        "已经转承办科室，等待现场核实后答复。联系地点：演示路" .. index .. "号。"
end

-- The lines of a file, for addresses to ask for.
function common.lines(path)
    local found = {}
    for line in io.lines(path) do found[#found + 1] = line end
    return found
end

return common
