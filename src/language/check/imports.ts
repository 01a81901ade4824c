/**
 * The names that a file takes from others: whole files under a name, and single names of them.
 *
 * In: the imports of a file, and the layers of the files they lead to. Out: a layer between the
 * file and the prelude, in which `ring.build` stands for what `ring` declares, and `build` for what
 * is taken out of it.
 * Not here: finding files (load.ts).
 */

import type { Label } from "../../source/diagnostic.ts";
import type * as ast from "../ast.ts";
import { nameOfImport, relativePath } from "../import-path.ts";
import type { ImportTarget, LoadedFile, LoadedImport } from "../load.ts";
import { isLowerCase, wrongCase } from "./case.ts";
import { newLayer, type FileSite } from "./collect.ts";
import { publicNames, unknownMember } from "./member.ts";
import { complain, placeAt, type Layer, type Namespace } from "./session.ts";

/** Fills the layer of what a file imports, and remembers where each name comes from. */
export function bindImports(site: FileSite, imports: readonly LoadedImport[]): void {
  const layer = site.layer.below!;
  for (const { declaration, target } of imports) {
    if (declaration.path.text === "" && declaration.path.span.start === declaration.path.span.end) {
      site.session.isTreeBroken = true;
      continue;
    }
    const found = layerOf(site, declaration, target);
    if (declaration.names === null) bindFile(site, layer, declaration, found);
    else for (const name of declaration.names) bindName(site, layer, name, found);
  }
}

/** The file of an import; without its layer after a report. */
function layerOf(
  site: FileSite,
  declaration: ast.ImportDeclaration,
  target: ImportTarget,
): Namespace {
  const written = declaration.path.text;
  const lost: Namespace = { written, layer: null, isBroken: true };
  if (target.kind !== "file") {
    reportTarget(site, declaration.path, target);
    return lost;
  }
  const layer = site.session.layers.get(target.path);
  if (layer === undefined) return lost;
  // A program is a mistake that is reported once, whatever is made of it.
  if (!isNoProgram(site, declaration.path, target.path, layer)) return lost;
  return { written, layer, isBroken: site.session.brokenFiles.has(target.path) };
}

/** `import "grids/ring"` and `import "grids/ring" as r`. */
function bindFile(
  site: FileSite,
  layer: Layer,
  declaration: ast.ImportDeclaration,
  namespace: Namespace,
): void {
  if (namespace.layer === null) {
    const lost = declaration.alias?.text ?? nameOfImport(declaration.path.text);
    if (lost !== null && !layer.namespaces.has(lost)) layer.namespaces.set(lost, namespace);
    return;
  }
  const name = nameOf(site, declaration);
  if (name === null || !isNew(site, name, name.text)) return;
  layer.namespaces.set(name.text, namespace);
  const prefix = `${name.text}.`;
  const { records, enums, constants, functions } = namespace.layer;
  copyPublic(records, layer.records, prefix, ({ isPublic }) => isPublic);
  copyPublic(enums, layer.enums, prefix, ({ isPublic }) => isPublic);
  copyPublic(constants, layer.constants, prefix, (each) => each.declaration.isPublic);
  copyPublic(
    functions,
    layer.functions,
    prefix,
    (each) => !each.name.includes(".") && each.source!.declaration.isPublic,
  );
}

function copyPublic<Value>(
  from: ReadonlyMap<string, Value>,
  to: Map<string, Value>,
  prefix: string,
  isPublic: (value: Value) => boolean,
): void {
  for (const [name, value] of from) if (isPublic(value)) to.set(prefix + name, value);
}

/** The name of an imported file here. The rules importHasName and caseIsLaw. */
function nameOf(site: FileSite, { alias, path }: ast.ImportDeclaration): ast.Name | null {
  if (alias !== null) {
    if (alias.text === "") return null;
    if (!isLowerCase(alias.text)) wrongCase(site, alias, "an imported file", "snake_case");
    return alias;
  }
  const text = nameOfImport(path.text);
  if (text !== null) return { text, span: path.span };
  const last = path.text.slice(path.text.lastIndexOf("/") + 1);
  if (last !== "" && last !== "..") {
    complain(site, "importHasName", path.span, `\`${last}\` cannot be a name here`, {
      help: [`give the file one: \`import "${path.text}" as …\``],
    });
  }
  return null;
}

/** A name between braces: whatever the file declares under it. */
function bindName(site: FileSite, layer: Layer, name: ast.Name, namespace: Namespace): void {
  const { text } = name;
  if (text === "") return;
  if (namespace.layer === null) {
    layer.lost.add(text);
    return;
  }
  const { records, enums, constants, functions, units } = namespace.layer;
  const record = records.get(text);
  const enumeration = enums.get(text);
  const constant = constants.get(text);
  const unit = units.get(text);
  let isFound = false;
  const bind = <Value>(key: string, to: Map<string, Value>, value: Value): void => {
    isFound = true;
    if (isNew(site, name, key)) to.set(text, value);
  };
  if (record?.isPublic === true) bind(`type ${text}`, layer.records, record);
  if (enumeration?.isPublic === true) bind(`type ${text}`, layer.enums, enumeration);
  if (constant?.declaration.isPublic === true) bind(text, layer.constants, constant);
  if (unit?.declaration.isPublic === true) bind(`unit ${text}`, layer.units, unit);
  for (const [full, callable] of functions) {
    const isMeant = full === text || full.endsWith(`.${text}`);
    if (!isMeant || !callable.source!.declaration.isPublic) continue;
    const [owner] = full.split(".");
    // Functions of a type of that file belong to the type, and come along with its values.
    if (full !== text && (records.has(owner) || enums.has(owner))) continue;
    isFound = true;
    if (isNew(site, name, full)) layer.functions.set(full, callable);
  }
  if (isFound) return;
  layer.lost.add(text);
  unknownMember(site, namespace, name, publicNames(namespace.layer));
}

/** The rule nameIsDeclaredOnce, for imported names. */
function isNew(site: FileSite, name: ast.Name, key: string): boolean {
  const before = site.declared.get(key);
  if (before === undefined) {
    site.declared.set(key, placeAt(site, name.span));
    return true;
  }
  const shown = name.text;
  complain(site, "nameIsDeclaredOnce", name.span, `\`${shown}\` is imported twice`, {
    labels: [{ span: before.span, text: "first imported here" }],
    help: ['import one of the files under another name: `import "…" as …`'],
  });
  return false;
}

/** The rules importPathIsPlain, importIsFound and importIsNotCircular. */
function reportTarget(
  site: FileSite,
  { span, text }: ast.Name,
  target: Exclude<ImportTarget, { kind: "file" }>,
): void {
  const instead = (path: string) => ({
    help: [`write \`import "${path}"\``],
    edits: [{ span, replacement: `"${path}"`, confidence: "likely" as const }],
  });
  switch (target.kind) {
    case "malformed": {
      const { message, meant } = target.problem;
      complain(site, "importPathIsPlain", span, message, meant === null ? {} : instead(meant));
      return;
    }
    case "missing": {
      const { near, isFolder } = target;
      const shown = relativePath(target.path, site.path);
      const message = isFolder
        ? `\`${text}\` is a folder, and there is no file \`${shown}\``
        : `there is no file \`${shown}\``;
      const help = isFolder ? { help: ["an import names a file"] } : {};
      complain(site, "importIsFound", span, message, near === null ? help : instead(near));
      return;
    }
    case "otherCase":
      complain(site, "importIsFound", span, `the file is written \`${target.near}\``, {
        notes: ["upper and lower case count in paths, on every system"],
        ...instead(target.near),
      });
      return;
    case "alias": {
      const known = relativePath(target.known, site.path).replace(/\.reso$/, "");
      complain(site, "importIsFound", span, `\`${text}\` and \`${known}\` are the same file`, {
        help: ["import it by one path, so that its types are the same everywhere"],
      });
      return;
    }
    case "tooMany":
      complain(site, "importIsFound", span, "a program has at most 1000 files");
      return;
    case "circular":
      reportCycle(site, span, target);
  }
}

/** The rule importIsNotCircular. */
function reportCycle(
  site: FileSite,
  span: ast.Node["span"],
  { steps }: ImportTarget & { kind: "circular" },
): void {
  const shown = (path: string) => relativePath(path, site.path);
  const way = [...steps.map(({ path }) => path), steps[0].path].map(shown).join(" → ");
  const labels: Label[] = steps
    .slice(0, -1)
    .map((each) => ({ span: each.span, path: each.path, text: `imports ${shown(each.to)}` }));
  const message = steps.length === 1 ? "a file does not import itself" : "files import each other";
  complain(site, "importIsNotCircular", span, `${message}: ${way}`, {
    labels,
    help: ["move what both need to a file of its own, and import that"],
  });
}

/** The rule importedFileIsNoProgram. */
function isNoProgram(
  site: FileSite,
  { span, text }: ast.Name,
  path: string,
  layer: Layer,
): boolean {
  const main = layer.functions.get("main")?.source?.declaration.name;
  const parameter = [...layer.parameters.values()][0]?.declaration.name;
  const output = [...layer.outputs.values()][0]?.declaration.name;
  const [name, what] =
    parameter !== undefined
      ? [parameter, "a parameter"]
      : output !== undefined
        ? [output, "an output"]
        : [main, "a `main`"];
  if (name === undefined) return true;
  complain(site, "importedFileIsNoProgram", span, `\`${text}\` is a program: it has ${what}`, {
    labels: [{ span: name.span, path, text: "only the file that is run has one" }],
    help: ["move what both need to a file of its own, and import that"],
  });
  return false;
}

/** The lint importIsUsed. */
export function lintImports(
  site: FileSite,
  { file, imports }: Pick<LoadedFile, "file" | "imports">,
): void {
  for (const { declaration, target } of imports) {
    if (target.kind !== "file") continue;
    const { names, alias, path } = declaration;
    if (names !== null) {
      for (const name of names) {
        if (file.mentioned.has(name.text) || name.text === "") continue;
        complain(site, "importIsUsed", name.span, `\`${name.text}\` is imported and never used`);
      }
      continue;
    }
    const name = alias?.text ?? nameOfImport(path.text);
    if (name === null || name === "" || file.mentioned.has(name)) continue;
    complain(site, "importIsUsed", declaration.span, `\`${name}\` is imported and never used`);
  }
}

/** The layers of a file: its own, above the one of its imports. */
export function fileLayer(prelude: Layer): Layer {
  return newLayer(newLayer(prelude));
}
