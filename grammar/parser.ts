/**
 * The grammar: tokens → lossless tree.
 *
 * Rules are Chevrotain rules with embedded actions; runs of operators are read flat and folded later
 * (fold.ts). The grammar is wider than the language where that gives better reports: statements may
 * stand at top level, commas may be missing, `=` may stand where `==` is meant. language/parse says
 * what is wrong with those.
 * Not here: what the mistakes are called (mistakes.ts).
 */

import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import { errorNames } from "./error-names.ts";
import { LIMITS } from "./limits.ts";
import type { NodeKind, SyntaxToken } from "./tree.ts";
import { STOP, TreeBuilder } from "./tree-builder.ts";
import { GROUPS, PARSER_TYPES, TOKEN_TYPES as T } from "./vocabulary.ts";

type Rule = ParserMethod<[], void>;

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
]);
/** How far a `(` in a type is looked into to tell a tuple from a unit. */
const TYPE_LOOKAHEAD = 32;

export class ResoParser extends EmbeddedActionsParser {
  readonly tree = new TreeBuilder();
  /** False in a condition, a scrutinee or an iterator, where `{` begins the block. */
  private recordAllowed = true;

  constructor(validate: boolean) {
    super(PARSER_TYPES, {
      recoveryEnabled: true,
      maxLookahead: 2,
      skipValidations: !validate,
      errorMessageProvider: errorNames(() => {
        if (this.errors.length >= LIMITS.mistakes) throw STOP;
      }),
    });
    this.performSelfAnalysis();
  }

  override reset(): void {
    super.reset();
    this.recordAllowed = true;
  }

  // ── the file and its declarations ─────────────────────────────────────────────────────────────

  readonly file: Rule = this.node("file", "file", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.LineEnd) },
        { ALT: () => this.SUBRULE(this.statement) },
      ]);
    });
  });

  readonly public: Rule = this.node("public", "public", () => {
    this.AT_LEAST_ONE(() => this.take(this.CONSUME(T.Pub)));
    this.OR([
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.output) },
      { ALT: () => this.SUBRULE(this.function) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.unit) },
      { ALT: () => this.SUBRULE(this.test) },
      { ALT: () => this.SUBRULE(this.let) },
      { ALT: () => this.SUBRULE(this.unavailable) },
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
      GATE: () => !this.isOneOf(this.LA(2), ["Slash", "Star"]),
      DEF: () => this.take(this.CONSUME(T.Number)),
    });
    this.SUBRULE(this.unitExpression);
  });

  readonly test: Rule = this.node("test", "test", () => {
    this.take(this.CONSUME(T.Test));
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

  // ── statements ────────────────────────────────────────────────────────────────────────────────

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
      { ALT: () => this.SUBRULE(this.public) },
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.output) },
      { ALT: () => this.SUBRULE(this.function) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.unit) },
      { ALT: () => this.SUBRULE(this.test) },
    ]);
  });

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
      GATE: () => this.isOneOf(this.LA(2), ["Name"]),
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

  readonly pattern: Rule = this.RULE("pattern", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.namePattern) },
      { ALT: () => this.SUBRULE(this.tuplePattern) },
    ]);
  });

  readonly namePattern: Rule = this.node("namePattern", "namePattern", () => {
    this.take(this.CONSUME(T.Name));
  });

  readonly tuplePattern: Rule = this.node("tuplePattern", "tuplePattern", () => {
    this.take(this.CONSUME(T.LeftParenthesis));
    this.MANY(() => {
      this.SUBRULE(this.pattern);
      this.OPTION(() => this.take(this.CONSUME(T.Comma)));
    });
    this.take(this.CONSUME(T.RightParenthesis));
  });

  // ── types and units ───────────────────────────────────────────────────────────────────────────

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

  // ── expressions ───────────────────────────────────────────────────────────────────────────────

  readonly condition: Rule = this.node("condition", "condition", () => {
    this.withRecords(false, () => {
      // `if let …` and `if a = b`: language/parse says what is wrong.
      this.OPTION(() => this.take(this.CONSUME(T.Let)));
      this.SUBRULE(this.expression);
      this.OPTION1(() => {
        this.take(this.CONSUME(T.Equal));
        this.SUBRULE1(this.expression);
      });
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
      { ALT: () => this.SUBRULE(this.lambda) },
      { ALT: () => this.SUBRULE(this.unavailable) },
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

  readonly name: Rule = this.RULE("name", () => {
    const opened = this.tree.open("name", this.next());
    try {
      this.take(this.CONSUME(T.Name));
      this.OPTION({
        GATE: () => this.atRecordLiteral(),
        DEF: () => {
          opened.kind = "recordLiteral";
          this.recordBody();
        },
      });
    } finally {
      this.tree.close();
    }
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

  readonly unavailable: Rule = this.node("unavailable", "unavailable", () => {
    this.take(this.CONSUME(T.Unavailable));
  });

  // ── parts of rules ────────────────────────────────────────────────────────────────────────────

  private node(name: string, kind: NodeKind, body: () => void): Rule {
    return this.RULE(name, () => {
      this.tree.open(kind, this.next());
      try {
        body();
      } finally {
        this.tree.close();
      }
    });
  }

  private take(token: IToken): void {
    this.tree.take(token as SyntaxToken);
  }

  private next(): SyntaxToken {
    return this.LA(1) as SyntaxToken;
  }

  private withRecords(allowed: boolean, body: () => void): void {
    const before = this.recordAllowed;
    this.recordAllowed = allowed;
    try {
      body();
    } finally {
      this.recordAllowed = before;
    }
  }

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

  private isOneOf(token: IToken, names: readonly string[]): boolean {
    return names.includes(token.tokenType.name);
  }

  /** After a name: does `{` begin a record literal? A certain one is taken even where it is forbidden. */
  private atRecordLiteral(): boolean {
    const name = this.LA(0).image;
    const first = name.charCodeAt(0);
    if (first < 65 || first > 90) return false;
    if (this.recordAllowed) return true;
    const inside = this.LA(2).tokenType;
    return inside === T.DotDot || (inside === T.Name && this.LA(3).tokenType === T.Colon);
  }

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

  // ── recovery ──────────────────────────────────────────────────────────────────────────────────

  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return INSERTABLE.has(type);
  }

  protected override canTokenTypeBeDeletedInRecovery(_type: TokenType): boolean {
    return !KEPT.has(this.LA(1).tokenType.name);
  }
}
