/**
 * Graphs: shapes against their definitions, random ones against their probabilities, and what
 * networkx says about Zachary's karate club (references.py).
 *
 * Clustering of a ring: 3(k − 2) / (4(k − 1)), D. Watts, S. Strogatz, Nature 393 (1998). Laplacian
 * eigenvalues of a ring: 2w(1 − cos(2πk/n)).
 */

import { describe, expect, test } from "vitest";
import { calculate, messageOf } from "./calculate.ts";
import references from "./references.json" with { type: "json" };

type Edge = readonly [number, number];

/** Smaller node first, in ascending order. */
function sorted(edges: readonly Edge[]): Edge[] {
  return edges
    .map(([a, b]): Edge => [Math.min(a, b), Math.max(a, b)])
    .toSorted(([a, b], [c, d]) => a - c || b - d);
}

/** What `edges()` gives, without the weights. */
function edgesOf(expression: string, before = ""): Edge[] {
  const text =
    `${before}\nlet graph = ${expression}\nvar from: List[Int] = []\nvar to: List[Int] = []\n` +
    "for (i, j, _) in graph.edges() {\n  from.push(i)\n  to.push(j)\n}";
  const [from, to] = calculate(text, ["from", "to"]) as number[][];
  return from.map((i, e): Edge => [i, to[e]]);
}

const range = (n: number): number[] => [...Array(Math.max(0, n)).keys()];

describe("shapes", () => {
  test.each([2, 3, 7, 12])("path, star, tree, complete of %d", (n) => {
    const later = range(n).slice(1);
    expect(edgesOf(`Graph.path(${n}, 1.0)`)).toEqual(later.map((i) => [i - 1, i]));
    expect(edgesOf(`Graph.star(${n}, 1.0)`)).toEqual(later.map((i) => [0, i]));
    expect(edgesOf(`Graph.tree(${n}, 1.0, branching: 3)`)).toEqual(
      sorted(later.map((i) => [Math.floor((i - 1) / 3), i])),
    );
    expect(edgesOf(`Graph.complete(${n}, 1.0)`)).toEqual(
      range(n).flatMap((i) => range(n).flatMap((j): Edge[] => (i < j ? [[i, j]] : []))),
    );
  });

  test.each([
    [3, 2],
    [5, 4],
    [8, 4],
    [9, 8],
    [11, 0],
  ])("ring of %d with %d neighbours", (n, neighbours) => {
    const edges = range(n).flatMap((i) =>
      range(neighbours / 2).map((d): Edge => [i, (i + d + 1) % n]),
    );
    expect(edgesOf(`Graph.ring(${n}, 1.0, neighbours: ${neighbours})`)).toEqual(sorted(edges));
  });

  test.each([
    [1, 1],
    [1, 4],
    [3, 3],
    [4, 5],
  ])("lattice and torus of %d × %d", (rows, columns) => {
    const cells = range(rows).flatMap((r) => range(columns).map((c): Edge => [r, c]));
    const node = (r: number, c: number) => (r % rows) * columns + (c % columns);
    const lattice = cells.flatMap(([r, c]): Edge[] => [
      ...(c + 1 < columns ? [[node(r, c), node(r, c + 1)] as const] : []),
      ...(r + 1 < rows ? [[node(r, c), node(r + 1, c)] as const] : []),
    ]);
    expect(edgesOf(`Graph.lattice(${rows}, ${columns}, 1.0)`)).toEqual(sorted(lattice));
    if (rows < 3 || columns < 3) return;
    const torus = cells.flatMap(([r, c]): Edge[] => [
      [node(r, c), node(r, c + 1)],
      [node(r, c), node(r + 1, c)],
    ]);
    expect(edgesOf(`Graph.torus(${rows}, ${columns}, 1.0)`)).toEqual(sorted(torus));
  });

  test("clustering and eigenvalues of rings", () => {
    for (const k of [2, 4, 6, 10]) {
      const [clustering] = calculate(`let ring = Graph.ring(24, 1.0, neighbours: ${k})`, [
        "ring.clustering()",
      ]) as number[];
      expect(clustering).toBeCloseTo((3 * (k - 2)) / (4 * (k - 1)), 14);
    }
    const [values] = calculate("let ring = Graph.ring(9, 2.5)", [
      "ring.laplacian().symmetric_eigenvalues()",
    ]) as number[][];
    const exact = range(9).map((k) => 5 * (1 - Math.cos((2 * Math.PI * k) / 9)));
    for (const [k, value] of exact.toSorted((a, b) => a - b).entries()) {
      expect(values[k]).toBeCloseTo(value, 13);
    }
  });

  test("points are joined up to the radius", () => {
    const points = range(30).map((k) => [(k * 37) % 30, (k * k * 7) % 31]);
    const edges = range(30).flatMap((i) =>
      range(i).flatMap((j): Edge[] => {
        const square = (points[i][0] - points[j][0]) ** 2 + (points[i][1] - points[j][1]) ** 2;
        return square <= 100 ? [[j, i]] : [];
      }),
    );
    const list = (axis: number) => `[${points.map((p) => `${p[axis]}.0`).join(", ")}]`;
    expect(edgesOf(`Graph.from_points(${list(0)}, ${list(1)}, 10.0, 1.0)`)).toEqual(sorted(edges));
  });

  test("from a matrix and back", () => {
    const torus = "let torus = Graph.torus(3, 4, 0.5[1/s])";
    expect(calculate(torus, ["torus == Graph.from_adjacency(torus.adjacency())"])).toEqual([true]);
  });
});

describe("random graphs", () => {
  const seeded = "var random = Random(seed: 99)";
  const counted = (expression: string, count: number): Map<string, number> => {
    const [all] = calculate(
      `${seeded}\nvar all = [${expression}]\nfor _ in 1..${count} { all.push(${expression}) }`,
      ["all"],
    ) as unknown as [readonly unknown[]];
    const found = new Map<string, number>();
    for (const one of all) found.set(String(one), (found.get(String(one)) ?? 0) + 1);
    return found;
  };

  test("every pair of Erdős and Rényi is joined alike", () => {
    const graphs = counted("Graph.erdos_renyi(random, 4, 0.4, 1.0).adjacency().values", 4000);
    expect(graphs.size).toBe(64);
    let square = 0;
    for (const [values, count] of graphs) {
      const edges = values.split(",").filter((x) => x === "1").length / 2;
      const expected = 4000 * 0.4 ** edges * 0.6 ** (6 - edges);
      square += (count - expected) ** 2 / expected;
    }
    // 63 degrees of freedom: one in a thousand lies above 103.4.
    expect(square).toBeLessThan(103.4);
    expect(edgesOf("Graph.erdos_renyi(random, 9, 0.0, 1.0)", seeded)).toEqual([]);
    expect(edgesOf("Graph.erdos_renyi(random, 9, 1.0, 1.0)", seeded).length).toBe(36);
    expect(edgesOf("Graph.erdos_renyi(random, 9, 1e-18, 1.0)", seeded)).toEqual([]);
  });

  test("scale-free graphs grow where the degree is high", () => {
    // The fourth node is joined to one of three, whose degrees are 2, 1 and 1.
    const graphs = counted("Graph.scale_free(random, 4, 1, 1.0).degrees()", 4000);
    expect([...graphs.keys()].toSorted()).toEqual(
      ["1,2,2,1", "1,3,1,1", "2,1,2,1", "2,2,1,1", "3,1,1,1"].toSorted(),
    );
    expect(Math.abs(graphs.get("3,1,1,1")! / 4000 - 0.25)).toBeLessThan(0.03);
    expect(Math.abs(graphs.get("1,3,1,1")! / 4000 - 0.25)).toBeLessThan(0.03);
    const [connected, count, least, most] = calculate(
      `${seeded}\nlet graph = Graph.scale_free(random, 400, 3, 1.0)\n` +
        "let degrees = graph.degrees().sorted()",
      ["graph.is_connected()", "graph.edge_count()", "degrees[0]", "degrees[399]"],
    ) as unknown as [boolean, number, number, number];
    expect([connected, count]).toEqual([true, 3 * 397]);
    expect(least).toBeLessThanOrEqual(3);
    // m √n is the size of the largest hub; an even graph would have about 15.
    expect(most).toBeGreaterThan(30);
  });

  test("small worlds keep their edges, and their clustering falls", () => {
    const ring = "Graph.ring(40, 1.0, neighbours: 6)";
    const world = (p: string) => `Graph.small_world(random, 40, ${p}, 1.0, neighbours: 6)`;
    const [still, counts, degree, clustering] = calculate(
      `${seeded}\nlet still = ${world("0.0")} == ${ring}\nlet some = ${world("0.1")}\n` +
        `let all = ${world("1.0")}`,
      [
        "still",
        "[some.edge_count(), all.edge_count()]",
        "all.degrees().sorted()[0]",
        "[some.clustering(), all.clustering()]",
      ],
    ) as unknown as [boolean, number[], number, number[]];
    expect([still, ...counts]).toEqual([true, 120, 120]);
    expect(degree).toBeGreaterThanOrEqual(3);
    // C(p) ≈ C(0) (1 − p)³, A. Barrat, M. Weigt, European Physical Journal B 13 (2000).
    expect(Math.abs(clustering[0] - 0.6 * 0.9 ** 3)).toBeLessThan(0.1);
    expect(clustering[1]).toBeLessThan(0.25);
    // Nobody has anybody else to go to.
    expect(edgesOf("Graph.small_world(random, 5, 1.0, 1.0, neighbours: 4)", seeded).length).toBe(
      10,
    );
  });
});

describe("Zachary's karate club", () => {
  const { edges, ...known } = references.graphs;
  const column = (k: number, unit = "") => `[${edges.map((edge) => edge[k] + unit).join(", ")}]`;
  const club = `let club = Graph.from_edges(34, ${column(0)}, ${column(1)}, ${column(2, "[m]")})`;

  test("as networkx has it", () => {
    const found = calculate(`${club}\nlet tree = club.spanning_tree()`, [
      "club.degrees()",
      "club.strengths()",
      "club.hops(16)",
      "club.distances(16)",
      "club.diameter()",
      "club.mean_path_length()",
      "List.generated(34, |i| club.clustering_of(i))",
      "club.clustering()",
      "club.transitivity()",
      "sum(tree.weights) / 2",
      "club.laplacian().symmetric_eigenvalues()",
    ]);
    for (const [index, expected] of Object.values(known).entries()) {
      const list = [expected].flat();
      for (const [k, value] of [found[index]].flat().entries()) {
        expect(value).toBeCloseTo(list[k], 12);
      }
    }
  });

  test("paths are as long as the distances say", () => {
    const [distances, paths] = calculate(
      `${club}\nvar paths: List[List[Int]] = []\nfor i in 0..34 {\n` +
        "if let Some(way) = club.shortest_path(16, i) { paths.push(way) }\n}",
      ["club.distances(16)", "paths"],
    ) as [number[], number[][]];
    const weights = new Map(
      edges.flatMap(([a, b, w]) => [
        [`${a} ${b}`, w],
        [`${b} ${a}`, w],
      ]),
    );
    for (const [node, way] of paths.entries()) {
      expect([way[0], way.at(-1)]).toEqual([16, node]);
      const steps = way.slice(1).map((to, k) => weights.get(`${way[k]} ${to}`)!);
      expect(steps.reduce((a, b) => a + b, 0)).toBe(distances[node]);
    }
  });
});

test("graphs in parts, and small ones", () => {
  expect(
    calculate(
      "let parts = Graph.from_edges(5, [3, 0, 0], [4, 2, 2], [1.0, 1.0, 2.0])\n" +
        "let none = Graph.path(0, 1.0)",
      [
        "parts.components()",
        "parts.component_count()",
        "parts.hops(4)",
        "parts.distances(0)",
        "[parts.shortest_path(0, 4) == None]",
        "parts.weight(2, 0)",
        "parts.has_edge(0, 1)",
        "parts.weight(0, 1)",
        "parts.spanning_tree() == parts",
        "none.is_connected()",
        "none.diameter()",
        "Graph.path(1, 1.0).clustering()",
      ],
    ),
  ).toEqual([
    [0, 1, 0, 2, 2],
    3,
    [-1, -1, -1, 1, 0],
    [0, Infinity, 3, Infinity, Infinity],
    [true],
    3,
    false,
    0,
    true,
    true,
    0,
    0,
  ]);
});

test.each([
  ["Graph.ring(4, 1.0, neighbours: 3)", "even number of neighbours below 4, not 3"],
  ["Graph.ring(4, 1.0, neighbours: 4)", "even number"],
  ["Graph.path(-1, 1.0)", "no -1 nodes"],
  ["Graph.torus(2, 5, 1.0)", "3 × 3 nodes at least, not 2 × 5"],
  ["Graph.lattice(-1, 5, 1.0)", "no -1 × 5 nodes"],
  ["Graph.tree(3, 1.0, branching: 0)", "branches into 1 at least, not 0"],
  ["Graph.from_adjacency(Matrix.identity(2))", "joins node 0 to itself"],
  ["Graph.from_adjacency(Matrix.from_rows([[0.0, 1.0], [2.0, 0.0]]))", "back it is 2.0"],
  ["Graph.from_points([1.0], [1.0, 2.0], 1.0, 1.0)", "1 points have an x, and 2 a y"],
  ["Graph.erdos_renyi(random, 3, 1.5, 1.0)", "0 to 1, and this is 1.5"],
  ["Graph.small_world(random, 3, 1.5, 1.0, neighbours: 2)", "0 to 1, and this is 1.5"],
  ["Graph.scale_free(random, 3, 3, 1.0)", "1 … 2 others, not to 3"],
  ["Graph.from_edges(3, [0], [1], [1.0]).diameter()", "in parts has no diameter"],
  ["Graph.path(1, 1.0).mean_path_length()", "no connected graph of two nodes"],
  ["Graph.path(3, -1.0).distances(0)", "a length is not negative"],
  ["Graph.path(3, 1.0).distances(3)", "3 is not a node of 0 to 2"],
  ["Graph.path(3, 1.0).weight(0, 3)", "0 and 3 are not both nodes"],
  ["Graph.path(0, 1.0).clustering()", "no clustering coefficient"],
])("%s", (expression, part) => {
  expect(messageOf(`var random = Random(seed: 1)\nlet _ = ${expression}`)).toContain(part);
});
