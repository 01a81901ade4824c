/** The public interface of ResoLang: everything that programs outside of this folder may use. */

export { VERSION } from "./version.ts";
export { assert, AssertionError, Fault, FAULTS, type FaultCode } from "./fault.ts";
export { KERNEL_SHA256, type Team } from "./engine/kernel.ts";

// What an installation is examined by.
export { type KernelBits, recomputeBits } from "./engine/golden-bits.ts";
export { GOLDEN_BITS } from "./engine/golden-table.ts";
export { createKernelMemory, kernelBytes } from "./engine/kernel.ts";

// Texts and reports about them.
export { catalogueEntry, DIAGNOSTICS } from "./source/catalogue/index.ts";
export type { CatalogueEntry } from "./source/catalogue/entry.ts";
export type { Diagnostic } from "./source/diagnostic.ts";
export { isSure } from "./source/edits.ts";
export { excerpt } from "./source/excerpt.ts";
export { positionAt } from "./source/position.ts";
export {
  diagnosticsJson,
  PLAIN,
  renderDiagnostic,
  renderShort,
  type Palette as ReportPalette,
} from "./source/render.ts";
export type { Span } from "./source/span.ts";
export { suggest } from "./source/suggest.ts";
export { sourceText, type SourceText } from "./source/text.ts";

export { sha256, toHex } from "./bytes/hash.ts";

// The language.
export { EXPECTED_TRAP } from "./language/check/expected-trap.ts";
export { format } from "./language/format.ts";
export { CHAPTERS } from "./language/manual/chapters.ts";
export { nameHere, writtenHere } from "./language/manual/foreign-words.ts";
export { findPages, functionsOf, manualPages, relatedPages } from "./language/manual/manual.ts";
export { exampleProgram, type ManualPage } from "./language/manual/page.ts";
export { unitsByDimension } from "./language/manual/units.ts";
export { relativePath } from "./language/import-path.ts";
export { MOST_UNITS } from "./language/most-units.ts";
export { parse } from "./language/parse.ts";
export { PRELUDE_TEXTS } from "./language/prelude/texts.ts";
export { printTreeIndented } from "./language/print-tree.ts";
export { parseQuantity, parseUnit } from "./language/units/parse-quantity.ts";
export {
  checkFiles,
  checkProgram,
  compileProgram,
  compileTests,
  type CompiledTest,
  type Reader,
} from "./pipeline.ts";
export { openProject, type Project, type ProjectReports } from "./project.ts";
export { repair, type Repaired } from "./repair.ts";

// Types, units and values.
export type {
  ModuleCase,
  ModuleType,
  ModuleUnit,
  ModuleValue,
} from "./machine/types/module-type.ts";
export {
  showBaseUnits,
  showDisplayUnit,
  showModuleType,
  unitTermOf,
} from "./machine/types/show-type.ts";
export { equalUnits, showUnit } from "./machine/types/unit-algebra.ts";
export { decodeValue, encodeValue } from "./machine/values/encode.ts";
export { isInRange } from "./machine/values/range.ts";
export { optionType } from "./machine/types/outcome-type.ts";
export { quote, showFloat, showValue } from "./machine/values/show.ts";
export { walkValue } from "./machine/values/walk.ts";

// The machine.
export { decodeModule } from "./machine/bytecode/decode.ts";
export { disassemble } from "./machine/bytecode/disassemble.ts";
export { encodeModule, programId } from "./machine/bytecode/encode.ts";
export { SEMANTICS_VERSION } from "./machine/bytecode/format.ts";
export type { Module, ModuleParameter, VerifiedModule } from "./machine/bytecode/module.ts";
export { DEFAULT_LIMITS, LIMITS, type LimitName, type Limits } from "./machine/limits.ts";
export { examine, type HealthFinding } from "./machine/health.ts";
export { type CallNode, foldCalls, ownCost, rootOf, totalCost } from "./machine/call-tree.ts";
export { profile, type Profile } from "./machine/profile.ts";
export {
  clearMark,
  createSampler,
  type Marked,
  markProgram,
  type Sampled,
  type Sampler,
  timeOfOneRun,
  type TimeProfile,
} from "./machine/sampling.ts";
export {
  fuelLeft,
  memoryOfRuns,
  run,
  type RunInput,
  type RunResult,
  type RunTrap,
  type Tier,
  TIERS,
} from "./machine/run.ts";
export { type Trap, trapNameOf, TRAPS, type TrapName } from "./machine/trap.ts";
export { keepProgram } from "./machine/keep-program.ts";
export { type KnownProgram, recallProgram } from "./machine/kept-program.ts";
export { verify } from "./machine/verify/verify.ts";

// Receipts.
export { compareRun, confirm, repetitionOf } from "./machine/confirm.ts";
export type { Difference } from "./machine/receipt/difference.ts";
export { type ProvenRun, proveRun, resultRoot } from "./machine/receipt/result-root.ts";
export { makeReceipt, type Receipt } from "./machine/receipt/receipt.ts";
export { isRowProven, proveRow, type RowProof } from "./machine/receipt/row-proof.ts";
export { splitRows } from "./machine/receipt/rows.ts";
export { seal, type Unsealed, unseal } from "./machine/receipt/seal.ts";
