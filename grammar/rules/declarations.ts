/** Rules of the declarations of a file. */

import { GROUPS, T } from "../vocabulary.ts";
import { StatementParser } from "./statements.ts";
import type { Rule } from "./tree-parser.ts";

export abstract class DeclarationParser extends StatementParser {
  readonly import: Rule = this.node("import", "import", () => {
    this.take(this.CONSUME(T.Import));
    this.SUBRULE(this.string);
    this.OPTION(() => {
      this.take(this.CONSUME(T.As));
      this.take(this.CONSUME(T.Name));
    });
    this.OPTION1(() => this.SUBRULE(this.importNames));
  });

  readonly importNames: Rule = this.node("importNames", "importNames", () => {
    this.take(this.CONSUME(T.LeftBrace));
    this.MANY(() => {
      this.SUBRULE(this.importName);
      this.OPTION(() => this.take(this.CONSUME(T.Comma)));
      this.MANY1(() => this.CONSUME(T.LineEnd));
    });
    this.take(this.CONSUME(T.RightBrace));
  });

  readonly importName: Rule = this.node("importName", "importName", () => {
    this.take(this.CONSUME(T.Name));
  });

  readonly public: Rule = this.node("public", "public", () => {
    this.AT_LEAST_ONE(() => this.take(this.CONSUME(T.Pub)));
    this.OR([
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.output) },
      { ALT: () => this.SUBRULE(this.function) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.enum) },
      { ALT: () => this.SUBRULE(this.unit) },
      { ALT: () => this.SUBRULE(this.test) },
      { ALT: () => this.SUBRULE(this.let) },
    ]);
  });

  readonly parameter: Rule = this.node("parameter", "parameter", () => {
    this.take(this.CONSUME(T.Param));
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.Colon));
    this.SUBRULE(this.type);
    this.OPTION(() => {
      this.take(this.CONSUME(T.Equal));
      this.SUBRULE(this.expression);
    });
    this.OPTION1(() => {
      this.take(this.CONSUME(T.In));
      this.SUBRULE1(this.expression);
    });
  });

  readonly output: Rule = this.node("output", "output", () => {
    this.take(this.CONSUME(T.Output));
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.Colon));
    this.SUBRULE(this.type);
  });

  readonly function: Rule = this.node("function", "function", () => {
    this.take(this.CONSUME(T.Fn));
    this.take(this.CONSUME(T.Name));
    this.OPTION(() => {
      this.take(this.CONSUME(T.Dot));
      this.take(this.CONSUME(GROUPS.AnyName));
    });
    this.OPTION1(() => this.SUBRULE(this.variables));
    this.take(this.CONSUME(T.LeftParenthesis));
    this.MANY(() => {
      this.SUBRULE(this.functionParameter);
      this.OPTION2(() => this.take(this.CONSUME(T.Comma)));
    });
    this.take(this.CONSUME(T.RightParenthesis));
    this.OPTION3(() => {
      this.take(this.CONSUME(T.Arrow));
      this.SUBRULE(this.type);
    });
    this.SUBRULE(this.block);
  });

  readonly variables: Rule = this.node("variables", "variables", () => {
    this.take(this.CONSUME(T.LeftBracket));
    this.MANY(() => {
      this.OPTION(() => this.take(this.CONSUME(T.Unit)));
      this.take(this.CONSUME(T.Name));
      this.OPTION1(() => {
        this.take(this.CONSUME(T.Colon));
        this.SUBRULE(this.type);
        this.MANY1(() => {
          this.take(this.CONSUME(T.Plus));
          this.SUBRULE1(this.type);
        });
      });
      this.OPTION2(() => this.take(this.CONSUME(T.Comma)));
    });
    this.take(this.CONSUME(T.RightBracket));
  });

  readonly functionParameter: Rule = this.node("functionParameter", "functionParameter", () => {
    this.OPTION(() => this.take(this.CONSUME(T.Var)));
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.Colon));
    this.SUBRULE(this.type);
    this.OPTION1(() => {
      this.take(this.CONSUME(T.Equal));
      this.SUBRULE(this.expression);
    });
  });

  readonly record: Rule = this.node("record", "record", () => {
    this.take(this.CONSUME(T.Record));
    this.take(this.CONSUME(T.Name));
    this.OPTION(() => this.SUBRULE(this.variables));
    this.take(this.CONSUME(T.LeftBrace));
    this.MANY(() => {
      this.SUBRULE(this.field);
      this.OPTION1(() => this.take(this.CONSUME(T.Comma)));
      this.MANY1(() => this.CONSUME(T.LineEnd));
    });
    this.take(this.CONSUME(T.RightBrace));
  });

  readonly enum: Rule = this.node("enum", "enum", () => {
    this.take(this.CONSUME(T.Enum));
    this.take(this.CONSUME(T.Name));
    this.OPTION(() => this.SUBRULE(this.variables));
    this.take(this.CONSUME(T.LeftBrace));
    this.MANY(() => {
      this.SUBRULE(this.enumCase);
      this.OPTION1(() => this.take(this.CONSUME(T.Comma)));
      this.MANY1(() => this.CONSUME(T.LineEnd));
    });
    this.take(this.CONSUME(T.RightBrace));
  });

  readonly enumCase: Rule = this.node("enumCase", "enumCase", () => {
    this.take(this.CONSUME(T.Name));
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.tupleType) },
        {
          ALT: () => {
            this.take(this.CONSUME(T.LeftBrace));
            this.MANY(() => {
              this.SUBRULE(this.field);
              this.OPTION1(() => this.take(this.CONSUME(T.Comma)));
              this.MANY1(() => this.CONSUME(T.LineEnd));
            });
            this.take(this.CONSUME(T.RightBrace));
          },
        },
      ]);
    });
  });

  readonly field: Rule = this.node("field", "field", () => {
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.Colon));
    this.SUBRULE(this.type);
  });

  readonly unit: Rule = this.node("unit", "unit", () => {
    this.take(this.CONSUME(T.Unit));
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.Equal));
    this.OPTION({
      GATE: this.gate("factor"),
      DEF: () => this.take(this.CONSUME(T.Number)),
    });
    this.SUBRULE(this.unitExpression);
  });

  readonly test: Rule = this.node("test", "test", () => {
    this.OR([
      { ALT: () => this.take(this.CONSUME(T.Test)) },
      { ALT: () => this.take(this.CONSUME(T.Bench)) },
    ]);
    this.SUBRULE(this.string);
    this.OPTION(() => {
      this.take(this.CONSUME(T.With));
      this.AT_LEAST_ONE(() => {
        this.SUBRULE(this.fixed);
        this.OPTION1(() => this.take(this.CONSUME(T.Comma)));
      });
    });
    this.OPTION2(() => this.SUBRULE(this.seed));
    this.SUBRULE(this.block);
  });

  readonly fixed: Rule = this.node("fixed", "fixed", () => {
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.Equal));
    this.withRecords(false, () => this.SUBRULE(this.expression));
  });

  readonly seed: Rule = this.node("seed", "seed", () => {
    this.take(this.CONSUME(T.For));
    this.take(this.CONSUME(T.Name));
    this.take(this.CONSUME(T.In));
    this.withRecords(false, () => this.SUBRULE(this.expression));
  });
}
