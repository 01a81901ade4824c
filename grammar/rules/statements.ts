/** Rules of statements and blocks. */

import { GROUPS, T } from "../vocabulary.ts";
import { PatternParser } from "./patterns.ts";
import type { Rule } from "./tree-parser.ts";

export abstract class StatementParser extends PatternParser {
  readonly block: Rule = this.node("block", "block", () => {
    this.take(this.CONSUME(T.LeftBrace));
    this.withRecords(true, () => {
      this.MANY(() => {
        this.OR([
          { ALT: () => this.CONSUME(T.LineEnd) },
          { ALT: () => this.SUBRULE(this.statement) },
        ]);
      });
    });
    this.take(this.CONSUME(T.RightBrace));
  });

  readonly let: Rule = this.node("let", "let", () => {
    this.OR([
      { ALT: () => this.take(this.CONSUME(T.Let)) },
      { ALT: () => this.take(this.CONSUME(T.Var)) },
    ]);
    // `let mut x`, and `let x y` in general: language/parse says which.
    this.OPTION({
      GATE: this.gate("secondName"),
      DEF: () => this.take(this.CONSUME(T.Name)),
    });
    this.SUBRULE(this.pattern);
    this.OPTION1(() => {
      this.take(this.CONSUME(T.Colon));
      this.SUBRULE(this.type);
    });
    this.take(this.CONSUME(GROUPS.DefinitionSign));
    this.SUBRULE(this.expression);
  });

  readonly assignment: Rule = this.node("assignment", "statement", () => {
    this.SUBRULE(this.expression);
    this.OPTION(() => {
      this.take(this.CONSUME(GROUPS.AssignmentOperator));
      this.SUBRULE1(this.expression);
    });
  });

  readonly for: Rule = this.node("for", "for", () => {
    this.take(this.CONSUME(T.For));
    this.SUBRULE(this.pattern);
    this.take(this.CONSUME(T.In));
    this.withRecords(false, () => this.SUBRULE(this.expression));
    this.SUBRULE(this.block);
  });

  readonly while: Rule = this.node("while", "while", () => {
    this.take(this.CONSUME(T.While));
    this.SUBRULE(this.condition);
    this.SUBRULE(this.block);
  });

  readonly loop: Rule = this.node("loop", "loop", () => {
    this.take(this.CONSUME(T.Loop));
    this.SUBRULE(this.block);
  });

  readonly jump: Rule = this.node("jump", "jump", () => {
    this.OR([
      { ALT: () => this.take(this.CONSUME(T.Break)) },
      { ALT: () => this.take(this.CONSUME(T.Continue)) },
    ]);
  });

  readonly return: Rule = this.node("return", "return", () => {
    this.take(this.CONSUME(T.Return));
    this.OPTION(() => this.SUBRULE(this.expression));
  });

  readonly emit: Rule = this.node("emit", "emit", () => {
    this.take(this.CONSUME(T.Emit));
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.Equal));
    this.SUBRULE(this.expression);
  });

  readonly print: Rule = this.node("print", "print", () => {
    this.take(this.CONSUME(T.Print));
    this.SUBRULE(this.expression);
  });

  readonly assert: Rule = this.node("assert", "assert", () => {
    this.take(this.CONSUME(T.Assert));
    this.SUBRULE(this.expression);
    this.OPTION(() => {
      this.take(this.CONSUME(T.Comma));
      this.SUBRULE1(this.expression);
    });
  });
}
