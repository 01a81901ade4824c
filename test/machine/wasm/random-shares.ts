/**
 * Random programs whose values are shared, changed in place and looked at again: what the tier of
 * WebAssembly leaves out because it is certain has to be certain.
 *
 * Places alias (two indices may be the same), lists share elements, snapshots share lists, and
 * indices and sums run up to where they trap.
 */

import { type Chance, chance } from "../../../scripts/random-source.ts";

const HEAD = `record Body { x: Float, y: Float, n: Int, path: List[Float] }
record Pair { left: Body, right: Body }
enum Shape { Empty, Dot(Body), Both(Body, Body) }

param size: Int = 4 in 1..=6

fn born(n: Int) -> Body { Body { x: Float(n), y: 0.5, n, path: [1.0, 2.0, Float(n)] } }
fn push(var body: Body, by: Float) { body.x += by }
fn moved(body: Body, by: Float) -> Body {
  var other = body
  other.x += by
  other
}
fn same(bodies: List[Body]) -> List[Body] { bodies }
fn weight(bodies: List[Body]) -> Float {
  var sum = 0.0
  for i in 0..bodies.length() {
    let body = bodies[i]
    for j in 0..body.path.length() { sum += body.path[j] * bodies[i].x + bodies[i].y }
  }
  sum
}
fn swap(var bodies: List[Body], i: Int, j: Int) {
  let body = bodies[i]
  bodies[i] = bodies[j]
  bodies[j] = body
}
fn shape_weight(shape: Shape) -> Float {
  match shape {
    Empty => 0.0
    Dot(body) => body.x
    Both(a, b) => a.x + 2 * b.y
  }
}

`;

const START = `  var a = List.generated(size, born)
  var b = a
  var rows = [List.filled(size + 1, 0.0), List.filled(3, 1.0)]
  var counts = List.filled(size, 1)
  var pair = Pair { left: born(1), right: born(2) }
  var shape = Dot(born(3))
  var grid = [a, b, List.filled(2, born(7))]
  var texts = List.filled(2, List.filled(2, "t"))
  var i = 0
  var j = 1
  var k = size - 1
  var sum = 0.0
  var total = 1
`;

const END = `  print "{a} {b} {rows} {counts} {pair} {shape_weight(shape)}"
  print "{grid} {texts}"
  print "{i} {j} {k} {sum} {total}"
`;

const INTS = ["i", "j", "k", "0", "1", "size - 1", "i + 1", "j - 1", "(i + j) % size", "k div 2"];
const BIG = ["total * 3", "total * total", "total + 4_503_599_627_370_495", "-total", "total - i"];

const pick = <Item>({ below }: Chance, items: readonly Item[]): Item => items[below(items.length)];

const list = (random: Chance): string => pick(random, ["a", "b"]);
/** Nearly always inside of a list of four. */
const index = (random: Chance): string =>
  random.below(8) > 0 ? `(${pick(random, INTS)}) % 4` : pick(random, INTS);

type Statement = (random: Chance) => string;

const STATEMENTS: readonly Statement[] = [
  (r) => `${list(r)}[${index(r)}].x += ${list(r)}[${index(r)}].y + 0.25`,
  (r) => `${list(r)}[i].x -= ${list(r)}[j].x * 0.5`,
  (r) => `${list(r)}[${index(r)}].n += 1`,
  (r) => `${list(r)}[i].path[${index(r)} % 3] = ${list(r)}[j].x`,
  (r) => `${list(r)}[${index(r)}].push(0.5)`,
  (r) => `${list(r)}[${index(r)}] = ${list(r)}[${index(r)}]`,
  (r) => `${list(r)}[${index(r)}] = ${list(r)}[${index(r)}].moved(1)`,
  (r) => `${list(r)}.swap(${index(r)}, ${index(r)})`,
  (r) => `if ${list(r)}.length() < 9 { ${list(r)}.push(${list(r)}[${index(r)}]) }`,
  () => `a = b`,
  () => `b = a`,
  (r) => `${list(r)} = ${list(r)}.same()`,
  () => `a[0].x = 2.0\nb = a.same()\na[0].x = 3.0`,
  (r) => `sum += ${list(r)}.weight()`,
  (r) => `sum += ${list(r)}[i].x + ${list(r)}[i].y + ${list(r)}[j].x`,
  (r) => `rows[${pick(r, ["0", "1", "i % 2"])}][${index(r)}] += 0.5`,
  (r) => `counts[${index(r)}] = counts[${index(r)}] + i`,
  (r) => `pair.left.x += ${list(r)}[${index(r)}].x`,
  () => `pair.right = pair.left`,
  (r) => `pair.left = ${list(r)}[${index(r)}]`,
  (r) => `${list(r)}[${index(r)}] = pair.right`,
  () => `shape = Both(pair.left, a[0])`,
  () => `sum += shape.shape_weight()`,
  (r) => `k = ${pick(r, ["size - 1", "counts.length() - 1", "a.length() - 1"])}`,
  (r) => `total = ${pick(r, BIG)}`,
  (r) => `grid[${index(r)} % 3][${index(r)} % 2].x += ${list(r)}[i].y`,
  () => `grid[i % 3][j % 2].n += grid[j % 3][i % 2].n % 7`,
  (r) => `grid[${index(r)} % 3][${index(r)} % 2].path[1] -= 0.5`,
  (r) => `grid[${index(r)} % 3][${index(r)} % 2] = ${list(r)}[${index(r)}]`,
  (r) => `grid[${index(r)} % 3] = ${list(r)}`,
  (r) => `${list(r)} = grid[${index(r)} % 3]`,
  (r) => `grid[i % 3] = grid[${index(r)} % 3]`,
  (r) => `grid[i % 3].swap(0, 1)\nsum += grid[i % 3][0].x + grid[${index(r)} % 3].weight()`,
  (r) => `texts[${index(r)} % 2][${index(r)} % 2] = "{i}"`,
  (r) => `texts[i % 2] = texts[${index(r)} % 2]`,
  () => `if sum < 100 { texts[i % 2][j % 2] ++= "+" }`,
  (r) => `total = (${pick(r, BIG)}) % 1_000_003`,
];

/** Those that may stand in no loop over what they change. */
const OUTERMOST: readonly Statement[] = [
  ...STATEMENTS,
  (r) => `i = (${pick(r, INTS)}) % size`,
  (r) => `j = (${pick(r, INTS)}) % size`,
];

/** Statements that hold others. */
const NESTS: readonly ((random: Chance, inner: () => string) => string)[] = [
  (r, inner) => `for i in 0..${list(r)}.length() {\n${inner()}}`,
  (r, inner) => `for j in i..${pick(r, ["counts.length()", "size", "size + 1"])} {\n${inner()}}`,
  (r, inner) => {
    const name = `held${r.below(1_000_000)}`;
    return (
      `if ${index(r)} < ${list(r)}.length() {\nlet ${name} = ${list(r)}[${index(r)}]\n` +
      `${inner()}sum += ${name}.x + ${name}.path[1]\n}`
    );
  },
  (r, inner) => `if ${pick(r, INTS)} < ${pick(r, INTS)} {\n${inner()}} else {\n${inner()}}`,
  (_, inner) => `var w = 0\nwhile w < 3 {\nw += 1\n${inner()}if sum > 1e9 { break }\n}`,
];

function block(random: Chance, depth: number): string {
  const count = 1 + random.below(depth === 0 ? 9 : 4);
  let text = "";
  for (let at = 0; at < count; at += 1) {
    const isNest = depth < 3 && random.below(3) === 0;
    const one = isNest
      ? `if true {\n${pick(random, NESTS)(random, () => block(random, depth + 1))}\n}`
      : pick(random, depth === 0 ? OUTERMOST : STATEMENTS)(random);
    text += `${one}\n`;
  }
  return text;
}

/** A program of its seed. */
export function randomShares(seed: number): string {
  const random = chance(seed);
  return `${HEAD}fn main() {\n${START}${block(random, 0)}${END}}\n`;
}
