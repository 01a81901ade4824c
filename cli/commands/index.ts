/** Every command, in the order in which help lists them: a new one is a file and a line here. */

import type { CommandEntry } from "../command.ts";
import { AST } from "./ast.ts";
import { BENCH } from "./bench.ts";
import { CACHE } from "./cache.ts";
import { CHECK } from "./check.ts";
import { COMPILE } from "./compile.ts";
import { DISASSEMBLE } from "./disassemble.ts";
import { DOCTOR } from "./doctor.ts";
import { EXPLAIN } from "./explain.ts";
import { FORMAT } from "./format.ts";
import { PROFILE } from "./profile.ts";
import { RUN } from "./run.ts";
import { SWEEP } from "./sweep.ts";
import { TEST } from "./test.ts";
import { VERIFY } from "./verify.ts";

export const COMMANDS: readonly CommandEntry[] = [
  RUN,
  SWEEP,
  CHECK,
  TEST,
  BENCH,
  PROFILE,
  FORMAT,
  COMPILE,
  VERIFY,
  EXPLAIN,
  DISASSEMBLE,
  AST,
  CACHE,
  DOCTOR,
];
