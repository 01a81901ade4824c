/** Renders the addresses and offsets that the runtime is compiled with, from the table of them. */
import { LAYOUT } from "../src/machine/values/layout.ts";

export const LAYOUT_PATH = "src/engine/kernel/assembly/shared-layout.ts";

export function renderLayout(): string {
  const lines = [
    "/** What the tiers know too. Derived from src/machine/values/layout.ts: do not edit. */",
    "",
  ];
  for (const [name, at] of Object.entries(LAYOUT)) {
    lines.push(`export const ${name}: usize = ${at};`);
  }
  return `${lines.join("\n")}\n`;
}
