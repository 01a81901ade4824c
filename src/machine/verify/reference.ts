/** Renders the reference chapter of the verifier's rules from their table. */

import { RULES } from "./rules.ts";

/** Where the chapter stands. */
export const RULES_PATH = "src/machine/verify/reference.md";

/** The whole text of the chapter. */
export function renderRules(): string {
  const rows = Object.entries(RULES).map(
    ([name, { code, doc }]) => `| ${name} | ${code} | ${doc} |`,
  );
  return [
    "# Rules of the verifier",
    "",
    "Derived from the table in `src/machine/verify/rules.ts` by `npm run derive`: do not edit.",
    "",
    "A module that keeps every rule cannot read or write memory that is not its own, forgets",
    "nothing, pays for all it does, and means the same in both tiers. `resolang explain CODE`",
    "shows an example.",
    "",
    "| rule | code | what it says |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
