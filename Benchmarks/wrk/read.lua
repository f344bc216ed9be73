-- Asks for the addresses in the file PATHS, in random order.
local common = require("common")
local paths = common.lines(os.getenv("PATHS"))
local headers = { ["Accept"] = "application/json", ["Authorization"] = os.getenv("TOKEN") ~= "" and os.getenv("TOKEN") or nil }

function request() return wrk.format("GET", paths[math.random(1, #paths)], headers) end

done = common.done
