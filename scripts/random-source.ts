/** Random texts for the reader of programs: soups of tokens, and programs with small damage. */

import { lex } from "../grammar/lexer.ts";
import { TOKENS, type TokenRow } from "../grammar/tokens.ts";

/** Whole numbers from a seed: the same seed gives the same numbers everywhere. */
export interface Chance {
  /** A number from 0 to just below a bound. */
  readonly below: (bound: number) => number;
}

/** Source: Mulberry32, public domain. */
export function chance(seed: number): Chance {
  let state = seed | 0;
  return {
    below: (bound) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
    },
  };
}

/** Programs that hold every construct of the grammar. */
export const SAMPLES: readonly string[] = [
  `//! A module.

/// Number of oscillators.
param n: Int = 2_000 in 2..=1_000_000
param width: Float[1/s] = 0.5[1/s] in 0..=100[1/s] // half-width
param edges: List[(Int, Float[pu])]

unit MVA = 1e6 W
unit knot = 1852 m/h

/// One point.
pub record Point[unit u] {
  coupling: Float[u], // of the population
  /// Order.
  order: Float,
}

output curve: Point
let STEPS = 4_000
let TABLE: List[Float[m]] = [1m, 2.5m, 3e-3m, -4m]
`,
  `fn measured(coupling: Float[1/s], steps: Int = STEPS) -> Float {
  var population = Population.lorentzian(n, width)
  population.evolve(coupling, dt: 10ms, steps: STEPS)

  // a comment
  mean(population.trace(coupling, dt: 10ms, steps, every: 40))
}

fn Grid.rows[unit u](var grid: Grid[u], scale: Float = (1)) -> List[Float[u^2]] {
  grid.rows[0][1] += 2[u^(1/2)] * -3
  let (a, _) = (1, "x")
  return grid.rows
}
`,
  `let RATIO = 1.0 / 3.0
fn f(a: Int, b: Int) -> Int {
  let x = a + b * 2 - (a + b)
  x += a - -b
  let y: Float[m/s^2] = 3[m/s] / 2s + some_long_name * another_long_name - third_long_name / 7.0
  print "{x} {y:.3[m]}"
  return not x and x < y or [a - b, a * b][0] == -x
}
`,
  `fn main() {
  for coupling in linspace(0, 4[1/s], count: 17) {
    emit curve = Point { coupling, order: measured(coupling), ..base }
    if not a and b or c == d <= e { x = -y^2 } else if x != 3 {
      while i < 10 { i += 1 }
    } else {
      loop {
        break // out
        continue
      }
    }
  }
  print "r = {r:.3} and {p:[MW]} \\{ {f("in {x}")} \\u{3c9}"
  let text = """
    several
      lines {n}
    """
  let raw = r"no {holes} \\ here"
  let value = { let y = 1
    y div 2 % 3 }
  let long = first_function_with_a_long_name(argument_one, argument_two)
    .second_method(another_argument: 0xff, yet_another: 0b1010) ++ [1, 2,
    3]
}

test "below" with n = 500, width = 1[1/s] for seed in 0..100 {
  assert measured(0.5 * width) < 0.2, "too large: {r}"
}
`,
  `fn through[A, B: Ord + Show, unit u](x: A, f: fn(A, Float[u]) -> B, act: fn()) -> B {
  act()
  f(x, 1)
}
fn main() {
  let add = |x: Int, (a, _)| x + a
  let done = through([1], |xs, y| { // why
    let z = xs.map(|x| x * x).filter(|_| true)
    "{z} {y}"
  }, || { })
  [1, 2].each(|x| {
    print(add(x, (2, done)))
  })
}
`,
];

const LEXEMES: readonly string[] = [
  ...(TOKENS as readonly TokenRow[]).flatMap((row) => row.fixed ?? []),
  ..."n x width Point Float 0 1 2.5 1e3 10ms 0xff { } ( ) [ ]".split(" "),
  ...'"text" "{x:.3}" """ " \' \\ $ § 🜁 × “ \u00a0 // /// # /*'.split(" "),
  "\n",
  "\n",
  "\n  ",
  "\r\n",
  "// comment\n",
  "fn main() {",
  "let x = ",
  "if x {",
  "else {",
];

/** A text of some random tokens. */
export function tokenSoup(random: Chance, length: number): string {
  let text = "";
  for (let count = 0; count < length; count += 1) {
    text += LEXEMES[random.below(LEXEMES.length)];
    if (random.below(3) > 0) text += " ";
  }
  return text;
}

/** A sample with one to six pieces cut out, doubled, swapped, or put in. */
export function damagedProgram(random: Chance): string {
  let text = SAMPLES[random.below(SAMPLES.length)];
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    const at = random.below(text.length + 1);
    const length = 1 + random.below(random.below(4) === 0 ? 40 : 4);
    switch (random.below(5)) {
      case 0:
        text = text.slice(0, at) + text.slice(at + length);
        break;
      case 1:
        text = text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + LEXEMES[random.below(LEXEMES.length)] + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at) + tokenSoup(random, 3) + text.slice(at + length);
        break;
      default: {
        const other = random.below(text.length + 1);
        text = text.slice(0, at) + text.slice(other, other + length) + text.slice(at + length);
      }
    }
  }
  return text;
}

const COMMENTS: readonly string[] = [" // c\n", "\n// c\n", " // c\n// d\n\n"];

/** A text with comments behind some of its tokens, `count` of them, wherever they are. */
export function commentedProgram(random: Chance, content: string, count: number): string {
  const tokens = lex(content).table.objects();
  const places = Array.from({ length: count }, () => tokens[random.below(tokens.length)].end);
  let text = content;
  for (const place of places.sort((a, b) => b - a)) {
    text = text.slice(0, place) + COMMENTS[random.below(COMMENTS.length)] + text.slice(place);
  }
  return text;
}

/** Tokens behind which a line end means nothing. */
const CONTINUES: ReadonlySet<string> = new Set(
  "Comma LeftParenthesis LeftBracket LeftBrace Plus Star Slash And Or Equal Arrow EqualEqual".split(
    " ",
  ),
);

/**
 * A sample laid out anew: the same tokens with other spaces, comments and line ends between them.
 */
export function relaidProgram(random: Chance): string {
  const sample = SAMPLES[random.below(SAMPLES.length)];
  let text = "";
  for (const token of lex(sample).table.objects()) {
    let space = sample.slice(token.triviaStart, token.start);
    const roll = random.below(24);
    if (roll === 0 && space !== "" && !space.includes("\n")) space = "    ";
    else if (roll === 1 && space.includes("\n")) space += "// moved\n";
    else if (roll === 2 && space.includes("\n")) space = ` // behind${space}\n\n`;
    text += space + token.image;
    if (CONTINUES.has(token.name)) text += BREAKS[random.below(40)] ?? "";
  }
  return text;
}

const BREAKS: readonly string[] = [
  "\n",
  " // here\n",
  "\n// alone\n",
  "\n\n\n",
  "\r\n  // a\n\n  // b\n",
];

/** A random text of any kind, now and then deeply nested. */
export function randomSource(random: Chance): string {
  const kind = random.below(25);
  if (kind >= 20) return relaidProgram(random);
  if (kind < 5) return tokenSoup(random, 1 + random.below(60));
  if (kind > 0 && kind < 19) return damagedProgram(random);
  const piece = [
    "(",
    "[",
    "{",
    "if ",
    "-",
    "not ",
    "f(",
    "x + (",
    "[[",
    "Float[",
    '"{',
    "a.b(",
    "|x| ",
    "a^",
  ][random.below(14)];
  const type = random.below(2) === 0 ? "Int = " : "";
  return `fn main() { let x: ${type}${piece.repeat(random.below(600))}`;
}
