/** The languages that are measured: how a program becomes a command that runs it. */

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import type { ProgramName } from "./programs.ts";

/** A command that is given a size and how often to run, and tells a time and a result each. */
export interface Command {
  readonly file: string;
  readonly words: readonly string[];
  readonly times: number;
  /** How many of the first runs do not count. */
  readonly cold: number;
}

export type LanguageName =
  | "ResoLang"
  | "without fuel"
  | "interpreter"
  | "C"
  | "LuaJIT"
  | "Lua 5.4"
  | "QuickJS"
  | "CPython"
  | "JavaScript";

export interface Language {
  readonly name: LanguageName;
  /** Compiles where that is needed. */
  readonly prepare: (program: ProgramName) => Command;
}

const SOURCES = fileURLToPath(new URL("../../test/bench/vm/", import.meta.url));
const RESOLANG = fileURLToPath(new URL("resolang.ts", import.meta.url));
/** No more than what every C compiler does by itself. */
const C_FLAGS = ["-O2", "-std=gnu17"];

/** Runs once counted after as many that warm up: what compiles while it runs needs a few. */
const WARM = { times: 7, cold: 3 };
/** The loop of our interpreter is compiled while it first runs. */
const COMPILED_ONCE = { times: 3, cold: 1 };
const INTERPRETED = { times: 2, cold: 0 };

const resolang = (name: LanguageName, mode: string, runs: Pick<Command, "times" | "cold">) => ({
  name,
  prepare: (program: ProgramName) => ({
    file: execPath,
    words: [RESOLANG, join(SOURCES, `${program}.reso`), mode],
    ...runs,
  }),
});

const isInstalled = (file: string): boolean =>
  spawnSync(file, ["-e", ""], { stdio: "ignore" }).error === undefined;

/** The languages that this machine has; what has to be written is written into `folder`. */
export function availableLanguages(folder: string): readonly Language[] {
  /** A program with what measures it behind it. */
  const withMeasure = (program: ProgramName, ending: string): string => {
    const path = join(folder, `${program}.${ending}`);
    const parts = [program, "measure"].map((name) =>
      readFileSync(join(SOURCES, `${name}.${ending}`), "utf8"),
    );
    writeFileSync(path, parts.join("\n"));
    return path;
  };
  const script = (
    name: LanguageName,
    file: string,
    ending: string,
    runs: Pick<Command, "times" | "cold">,
  ) => ({
    name,
    file,
    prepare: (program: ProgramName) => ({
      file,
      words: [withMeasure(program, ending)],
      ...runs,
    }),
  });
  const c = {
    name: "C" as const,
    file: "gcc",
    prepare: (program: ProgramName) => {
      const built = join(folder, program);
      execFileSync("gcc", [...C_FLAGS, withMeasure(program, "c"), "-o", built, "-lm"]);
      return { file: built, words: [], ...WARM };
    },
  };
  const peers = [
    c,
    script("LuaJIT", "luajit", "lua", WARM),
    script("Lua 5.4", "lua5.4", "lua", INTERPRETED),
    script("QuickJS", "qjs", "js", INTERPRETED),
    script("CPython", "/usr/bin/python3", "py", INTERPRETED),
    script("JavaScript", execPath, "js", WARM),
  ];
  return [
    resolang("ResoLang", "wasm", WARM),
    resolang("without fuel", "unmetered", WARM),
    resolang("interpreter", "interpreter", COMPILED_ONCE),
    ...peers.filter(({ file }) => isInstalled(file)),
  ];
}
