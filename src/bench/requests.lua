-- Sends the requests of a file, in random order. Lines: path, and for POST a tab and the body.
-- wrk ... -s requests.lua http://localhost:8080 -- FILE PREFIX [PREFIX]
-- PREFIX goes before each path: /fhir/ or /floor/LENGTH/; nothing else differs between an operation and its floor. With
-- two, each request is sent with either.
local requests = {}

function init(args)
  math.randomseed(20697)
  for line in io.lines(args[1]) do
    local path, body = line:match("^([^\t]+)\t(.*)$")
    for prefix = 2, #args do
      if path then
        requests[#requests + 1] = wrk.format("POST", args[prefix] .. path,
          { ["Content-Type"] = "application/fhir+json" }, body)
      else
        requests[#requests + 1] = wrk.format("GET", args[prefix] .. line)
      end
    end
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
