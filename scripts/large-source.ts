/**
 * Programs of any length as people write them, for measuring: every function is reached from
 * `main`, and the same size and seed give the same text.
 */

import { type Chance, chance } from "./random-source.ts";

/** Chapters that one `part_…` calls, and parts that one larger one calls: `main` stays short. */
const FAN = 40;

/** One piece of a program: its lines, and the function of it that returns an Int. */
interface Chapter {
  readonly lines: readonly string[];
  readonly entry: string;
}

/**
 * A program of at least `lineCount` lines, and at most a chapter more, without a report.
 *
 * @example largeSource(10_000)
 */
export function largeSource(lineCount: number, seed = 1): string {
  const random = chance(seed);
  const lines = [
    "//! A long program: stations, their measurements, and what is worked out of them.",
    "",
    "/// How often each chapter counts.",
    "param repeats: Int = 3 in 1..=1_000",
    "",
  ];
  let calls: string[] = [];
  for (let number = 0; lines.length < lineCount; number += 1) {
    const chapter = CHAPTERS[number % CHAPTERS.length](number, random);
    lines.push(...chapter.lines);
    calls.push(chapter.entry);
  }
  for (let level = 0; calls.length > 1; level += 1) {
    calls = Array.from({ length: Math.ceil(calls.length / FAN) }, (_, index) => {
      const name = `part_${level}_${index}`;
      const sum = calls.slice(index * FAN, (index + 1) * FAN).map((call) => `  sum += ${call}()`);
      lines.push(`fn ${name}() -> Int {`, "  var sum = 0", ...sum, "  sum", "}", "");
      return name;
    });
  }
  lines.push("fn main() {", `  print "all: {${calls[0]}()}"`, "}", "");
  return lines.join("\n");
}

const CHAPTERS: readonly ((number: number, random: Chance) => Chapter)[] = [
  stationChapter,
  shapeChapter,
  integrationChapter,
  textChapter,
  listChapter,
  gridChapter,
];

function stationChapter(number: number, random: Chance): Chapter {
  const name = `Station${number}`;
  const entry = `station_total_${number}`;
  return {
    entry,
    lines: `/// A place where power is measured.
record ${name} {
  /// What people call it.
  name: String,
  load: Float[MW],
  voltage: Float[kV],
  factor: Float,
  hours: Int,
}

let RESERVE_${number} = ${1 + random.below(90)}.5[MW]

/// The power that a station may need at most.
fn ${name}.peak(station: ${name}, margin: Float = 0.${10 + random.below(80)}) -> Float[MW] {
  let usual = station.load * (1 + margin)
  if usual < RESERVE_${number} { RESERVE_${number} } else { usual }
}

/// Its current, if all of the load is on one line.
fn ${name}.current(station: ${name}) -> Float[A] {
  station.load / (station.voltage * sqrt(3.0) * station.factor)
}

fn ${entry}() -> Int {
  var stations: List[${name}] = []
  for i in 0..${2 + random.below(5)} {
    stations.push(${name} {
      name: "station {i}",
      load: (${1 + random.below(40)}.25 + Float(i)) * 1[MW],
      voltage: ${10 * (1 + random.below(11))}[kV],
      factor: 0.${80 + random.below(20)},
      hours: i * ${1 + random.below(24)},
    })
  }
  let peaks = stations.map(|station| station.peak())
  let heavy = stations.filter(|station| station.hours > ${random.below(20)})
  var current = 0[A]
  for station in heavy { current += station.current() }
  if current > ${100 + random.below(400)}[A] and peaks.length() >= 2 {
    return heavy.length() + peaks.length() * repeats
  }
  stations.length()
}
`.split("\n"),
  };
}

function shapeChapter(number: number, random: Chance): Chapter {
  const name = `Shape${number}`;
  const entry = `shape_total_${number}`;
  return {
    entry,
    lines: `/// What lies on the plane.
enum ${name} {
  Nothing,
  Circle(Float[m]),
  Box { width: Float[m], height: Float[m] },
  Ring(Float[m], Float[m]),
}

fn ${name}.area(shape: ${name}) -> Float[m^2] {
  match shape {
    Nothing => 0
    Circle(radius) => 3.14159 * radius^2
    Box { width, height } => width * height
    Ring(outer, inner) => 3.14159 * (outer^2 - inner^2)
  }
}

fn ${name}.kind(shape: ${name}) -> Int {
  match shape {
    Nothing => 0
    Circle(radius) if radius > ${1 + random.below(9)}[m] => 10
    Circle(_) | Ring(_, _) => 1
    Box { width, .. } => if width < 1[m] { 2 } else { 3 }
  }
}

fn first_large_${number}(shapes: List[${name}], bound: Float[m^2]) -> Option[Int] {
  for (i, shape) in shapes.enumerate() {
    if shape.area() > bound { return Some(i) }
  }
  None
}

fn ${entry}() -> Int {
  let side = ${1 + random.below(30)}[m]
  let shapes = [
    ${name}.Nothing,
    ${name}.Circle(side),
    ${name}.Box { width: side / 2, height: 2 * side },
    ${name}.Ring(side, side / ${2 + random.below(7)}),
  ]
  var total = 0
  for shape in shapes { total += shape.kind() * ${1 + random.below(5)} }
  if let Some(index) = first_large_${number}(shapes, ${1 + random.below(50)}[m^2]) {
    total += index
  }
  total
}
`.split("\n"),
  };
}

function integrationChapter(number: number, random: Chance): Chapter {
  const entry = `oscillation_${number}`;
  return {
    entry,
    lines: `// A mass on a spring, step by step.
let MASS_${number} = ${1 + random.below(20)}.${random.below(10)}[kg]
let SPRING_${number} = ${5 + random.below(90)}[N/m]
let STEP_${number} = 1ms

fn force_${number}(position: Float[m], speed: Float[m/s]) -> Float[N] {
  -SPRING_${number} * position - 0.${1 + random.below(9)}[kg/s] * speed
}

fn energy_${number}(position: Float[m], speed: Float[m/s]) -> Float[J] {
  let kinetic = MASS_${number} * speed^2 / 2
  let potential = SPRING_${number} * position^2 / 2
  kinetic + potential
}

fn moved_${number}(position: Float[m], speed: Float[m/s], steps: Int) -> (Float[m], Float[m/s]) {
  var x = position
  var v = speed
  for _ in 0..steps {
    let a = force_${number}(x, v) / MASS_${number}
    v += a * STEP_${number}
    x += v * STEP_${number}
  }
  (x, v)
}

fn ${entry}() -> Int {
  var turns = 0
  var (position, speed) = (0.${1 + random.below(9)}[m], 0[m/s])
  let start = energy_${number}(position, speed)
  while turns < ${2 + random.below(6)} {
    let (x, v) = moved_${number}(position, speed, steps: ${2 + random.below(9)})
    if energy_${number}(x, v) > start * 1.01 { break }
    position = x
    speed = v
    turns += 1
  }
  turns * repeats
}
`.split("\n"),
  };
}

function textChapter(number: number, random: Chance): Chapter {
  const entry = `table_${number}`;
  return {
    entry,
    lines: `fn line_${number}(name: String, count: Int, share: Float) -> String {
  let mark = if share > 0.${2 + random.below(7)} { "*" } else { " " }
  "{mark} {name}: {count} of {repeats}, {share:.3}"
}

/// Words with their counts, one to a line.
fn ${entry}() -> Int {
  let words = ["alpha", "beta", "gamma", "delta", "word ${number}"]
  var text = ""
  var total = 0
  for (i, word) in words.enumerate() {
    // every second one is left out
    if i % 2 == ${random.below(2)} { continue }
    total += i + ${random.below(100)}
    text = text ++ line_${number}(word, total, Float(i) / Float(words.length())) ++ "\\n"
  }
  assert text != "", "there is a line for each word"
  if text == "none" or not (total >= 0) { return -1 }
  total
}

test "the table of ${number}" {
  assert ${entry}() > 0
}
`.split("\n"),
  };
}

function listChapter(number: number, random: Chance): Chapter {
  const entry = `sums_${number}`;
  return {
    entry,
    lines: `fn largest_${number}[T: Ord](xs: List[T], first: T) -> T {
  var found = first
  for x in xs {
    if x > found { found = x }
  }
  found
}

fn weighted_${number}[unit u, unit v](xs: List[Float[u]], ws: List[Float[v]]) -> Float[u*v] {
  var sum = xs[0] * ws[0]
  for i in 1..xs.length() {
    sum += xs[i] * ws[i]
  }
  sum
}

fn ${entry}() -> Int {
  let lengths = [${1 + random.below(9)}[m], 2.5[m], ${1 + random.below(9)}e-1[m]]
  let forces = [1[N], ${2 + random.below(9)}[N], 0.${1 + random.below(9)}[kN]]
  let work = weighted_${number}(lengths, forces)
  let squares = [1, 2, 3, ${4 + random.below(50)}].map(|x| x * x)
  let odd = squares.filter(|x| x % 2 == 1)
  let total = odd.fold(${random.below(10)}, |sum, x| sum + x)
  let scale = |x: Float| x * ${1 + random.below(9)}.5 + 1
  if scale(2.0) > 4 and work > ${random.below(40)}[J] {
    return total + largest_${number}(squares, 0)
  }
  let longest = largest_${number}(lengths, 0[m])
  if longest >= 3[m] { total * repeats } else { total - 1 }
}
`.split("\n"),
  };
}

function gridChapter(number: number, random: Chance): Chapter {
  const name = `Grid${number}`;
  const entry = `grid_total_${number}`;
  return {
    entry,
    lines: `/// Cells in rows, each alive or not.
record ${name} { width: Int, height: Int, cells: List[Bool] }

fn ${name}.at(grid: ${name}, x: Int, y: Int) -> Bool {
  if x < 0 or y < 0 or x >= grid.width or y >= grid.height { return false }
  grid.cells[y * grid.width + x]
}

fn ${name}.neighbours(grid: ${name}, x: Int, y: Int) -> Int {
  var count = 0
  for dy in -1..=1 {
    for dx in -1..=1 {
      if (dx != 0 or dy != 0) and grid.at(x + dx, y + dy) { count += 1 }
    }
  }
  count
}

fn ${name}.turn(var grid: ${name}) {
  var next: List[Bool] = []
  for y in 0..grid.height {
    for x in 0..grid.width {
      let around = grid.neighbours(x, y)
      next.push(around == 3 or (around == 2 and grid.at(x, y)))
    }
  }
  grid.cells = next
}

fn ${entry}() -> Int {
  let (width, height) = (${3 + random.below(4)}, ${3 + random.below(4)})
  var cells = List.filled(width * height, false)
  for i in 0..width { cells[i] = i % 2 == 0 }
  var grid = ${name} { width, height, cells }
  grid.turn()
  grid.cells.count(|cell| cell)
}
`.split("\n"),
  };
}
