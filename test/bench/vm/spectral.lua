-- The spectral norm of the infinite matrix 1 / ((i + j)(i + j + 1) / 2 + i + 1), cut off.
local ROUNDS = 10

local function entry(i, j) return 1.0 / ((i + j) * (i + j + 1) * 0.5 + i + 1) end

local function times(size, v)
  local product = {}
  for i = 0, size - 1 do
    local sum = 0.0
    for j = 0, size - 1 do sum = sum + entry(i, j) * v[j + 1] end
    product[i + 1] = sum
  end
  return product
end

local function transposed_times(size, v)
  local product = {}
  for i = 0, size - 1 do
    local sum = 0.0
    for j = 0, size - 1 do sum = sum + entry(j, i) * v[j + 1] end
    product[i + 1] = sum
  end
  return product
end

local function work(size)
  local u, v = {}, {}
  for i = 1, size do u[i], v[i] = 1.0, 0.0 end
  for _ = 1, ROUNDS do
    v = transposed_times(size, times(size, u))
    u = transposed_times(size, times(size, v))
  end
  local uv, vv = 0.0, 0.0
  for i = 1, size do
    uv = uv + u[i] * v[i]
    vv = vv + v[i] * v[i]
  end
  return math.sqrt(uv / vv)
end
