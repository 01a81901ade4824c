/** Values in random programs: their types, and expressions of each. */

import {
  calls,
  composedFunction,
  FUNCTION_DECLARATIONS,
  FUNCTION_TYPES,
  literalFunction,
} from "./random-functions.ts";

const PLAIN = ["Int", "Bool", "String", "List[Int]", "List[String]", "Item", "(Int, String)"];
const PAIRS = ["Pair[Int, String]", "Pair[String, Int]"];
/** Types that variables have, as they are written. */
const ENUMS = ["Option[Int]", "Option[String]", "Shade", "List[Option[Int]]"];
const MAPS = ["Map[String, Int]", "Map[(Int, Bool), List[String]]"];
/** Those that are compared and shown. */
export const SHOWN = [...PLAIN, ...PAIRS, "Complex", ...ENUMS, "Tree", ...MAPS];
export const TYPES = [...SHOWN, ...FUNCTION_TYPES];

/** A whole number below a bound. */
export type Next = (below: number) => number;

const GENERIC = `fn chosen[T](first: T, second: T, is_first: Bool) -> T {
  if is_first { first } else { second }
}

fn through[A, B](x: A, f: fn(A) -> B) -> B {
  let kept = [x]
  let again = |y: A| f(y)
  if kept.length() > 1 { f(x) } else { again(kept[0]) }
}

fn Pair.swap[A, B](pair: Pair[A, B]) -> Pair[B, A] {
  Pair { first: pair.second, second: pair.first }
}

fn Pair.put[A, B](var pair: Pair[A, B], first: A) -> A {
  let before = pair.first
  pair.first = first
  before
}

fn no_int() -> Option[Int] { None }

fn no_string() -> Option[String] { None }

fn first_of(options: List[Option[Int]], other: Option[Int]) -> Option[Int] {
  if options.length() > 0 { options[0] } else { other }
}

fn stepped(option: Option[Int]) -> Option[Int] {
  let n = option?
  Some((n + 1) % 100)
}

fn level(shade: Shade) -> Option[Int] {
  match shade {
    Dark => None
    Level(n) if n > 3 => Some(n)
    Level(0) => Some(100)
    Level(n) => stepped(Some(n))
    Mixed { n, on: true } => Some(n)
    Mixed { .. } => None
  }
}`;

/** Records, functions for any type, and functions with function values. */
export const DECLARATIONS = [
  "record Item { n: Int, s: String, xs: List[Int] }",
  "record Pair[A, B] { first: A, second: B }",
  "enum Shade { Dark, Level(Int), Mixed { n: Int, on: Bool } }",
  GENERIC,
  ...FUNCTION_DECLARATIONS,
];

export function pick<Item>(next: Next, items: readonly Item[]): Item {
  return items[next(items.length)];
}

/** What an expression is written with. */
interface Parts {
  readonly next: Next;
  /** An expression of a type, a level deeper. */
  readonly inner: (of: string) => string;
  readonly interpolation: () => string;
  /** A function value from an Int to an Int. */
  readonly lambda: () => string;
}

/** A value of an enum, or a list of them; null for other types. */
function composedEnum({ next, inner }: Parts, type: string): string | null {
  const first = next(2) === 0;
  switch (type) {
    case "Option[Int]":
      if (first) return `Some(${inner("Int")})`;
      return pick(next, [
        `stepped(${inner(type)})`,
        `level(${inner("Shade")})`,
        `first_of(${inner("List[Option[Int]]")}, ${inner(type)})`,
      ]);
    case "Option[String]":
      return first
        ? `Some(${inner("String")})`
        : `(if let Some(n) = ${inner("Option[Int]")} { Some("{n}") } else { ${inner(type)} })`;
    case "Shade":
      return first
        ? `Level(${inner("Int")})`
        : `(Mixed { n: ${inner("Int")}, on: ${inner("Bool")} })`;
    case "List[Option[Int]]":
      return first
        ? `[${inner("Option[Int]")}, ${inner("Option[Int]")}]`
        : `(${inner(type)} ++ ${inner(type)})`;
    default:
      return null;
  }
}

/** A map; null for other types. */
function composedMap({ next, inner }: Parts, type: string): string | null {
  if (type === MAPS[0]) {
    return pick(next, [
      `Map.from([(${inner("String")}, ${inner("Int")}), (${inner("String")}, ${inner("Int")})])`,
      `${inner(type)}.merged(${inner(type)})`,
      `${inner(type)}.filter(|_, n| n > ${next(5)})`,
    ]);
  }
  if (type !== MAPS[1]) return null;
  const key = `(${inner("Int")} % 3, ${inner("Bool")})`;
  return pick(next, [
    `Map.from([(${key}, ${inner("List[String]")})])`,
    `${inner(type)}.merged(${inner(type)})`,
  ]);
}

/** An Int out of an enum. */
function chosenInt(inner: (of: string) => string): string {
  return (
    `(match (${inner("Option[Int]")}, ${inner("Shade")}) { (Some(n), _) => n, ` +
    `(None, Level(n)) => n, (_, Dark | Mixed { .. }) => ${inner("Int")} })`
  );
}

/** An expression of parts of other types. */
export function composed(parts: Parts, type: string): string {
  const { next, inner, interpolation } = parts;
  const special = composedEnum(parts, type) ?? composedMap(parts, type);
  if (special !== null) return special;
  const functions = composedFunction(type, inner, parts.lambda);
  if (functions !== null) return pick(next, functions);
  const first = next(2) === 0;
  switch (type) {
    case "Int":
      return first
        ? `((${inner("Int")} + ${inner("Int")}) % 1000)`
        : pick(next, [
            `${inner("List[Int]")}.length()`,
            `${inner("Item")}.n`,
            `${inner(PAIRS[0])}.first`,
            chosenInt(inner),
            ...calls(inner),
            `${inner(MAPS[0])}.get(${inner("String")}).value_or(${inner("Int")})`,
            `${inner(MAPS[1])}.length()`,
          ]);
    case "Bool":
      if (first) return `(${inner("Int")} < ${inner("Int")} <= ${inner("Int")})`;
      return pick(next, [
        `(${inner("Bool")} and not ${inner("Bool")})`,
        `(${inner("Bool")} or ${inner("Bool")})`,
        `(${inner("String")} <= ${inner("String")})`,
        `(${inner("Item")} == ${inner("Item")})`,
        `(${inner("(Int, String)")} != ${inner("(Int, String)")})`,
        `(${inner(PAIRS[0])} == ${inner(PAIRS[1])}.swap())`,
        `(${inner("Complex")} == ${inner("Complex")})`,
        ...MAPS.map((each) => `(${inner(each)} == ${inner(each)})`),
        ...["Option[Int]", "Shade", "Option[String]", "Tree"].map(
          (each) => `(${inner(each)} == ${inner(each)})`,
        ),
      ]);
    case "String":
      return first ? `(${inner("String")} ++ ${inner("String")})` : interpolation();
    case "List[Int]":
      return first ? `(${inner(type)} ++ ${inner(type)})` : `${inner("Item")}.xs`;
    case "List[String]":
      return first
        ? `(${inner(type)} ++ ${inner(type)})`
        : pick(next, [`[${inner("String")}, ${inner("String")}]`, `${inner(MAPS[0])}.keys()`]);
    case "Item":
      return first
        ? `(Item { ..${inner("Item")}, s: ${inner("String")} })`
        : `(Item { xs: ${inner("List[Int]")}, n: ${inner("Int")}, s: ${inner("String")} })`;
    case "Complex":
      return first
        ? `(${inner(type)} ${pick(next, ["+", "-", "*"])} ${inner(type)})`
        : `(${inner(type)} * 2 - ${inner(type)}.conj())`;
    case "Pair[Int, String]":
      return first
        ? `(Pair { ..${inner(type)}, first: ${inner("Int")} })`
        : `${inner("Pair[String, Int]")}.swap()`;
    case "Pair[String, Int]":
      return first
        ? `(Pair { first: ${inner("String")}, second: ${inner("Int")} })`
        : `${inner("Pair[Int, String]")}.swap()`;
    default:
      return `(${inner("Int")}, ${inner("String")})`;
  }
}

/** A value as it is written. */
export function literal(next: Next, type: string): string {
  const number = String(next(10));
  const functions = literalFunction(type, number);
  if (functions !== null) return pick(next, functions);
  switch (type) {
    case "Int":
      return number;
    case "Bool":
      return pick(next, ["true", "false"]);
    case "String":
      return pick(next, ['"a"', '"bc"', '""']);
    case "List[Int]":
      return pick(next, ["List.filled(0, 1)", `[${number}]`, "[1, 2, 3]"]);
    case "List[String]":
      return pick(next, ['List.filled(0, "")', '["x"]']);
    case "Item":
      return `(Item { n: ${number}, s: "i", xs: [${number}] })`;
    case "Option[Int]":
      return pick(next, [`Some(${number})`, "no_int()"]);
    case "Option[String]":
      return pick(next, ['Some("s")', "no_string()"]);
    case "Shade":
      return pick(next, ["Dark", `Level(${number})`, `(Mixed { n: ${number}, on: true })`]);
    case "List[Option[Int]]":
      return pick(next, ["[no_int()]", `[Some(${number}), no_int()]`]);
    case MAPS[0]:
      return pick(next, [`Map.from([("a", ${number})])`, `Map.from([("", 1), ("bc", ${number})])`]);
    case MAPS[1]:
      return `Map.from([((${next(3)}, true), ["m"])])`;
    case "Complex":
      return `Complex(${number}, ${next(4)})`;
    case "Pair[Int, String]":
      return `(Pair { first: ${number}, second: "p" })`;
    case "Pair[String, Int]":
      return `(Pair { first: "q", second: ${number} })`;
    default:
      return `(${number}, "t")`;
  }
}
