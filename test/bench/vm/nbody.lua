-- The sun and four planets under gravity, by the symplectic Euler rule.
local sqrt = math.sqrt
local SOLAR_MASS = 39.47841760435743
local DAYS = 365.24

local function body(x, y, z, vx, vy, vz, mass)
  return { x = x, y = y, z = z, vx = vx * DAYS, vy = vy * DAYS, vz = vz * DAYS,
    mass = mass * SOLAR_MASS }
end

local function start()
  return {
    body(0, 0, 0, 0, 0, 0, 1),
    body(4.841431442464721, -1.1603200440274284, -0.10362204447112311,
      0.001660076642744037, 0.007699011184197404, -0.0000690460016972063, 0.0009547919384243266),
    body(8.34336671824458, 4.124798564124305, -0.4035234171143214,
      -0.002767425107268624, 0.004998528012349172, 0.00002304172975737639, 0.0002858859806661308),
    body(12.894369562139131, -15.111151401698631, -0.22330757889265573,
      0.002964601375647616, 0.0023784717395948095, -0.000029658956854023756,
      0.00004366244043351563),
    body(15.379697114850917, -25.919314609987964, 0.17925877295037118,
      0.0026806777249038932, 0.001628241700382423, -0.00009515922545197159,
      0.00005151389020466115),
  }
end

local function advance(bodies, count, dt)
  for i = 1, count do
    local a = bodies[i]
    for j = i + 1, count do
      local b = bodies[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      local squared = dx * dx + dy * dy + dz * dz
      local pull = dt / (squared * sqrt(squared))
      local from_j, from_i = b.mass * pull, a.mass * pull
      a.vx = a.vx - dx * from_j
      a.vy = a.vy - dy * from_j
      a.vz = a.vz - dz * from_j
      b.vx = b.vx + dx * from_i
      b.vy = b.vy + dy * from_i
      b.vz = b.vz + dz * from_i
    end
  end
  for i = 1, count do
    local a = bodies[i]
    a.x = a.x + dt * a.vx
    a.y = a.y + dt * a.vy
    a.z = a.z + dt * a.vz
  end
end

local function energy(bodies, count)
  local total = 0.0
  for i = 1, count do
    local a = bodies[i]
    total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
    for j = i + 1, count do
      local b = bodies[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      total = total - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return total
end

local function work(size)
  local bodies = start()
  for _ = 1, size do advance(bodies, #bodies, 0.01) end
  return energy(bodies, #bodies)
end
