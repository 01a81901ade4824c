/**
 * The command as layers of CommonJS: each file of the program stands in one of them, and a layer
 * is read when something in it is needed first.
 *
 * The first layer has what the import statements behind its roots lead to, and is evaluated whole;
 * what is imported later by a call (`import(…)`, and the calls that late imports become) stands in
 * the layers behind it, whose files are evaluated one by one, when they are first asked for.
 * Not here: which imports are late (bundle-plugins.ts).
 */

import { dirname, relative, resolve } from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { bundledText, namesIn } from "./bundle-plugins.ts";

/** One script in `dist/`. */
export interface Layer {
  readonly name: string;
  /** The files that others ask for, from the root; of the last layer they are found. */
  readonly roots: readonly string[];
  /** What its script begins with. */
  readonly banner?: string;
}

/** What was found about the files of the layers. */
interface Plan {
  readonly root: string;
  readonly layers: readonly Layer[];
  /** By file, the index of its layer. */
  readonly layerOf: Map<string, number>;
  /** Files that are imported late. */
  readonly late: Set<string>;
  /** Files that another layer imports: those alone have to be found by their names. */
  readonly asked: Set<string>;
  /** Of the first layer, by file: the names that later layers import. */
  readonly lent: Map<string, Set<string>>;
}

const IMPORT = /^import (?!type )\{([^}]*)\} from "(\.[^"]+)";$/gmu;
const OURS = /^(?:cli|grammar|src)\//u;
const ELSEWHERE = "of another layer";
const ROOT = "root of a layer";

/** Builds every layer; `options` has what all of them share, and the plugins that change files. */
export async function buildLayers(layers: readonly Layer[], options: BuildOptions): Promise<void> {
  const root = options.absWorkingDir!;
  const plan: Plan = {
    root,
    layers,
    layerOf: new Map(),
    late: new Set(),
    asked: new Set(),
    lent: new Map(),
  };
  for (const index of layers.keys()) await findFiles(plan, index, options);
  for (const [index, { name, banner }] of layers.entries()) {
    await build({
      ...options,
      banner: { js: banner ?? "" },
      entryPoints: { [name]: ROOT },
      plugins: [rootOf(plan, index), elsewhere(plan, index), ...(options.plugins ?? [])],
    });
  }
}

/** Finds which files stand in a layer, and what they need of the first one. */
async function findFiles(plan: Plan, index: number, options: BuildOptions): Promise<void> {
  const { metafile } = await build({
    ...options,
    entryPoints: { found: ROOT },
    plugins: [rootOf(plan, index), elsewhere(plan, index, true), ...(options.plugins ?? [])],
    write: false,
    metafile: true,
  });
  for (const path of Object.keys(metafile.inputs)) {
    if (OURS.test(path) && !plan.layerOf.has(path)) {
      plan.layerOf.set(path, index);
    }
  }
}

const isLast = ({ layers }: Plan, index: number): boolean => index === layers.length - 1;

/** Files are found in any order, and the same sources make the same bytes. */
const inOrder = (names: Iterable<string>): readonly string[] => [...names].toSorted();

/** The files of a layer that are asked for from outside of it. */
function rootsOf(plan: Plan, index: number): readonly string[] {
  if (index === 0) return plan.layers[0].roots;
  const asked = [...plan.asked].filter((path) => plan.layerOf.get(path) === index);
  const late = [...plan.late].filter((path) => !plan.layerOf.has(path));
  const roots = [...plan.layers[index].roots, ...asked, ...(isLast(plan, index) ? late : [])];
  return inOrder(new Set(roots));
}

/** The file that a layer begins with. */
function rootOf(plan: Plan, index: number): Plugin {
  const from = (path: string): string => JSON.stringify(`./${path}`);
  return {
    name: ROOT,
    setup: (made) => {
      made.onResolve({ filter: new RegExp(`^${ROOT}$`) }, () => ({
        path: ROOT,
        namespace: ROOT,
      }));
      made.onLoad({ filter: /./, namespace: ROOT }, () => {
        const lines: string[] = [];
        const entries: string[] = [];
        if (index === 0) {
          for (const path of rootsOf(plan, 0)) lines.push(`export * from ${from(path)};`);
          for (const file of inOrder(plan.lent.keys())) {
            const each = inOrder(plan.lent.get(file)!).map((name) => [
              name,
              `lent${entries.length}_${name}`,
            ]);
            const list = each.map(([name, own]) => `${name} as ${own}`).join(", ");
            lines.push(`import { ${list} } from ${from(file)};`);
            const values = each.map(([name, own]) => `${name}: ${own}`).join(", ");
            entries.push(`${JSON.stringify(file)}: () => ({ ${values} })`);
          }
        } else {
          for (const path of rootsOf(plan, index)) {
            entries.push(`${JSON.stringify(path)}: () => require(${from(path)})`);
          }
        }
        lines.push(`export const files = { ${entries.join(",\n")} };`);
        return { contents: lines.join("\n"), loader: "js", resolveDir: plan.root };
      });
    },
  };
}

/** Sends imports of files that stand in another layer there. */
function elsewhere(plan: Plan, index: number, isFinding = false): Plugin {
  return {
    name: ELSEWHERE,
    setup: (made) => {
      made.onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir, namespace, importer }) => {
        if (namespace === ROOT) return null;
        if (namespace === ELSEWHERE) return { path, external: true };
        const file = relative(plan.root, resolve(resolveDir, path)).replaceAll("\\", "/");
        if (!OURS.test(file)) return null;
        const isLate = kind === "dynamic-import" || kind === "require-call";
        if (isLate) plan.late.add(file);
        const layer = plan.layerOf.get(file);
        const isHere = layer === index || (layer === undefined && (!isLate || isLast(plan, index)));
        if (isHere) return null;
        plan.asked.add(file);
        if (layer === 0 && isLate) throw new Error(`${importer}: ${file} has been read by then`);
        if (layer === 0) lend(plan, importer, file);
        return isFinding ? { path: file, external: true } : { path: file, namespace: ELSEWHERE };
      });
      made.onLoad({ filter: /./, namespace: ELSEWHERE }, ({ path }) => {
        const layer = plan.layerOf.get(path) ?? plan.layers.length - 1;
        const script = JSON.stringify(`./${plan.layers[layer].name}.cjs`);
        const asked = `require(${script}).files[${JSON.stringify(path)}]()`;
        if (layer !== 0) return { contents: `module.exports = ${asked};`, loader: "js" };
        const names = inOrder(plan.lent.get(path) ?? []);
        const lines = names.map((name) => `export const ${name} = from.${name};`);
        return { contents: [`const from = ${asked};`, ...lines].join("\n"), loader: "js" };
      });
    },
  };
}

/** Notes which names of a file in the first layer another file imports. */
function lend({ root, lent }: Plan, importer: string, file: string): void {
  const names = lent.get(file) ?? new Set<string>();
  lent.set(file, names);
  for (const [, list, from] of bundledText(importer, true).matchAll(IMPORT)) {
    if (resolve(dirname(importer), from) !== resolve(root, file)) continue;
    for (const name of namesIn(list)) names.add(name.split(" as ")[0]);
  }
}
