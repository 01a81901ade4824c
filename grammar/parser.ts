/**
 * The grammar: tokens → lossless tree.
 *
 * Rules are Chevrotain rules with embedded actions, in layers: rules/tree-parser (nodes, recovery),
 * types, expressions, statements, declarations, and this. The grammar is wider than the language
 * where that gives better reports: statements may stand at top level, commas may be missing, `=`
 * may stand where `==` is meant. language/parse says what is wrong with those.
 * direct-parser.ts is derived from these rules, and reads texts without mistakes in their place.
 * Not here: what the mistakes are called (mistakes.ts), precedence (operators.ts, fold.ts).
 */

import type { IParserConfig } from "chevrotain";
import { DeclarationParser } from "./rules/declarations.ts";
import type { Rule } from "./rules/tree-parser.ts";
import { T } from "./vocabulary.ts";

export class ResoParser extends DeclarationParser {
  /** `validate` checks the grammar for ambiguities, which takes long and belongs in a test. */
  constructor(validate: boolean, settings?: IParserConfig) {
    super(validate, settings);
    this.performSelfAnalysis();
  }

  readonly file: Rule = this.node("file", "file", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.LineEnd) },
        { ALT: () => this.SUBRULE(this.statement) },
      ]);
    });
  });

  readonly statement: Rule = this.RULE("statement", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.assignment) },
      { ALT: () => this.SUBRULE(this.let) },
      { ALT: () => this.SUBRULE(this.for) },
      { ALT: () => this.SUBRULE(this.while) },
      { ALT: () => this.SUBRULE(this.loop) },
      { ALT: () => this.SUBRULE(this.jump) },
      { ALT: () => this.SUBRULE(this.return) },
      { ALT: () => this.SUBRULE(this.emit) },
      { ALT: () => this.SUBRULE(this.print) },
      { ALT: () => this.SUBRULE(this.assert) },
      { ALT: () => this.SUBRULE(this.import) },
      { ALT: () => this.SUBRULE(this.public) },
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.output) },
      { ALT: () => this.SUBRULE(this.function) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.enum) },
      { ALT: () => this.SUBRULE(this.unit) },
      { ALT: () => this.SUBRULE(this.test) },
    ]);
  });
}
