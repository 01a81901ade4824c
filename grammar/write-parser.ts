/**
 * Writes the parser of texts without mistakes from the rules of the grammar, as plain functions.
 *
 * The rules are recorded as Chevrotain records them, together with what they say of nodes. What it
 * looks ahead for is asked of its own functions for every pair of tokens, so the two parsers do not
 * differ about any text that one of them accepts.
 * `npm run derive` does it; `node scripts/derive-parser.ts` also where the written one is broken.
 */

import {
  type ILookaheadStrategy,
  LLkLookaheadStrategy,
  type Rule as RecordedRule,
  tokenMatcher,
  type IToken,
} from "chevrotain";
import { HEAVY } from "./tree-builder.ts";
import { TOKENS, type TokenName } from "./tokens.ts";
import { kindCode, type NodeKind } from "./tree.ts";
import { T } from "./vocabulary.ts";
import { GrammarRecorder, type Mark, type Production } from "./record-grammar.ts";

export const DIRECT_PARSER_PATH = "grammar/direct-parser.ts";

/** The rule that a text begins with. */
const START = "file";

type AlternationOptions = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type OptionalOptions = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];

/** What Chevrotain chooses, seeing two tokens: a number of an alternative, or whether to go in. */
type Choice = (first: number, second: number) => number | boolean | undefined;

const NAMES: readonly TokenName[] = TOKENS.map((row) => row.name);
const SAMPLES: readonly IToken[] = NAMES.map((name) => {
  const type = T[name];
  return { tokenType: type, tokenTypeIdx: type.tokenTypeIdx } as IToken;
});
const ALL: readonly number[] = NAMES.map((_, code) => code);

/** Keeps what Chevrotain builds, to be asked later. */
class RecordingStrategy extends LLkLookaheadStrategy {
  readonly choices = new Map<string, Choice>();
  /** With the gate of the first alternative shut. */
  readonly shut = new Map<string, Choice>();

  override buildLookaheadForAlternation(
    options: AlternationOptions,
  ): ReturnType<ILookaheadStrategy["buildLookaheadForAlternation"]> {
    const built = super.buildLookaheadForAlternation(options);
    const { length } = alternativesOf(options.rule, options.prodOccurrence);
    const key = `${options.rule.name} Alternation ${options.prodOccurrence}`;
    const open = Array.from({ length }, () => ({ ALT: () => {} }));
    const shut = open.map((each, index) => (index === 0 ? { ...each, GATE: () => false } : each));
    this.choices.set(key, (first, second) => built.call(standing(first, second), open));
    this.shut.set(key, (first, second) => built.call(standing(first, second), shut));
    return built;
  }

  override buildLookaheadForOptional(
    options: OptionalOptions,
  ): ReturnType<ILookaheadStrategy["buildLookaheadForOptional"]> {
    const built = super.buildLookaheadForOptional(options);
    const key = `${options.rule.name} ${options.prodType} ${options.prodOccurrence}`;
    this.choices.set(key, (first, second) => built.call(standing(first, second)));
    return built;
  }
}

function alternativesOf(rule: RecordedRule, occurrence: number): readonly unknown[] {
  const find = (productions: readonly Production[]): readonly unknown[] => {
    for (const each of productions) {
      if (each.constructor.name === "NonTerminal") continue;
      const isWanted = each.constructor.name === "Alternation" && each.idx === occurrence;
      const found = isWanted ? (each.definition ?? []) : find(each.definition ?? []);
      if (found.length > 0) return found;
    }
    return [];
  };
  return find(rule.definition as unknown as Production[]);
}

/** A parser that stands before two tokens. */
function standing(first: number, second: number): never {
  const look = (distance: number): IToken => SAMPLES[distance === 1 ? first : second];
  return { LA: look, LA_FAST: look } as never;
}

/** The whole text of the derived file. */
export function renderDirectParser(): string {
  const strategy = new RecordingStrategy({ maxLookahead: 2 });
  const recorder = new GrammarRecorder(strategy);
  const writer = new ParserWriter(recorder, strategy);
  const rules = Object.values(recorder.getGAstProductions());
  const methods = rules.flatMap((rule) => writer.rule(rule as unknown as Production));
  return `${[
    "/** Derived by grammar/write-parser.ts from the rules of the grammar: do not edit. */",
    "",
    'import { DirectStack, MISTAKE } from "./direct-stack.ts";',
    'import { GATES } from "./gates.ts";',
    'import { among } from "./tokens.ts";',
    "",
    ...writer.tables(),
    "",
    "export abstract class DirectParser extends DirectStack {",
    ...methods,
    "}",
  ].join("\n")}\n`;
}

class ParserWriter {
  private readonly recorder: GrammarRecorder;
  private readonly strategy: RecordingStrategy;
  private readonly sets = new Map<string, string>();
  private ruleName = "";
  private count = 0;

  constructor(recorder: GrammarRecorder, strategy: RecordingStrategy) {
    this.recorder = recorder;
    this.strategy = strategy;
  }

  rule(rule: Production): string[] {
    const name = rule.name as string;
    this.ruleName = name;
    this.count = 0;
    const kind = this.recorder.kinds.get(name);
    const isNode = kind !== undefined;
    const body = this.list(rule, ALL);
    const access = name === START ? "protected" : "private";
    const head = `  ${access} ${name}(): void {`;
    if (!isNode) return ["", head, ...indented(body, 2), "  }"];
    const weight = HEAVY.has(kind) ? 3 : 1;
    const changes = body.some((line) => line.trim().startsWith("kind = "));
    return [
      "",
      head,
      ...(changes ? [`    let kind = ${kindCode(kind)}; // ${kind}`] : []),
      `    const mark = this.enter(${weight});`,
      ...indented(body, 2),
      changes
        ? `    this.close(kind, ${weight}, mark);`
        : `    this.close(${kindCode(kind)}, ${weight}, mark); // ${kind}`,
      "  }",
    ];
  }

  /** The tables that the rules ask. */
  tables(): string[] {
    return [...this.sets].map(([names, name]) => {
      const line = `const ${name} = among(${names});`;
      if (line.length <= 100) return line;
      return [
        `const ${name} = among(`,
        ...names.split(", ").map((each) => `  ${each},`),
        ");",
      ].join("\n");
    });
  }

  /** The productions of a rule or of a part of it; `known` are the tokens that may stand first. */
  private list(parent: Production, known: readonly number[]): string[] {
    const marks = this.recorder.marks.get(parent) ?? [];
    const productions = parent.definition ?? [];
    const lines: string[] = [];
    const saved: string[] = [];
    for (let index = 0; index <= productions.length; index += 1) {
      const here = marks.filter((mark) => mark.index === index);
      for (const mark of here) lines.push(...this.mark(mark, saved));
      if (index === productions.length) break;
      const gate = here.find((mark) => mark.kind === "gate")?.text ?? null;
      lines.push(...this.production(productions[index], index === 0 ? known : ALL, gate));
    }
    return lines;
  }

  private mark({ kind, text }: Mark, saved: string[]): string[] {
    switch (kind) {
      case "become":
        return [`kind = ${kindCode(text as NodeKind)}; // ${text}`];
      case "records": {
        const name = `allowed${(this.count += 1)}`;
        saved.push(name);
        return [`const ${name} = this.recordAllowed;`, `this.recordAllowed = ${text};`];
      }
      case "records end":
        return [`this.recordAllowed = ${saved.pop()};`];
      case "gate":
        return [];
    }
  }

  private production(
    production: Production,
    known: readonly number[],
    gate: string | null,
  ): string[] {
    switch (production.constructor.name) {
      case "Terminal":
        return [this.terminal(production, known)];
      case "NonTerminal":
        return [`this.${production.nonTerminalName}();`];
      case "Option":
      case "Repetition":
        return this.optional(production, gate);
      case "RepetitionMandatory": {
        const { condition, firsts } = this.condition(production);
        const body = this.list(production, firsts);
        return [
          `if (!(${condition})) throw MISTAKE;`,
          "do {",
          ...indented(body),
          `} while (${condition});`,
        ];
      }
      case "Alternation":
        return this.alternation(production, gate);
      default:
        throw new Error(`the parser cannot be derived: ${production.constructor.name}`);
    }
  }

  private terminal({ terminalType }: Production, known: readonly number[]): string {
    const fitting = ALL.filter((code) => tokenMatcher(SAMPLES[code], terminalType!));
    if (terminalType === T.LineEnd) return `this.pass(${fitting[0]}); // LineEnd`;
    if (known.every((code) => fitting.includes(code))) return "this.take();";
    if (fitting.length === 1) return `this.expect(${fitting[0]}); // ${terminalType!.name}`;
    return `this.expectAmong(${this.table(fitting)});`;
  }

  private optional(production: Production, gate: string | null): string[] {
    const { condition, firsts } = this.condition(production);
    const word = production.constructor.name === "Option" ? "if" : "while";
    const gated = gate === null ? condition : `(${condition}) && GATES.${gate}(this)`;
    return [`${word} (${gated}) {`, ...indented(this.list(production, firsts)), "}"];
  }

  private alternation(production: Production, gate: string | null): string[] {
    const key = `${this.ruleName} Alternation ${production.idx}`;
    const open = this.strategy.choices.get(key) as Choice;
    if (gate === null) return this.switch(production, open);
    const first = this.conditionOf((a, b) => open(a, b) === 0);
    const [alternative] = production.definition as Production[];
    return [
      `if ((${first.condition}) && GATES.${gate}(this)) {`,
      ...indented(this.list(alternative, first.firsts)),
      "} else {",
      ...indented(this.switch(production, this.strategy.shut.get(key) as Choice)),
      "}",
    ];
  }

  private switch(production: Production, choice: Choice): string[] {
    const alternatives = production.definition as Production[];
    /** By what is done, the first tokens. */
    const cases = new Map<string, number[]>();
    for (const first of ALL) {
      const chosen = ALL.map((second) => choice(first, second));
      const kinds = [...new Set(chosen)];
      if (kinds.length === 1 && kinds[0] === undefined) continue;
      const key =
        kinds.length === 1
          ? String(kinds[0])
          : kinds
              .filter((each) => each !== undefined)
              .map((each) => `${each}:${this.table(ALL.filter((code) => chosen[code] === each))}`)
              .join(" ");
      cases.set(key, [...(cases.get(key) ?? []), first]);
    }
    const lines = ["switch (this.codes[this.at]) {"];
    for (const [key, firsts] of cases) {
      lines.push(...firsts.map((code) => `  case ${code}: // ${NAMES[code]}`));
      const bodyOf = (part: string): string[] =>
        indented(this.list(alternatives[Number(part)], firsts));
      if (!key.includes(":")) lines.push(...indented(bodyOf(key)));
      else {
        for (const [index, part] of key.split(" ").entries()) {
          const [alternative, table] = part.split(":");
          const word = index === 0 ? "if" : "} else if";
          lines.push(`    ${word} (${table}[this.codes[this.at + 1]] === 1) {`);
          lines.push(...indented(bodyOf(alternative), 2));
        }
        lines.push("    } else throw MISTAKE;");
      }
      lines.push("    break;");
    }
    return [...lines, "  default:", "    throw MISTAKE;", "}"];
  }

  private condition(production: Production): { condition: string; firsts: number[] } {
    const key = `${this.ruleName} ${production.constructor.name} ${production.idx}`;
    return this.conditionOf(this.strategy.choices.get(key) as Choice);
  }

  /** As code, and the first tokens of which it may hold. */
  private conditionOf(choice: Choice): { condition: string; firsts: number[] } {
    const always: number[] = [];
    const sometimes = new Map<string, number[]>();
    for (const first of ALL) {
      const seconds = ALL.filter((second) => choice(first, second) === true);
      if (seconds.length === ALL.length) always.push(first);
      else if (seconds.length > 0) {
        const table = this.table(seconds);
        sometimes.set(table, [...(sometimes.get(table) ?? []), first]);
      }
    }
    const parts = always.length === 0 ? [] : [this.test(always)];
    for (const [table, firsts] of sometimes) {
      parts.push(`(${this.test(firsts)} && ${table}[this.codes[this.at + 1]] === 1)`);
    }
    return {
      condition: parts.join(" || "),
      firsts: [...always, ...[...sometimes.values()].flat()],
    };
  }

  private test(codes: readonly number[]): string {
    if (codes.length === 1) return `this.codes[this.at] === ${codes[0]} /* ${NAMES[codes[0]]} */`;
    return `${this.table(codes)}[this.codes[this.at]] === 1`;
  }

  private table(codes: readonly number[]): string {
    const names = codes.map((code) => `"${NAMES[code]}"`).join(", ");
    let name = this.sets.get(names);
    if (name === undefined) this.sets.set(names, (name = `SET_${this.sets.size}`));
    return name;
  }
}

function indented(lines: readonly string[], levels = 1): string[] {
  return lines.map((line) => `${"  ".repeat(levels)}${line}`);
}
