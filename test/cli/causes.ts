/**
 * How to bring about each fault, each exit code and each limit: one entry for every line of their
 * tables.
 */

import type { ExitCode } from "../../cli/exit-codes.ts";
import type { EXIT_CODES } from "../../cli/exit-codes.ts";
import type { FaultCode, LimitName } from "../../src/index.ts";

/** A command, and what it leads to; the files of `FILES` are there. */
export interface Cause {
  readonly words: string;
  readonly exit: ExitCode;
  /** Stands in what is said. */
  readonly says: string;
}

/** Bytes are written as they are, text as UTF-8. */
export const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "plain.reso": 'fn main() {\n  print "plain"\n}\n',
  "wrong.reso": "fn main() {\n  print x\n}\n",
  "trap.reso": 'fn main() {\n  panic("over")\n}\n',
  "list.reso": 'param xs: List[Float]\n\nfn main() {\n  print "{xs}"\n}\n',
  "rows.reso":
    'record Row { x: Float }\nparam rows: List[Row]\n\nfn main() {\n  print "{rows}"\n}\n',
  "ranged.reso": 'param n: Int = 1 in 1..=9\n\nfn main() {\n  print "{n}"\n}\n',
  "deep.reso":
    "fn f(n: Int) -> Int {\n  if n == 0 { 0 } else { 1 + f(n - 1) }\n}\n\n" +
    'fn main() {\n  print "{f(99)}"\n}\n',
  "endless.reso": "fn main() {\n  loop { }\n}\n",
  "broken.reso": Uint8Array.of(0x66, 0x6e, 0xff),
  "noise.resoc": "noise",
  "quote.csv": 'x\n"1',
  "word.csv": "x\none\n",
  "other.csv": "y\n1\n",
  "noise.json": "noise",
  "deep.json": `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
};

export const FAULT_CAUSES: Readonly<Record<FaultCode, Cause>> = {
  "file/missing": { words: "run gone.reso", exit: 4, says: "there is no file gone.reso" },
  "file/folder": { words: "run folder", exit: 4, says: "folder is a folder" },
  "file/unreadable": { words: "run loop.reso", exit: 4, says: "loop.reso cannot be read" },
  "file/large": {
    words: "check /dev/zero",
    exit: 4,
    says: "no program file may have more than 48 MiB",
  },
  "file/not-text": {
    words: "run broken.reso",
    exit: 4,
    says: "line 1: byte 2 (0xff) is not UTF-8",
  },
  "file/unwritable": {
    words: "run --receipt gone/r.json plain.reso",
    exit: 4,
    says: "gone/r.json cannot be written",
  },
  "data/syntax": {
    words: "run list.reso --xs @quote.csv",
    exit: 4,
    says: "is not well-formed CSV",
  },
  "data/column": {
    words: "run rows.reso --rows @other.csv",
    exit: 4,
    says: "column `x` is missing",
  },
  "data/cell": { words: "run rows.reso --rows @word.csv", exit: 4, says: "row 2, column `x`" },
  "parameter/unknown": { words: "run ranged.reso --m 1", exit: 2, says: "has no parameter --m" },
  "parameter/missing": { words: "run list.reso", exit: 2, says: "the program needs --xs" },
  "parameter/value": {
    words: "run ranged.reso --n 10",
    exit: 2,
    says: "outside of its range 1..=9",
  },
  "receipt/unreadable": {
    words: "verify noise.json",
    exit: 4,
    says: "noise.json is not a receipt",
  },
  "module/unreadable": { words: "run noise.resoc", exit: 4, says: "noise.resoc is not a module" },
  "machine/memory": {
    words: "run --memory 3GiB plain.reso",
    exit: 4,
    says: "the host has not enough memory",
  },
  "machine/time": {
    words: "run --timeout 0.2 endless.reso",
    exit: 4,
    says: "--timeout ended the run after",
  },
  "machine/interrupted": {
    words: "run --timeout 60 endless.reso",
    exit: 130,
    says: "the run was interrupted after",
  },
  "usage/command": { words: "run plain.reso --tier fast", exit: 2, says: "--tier is" },
};

/** The two that need a process of their own are in process.test.ts. */
export const EXIT_CAUSES: Readonly<
  Record<Exclude<keyof typeof EXIT_CODES, "bug" | "interrupted">, Cause>
> = {
  fine: { words: "run plain.reso", exit: 0, says: "plain" },
  problems: { words: "run wrong.reso", exit: 1, says: "there is no `x` here" },
  usage: { words: "run --fast plain.reso", exit: 2, says: "unknown option '--fast'" },
  trapped: { words: "run trap.reso", exit: 3, says: "trap[panic]: panic: over" },
  world: { words: "check gone", exit: 4, says: "there is no file gone" },
};

/** A limit is hit with the trap of its name. */
export const LIMIT_CAUSES: Readonly<Record<LimitName, Cause>> = {
  fuel: { words: "run --fuel 3 plain.reso", exit: 3, says: "trap[fuel]" },
  memory: { words: "run --memory 8 plain.reso", exit: 3, says: "trap[memory]" },
  depth: { words: "run --depth 1000 deep.reso", exit: 3, says: "trap[depth]" },
  output: { words: "run --output 4 plain.reso", exit: 3, says: "trap[output]" },
};
