/** Rules of patterns: what a `let`, a `for` and the arms of a `match` take apart. */

import { T } from "../vocabulary.ts";
import { ExpressionParser } from "./expressions.ts";
import type { Rule } from "./tree-parser.ts";

export abstract class PatternParser extends ExpressionParser {
  /** One pattern; between bars there may be several, see alternatives. */
  readonly pattern: Rule = this.RULE("pattern", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.namePattern) },
      { ALT: () => this.SUBRULE(this.tuplePattern) },
      { ALT: () => this.SUBRULE(this.listPattern) },
      { ALT: () => this.SUBRULE(this.literalPattern) },
    ]);
  });

  readonly alternatives: Rule = this.node("alternatives", "alternatives", () => {
    this.SUBRULE(this.pattern);
    this.MANY(() => {
      this.take(this.CONSUME(T.Bar));
      this.SUBRULE1(this.pattern);
    });
  });

  /** A name, or a case or a record with what it holds. */
  readonly namePattern: Rule = this.node("namePattern", "namePattern", () => {
    this.take(this.CONSUME(T.Name));
    this.MANY3(() => {
      this.become("casePattern");
      this.take(this.CONSUME(T.Dot));
      this.take(this.CONSUME1(T.Name));
    });
    this.OPTION1(() => {
      this.become("casePattern");
      this.OR([
        {
          ALT: () => {
            this.take(this.CONSUME(T.LeftParenthesis));
            this.MANY(() => {
              this.SUBRULE(this.alternatives);
              this.OPTION2(() => this.take(this.CONSUME(T.Comma)));
            });
            this.take(this.CONSUME(T.RightParenthesis));
          },
        },
        {
          ALT: () => {
            this.take(this.CONSUME(T.LeftBrace));
            this.MANY1(() => {
              this.OR1([
                { ALT: () => this.SUBRULE(this.fieldPattern) },
                { ALT: () => this.SUBRULE(this.restPattern) },
              ]);
              this.OPTION3(() => this.take(this.CONSUME1(T.Comma)));
              this.MANY2(() => this.CONSUME(T.LineEnd));
            });
            this.take(this.CONSUME(T.RightBrace));
          },
        },
      ]);
    });
  });

  readonly fieldPattern: Rule = this.node("fieldPattern", "fieldPattern", () => {
    this.take(this.CONSUME(T.Name));
    this.OPTION(() => {
      this.take(this.CONSUME(T.Colon));
      this.SUBRULE(this.alternatives);
    });
  });

  readonly tuplePattern: Rule = this.node("tuplePattern", "tuplePattern", () => {
    this.take(this.CONSUME(T.LeftParenthesis));
    this.MANY(() => {
      this.SUBRULE(this.alternatives);
      this.OPTION(() => this.take(this.CONSUME(T.Comma)));
    });
    this.take(this.CONSUME(T.RightParenthesis));
  });

  readonly listPattern: Rule = this.node("listPattern", "listPattern", () => {
    this.take(this.CONSUME(T.LeftBracket));
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.alternatives) },
        { ALT: () => this.SUBRULE(this.restPattern) },
      ]);
      this.OPTION(() => this.take(this.CONSUME(T.Comma)));
    });
    this.take(this.CONSUME(T.RightBracket));
  });

  /** `..rest`, or `..` for what is not asked about. */
  readonly restPattern: Rule = this.node("restPattern", "restPattern", () => {
    this.take(this.CONSUME(T.DotDot));
    this.OPTION(() => this.take(this.CONSUME(T.Name)));
  });

  readonly literalPattern: Rule = this.node("literalPattern", "literalPattern", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.string) },
      { ALT: () => this.SUBRULE(this.bool) },
      {
        ALT: () => {
          this.SUBRULE(this.signedNumber);
          this.OPTION(() => {
            this.OR1([
              {
                ALT: () => {
                  this.take(this.CONSUME(T.DotDot));
                  this.OPTION1(() => this.SUBRULE1(this.signedNumber));
                },
              },
              {
                ALT: () => {
                  this.take(this.CONSUME(T.DotDotEqual));
                  this.SUBRULE2(this.signedNumber);
                },
              },
            ]);
          });
        },
      },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.take(this.CONSUME1(T.DotDot)) },
            { ALT: () => this.take(this.CONSUME1(T.DotDotEqual)) },
          ]);
          this.SUBRULE3(this.signedNumber);
        },
      },
    ]);
  });

  readonly signedNumber: Rule = this.RULE("signedNumber", () => {
    this.OPTION(() => this.take(this.CONSUME(T.Minus)));
    this.SUBRULE(this.number);
  });
}
