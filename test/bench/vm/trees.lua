-- Binary trees of depth 14, built, counted and thrown away.
local DEPTH = 14

local function of_depth(depth)
  if depth == 0 then return { left = false, right = false } end
  return { left = of_depth(depth - 1), right = of_depth(depth - 1) }
end

local function count(tree)
  if not tree then return 0 end
  return 1 + count(tree.left) + count(tree.right)
end

local function work(size)
  local total = 0
  for _ = 1, size do total = total + count(of_depth(DEPTH)) end
  return total
end
