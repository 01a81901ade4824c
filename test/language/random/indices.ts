/**
 * Loops that go through the places of a list, and sums near the ends of Int: what a tier may prove
 * and no longer test, beside what only looks like it.
 *
 * Templates as in values.ts; `⟨:i⟩` is a name of the template's own, known to expressions from
 * `⟨know i Int⟩` on.
 */

import type { Chance } from "../../machine/fuzz/chance.ts";

/** Heads of loops over the list `⟨@⟩`, with the place in `⟨:i⟩`; the first ones stay inside. */
const HEADS: readonly string[] = [
  "for ⟨:i⟩ in 0..⟨@⟩.length() {",
  "for ⟨:i⟩ in 0..⟨@⟩.length() {",
  "for ⟨:i⟩ in 1..⟨@⟩.length() {",
  "for ⟨:i⟩ in 0..⟨@⟩.length() - 1 {",
  "let ⟨:n⟩ = ⟨@⟩.length()\nfor ⟨:i⟩ in 0..⟨:n⟩ {",
  "let ⟨:n⟩ = min(⟨@⟩.length(), ⟨#9⟩)\nfor ⟨:i⟩ in 0..⟨:n⟩ {",
  "let ⟨:k⟩ = ⟨@⟩.length()\nfor ⟨:j⟩ in 0..⟨:k⟩ {\nlet ⟨:i⟩ = ⟨:k⟩ - 1 - ⟨:j⟩",
  "for ⟨:j⟩ in 0..⟨@⟩.length() {\nlet ⟨:i⟩ = ⟨:j⟩ div 2",
  "for ⟨:j⟩ in 0..9 {\nif ⟨@⟩.length() == 0 { break }\n" +
    "let ⟨:i⟩ = (⟨:j⟩ * ⟨#9⟩ - ⟨Int⟩) % ⟨@⟩.length()",
  "var ⟨:i⟩ = ⟨@⟩.length()\nwhile ⟨:i⟩ > 0 {\n⟨:i⟩ -= 1",
  "var ⟨:i⟩ = -1\nwhile ⟨:i⟩ + ⟨?1 2⟩ < ⟨@⟩.length() {\n⟨:i⟩ += 1",
];

/** Heads of loops that leave the list now and then. */
const WIDE_HEADS: readonly string[] = [
  "for ⟨:i⟩ in 0..=⟨@⟩.length() {",
  "for ⟨:i⟩ in -1..⟨@⟩.length() {",
  "for ⟨:i⟩ in 0..⟨#9⟩ {",
  "for ⟨:j⟩ in 0..⟨@⟩.length() {\nlet ⟨:i⟩ = ⟨:j⟩ * 2 - 1",
];

/** What stands in such a loop. */
const USES: readonly string[] = [
  "⟨@⟩[⟨:i⟩] = ⟨A⟩",
  "⟨@⟩[⟨:i⟩] = ⟨A⟩",
  "⟨@⟩[⟨:i⟩] = chosen(⟨@⟩[⟨:i⟩], ⟨A⟩, ⟨Bool⟩)",
  "if ⟨:i⟩ > 0 {\n⟨@⟩[⟨:i⟩ - 1] = ⟨@⟩[⟨:i⟩]\n}",
  "if ⟨:i⟩ + 1 < ⟨@⟩.length() {\n⟨@⟩[⟨:i⟩] = ⟨@⟩[⟨:i⟩ + 1]\n}",
  "let ⟨:t⟩ = ⟨@⟩[⟨:i⟩]\n⟨@⟩[⟨:i⟩] = ⟨@⟩[⟨@⟩.length() - 1 - ⟨:i⟩]\n" +
    "⟨@⟩[⟨@⟩.length() - 1 - ⟨:i⟩] = ⟨:t⟩",
  "for ⟨:m⟩ in 0..⟨:i⟩ {\n⟨@⟩[⟨:m⟩] = ⟨@⟩[⟨:i⟩]\n}",
  "let ⟨:other⟩ = ⟨@⟩\n⟨@⟩[⟨:i⟩] = ⟨:other⟩[0]",
  "⟨@⟩[⟨:i⟩ div 2] = ⟨@⟩[⟨:i⟩]",
];

/** What takes from a proof what it rests on. */
const SPOILERS: readonly string[] = [
  "if ⟨Bool⟩ {\n⟨@⟩.truncate(min(⟨:i⟩ + ⟨#3⟩, ⟨@⟩.length()))\n}",
  "if ⟨@⟩.length() > ⟨#4⟩ { let _ = ⟨@⟩.pop() }",
  "if ⟨:i⟩ == ⟨#4⟩ {\n⟨@⟩ = ⟨List[A]⟩\n}",
  "if ⟨Bool⟩ {\n⟨@⟩ = ⟨@⟩.slice(0, ⟨@⟩.length() div 2)\n}",
  "if ⟨:i⟩ < 9 and ⟨@⟩.length() < 40 {\n⟨@⟩.push(⟨A⟩)\n}",
  "if ⟨Bool⟩ { break }",
  "if ⟨Bool⟩ { continue }",
  "⟨@⟩[⟨:i⟩ + ⟨?-1 1⟩] = ⟨A⟩",
  "⟨@⟩[⟨Int⟩ % 8] = ⟨A⟩",
];

/** A template of a loop through the places of a list. */
export function indexedLoop(chance: Chance, mayStop: boolean): string {
  const isWide = (): boolean => mayStop && chance.hit(0.3);
  const head = chance.pick(isWide() ? WIDE_HEADS : HEADS);
  const lines = Array.from({ length: 1 + chance.below(3) }, () =>
    chance.pick(isWide() ? SPOILERS : USES),
  );
  // names that a line declares are its own
  const own = lines.map((line, index) =>
    line.replaceAll(/⟨:(t|m|other)⟩/gu, (_, name: string) => `⟨:${name}${index}⟩`),
  );
  return `${head}⟨know i Int⟩\n${own.join("\n")}\n}`;
}

/** Sums and products near the ends of Int, and places where a comparison narrows what may come. */
export const SUMS: readonly string[] = [
  "var ⟨:n⟩ = ⟨Int⟩\nfor ⟨:i⟩ in 0..⟨?9 60⟩ {\n⟨:n⟩ = ⟨:n⟩ * ⟨?2 3 -7⟩ + ⟨:i⟩\n" +
    "if Int.abs(⟨:n⟩) > ⟨?1_000_000 " +
    "4_503_599_627_370_495⟩ {\n⟨:n⟩ %= 1000\n}\n}\nprint shown(⟨:n⟩)",
  "var ⟨:n⟩ = ⟨?9_007_199_254_740_991 4_503_599_627_370_496⟩ - ⟨#99⟩\n" +
    "for ⟨:i⟩ in 0..⟨#99⟩ {\n⟨:n⟩ ⟨?+= -=⟩ " +
    "⟨?1 7⟩\n}\nprint shown(⟨:n⟩)",
  "let ⟨:a⟩ = ⟨Int⟩\nlet ⟨:b⟩ = ⟨Int⟩ * ⟨?3_000_000 94_906_265 -94_906_266⟩\n" +
    "if ⟨:a⟩ ⟨?< <= >⟩ ⟨:b⟩ {\nprint " +
    "shown(⟨:b⟩ - ⟨:a⟩)\n}\nprint shown(⟨:a⟩ * ⟨:b⟩)",
  "let ⟨:d⟩ = ⟨?1 2 3 4 8 1024 -2 -8⟩\nprint shown((⟨Int⟩ * ⟨?1 -1⟩) ⟨?div %⟩ ⟨:d⟩)",
  "print shown(⟨Int⟩ * ⟨?1 -1⟩ ⟨?div %⟩ ⟨?2 4 16 4096 -4 3⟩)",
  "for ⟨:i⟩ in ⟨?-5 9_007_199_254_740_986⟩..=⟨?4 9_007_199_254_740_991⟩ {\n" +
    "if ⟨:i⟩ > 4 or ⟨:i⟩ > ⟨Int⟩ { break }\n" +
    "print shown(⟨:i⟩ + ⟨:i⟩)\n}",
  "for ⟨:i⟩ in ⟨Int⟩..⟨Int⟩ {\nif ⟨:i⟩ % ⟨?3 4 7⟩ == 0 { break }\nprint shown(⟨:i⟩ * ⟨:i⟩ - 1)\n}",
];
