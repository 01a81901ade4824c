/**
 * Pass over names, places and documentation, so that whoever shows them finds one for everything.
 */

import type { Module, ModuleDebug } from "../bytecode/module.ts";
import type { Inspection } from "./refusal.ts";

export function checkDebug(module: Module, inspection: Inspection): void {
  const { debug } = module;
  if (debug === null) return;
  inspection.functionIndex = null;
  const { documentation } = debug;
  inspection.require(
    debug.functions.length === module.functions.length &&
      documentation.parameters.length === module.parameters.length &&
      documentation.outputs.length === module.outputs.length,
    "debug",
    () =>
      "not every function, parameter and output has its name and documentation, or there are more",
  );
  for (const [index, fn] of debug.functions.entries()) {
    inspection.functionIndex = index;
    const code = module.functions[index];
    inspection.require(
      isDescribed(fn, debug.paths.length) &&
        fn.registers.length === code?.registers.length &&
        fn.spans.length === code.code.length,
      "debug",
      () => "not every register and instruction has its name and place, or there are more",
    );
  }
  inspection.functionIndex = null;
}

function isDescribed(fn: ModuleDebug["functions"][number], pathCount: number): boolean {
  return (
    fn.path < pathCount &&
    fn.spans.every(({ start, end }) => start <= end && Number.isSafeInteger(end))
  );
}
