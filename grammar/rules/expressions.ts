/** Rules of expressions: runs of operators and chains of calls are read flat (fold.ts). */

import { GROUPS, T } from "../vocabulary.ts";
import type { Rule } from "./tree-parser.ts";
import { TypeParser } from "./types.ts";

export abstract class ExpressionParser extends TypeParser {
  /** Expressions hold blocks, blocks hold statements: see StatementParser. */
  abstract readonly block: Rule;
  /** Any statement or declaration, wherever it stands: see ResoParser. */
  abstract readonly statement: Rule;
  /** See PatternParser. */
  abstract readonly pattern: Rule;
  abstract readonly alternatives: Rule;

  readonly condition: Rule = this.node("condition", "condition", () => {
    this.withRecords(false, () => {
      this.OR([
        {
          ALT: () => {
            this.take(this.CONSUME(T.Let));
            this.SUBRULE(this.alternatives);
            this.take(this.CONSUME(T.Equal));
            this.SUBRULE(this.expression);
          },
        },
        {
          ALT: () => {
            this.SUBRULE1(this.expression);
            // `if a = b`: language/parse says what is wrong.
            this.OPTION(() => {
              this.take(this.CONSUME1(T.Equal));
              this.SUBRULE2(this.expression);
            });
          },
        },
      ]);
    });
  });

  readonly expression: Rule = this.node("expression", "expression", () => {
    this.MANY(() => this.take(this.CONSUME(GROUPS.PrefixOperator)));
    this.SUBRULE(this.operand);
    this.MANY1(() => {
      this.take(this.CONSUME(GROUPS.BinaryOperator));
      this.MANY2(() => this.take(this.CONSUME1(GROUPS.PrefixOperator)));
      this.SUBRULE1(this.operand);
    });
  });

  readonly operand: Rule = this.node("operand", "operand", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.name) },
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.SUBRULE(this.string) },
      { ALT: () => this.SUBRULE(this.bool) },
      { ALT: () => this.SUBRULE(this.parenthesised) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.block) },
      { ALT: () => this.SUBRULE(this.if) },
      { ALT: () => this.SUBRULE(this.match) },
      { ALT: () => this.SUBRULE(this.lambda) },
      { ALT: () => this.SUBRULE(this.unread) },
    ]);
    this.MANY(() => {
      this.OR1([
        {
          ALT: () => {
            this.take(this.CONSUME(T.Dot));
            this.take(this.CONSUME(GROUPS.AnyName));
          },
        },
        { ALT: () => this.SUBRULE(this.arguments) },
        { ALT: () => this.SUBRULE(this.index) },
        { ALT: () => this.take(this.CONSUME(T.Question)) },
      ]);
    });
  });

  readonly arguments: Rule = this.node("arguments", "arguments", () => {
    this.take(this.CONSUME(T.LeftParenthesis));
    this.withRecords(true, () => {
      this.MANY(() => {
        this.SUBRULE(this.argument);
        this.OPTION(() => this.take(this.CONSUME(T.Comma)));
      });
    });
    this.take(this.CONSUME(T.RightParenthesis));
  });

  readonly argument: Rule = this.node("argument", "argument", () => {
    this.OPTION(() => {
      this.take(this.CONSUME(T.Name));
      this.OR([
        { ALT: () => this.take(this.CONSUME(T.Colon)) },
        { ALT: () => this.take(this.CONSUME(T.Equal)) },
      ]);
    });
    this.SUBRULE(this.expression);
  });

  readonly index: Rule = this.node("index", "index", () => {
    this.take(this.CONSUME(T.LeftBracket));
    this.withRecords(true, () => this.SUBRULE(this.expression));
    this.take(this.CONSUME(T.RightBracket));
  });

  readonly name: Rule = this.node("name", "name", () => {
    this.take(this.CONSUME(T.Name));
    this.MANY2({
      GATE: this.gate("qualifiedLiteral"),
      DEF: () => {
        this.take(this.CONSUME(T.Dot));
        this.take(this.CONSUME1(T.Name));
      },
    });
    this.OPTION2({
      GATE: this.gate("recordLiteral"),
      DEF: () => {
        this.become("recordLiteral");
        this.recordBody();
      },
    });
  });

  readonly recordField: Rule = this.node("recordField", "recordField", () => {
    this.take(this.CONSUME(T.Name));
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.take(this.CONSUME(T.Colon)) },
        { ALT: () => this.take(this.CONSUME(T.Equal)) },
      ]);
      this.SUBRULE(this.expression);
    });
  });

  readonly recordBase: Rule = this.node("recordBase", "recordBase", () => {
    this.take(this.CONSUME(T.DotDot));
    this.SUBRULE(this.expression);
  });

  readonly number: Rule = this.node("number", "number", () => {
    this.take(this.CONSUME(T.Number));
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.take(this.CONSUME(T.UnitSuffix)) },
        {
          ALT: () => {
            this.take(this.CONSUME(T.LeftBracket));
            this.SUBRULE(this.unitExpression);
            this.take(this.CONSUME(T.RightBracket));
          },
        },
      ]);
    });
  });

  readonly bool: Rule = this.node("bool", "bool", () => {
    this.OR([
      { ALT: () => this.take(this.CONSUME(T.True)) },
      { ALT: () => this.take(this.CONSUME(T.False)) },
    ]);
  });

  readonly string: Rule = this.node("string", "string", () => {
    this.OR([
      { ALT: () => this.take(this.CONSUME(T.String)) },
      {
        ALT: () => {
          this.take(this.CONSUME(T.StringHead));
          this.SUBRULE(this.hole);
          this.MANY(() => {
            this.take(this.CONSUME(T.StringMiddle));
            this.SUBRULE1(this.hole);
          });
          this.take(this.CONSUME(T.StringTail));
        },
      },
    ]);
  });

  readonly hole: Rule = this.node("hole", "hole", () => {
    this.withRecords(true, () => this.SUBRULE(this.expression));
    this.OPTION(() => {
      this.take(this.CONSUME(T.Colon));
      this.OPTION1(() => {
        this.take(this.CONSUME(T.Dot));
        this.take(this.CONSUME(T.Number));
      });
      this.OPTION2(() => {
        this.take(this.CONSUME(T.LeftBracket));
        this.SUBRULE(this.unitExpression);
        this.take(this.CONSUME(T.RightBracket));
      });
    });
  });

  readonly parenthesised: Rule = this.node("parenthesised", "parenthesised", () => {
    this.take(this.CONSUME(T.LeftParenthesis));
    this.withRecords(true, () => this.elements());
    this.take(this.CONSUME(T.RightParenthesis));
  });

  readonly list: Rule = this.node("list", "list", () => {
    this.take(this.CONSUME(T.LeftBracket));
    this.withRecords(true, () => this.elements());
    this.take(this.CONSUME(T.RightBracket));
  });

  readonly if: Rule = this.node("if", "if", () => {
    this.take(this.CONSUME(T.If));
    this.SUBRULE(this.condition);
    this.SUBRULE(this.block);
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.take(this.CONSUME(T.Else));
            this.take(this.CONSUME1(T.If));
          },
        },
        { ALT: () => this.take(this.CONSUME(T.ElseIf)) },
      ]);
      this.SUBRULE1(this.condition);
      this.SUBRULE1(this.block);
    });
    this.OPTION(() => {
      this.take(this.CONSUME1(T.Else));
      this.SUBRULE2(this.block);
    });
  });

  readonly match: Rule = this.node("match", "match", () => {
    this.take(this.CONSUME(T.Match));
    this.withRecords(false, () => this.SUBRULE(this.expression));
    this.take(this.CONSUME(T.LeftBrace));
    this.withRecords(true, () => {
      this.MANY(() => {
        this.SUBRULE(this.arm);
        this.OPTION(() => this.take(this.CONSUME(T.Comma)));
        this.MANY1(() => this.CONSUME(T.LineEnd));
      });
    });
    this.take(this.CONSUME(T.RightBrace));
  });

  readonly arm: Rule = this.node("arm", "arm", () => {
    this.SUBRULE(this.alternatives);
    this.OPTION(() => {
      this.take(this.CONSUME(T.If));
      this.SUBRULE(this.expression);
    });
    this.take(this.CONSUME(T.FatArrow));
    this.SUBRULE(this.statement);
  });

  readonly lambda: Rule = this.node("lambda", "lambda", () => {
    this.OR([
      { ALT: () => this.take(this.CONSUME(T.BarBar)) },
      {
        ALT: () => {
          this.take(this.CONSUME(T.Bar));
          this.MANY(() => {
            this.SUBRULE(this.pattern);
            this.OPTION(() => {
              this.take(this.CONSUME(T.Colon));
              this.SUBRULE(this.type);
            });
            this.OPTION1(() => this.take(this.CONSUME(T.Comma)));
          });
          this.take(this.CONSUME1(T.Bar));
        },
      },
    ]);
    this.SUBRULE(this.expression);
  });

  readonly unread: Rule = this.node("unread", "unread", () => {
    this.take(this.CONSUME(T.Unread));
  });

  private elements(): void {
    this.MANY(() => {
      this.SUBRULE(this.expression);
      this.OPTION(() => this.take(this.CONSUME(T.Comma)));
    });
  }

  private recordBody(): void {
    this.take(this.CONSUME(T.LeftBrace));
    this.withRecords(true, () => {
      this.MANY(() => {
        this.OR([
          { ALT: () => this.SUBRULE(this.recordField) },
          { ALT: () => this.SUBRULE(this.recordBase) },
        ]);
        this.OPTION1(() => this.take(this.CONSUME(T.Comma)));
        this.MANY1(() => this.CONSUME(T.LineEnd));
      });
    });
    this.take(this.CONSUME(T.RightBrace));
  }
}
