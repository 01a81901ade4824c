-- How many points of a grid stay within 2 for 50 steps of z² + c.
local STEPS = 50

local function stays(cx, cy)
  local x, y = 0.0, 0.0
  for _ = 1, STEPS do
    local xx, yy = x * x, y * y
    if xx + yy > 4 then return false end
    y = 2 * x * y + cy
    x = xx - yy + cx
  end
  return true
end

local function work(size)
  local inside = 0
  for row = 0, size - 1 do
    for column = 0, size - 1 do
      if stays(2 * column / size - 1.5, 2 * row / size - 1) then inside = inside + 1 end
    end
  end
  return inside
end
