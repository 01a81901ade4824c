/** Pages of the library: functions, constants and records of the prelude, and the primitives. */

import { PRIMITIVE_FAMILIES } from "../../machine/primitives/index.ts";
import type { Primitive } from "../../machine/primitives/primitive.ts";
import { showSignature } from "../../machine/primitives/reference.ts";
import type * as ast from "../ast.ts";
import { parsedPrelude } from "../prelude/parsed.ts";
import { PRELUDE_TEXTS } from "../prelude/texts.ts";
import { type ManualPage, splitDocumentation } from "./page.ts";

/** A page with the chapter of the library that it belongs to. */
export interface LibraryPage extends ManualPage {
  readonly chapter: string;
}

/** A declaration of the prelude with the text it stands in. */
interface Declared {
  readonly declaration: ast.Declaration;
  readonly text: string;
}

let pages: readonly LibraryPage[] | null = null;

/**
 * Every page, records and constants first, in the order of the prelude. Cost: the first time, the
 * prelude is parsed.
 */
export function libraryPages(): readonly LibraryPage[] {
  pages ??= makePages();
  return pages;
}

function makePages(): readonly LibraryPage[] {
  const contents = new Map(PRELUDE_TEXTS.map(({ path, content }) => [path, content]));
  const declared = parsedPrelude().flatMap(({ path, file }) =>
    file.declarations.map((declaration) => ({ declaration, text: contents.get(path) ?? "" })),
  );
  const types = declared.flatMap(({ declaration }) =>
    declaration.kind === "record" || declaration.kind === "enum" ? [declaration.name.text] : [],
  );
  // The primitives `population_evolve` and `list_add` are what methods and operators stand on.
  const inner = new RegExp(`^(?:${["List", ...types].join("|").toLowerCase()})_`, "u");
  return [
    ...declared.flatMap(pageOf),
    ...PRIMITIVE_FAMILIES.flatMap(({ title, primitives }) =>
      primitives.map((primitive) => primitivePage(title, primitive, inner.test(primitive.name))),
    ),
  ];
}

/** What a file of the prelude is about: its first line up to a mark. */
function chapterOf(text: string): string {
  return /^\/\/! ([^:.,]+)/u.exec(text)?.[1] ?? "";
}

function pageOf({ declaration, text }: Declared): readonly LibraryPage[] {
  const chapter = chapterOf(text);
  const page = (kind: ManualPage["kind"], name: string, signature: string): LibraryPage[] => {
    const told = splitDocumentation(declaration.documentation);
    // What is for programs is `pub`; the rest the prelude has made for itself.
    const isInner = "isPublic" in declaration && !declaration.isPublic;
    return [{ kind, name, signature, ...told, facts: [], isInner, chapter }];
  };
  switch (declaration.kind) {
    case "function": {
      const { owner, name, body } = declaration;
      const head = text.slice(declaration.span.start, body.span.start).trimEnd();
      return page("function", owner === null ? name.text : `${owner.text}.${name.text}`, head);
    }
    case "record":
    case "enum":
      return page("type", declaration.name.text, sliced(text, declaration));
    case "constant":
      return page("constant", declaration.name.text, sliced(text, declaration));
    default:
      return [];
  }
}

/** The declaration as it is written, without the comments above it. */
function sliced(text: string, { span }: ast.Declaration): string {
  return text.slice(span.start, span.end).trimEnd();
}

function primitivePage(chapter: string, primitive: Primitive, isInner: boolean): LibraryPage {
  const { name, doc, cost, traps, source, example } = primitive;
  const facts = [`cost: ${cost}`];
  if (traps.length > 0) facts.push(`traps: ${traps.join(", ")}`);
  if (source !== "") facts.push(`source: ${source}`);
  return {
    kind: "function",
    name,
    signature: showSignature(primitive),
    doc,
    facts,
    example: { code: example.code, prints: example.prints.split("\n") },
    isInner,
    chapter,
  };
}
