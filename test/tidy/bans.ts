/**
 * What may not be written in pure folders, and what may not be written anywhere, each with its
 * replacement.
 */
import { eachMatch, isScript } from "./tree.ts";
import type { Rule, TreeFile } from "./tree.ts";
import { zoneOf } from "./zones.ts";

/** A pattern in code, what to write instead, and files where the pattern is harmless. */
type Ban = { readonly pattern: RegExp; readonly instead: string; readonly except?: string };

const INEXACT = "a?(?:sin|cos|tan)h?|atan2|exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot";

/** Bans in pure folders: equal input must give equal bytes on every machine. */
const PURE_BANS: readonly Ban[] = [
  { pattern: /\bDate\b|\bperformance\b/gu, instead: "take the time, in ticks, as an argument" },
  { pattern: /\bMath\.random\b/gu, instead: "take a seed and draw from the engine's Random" },
  {
    pattern: new RegExp(`\\bMath\\.(?:${INEXACT})\\b`, "gu"),
    instead: "its bits differ between hosts: call the kernel's function of the same name",
  },
  {
    pattern: /(?<!\b2 |\dn )\*\*|(?<!\dn )\*\*(?! -?\d)/gu,
    instead: "its bits differ between hosts: multiply, or write `2 ** 53`",
    // Powers of big integers are exact.
    except: "src/language/units/exact.ts",
  },
  {
    pattern: /\.toLocale\w+|\.localeCompare\b|\bIntl\b/gu,
    instead: "the result depends on the locale: compare and format by code point",
  },
  {
    pattern:
      /\basync\b|\bawait\b|\bnew Promise\b|\bsetTimeout\b|\bsetInterval\b|\bqueueMicrotask\b/gu,
    instead: "pure code does not wait: return a value, and let the edge wait",
  },
  {
    pattern: /\bprocess\.|\bconsole\.|\bfetch\(/gu,
    instead: "pure code reads and writes nothing: take arguments, return values",
  },
  { pattern: /\beval\(|\bnew Function\b/gu, instead: "derive a file in scripts/derive.ts" },
  {
    pattern: /\bWeakRef\b|\bFinalizationRegistry\b/gu,
    instead: "the moment of collection is chance: give the thing an owner that ends it",
  },
];

const EVERYWHERE_BANS: readonly Ban[] = [
  { pattern: /\bexport\s+\*/gu, instead: "export the names one by one" },
  { pattern: /\bexport default\b/gu, instead: "export a name" },
  { pattern: /\b(?:test|it|describe|suite)(?:\.\w+)*\.only\b/gu, instead: "run one file instead" },
];

// The runner asks for a default export.
const DEFAULT_EXPORTS = new Set(["vitest.config.ts"]);

export const pureRule: Rule = {
  name: "pure folders",
  check: (tree) =>
    tree
      .filter(({ path }) => isScript(path) && zoneOf(path)?.pure === true)
      .flatMap((file) => applyBans(file, PURE_BANS)),
};

export const everywhereRule: Rule = {
  name: "bans everywhere",
  check: (tree) =>
    tree
      .filter(({ path }) => isScript(path) && !DEFAULT_EXPORTS.has(path))
      .flatMap((file) => applyBans(file, EVERYWHERE_BANS)),
};

export const marksRule: Rule = {
  name: "marks of unfinished work",
  check: (tree) =>
    tree
      .filter(({ path }) => !path.startsWith("test/tidy"))
      .flatMap((file) => [
        ...eachMatch(
          file,
          file.text,
          /\b(?:FIXME|TODO|XXX|HACK)\b/gu,
          ([mark]) => `${mark}: do it, or say in CONTRIBUTING.md what is missing`,
        ),
        ...eachMatch(
          file,
          file.text,
          /^(?:<{7}|>{7}) /gmu,
          () => "two changes met here: choose what stays",
        ),
      ]),
};

export const placesRule: Rule = {
  name: "places of one machine",
  check: (tree) =>
    tree
      .filter(({ path }) => !path.startsWith("test/tidy"))
      .flatMap((file) => [
        ...eachMatch(
          file,
          file.text,
          /(?<![\w.])(?:\/(?:home|root|Users|work)\/\w|[A-Z]:\\Users\\)/gu,
          () => "a path of one machine: use a path from the root of the repository",
        ),
        ...eachMatch(
          file,
          file.text,
          /"resolved": "[a-z+]*:|\bregistry\.[a-z]+\.[a-z]+/gu,
          () => "a host that packages come from: npm config omit-lockfile-registry-resolved",
        ),
      ]),
};

function applyBans(file: TreeFile, bans: readonly Ban[]): ReturnType<Rule["check"]> {
  return bans
    .filter(({ except }) => except !== file.path)
    .flatMap(({ pattern, instead }) =>
      eachMatch(file, file.code, pattern, ([found]) => `${found.trim()}: ${instead}`),
    );
}
