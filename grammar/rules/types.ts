/** Rules of types and units. */

import { T } from "../vocabulary.ts";
import { TreeParser, type Rule } from "./tree-parser.ts";

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
    this.OPTION2(() => {
      this.take(this.CONSUME(T.Dot));
      this.take(this.CONSUME1(T.Name));
    });
    this.OPTION(() => {
      this.take(this.CONSUME(T.LeftBracket));
      this.MANY(() => {
        this.OR([
          { GATE: this.gate("type"), ALT: () => this.SUBRULE(this.type) },
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
}
