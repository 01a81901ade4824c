-- Stands behind a program: runs it often, and tells processor time in milliseconds and result.
for _ = 1, tonumber(arg[2]) do
  collectgarbage()
  local before = os.clock()
  local result = work(math.floor(tonumber(arg[1])))
  print(string.format("%.6f %.17g", 1000 * (os.clock() - before), result))
end
