/** Rules of types and units. */

import { T } from "../vocabulary.ts";
import { TreeParser, type Rule } from "./tree-parser.ts";

/** How far a `(` in a type is looked into to tell a tuple from a unit. */
const TYPE_LOOKAHEAD = 32;

export abstract class TypeParser extends TreeParser {
  readonly type: Rule = this.RULE("type", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.namedType) },
      { ALT: () => this.SUBRULE(this.tupleType) },
      { ALT: () => this.SUBRULE(this.functionType) },
    ]);
  });

  readonly namedType: Rule = this.node("namedType", "namedType", () => {
    this.take(this.CONSUME(T.Name));
    this.OPTION(() => {
      this.take(this.CONSUME(T.LeftBracket));
      this.MANY(() => {
        this.OR([
          { GATE: () => this.atType(), ALT: () => this.SUBRULE(this.type) },
          { ALT: () => this.SUBRULE(this.unitExpression), IGNORE_AMBIGUITIES: true },
        ]);
        this.OPTION1(() => this.take(this.CONSUME(T.Comma)));
      });
      this.take(this.CONSUME(T.RightBracket));
    });
  });

  readonly tupleType: Rule = this.node("tupleType", "tupleType", () => {
    this.take(this.CONSUME(T.LeftParenthesis));
    this.MANY(() => {
      this.SUBRULE(this.type);
      this.OPTION(() => this.take(this.CONSUME(T.Comma)));
    });
    this.take(this.CONSUME(T.RightParenthesis));
  });

  readonly functionType: Rule = this.node("functionType", "functionType", () => {
    this.take(this.CONSUME(T.Fn));
    this.SUBRULE(this.tupleType);
    this.OPTION(() => {
      this.take(this.CONSUME(T.Arrow));
      this.SUBRULE(this.type);
    });
  });

  readonly unitExpression: Rule = this.node("unitExpression", "unitProduct", () => {
    this.SUBRULE(this.unitPower);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.take(this.CONSUME(T.Star)) },
        { ALT: () => this.take(this.CONSUME(T.Slash)) },
      ]);
      this.SUBRULE1(this.unitPower);
    });
  });

  readonly unitPower: Rule = this.node("unitPower", "unitPower", () => {
    this.OR([
      { ALT: () => this.take(this.CONSUME(T.Name)) },
      { ALT: () => this.take(this.CONSUME(T.UnitSuffix)) },
      { ALT: () => this.take(this.CONSUME(T.Number)) },
      { ALT: () => this.SUBRULE(this.unitGroup) },
    ]);
    this.OPTION(() => {
      this.take(this.CONSUME(T.Caret));
      this.SUBRULE(this.unitExponent);
    });
  });

  readonly unitGroup: Rule = this.node("unitGroup", "unitGroup", () => {
    this.take(this.CONSUME(T.LeftParenthesis));
    this.SUBRULE(this.unitExpression);
    this.take(this.CONSUME(T.RightParenthesis));
  });

  readonly unitExponent: Rule = this.node("unitExponent", "unitExponent", () => {
    this.OR([
      {
        ALT: () => {
          this.OPTION(() => this.take(this.CONSUME(T.Minus)));
          this.take(this.CONSUME(T.Number));
        },
      },
      {
        ALT: () => {
          this.take(this.CONSUME(T.LeftParenthesis));
          this.OPTION1(() => this.take(this.CONSUME1(T.Minus)));
          this.take(this.CONSUME1(T.Number));
          this.OPTION2(() => {
            this.take(this.CONSUME(T.Slash));
            this.take(this.CONSUME2(T.Number));
          });
          this.take(this.CONSUME(T.RightParenthesis));
        },
      },
    ]);
  });

  /** Is the next type argument a type (and not a unit)? A lone name is read as a unit. */
  private atType(): boolean {
    const next = this.LA(1).tokenType;
    if (next === T.Fn) return true;
    if (next === T.Name) return this.LA(2).tokenType === T.LeftBracket;
    if (next !== T.LeftParenthesis) return false;
    let open = 0;
    for (let ahead = 1; ahead <= TYPE_LOOKAHEAD; ahead += 1) {
      const { tokenType } = this.LA(ahead);
      if (tokenType === T.LeftParenthesis) open += 1;
      else if (tokenType === T.RightParenthesis) open -= 1;
      else if (tokenType === T.Comma || tokenType === T.LeftBracket || tokenType === T.Arrow)
        return true;
      if (open === 0) return ahead === 2;
    }
    return true;
  }
}
