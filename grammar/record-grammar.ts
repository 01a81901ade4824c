/** The rules of the grammar as data: what Chevrotain records, and what they say of nodes. */

import type { ILookaheadStrategy, TokenType } from "chevrotain";
import type { GateName } from "./gates.ts";
import { ResoParser } from "./parser.ts";
import type { Rule } from "./rules/tree-parser.ts";
import type { NodeKind } from "./tree.ts";

/** A production as Chevrotain holds it; what is there depends on its class. */
export interface Production {
  readonly name?: string;
  readonly idx?: number;
  readonly definition?: readonly Production[];
  readonly terminalType?: TokenType;
  readonly nonTerminalName?: string;
}

/** What stands before the production with an index in a list of productions. */
export interface Mark {
  readonly index: number;
  readonly kind: "become" | "records" | "records end" | "gate";
  readonly text: string;
}

/** Runs the rules once, as every parser does when it is made, and takes notes. */
export class GrammarRecorder extends ResoParser {
  // made on first use, because the rules run before the fields of this class are there
  declare private found: {
    readonly marks: Map<Production, Mark[]>;
    readonly kinds: Map<string, NodeKind>;
  };

  constructor(lookaheadStrategy: ILookaheadStrategy) {
    super(false, { lookaheadStrategy });
  }

  /** By rule, for the rules that are nodes. */
  get kinds(): Map<string, NodeKind> {
    return this.notes().kinds;
  }

  /** By the production whose list they are in. A gate of an alternation is its first one's. */
  get marks(): Map<Production, Mark[]> {
    return this.notes().marks;
  }

  protected override node(name: string, kind: NodeKind, body: () => void): Rule {
    this.kinds.set(name, kind);
    return super.node(name, kind, body);
  }

  protected override become(kind: NodeKind): void {
    this.mark("become", kind);
  }

  protected override withRecords(allowed: boolean, body: () => void): void {
    this.mark("records", String(allowed));
    body();
    this.mark("records end", "");
  }

  protected override gate(name: GateName): () => boolean {
    this.mark("gate", name);
    return () => true;
  }

  private mark(kind: Mark["kind"], text: string): void {
    const { recordingProdStack } = this as unknown as { recordingProdStack: Production[] };
    const around = recordingProdStack.at(-1) as Production;
    const marks = this.marks.get(around) ?? [];
    marks.push({ index: around.definition!.length, kind, text });
    this.marks.set(around, marks);
  }

  private notes(): typeof this.found {
    this.found ??= { marks: new Map(), kinds: new Map() };
    return this.found;
  }
}
