/** Derived by grammar/write-parser.ts from the rules of the grammar: do not edit. */

import { among, DirectTree, MISTAKE } from "./direct-tree.ts";
import { GATES } from "./gates.ts";
import type { NodeKind, SyntaxChild, SyntaxNode, SyntaxToken } from "./tree.ts";

const SET_0 = among("Number", "Name", "UnitSuffix", "Fn", "LeftParenthesis");
const SET_1 = among("Name", "Fn", "LeftParenthesis", "RightParenthesis");
const SET_2 = among("Name", "Fn");
const SET_3 = among("Number", "Name", "UnitSuffix", "LeftParenthesis");
const SET_4 = among("Name", "Fn", "LeftParenthesis");
const SET_5 = among("Star", "Slash");
const SET_6 = among("Not", "PlusPlus", "Plus", "Minus", "Bang");
const SET_7 = among(
  "And",
  "Or",
  "Div",
  "EqualEqualEqual",
  "BangEqualEqual",
  "DotDotEqual",
  "StarStar",
  "AmpersandAmpersand",
  "BarBar",
  "LessGreater",
  "EqualEqual",
  "BangEqual",
  "LessEqual",
  "GreaterEqual",
  "DotDot",
  "PlusPlus",
  "Less",
  "Greater",
  "Plus",
  "Minus",
  "Star",
  "Slash",
  "Percent",
  "Caret",
);
const SET_8 = among("Question", "Dot", "LeftParenthesis", "LeftBracket");
const SET_9 = among(
  "Name",
  "Param",
  "Output",
  "Record",
  "Enum",
  "Fn",
  "Unit",
  "Test",
  "Pub",
  "Let",
  "Var",
  "With",
  "If",
  "Else",
  "Match",
  "While",
  "Loop",
  "For",
  "In",
  "Break",
  "Continue",
  "Return",
  "Emit",
  "Print",
  "Assert",
  "True",
  "False",
  "And",
  "Or",
  "Not",
  "Div",
  "Import",
  "As",
  "Bench",
);
const SET_10 = among(
  "Number",
  "Name",
  "String",
  "StringHead",
  "Unread",
  "If",
  "Match",
  "True",
  "False",
  "Not",
  "BarBar",
  "PlusPlus",
  "Plus",
  "Minus",
  "Bar",
  "Bang",
  "LeftParenthesis",
  "LeftBracket",
  "LeftBrace",
);
const SET_11 = among("Equal", "Colon");
const SET_12 = among("Name", "DotDot");
const SET_13 = among("UnitSuffix", "LeftBracket");
const SET_14 = among("If");
const SET_15 = among(
  "Number",
  "Name",
  "String",
  "StringHead",
  "True",
  "False",
  "Minus",
  "LeftParenthesis",
  "LeftBracket",
);
const SET_16 = among("LeftParenthesis", "LeftBrace");
const SET_17 = among(
  "Number",
  "Name",
  "String",
  "StringHead",
  "True",
  "False",
  "DotDot",
  "Minus",
  "LeftParenthesis",
  "LeftBracket",
);
const SET_18 = among("DotDotEqual", "DotDot");
const SET_19 = among(
  "Number",
  "Name",
  "String",
  "StringHead",
  "LineEnd",
  "Unread",
  "Param",
  "Output",
  "Record",
  "Enum",
  "Fn",
  "Unit",
  "Test",
  "Pub",
  "Let",
  "Var",
  "If",
  "Match",
  "While",
  "Loop",
  "For",
  "Break",
  "Continue",
  "Return",
  "Emit",
  "Print",
  "Assert",
  "True",
  "False",
  "Not",
  "Import",
  "Bench",
  "BarBar",
  "PlusPlus",
  "Plus",
  "Minus",
  "Bar",
  "Bang",
  "LeftParenthesis",
  "LeftBracket",
  "LeftBrace",
);
const SET_20 = among("ColonEqual", "Equal");
const SET_21 = among(
  "PlusPlusEqual",
  "ColonEqual",
  "PlusEqual",
  "MinusEqual",
  "StarEqual",
  "SlashEqual",
  "PercentEqual",
  "CaretEqual",
  "Equal",
);
const SET_22 = among("Name", "Var");
const SET_23 = among("Name", "Unit");

/** The tree of a text without the end of the file; null when there is a mistake. */
export function parseDirect(
  stream: readonly SyntaxToken[],
  endOfFile: SyntaxToken,
): SyntaxNode | null {
  try {
    return new DirectParser(stream, endOfFile).whole();
  } catch (reason) {
    if (reason === MISTAKE) return null;
    throw reason;
  }
}

class DirectParser extends DirectTree {
  whole(): SyntaxNode {
    const out: SyntaxChild[] = [];
    this.file(out);
    if (!this.isAtEnd()) throw MISTAKE;
    const none: SyntaxNode = { kind: "file", children: [], first: -1, last: -1, depth: 0 };
    return (out[0] as SyntaxNode | undefined) ?? none;
  }

  private type(out: SyntaxChild[]): void {
    switch (this.codes[this.at]) {
      case 5: // Name
        this.namedType(out);
        break;
      case 18: // Fn
        this.functionType(out);
        break;
      case 86: // LeftParenthesis
        this.tupleType(out);
        break;
      default:
        throw MISTAKE;
    }
  }

  private namedType(out: SyntaxChild[]): void {
    const own = this.enter(3);
    this.expect(5, own); // Name
    if (this.codes[this.at] === 83 /* Dot */) {
      this.take(own);
      this.expect(5, own); // Name
    }
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.take(own);
      while (SET_0[this.codes[this.at]] === 1) {
        if ((SET_2[this.codes[this.at]] === 1 || (this.codes[this.at] === 86 /* LeftParenthesis */ && SET_1[this.codes[this.at + 1]] === 1)) && GATES.type(this)) {
          this.type(own);
        } else {
          switch (this.codes[this.at]) {
            case 4: // Number
            case 5: // Name
            case 10: // UnitSuffix
              this.unitExpression(own);
              break;
            case 86: // LeftParenthesis
              if (SET_3[this.codes[this.at + 1]] === 1) {
                this.unitExpression(own);
              } else throw MISTAKE;
              break;
            default:
              throw MISTAKE;
          }
        }
        if (this.codes[this.at] === 84 /* Comma */) {
          this.take(own);
        }
      }
      this.expect(89, own); // RightBracket
    }
    this.close("namedType", 3, own, out);
  }

  private tupleType(out: SyntaxChild[]): void {
    const own = this.enter(3);
    this.expect(86, own); // LeftParenthesis
    while (SET_4[this.codes[this.at]] === 1) {
      this.type(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.expect(87, own); // RightParenthesis
    this.close("tupleType", 3, own, out);
  }

  private functionType(out: SyntaxChild[]): void {
    const own = this.enter(3);
    this.expect(18, own); // Fn
    this.tupleType(own);
    if (this.codes[this.at] === 57 /* Arrow */) {
      this.take(own);
      this.type(own);
    }
    this.close("functionType", 3, own, out);
  }

  private unitExpression(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.unitPower(own);
    while (SET_5[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 75: // Star
          this.take(own);
          break;
        case 76: // Slash
          this.take(own);
          break;
        default:
          throw MISTAKE;
      }
      this.unitPower(own);
    }
    this.close("unitProduct", 1, own, out);
  }

  private unitPower(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
        this.take(own);
        break;
      case 5: // Name
        this.take(own);
        break;
      case 10: // UnitSuffix
        this.take(own);
        break;
      case 86: // LeftParenthesis
        this.unitGroup(own);
        break;
      default:
        throw MISTAKE;
    }
    if (this.codes[this.at] === 78 /* Caret */) {
      this.take(own);
      this.unitExponent(own);
    }
    this.close("unitPower", 1, own, out);
  }

  private unitGroup(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(86, own); // LeftParenthesis
    this.unitExpression(own);
    this.expect(87, own); // RightParenthesis
    this.close("unitGroup", 1, own, out);
  }

  private unitExponent(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
      case 74: // Minus
        if (this.codes[this.at] === 74 /* Minus */) {
          this.take(own);
        }
        this.expect(4, own); // Number
        break;
      case 86: // LeftParenthesis
        this.take(own);
        if (this.codes[this.at] === 74 /* Minus */) {
          this.take(own);
        }
        this.expect(4, own); // Number
        if (this.codes[this.at] === 76 /* Slash */) {
          this.take(own);
          this.expect(4, own); // Number
        }
        this.expect(87, own); // RightParenthesis
        break;
      default:
        throw MISTAKE;
    }
    this.close("unitExponent", 1, own, out);
  }

  private condition(out: SyntaxChild[]): void {
    const own = this.enter(1);
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    switch (this.codes[this.at]) {
      case 4: // Number
      case 5: // Name
      case 6: // String
      case 7: // StringHead
      case 12: // Unread
      case 25: // If
      case 27: // Match
      case 38: // True
      case 39: // False
      case 42: // Not
      case 53: // BarBar
      case 69: // PlusPlus
      case 73: // Plus
      case 74: // Minus
      case 80: // Bar
      case 81: // Bang
      case 86: // LeftParenthesis
      case 88: // LeftBracket
      case 90: // LeftBrace
        this.expression(own);
        if (this.codes[this.at] === 70 /* Equal */) {
          this.take(own);
          this.expression(own);
        }
        break;
      case 22: // Let
        this.take(own);
        this.alternatives(own);
        this.expect(70, own); // Equal
        this.expression(own);
        break;
      default:
        throw MISTAKE;
    }
    this.recordAllowed = allowed1;
    this.close("condition", 1, own, out);
  }

  private expression(out: SyntaxChild[]): void {
    const own = this.enter(1);
    while (SET_6[this.codes[this.at]] === 1) {
      this.take(own);
    }
    this.operand(own);
    while (SET_7[this.codes[this.at]] === 1) {
      this.take(own);
      while (SET_6[this.codes[this.at]] === 1) {
        this.take(own);
      }
      this.operand(own);
    }
    this.close("expression", 1, own, out);
  }

  private operand(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
        this.number(own);
        break;
      case 5: // Name
        this.name(own);
        break;
      case 6: // String
      case 7: // StringHead
        this.string(own);
        break;
      case 12: // Unread
        this.unread(own);
        break;
      case 25: // If
        this.if(own);
        break;
      case 27: // Match
        this.match(own);
        break;
      case 38: // True
      case 39: // False
        this.bool(own);
        break;
      case 53: // BarBar
      case 80: // Bar
        this.lambda(own);
        break;
      case 86: // LeftParenthesis
        this.parenthesised(own);
        break;
      case 88: // LeftBracket
        this.list(own);
        break;
      case 90: // LeftBrace
        this.block(own);
        break;
      default:
        throw MISTAKE;
    }
    while (SET_8[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 79: // Question
          this.take(own);
          break;
        case 83: // Dot
          this.take(own);
          this.expectAmong(SET_9, own);
          break;
        case 86: // LeftParenthesis
          this.arguments(own);
          break;
        case 88: // LeftBracket
          this.index(own);
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close("operand", 1, own, out);
  }

  private arguments(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(86, own); // LeftParenthesis
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_10[this.codes[this.at]] === 1) {
      this.argument(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.recordAllowed = allowed1;
    this.expect(87, own); // RightParenthesis
    this.close("arguments", 1, own, out);
  }

  private argument(out: SyntaxChild[]): void {
    const own = this.enter(1);
    if ((this.codes[this.at] === 5 /* Name */ && SET_11[this.codes[this.at + 1]] === 1)) {
      this.take(own);
      switch (this.codes[this.at]) {
        case 70: // Equal
          this.take(own);
          break;
        case 85: // Colon
          this.take(own);
          break;
        default:
          throw MISTAKE;
      }
    }
    this.expression(own);
    this.close("argument", 1, own, out);
  }

  private index(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(88, own); // LeftBracket
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    this.expression(own);
    this.recordAllowed = allowed1;
    this.expect(89, own); // RightBracket
    this.close("index", 1, own, out);
  }

  private name(out: SyntaxChild[]): void {
    let kind: NodeKind = "name";
    const own = this.enter(1);
    this.expect(5, own); // Name
    while ((this.codes[this.at] === 83 /* Dot */) && GATES.qualifiedLiteral(this)) {
      this.take(own);
      this.expect(5, own); // Name
    }
    if ((this.codes[this.at] === 90 /* LeftBrace */) && GATES.recordLiteral(this)) {
      kind = "recordLiteral";
      this.take(own);
      const allowed1 = this.recordAllowed;
      this.recordAllowed = true;
      while (SET_12[this.codes[this.at]] === 1) {
        switch (this.codes[this.at]) {
          case 5: // Name
            this.recordField(own);
            break;
          case 68: // DotDot
            this.recordBase(own);
            break;
          default:
            throw MISTAKE;
        }
        if (this.codes[this.at] === 84 /* Comma */) {
          this.take(own);
        }
        while (this.codes[this.at] === 11 /* LineEnd */) {
          this.pass(11); // LineEnd
        }
      }
      this.recordAllowed = allowed1;
      this.expect(91, own); // RightBrace
    }
    this.close(kind, 1, own, out);
  }

  private recordField(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(5, own); // Name
    if (SET_11[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 70: // Equal
          this.take(own);
          break;
        case 85: // Colon
          this.take(own);
          break;
        default:
          throw MISTAKE;
      }
      this.expression(own);
    }
    this.close("recordField", 1, own, out);
  }

  private recordBase(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(68, own); // DotDot
    this.expression(own);
    this.close("recordBase", 1, own, out);
  }

  private number(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(4, own); // Number
    if (SET_13[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 10: // UnitSuffix
          this.take(own);
          break;
        case 88: // LeftBracket
          this.take(own);
          this.unitExpression(own);
          this.expect(89, own); // RightBracket
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close("number", 1, own, out);
  }

  private bool(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 38: // True
        this.take(own);
        break;
      case 39: // False
        this.take(own);
        break;
      default:
        throw MISTAKE;
    }
    this.close("bool", 1, own, out);
  }

  private string(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 6: // String
        this.take(own);
        break;
      case 7: // StringHead
        this.take(own);
        this.hole(own);
        while (this.codes[this.at] === 8 /* StringMiddle */) {
          this.take(own);
          this.hole(own);
        }
        this.expect(9, own); // StringTail
        break;
      default:
        throw MISTAKE;
    }
    this.close("string", 1, own, out);
  }

  private hole(out: SyntaxChild[]): void {
    const own = this.enter(1);
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    this.expression(own);
    this.recordAllowed = allowed1;
    if (this.codes[this.at] === 85 /* Colon */) {
      this.take(own);
      if (this.codes[this.at] === 83 /* Dot */) {
        this.take(own);
        this.expect(4, own); // Number
      }
      if (this.codes[this.at] === 88 /* LeftBracket */) {
        this.take(own);
        this.unitExpression(own);
        this.expect(89, own); // RightBracket
      }
    }
    this.close("hole", 1, own, out);
  }

  private parenthesised(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(86, own); // LeftParenthesis
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_10[this.codes[this.at]] === 1) {
      this.expression(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.recordAllowed = allowed1;
    this.expect(87, own); // RightParenthesis
    this.close("parenthesised", 1, own, out);
  }

  private list(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(88, own); // LeftBracket
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_10[this.codes[this.at]] === 1) {
      this.expression(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.recordAllowed = allowed1;
    this.expect(89, own); // RightBracket
    this.close("list", 1, own, out);
  }

  private if(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(25, own); // If
    this.condition(own);
    this.block(own);
    while (this.codes[this.at] === 13 /* ElseIf */ || (this.codes[this.at] === 26 /* Else */ && SET_14[this.codes[this.at + 1]] === 1)) {
      switch (this.codes[this.at]) {
        case 13: // ElseIf
          this.take(own);
          break;
        case 26: // Else
          this.take(own);
          this.expect(25, own); // If
          break;
        default:
          throw MISTAKE;
      }
      this.condition(own);
      this.block(own);
    }
    if (this.codes[this.at] === 26 /* Else */) {
      this.take(own);
      this.block(own);
    }
    this.close("if", 1, own, out);
  }

  private match(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(27, own); // Match
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression(own);
    this.recordAllowed = allowed1;
    this.expect(90, own); // LeftBrace
    const allowed2 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_15[this.codes[this.at]] === 1) {
      this.arm(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.recordAllowed = allowed2;
    this.expect(91, own); // RightBrace
    this.close("match", 1, own, out);
  }

  private arm(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.alternatives(own);
    if (this.codes[this.at] === 25 /* If */) {
      this.take(own);
      this.expression(own);
    }
    this.expect(56, own); // FatArrow
    this.statement(own);
    this.close("arm", 1, own, out);
  }

  private lambda(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 53: // BarBar
        this.take(own);
        break;
      case 80: // Bar
        this.take(own);
        while (SET_15[this.codes[this.at]] === 1) {
          this.pattern(own);
          if (this.codes[this.at] === 85 /* Colon */) {
            this.take(own);
            this.type(own);
          }
          if (this.codes[this.at] === 84 /* Comma */) {
            this.take(own);
          }
        }
        this.expect(80, own); // Bar
        break;
      default:
        throw MISTAKE;
    }
    this.expression(own);
    this.close("lambda", 1, own, out);
  }

  private unread(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(12, own); // Unread
    this.close("unread", 1, own, out);
  }

  private pattern(out: SyntaxChild[]): void {
    switch (this.codes[this.at]) {
      case 4: // Number
      case 6: // String
      case 7: // StringHead
      case 38: // True
      case 39: // False
      case 74: // Minus
        this.literalPattern(out);
        break;
      case 5: // Name
        this.namePattern(out);
        break;
      case 86: // LeftParenthesis
        this.tuplePattern(out);
        break;
      case 88: // LeftBracket
        this.listPattern(out);
        break;
      default:
        throw MISTAKE;
    }
  }

  private alternatives(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.pattern(own);
    while (this.codes[this.at] === 80 /* Bar */) {
      this.take(own);
      this.pattern(own);
    }
    this.close("alternatives", 1, own, out);
  }

  private namePattern(out: SyntaxChild[]): void {
    let kind: NodeKind = "namePattern";
    const own = this.enter(1);
    this.expect(5, own); // Name
    while (this.codes[this.at] === 83 /* Dot */) {
      kind = "casePattern";
      this.take(own);
      this.expect(5, own); // Name
    }
    if (SET_16[this.codes[this.at]] === 1) {
      kind = "casePattern";
      switch (this.codes[this.at]) {
        case 86: // LeftParenthesis
          this.take(own);
          while (SET_15[this.codes[this.at]] === 1) {
            this.alternatives(own);
            if (this.codes[this.at] === 84 /* Comma */) {
              this.take(own);
            }
          }
          this.expect(87, own); // RightParenthesis
          break;
        case 90: // LeftBrace
          this.take(own);
          while (SET_12[this.codes[this.at]] === 1) {
            switch (this.codes[this.at]) {
              case 5: // Name
                this.fieldPattern(own);
                break;
              case 68: // DotDot
                this.restPattern(own);
                break;
              default:
                throw MISTAKE;
            }
            if (this.codes[this.at] === 84 /* Comma */) {
              this.take(own);
            }
            while (this.codes[this.at] === 11 /* LineEnd */) {
              this.pass(11); // LineEnd
            }
          }
          this.expect(91, own); // RightBrace
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close(kind, 1, own, out);
  }

  private fieldPattern(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(5, own); // Name
    if (this.codes[this.at] === 85 /* Colon */) {
      this.take(own);
      this.alternatives(own);
    }
    this.close("fieldPattern", 1, own, out);
  }

  private tuplePattern(out: SyntaxChild[]): void {
    const own = this.enter(3);
    this.expect(86, own); // LeftParenthesis
    while (SET_15[this.codes[this.at]] === 1) {
      this.alternatives(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.expect(87, own); // RightParenthesis
    this.close("tuplePattern", 3, own, out);
  }

  private listPattern(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(88, own); // LeftBracket
    while (SET_17[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 4: // Number
        case 5: // Name
        case 6: // String
        case 7: // StringHead
        case 38: // True
        case 39: // False
        case 74: // Minus
        case 86: // LeftParenthesis
        case 88: // LeftBracket
          this.alternatives(own);
          break;
        case 68: // DotDot
          this.restPattern(own);
          break;
        default:
          throw MISTAKE;
      }
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.expect(89, own); // RightBracket
    this.close("listPattern", 1, own, out);
  }

  private restPattern(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(68, own); // DotDot
    if (this.codes[this.at] === 5 /* Name */) {
      this.take(own);
    }
    this.close("restPattern", 1, own, out);
  }

  private literalPattern(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
      case 74: // Minus
        if (this.codes[this.at] === 74 /* Minus */) {
          this.take(own);
        }
        this.number(own);
        if (SET_18[this.codes[this.at]] === 1) {
          switch (this.codes[this.at]) {
            case 49: // DotDotEqual
              this.take(own);
              break;
            case 68: // DotDot
              this.take(own);
              break;
            default:
              throw MISTAKE;
          }
          if (this.codes[this.at] === 74 /* Minus */) {
            this.take(own);
          }
          this.number(own);
        }
        break;
      case 6: // String
      case 7: // StringHead
        this.string(own);
        break;
      case 38: // True
      case 39: // False
        this.bool(own);
        break;
      default:
        throw MISTAKE;
    }
    this.close("literalPattern", 1, own, out);
  }

  private block(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(90, own); // LeftBrace
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_19[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 4: // Number
        case 5: // Name
        case 6: // String
        case 7: // StringHead
        case 12: // Unread
        case 14: // Param
        case 15: // Output
        case 16: // Record
        case 17: // Enum
        case 18: // Fn
        case 19: // Unit
        case 20: // Test
        case 21: // Pub
        case 22: // Let
        case 23: // Var
        case 25: // If
        case 27: // Match
        case 28: // While
        case 29: // Loop
        case 30: // For
        case 32: // Break
        case 33: // Continue
        case 34: // Return
        case 35: // Emit
        case 36: // Print
        case 37: // Assert
        case 38: // True
        case 39: // False
        case 42: // Not
        case 44: // Import
        case 46: // Bench
        case 53: // BarBar
        case 69: // PlusPlus
        case 73: // Plus
        case 74: // Minus
        case 80: // Bar
        case 81: // Bang
        case 86: // LeftParenthesis
        case 88: // LeftBracket
        case 90: // LeftBrace
          this.statement(own);
          break;
        case 11: // LineEnd
          this.pass(11); // LineEnd
          break;
        default:
          throw MISTAKE;
      }
    }
    this.recordAllowed = allowed1;
    this.expect(91, own); // RightBrace
    this.close("block", 1, own, out);
  }

  private let(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 22: // Let
        this.take(own);
        break;
      case 23: // Var
        this.take(own);
        break;
      default:
        throw MISTAKE;
    }
    if ((this.codes[this.at] === 5 /* Name */) && GATES.secondName(this)) {
      this.take(own);
    }
    this.pattern(own);
    if (this.codes[this.at] === 85 /* Colon */) {
      this.take(own);
      this.type(own);
    }
    this.expectAmong(SET_20, own);
    this.expression(own);
    this.close("let", 1, own, out);
  }

  private assignment(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expression(own);
    if (SET_21[this.codes[this.at]] === 1) {
      this.take(own);
      this.expression(own);
    }
    this.close("statement", 1, own, out);
  }

  private for(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(30, own); // For
    this.pattern(own);
    this.expect(31, own); // In
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression(own);
    this.recordAllowed = allowed1;
    this.block(own);
    this.close("for", 1, own, out);
  }

  private while(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(28, own); // While
    this.condition(own);
    this.block(own);
    this.close("while", 1, own, out);
  }

  private loop(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(29, own); // Loop
    this.block(own);
    this.close("loop", 1, own, out);
  }

  private jump(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 32: // Break
        this.take(own);
        break;
      case 33: // Continue
        this.take(own);
        break;
      default:
        throw MISTAKE;
    }
    this.close("jump", 1, own, out);
  }

  private return(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(34, own); // Return
    if (SET_10[this.codes[this.at]] === 1) {
      this.expression(own);
    }
    this.close("return", 1, own, out);
  }

  private emit(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(35, own); // Emit
    this.expect(5, own); // Name
    this.expect(70, own); // Equal
    this.expression(own);
    this.close("emit", 1, own, out);
  }

  private print(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(36, own); // Print
    this.expression(own);
    this.close("print", 1, own, out);
  }

  private assert(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(37, own); // Assert
    this.expression(own);
    if (this.codes[this.at] === 84 /* Comma */) {
      this.take(own);
      this.expression(own);
    }
    this.close("assert", 1, own, out);
  }

  private import(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(44, own); // Import
    this.string(own);
    if (this.codes[this.at] === 45 /* As */) {
      this.take(own);
      this.expect(5, own); // Name
    }
    if (this.codes[this.at] === 90 /* LeftBrace */) {
      this.importNames(own);
    }
    this.close("import", 1, own, out);
  }

  private importNames(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(90, own); // LeftBrace
    while (this.codes[this.at] === 5 /* Name */) {
      this.importName(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.expect(91, own); // RightBrace
    this.close("importNames", 1, own, out);
  }

  private importName(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(5, own); // Name
    this.close("importName", 1, own, out);
  }

  private public(out: SyntaxChild[]): void {
    const own = this.enter(1);
    if (!(this.codes[this.at] === 21 /* Pub */)) throw MISTAKE;
    do {
      this.take(own);
    } while (this.codes[this.at] === 21 /* Pub */);
    switch (this.codes[this.at]) {
      case 14: // Param
        this.parameter(own);
        break;
      case 15: // Output
        this.output(own);
        break;
      case 16: // Record
        this.record(own);
        break;
      case 17: // Enum
        this.enum(own);
        break;
      case 18: // Fn
        this.function(own);
        break;
      case 19: // Unit
        this.unit(own);
        break;
      case 20: // Test
      case 46: // Bench
        this.test(own);
        break;
      case 22: // Let
      case 23: // Var
        this.let(own);
        break;
      default:
        throw MISTAKE;
    }
    this.close("public", 1, own, out);
  }

  private parameter(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(14, own); // Param
    this.expect(5, own); // Name
    this.expect(85, own); // Colon
    this.type(own);
    if (this.codes[this.at] === 70 /* Equal */) {
      this.take(own);
      this.expression(own);
    }
    if (this.codes[this.at] === 31 /* In */) {
      this.take(own);
      this.expression(own);
    }
    this.close("parameter", 1, own, out);
  }

  private output(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(15, own); // Output
    this.expect(5, own); // Name
    this.expect(85, own); // Colon
    this.type(own);
    this.close("output", 1, own, out);
  }

  private function(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(18, own); // Fn
    this.expect(5, own); // Name
    if (this.codes[this.at] === 83 /* Dot */) {
      this.take(own);
      this.expectAmong(SET_9, own);
    }
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.variables(own);
    }
    this.expect(86, own); // LeftParenthesis
    while (SET_22[this.codes[this.at]] === 1) {
      this.functionParameter(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.expect(87, own); // RightParenthesis
    if (this.codes[this.at] === 57 /* Arrow */) {
      this.take(own);
      this.type(own);
    }
    this.block(own);
    this.close("function", 1, own, out);
  }

  private variables(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(88, own); // LeftBracket
    while (SET_23[this.codes[this.at]] === 1) {
      if (this.codes[this.at] === 19 /* Unit */) {
        this.take(own);
      }
      this.expect(5, own); // Name
      if (this.codes[this.at] === 85 /* Colon */) {
        this.take(own);
        this.type(own);
        while (this.codes[this.at] === 73 /* Plus */) {
          this.take(own);
          this.type(own);
        }
      }
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
    }
    this.expect(89, own); // RightBracket
    this.close("variables", 1, own, out);
  }

  private functionParameter(out: SyntaxChild[]): void {
    const own = this.enter(1);
    if (this.codes[this.at] === 23 /* Var */) {
      this.take(own);
    }
    this.expect(5, own); // Name
    this.expect(85, own); // Colon
    this.type(own);
    if (this.codes[this.at] === 70 /* Equal */) {
      this.take(own);
      this.expression(own);
    }
    this.close("functionParameter", 1, own, out);
  }

  private record(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(16, own); // Record
    this.expect(5, own); // Name
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.variables(own);
    }
    this.expect(90, own); // LeftBrace
    while (this.codes[this.at] === 5 /* Name */) {
      this.field(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.expect(91, own); // RightBrace
    this.close("record", 1, own, out);
  }

  private enum(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(17, own); // Enum
    this.expect(5, own); // Name
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.variables(own);
    }
    this.expect(90, own); // LeftBrace
    while (this.codes[this.at] === 5 /* Name */) {
      this.enumCase(own);
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take(own);
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.expect(91, own); // RightBrace
    this.close("enum", 1, own, out);
  }

  private enumCase(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(5, own); // Name
    if (SET_16[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 86: // LeftParenthesis
          this.tupleType(own);
          break;
        case 90: // LeftBrace
          this.take(own);
          while (this.codes[this.at] === 5 /* Name */) {
            this.field(own);
            if (this.codes[this.at] === 84 /* Comma */) {
              this.take(own);
            }
            while (this.codes[this.at] === 11 /* LineEnd */) {
              this.pass(11); // LineEnd
            }
          }
          this.expect(91, own); // RightBrace
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close("enumCase", 1, own, out);
  }

  private field(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(5, own); // Name
    this.expect(85, own); // Colon
    this.type(own);
    this.close("field", 1, own, out);
  }

  private unit(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(19, own); // Unit
    this.expect(5, own); // Name
    this.expect(70, own); // Equal
    if ((this.codes[this.at] === 4 /* Number */) && GATES.factor(this)) {
      this.take(own);
    }
    this.unitExpression(own);
    this.close("unit", 1, own, out);
  }

  private test(out: SyntaxChild[]): void {
    const own = this.enter(1);
    switch (this.codes[this.at]) {
      case 20: // Test
        this.take(own);
        break;
      case 46: // Bench
        this.take(own);
        break;
      default:
        throw MISTAKE;
    }
    this.string(own);
    if (this.codes[this.at] === 24 /* With */) {
      this.take(own);
      if (!(this.codes[this.at] === 5 /* Name */)) throw MISTAKE;
      do {
        this.fixed(own);
        if (this.codes[this.at] === 84 /* Comma */) {
          this.take(own);
        }
      } while (this.codes[this.at] === 5 /* Name */);
    }
    if (this.codes[this.at] === 30 /* For */) {
      this.seed(own);
    }
    this.block(own);
    this.close("test", 1, own, out);
  }

  private fixed(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(5, own); // Name
    this.expect(70, own); // Equal
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression(own);
    this.recordAllowed = allowed1;
    this.close("fixed", 1, own, out);
  }

  private seed(out: SyntaxChild[]): void {
    const own = this.enter(1);
    this.expect(30, own); // For
    this.expect(5, own); // Name
    this.expect(31, own); // In
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression(own);
    this.recordAllowed = allowed1;
    this.close("seed", 1, own, out);
  }

  private file(out: SyntaxChild[]): void {
    const own = this.enter(1);
    while (SET_19[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 4: // Number
        case 5: // Name
        case 6: // String
        case 7: // StringHead
        case 12: // Unread
        case 14: // Param
        case 15: // Output
        case 16: // Record
        case 17: // Enum
        case 18: // Fn
        case 19: // Unit
        case 20: // Test
        case 21: // Pub
        case 22: // Let
        case 23: // Var
        case 25: // If
        case 27: // Match
        case 28: // While
        case 29: // Loop
        case 30: // For
        case 32: // Break
        case 33: // Continue
        case 34: // Return
        case 35: // Emit
        case 36: // Print
        case 37: // Assert
        case 38: // True
        case 39: // False
        case 42: // Not
        case 44: // Import
        case 46: // Bench
        case 53: // BarBar
        case 69: // PlusPlus
        case 73: // Plus
        case 74: // Minus
        case 80: // Bar
        case 81: // Bang
        case 86: // LeftParenthesis
        case 88: // LeftBracket
        case 90: // LeftBrace
          this.statement(own);
          break;
        case 11: // LineEnd
          this.pass(11); // LineEnd
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close("file", 1, own, out);
  }

  private statement(out: SyntaxChild[]): void {
    switch (this.codes[this.at]) {
      case 4: // Number
      case 5: // Name
      case 6: // String
      case 7: // StringHead
      case 12: // Unread
      case 25: // If
      case 27: // Match
      case 38: // True
      case 39: // False
      case 42: // Not
      case 53: // BarBar
      case 69: // PlusPlus
      case 73: // Plus
      case 74: // Minus
      case 80: // Bar
      case 81: // Bang
      case 86: // LeftParenthesis
      case 88: // LeftBracket
      case 90: // LeftBrace
        this.assignment(out);
        break;
      case 14: // Param
        this.parameter(out);
        break;
      case 15: // Output
        this.output(out);
        break;
      case 16: // Record
        this.record(out);
        break;
      case 17: // Enum
        this.enum(out);
        break;
      case 18: // Fn
        this.function(out);
        break;
      case 19: // Unit
        this.unit(out);
        break;
      case 20: // Test
      case 46: // Bench
        this.test(out);
        break;
      case 21: // Pub
        this.public(out);
        break;
      case 22: // Let
      case 23: // Var
        this.let(out);
        break;
      case 28: // While
        this.while(out);
        break;
      case 29: // Loop
        this.loop(out);
        break;
      case 30: // For
        this.for(out);
        break;
      case 32: // Break
      case 33: // Continue
        this.jump(out);
        break;
      case 34: // Return
        this.return(out);
        break;
      case 35: // Emit
        this.emit(out);
        break;
      case 36: // Print
        this.print(out);
        break;
      case 37: // Assert
        this.assert(out);
        break;
      case 44: // Import
        this.import(out);
        break;
      default:
        throw MISTAKE;
    }
  }
}
