/** What every rule of the grammar is made with: nodes, tokens, and how recovery behaves. */

import {
  EmbeddedActionsParser,
  type IParserConfig,
  type IToken,
  type ParserMethod,
  type TokenType,
} from "chevrotain";
import { errorNames } from "../error-names.ts";
import { LIMITS } from "../limits.ts";
import { STOP, TreeBuilder } from "../tree-builder.ts";
import type { NodeKind, SyntaxToken } from "../tree.ts";
import { GATES, type GateName, isUpper } from "../gates.ts";
import { GROUPS, PARSER_TYPES, T, type ParserToken } from "../vocabulary.ts";

export type Rule = ParserMethod<[], void>;

/** Tokens that recovery may make up when exactly they are missing. */
const INSERTABLE: ReadonlySet<TokenType> = new Set([T.Equal, T.Colon, T.In, GROUPS.DefinitionSign]);
/** Tokens that recovery never drops: brackets balance, and a line end is never noise. */
const KEPT: ReadonlySet<string> = new Set([
  "LeftParenthesis",
  "RightParenthesis",
  "LeftBracket",
  "RightBracket",
  "LeftBrace",
  "RightBrace",
  "LineEnd",
  "Colon",
  "Equal",
  "Comma",
]);

export abstract class TreeParser extends EmbeddedActionsParser {
  readonly tree = new TreeBuilder();
  /** False in a condition, a scrutinee or an iterator, where `{` begins the block. */
  recordAllowed = true;

  /** `settings` are for what reads the grammar itself. */
  constructor(validate: boolean, settings: IParserConfig = {}) {
    super(PARSER_TYPES, {
      ...settings,
      recoveryEnabled: true,
      maxLookahead: 2,
      skipValidations: !validate,
      errorMessageProvider: errorNames(() => {
        if (this.errors.length >= LIMITS.mistakes) throw STOP;
      }),
    });
  }

  override reset(): void {
    super.reset();
    this.recordAllowed = true;
  }

  protected node(name: string, kind: NodeKind, body: () => void): Rule {
    return this.RULE(name, () => {
      this.tree.open(kind, this.next());
      try {
        body();
      } finally {
        this.tree.close();
      }
    });
  }

  protected take(token: IToken): void {
    this.tree.take(token as ParserToken);
  }

  protected next(): SyntaxToken {
    return this.LA(1) as ParserToken;
  }

  protected withRecords(allowed: boolean, body: () => void): void {
    const before = this.recordAllowed;
    this.recordAllowed = allowed;
    try {
      body();
    } finally {
      this.recordAllowed = before;
    }
  }

  /** Makes another node of the innermost open one. */
  protected become(kind: NodeKind): void {
    this.tree.become(kind);
  }

  /** A question about what is ahead, for the DSL. */
  protected gate(name: GateName): () => boolean {
    return () => GATES[name](this);
  }

  /** See {@link Ahead}. */
  codeAhead(distance: number): number {
    return (this.LA(distance) as ParserToken).code;
  }

  isUpperAhead(distance: number): boolean {
    return isUpper(this.LA(distance).image.charCodeAt(0));
  }

  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return INSERTABLE.has(type);
  }

  protected override canTokenTypeBeDeletedInRecovery(_type: TokenType): boolean {
    return !KEPT.has(this.LA(1).tokenType.name);
  }
}
