/** Renders the constants by which the runtime charges, from the table of bulk costs. */
import { BULK_COSTS } from "../src/machine/bulk-costs.ts";

export const COSTS_PATH = "src/engine/kernel/assembly/costs.ts";

export function renderCosts(): string {
  const lines = [
    "/** What bulk work costs in fuel. Derived from src/machine/bulk-costs.ts: do not edit. */",
    "",
  ];
  for (const { name, per, value, doc } of BULK_COSTS) {
    lines.push(`/** ${doc} */`);
    lines.push(`export const ${name}: ${per === "fuel" ? "i64" : "u64"} = ${value};`);
  }
  return `${lines.join("\n")}\n`;
}
