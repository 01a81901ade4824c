/** Values in random programs that hold functions, or values of their own type. */

/** The type of the functions that are stored. */
export const FUNCTION = "fn(Int) -> Int";

/** Types whose values hold functions: they are not compared and not shown. */
export const FUNCTION_TYPES: readonly string[] = [FUNCTION, `List[${FUNCTION}]`, "Op"];

export const FUNCTION_DECLARATIONS = [
  "enum Tree { Leaf, Node(Tree, Int, Tree), Many(List[Tree]) }",
  "record Op { run: fn(Int) -> Int, tag: String }",
  `fn negated(x: Int) -> Int {
  0 - x
}

fn adder(k: Int) -> fn(Int) -> Int {
  |x| (x + k) % 1000
}

fn after(f: fn(Int) -> Int, g: fn(Int) -> Int) -> fn(Int) -> Int {
  |x| g(f(x))
}

fn no_functions() -> List[fn(Int) -> Int] {
  []
}

fn one_of[T](xs: List[T], at: Int, other: T) -> T {
  if 0 <= at < xs.length() { xs[at] } else { other }
}

fn size(tree: Tree) -> Int {
  match tree {
    Leaf => 0
    Node(left, _, right) => size(left) + 1 + size(right)
    Many(trees) => {
      var total = 1
      for each in trees { total += size(each) }
      total
    }
  }
}

fn mapped(tree: Tree, f: fn(Int) -> Int) -> Tree {
  match tree {
    Leaf => Leaf
    Node(left, x, right) => Node(mapped(left, f), f(x), mapped(right, f))
    Many(trees) => Many(trees.map(|each| mapped(each, f)))
  }
}

fn chain(tree: Tree) -> fn(Int) -> Int {
  match tree {
    Leaf => |x| x
    Node(left, k, right) => {
      let first = chain(left)
      after(|x| (first(x) + k) % 1000, chain(right))
    }
    Many(trees) => {
      var f = |x: Int| x
      for each in trees { f = after(f, chain(each)) }
      f
    }
  }
}`,
];

type Inner = (type: string) => string;

/** Ways to make a value of a type that holds functions or itself; null for other types. */
export function composedFunction(
  type: string,
  inner: Inner,
  lambda: () => string,
): readonly string[] | null {
  switch (type) {
    case FUNCTION:
      return [
        `(${lambda()})`,
        `after(${inner(FUNCTION)}, ${inner(FUNCTION)})`,
        `one_of(${inner(`List[${FUNCTION}]`)}, ${inner("Int")}, ${inner(FUNCTION)})`,
        `${inner("Op")}.run`,
        `chain(${inner("Tree")})`,
      ];
    case `List[${FUNCTION}]`:
      return [
        `[${inner(FUNCTION)}, ${lambda()}]`,
        `(${inner(type)} ++ ${inner(type)})`,
        `${inner("List[Int]")}.map(adder)`,
      ];
    case "Op":
      return [
        `Op { run: ${inner(FUNCTION)}, tag: ${inner("String")} }`,
        `Op { ..${inner("Op")}, run: ${lambda()} }`,
      ];
    case "Tree":
      return [
        `Tree.Node(${inner("Tree")}, ${inner("Int")}, ${inner("Tree")})`,
        `Tree.Many([${inner("Tree")}, ${inner("Tree")}])`,
        `mapped(${inner("Tree")}, ${inner(FUNCTION)})`,
        `mapped(${inner("Tree")}, ${lambda()})`,
      ];
    default:
      return null;
  }
}

/** Ints that come out of functions where they lie, and of trees. */
export function calls(inner: Inner): readonly string[] {
  return [
    `(${inner("Op")}).run(${inner("Int")})`,
    `(${inner(FUNCTION)})(${inner("Int")})`,
    `size(${inner("Tree")})`,
    `one_of(${inner(`List[${FUNCTION}]`)}, 0, negated)(${inner("Int")})`,
  ];
}

/** Such a value as it is written; null for other types. */
export function literalFunction(type: string, number: string): readonly string[] | null {
  switch (type) {
    case "Tree":
      return ["Tree.Leaf", `Tree.Node(Tree.Leaf, ${number}, Tree.Leaf)`];
    case FUNCTION:
      return ["negated", `adder(${number})`, `(|x: Int| (x * ${number}) % 1000)`];
    case `List[${FUNCTION}]`:
      return ["no_functions()", `[adder(${number})]`];
    case "Op":
      return [`Op { run: adder(${number}), tag: "t" }`];
    default:
      return null;
  }
}
