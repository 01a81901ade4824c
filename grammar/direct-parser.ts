/** Derived by grammar/write-parser.ts from the rules of the grammar: do not edit. */

import { DirectStack, MISTAKE } from "./direct-stack.ts";
import { GATES } from "./gates.ts";
import { among } from "./tokens.ts";

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
  "DotDotEqual",
  "DotDot",
  "Minus",
  "LeftParenthesis",
  "LeftBracket",
);
const SET_16 = among("LeftParenthesis", "LeftBrace");
const SET_17 = among(
  "Space",
  "Comment",
  "BlockComment",
  "HashComment",
  "Name",
  "String",
  "StringHead",
  "StringMiddle",
  "StringTail",
  "UnitSuffix",
  "LineEnd",
  "Unread",
  "ElseIf",
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
  "EqualEqualEqual",
  "BangEqualEqual",
  "DotDotEqual",
  "PlusPlusEqual",
  "StarStar",
  "AmpersandAmpersand",
  "BarBar",
  "LessGreater",
  "ColonEqual",
  "FatArrow",
  "Arrow",
  "EqualEqual",
  "BangEqual",
  "LessEqual",
  "GreaterEqual",
  "PlusEqual",
  "MinusEqual",
  "StarEqual",
  "SlashEqual",
  "PercentEqual",
  "CaretEqual",
  "DotDot",
  "PlusPlus",
  "Equal",
  "Less",
  "Greater",
  "Plus",
  "Star",
  "Slash",
  "Percent",
  "Caret",
  "Question",
  "Bar",
  "Bang",
  "Semicolon",
  "Dot",
  "Comma",
  "Colon",
  "LeftParenthesis",
  "RightParenthesis",
  "LeftBracket",
  "RightBracket",
  "LeftBrace",
  "RightBrace",
  "Foreign",
  "EndOfFile",
);
const SET_18 = among("Number", "Minus");
const SET_19 = among("DotDotEqual", "DotDot");
const SET_20 = among(
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
const SET_21 = among("ColonEqual", "Equal");
const SET_22 = among(
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
const SET_23 = among("Name", "Var");
const SET_24 = among("Name", "Unit");

export abstract class DirectParser extends DirectStack {

  private type(): void {
    switch (this.codes[this.at]) {
      case 5: // Name
        this.namedType();
        break;
      case 18: // Fn
        this.functionType();
        break;
      case 86: // LeftParenthesis
        this.tupleType();
        break;
      default:
        throw MISTAKE;
    }
  }

  private namedType(): void {
    const mark = this.enter(3);
    this.expect(5); // Name
    if (this.codes[this.at] === 83 /* Dot */) {
      this.take();
      this.expect(5); // Name
    }
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.take();
      while (SET_0[this.codes[this.at]] === 1) {
        if ((SET_2[this.codes[this.at]] === 1 || (this.codes[this.at] === 86 /* LeftParenthesis */ && SET_1[this.codes[this.at + 1]] === 1)) && GATES.type(this)) {
          this.type();
        } else {
          switch (this.codes[this.at]) {
            case 4: // Number
            case 5: // Name
            case 10: // UnitSuffix
              this.unitExpression();
              break;
            case 86: // LeftParenthesis
              if (SET_3[this.codes[this.at + 1]] === 1) {
                this.unitExpression();
              } else throw MISTAKE;
              break;
            default:
              throw MISTAKE;
          }
        }
        if (this.codes[this.at] === 84 /* Comma */) {
          this.take();
        }
      }
      this.expect(89); // RightBracket
    }
    this.close(39, 3, mark); // namedType
  }

  private tupleType(): void {
    const mark = this.enter(3);
    this.expect(86); // LeftParenthesis
    while (SET_4[this.codes[this.at]] === 1) {
      this.type();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.expect(87); // RightParenthesis
    this.close(40, 3, mark); // tupleType
  }

  private functionType(): void {
    const mark = this.enter(3);
    this.expect(18); // Fn
    this.tupleType();
    if (this.codes[this.at] === 57 /* Arrow */) {
      this.take();
      this.type();
    }
    this.close(41, 3, mark); // functionType
  }

  private unitExpression(): void {
    const mark = this.enter(1);
    this.unitPower();
    while (SET_5[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 75: // Star
          this.take();
          break;
        case 76: // Slash
          this.take();
          break;
        default:
          throw MISTAKE;
      }
      this.unitPower();
    }
    this.close(43, 1, mark); // unitProduct
  }

  private unitPower(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
        this.take();
        break;
      case 5: // Name
        this.take();
        break;
      case 10: // UnitSuffix
        this.take();
        break;
      case 86: // LeftParenthesis
        this.unitGroup();
        break;
      default:
        throw MISTAKE;
    }
    if (this.codes[this.at] === 78 /* Caret */) {
      this.take();
      this.unitExponent();
    }
    this.close(44, 1, mark); // unitPower
  }

  private unitGroup(): void {
    const mark = this.enter(1);
    this.expect(86); // LeftParenthesis
    this.unitExpression();
    this.expect(87); // RightParenthesis
    this.close(46, 1, mark); // unitGroup
  }

  private unitExponent(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
      case 74: // Minus
        if (this.codes[this.at] === 74 /* Minus */) {
          this.take();
        }
        this.expect(4); // Number
        break;
      case 86: // LeftParenthesis
        this.take();
        if (this.codes[this.at] === 74 /* Minus */) {
          this.take();
        }
        this.expect(4); // Number
        if (this.codes[this.at] === 76 /* Slash */) {
          this.take();
          this.expect(4); // Number
        }
        this.expect(87); // RightParenthesis
        break;
      default:
        throw MISTAKE;
    }
    this.close(45, 1, mark); // unitExponent
  }

  private condition(): void {
    const mark = this.enter(1);
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
        this.expression();
        if (this.codes[this.at] === 70 /* Equal */) {
          this.take();
          this.expression();
        }
        break;
      case 22: // Let
        this.take();
        this.alternatives();
        this.expect(70); // Equal
        this.expression();
        break;
      default:
        throw MISTAKE;
    }
    this.recordAllowed = allowed1;
    this.close(58, 1, mark); // condition
  }

  private expression(): void {
    const mark = this.enter(1);
    while (SET_6[this.codes[this.at]] === 1) {
      this.take();
    }
    this.operand();
    while (SET_7[this.codes[this.at]] === 1) {
      this.take();
      while (SET_6[this.codes[this.at]] === 1) {
        this.take();
      }
      this.operand();
    }
    this.close(71, 1, mark); // expression
  }

  private operand(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
        this.number();
        break;
      case 5: // Name
        this.name();
        break;
      case 6: // String
      case 7: // StringHead
        this.string();
        break;
      case 12: // Unread
        this.unread();
        break;
      case 25: // If
        this.if();
        break;
      case 27: // Match
        this.match();
        break;
      case 38: // True
      case 39: // False
        this.bool();
        break;
      case 53: // BarBar
      case 80: // Bar
        this.lambda();
        break;
      case 86: // LeftParenthesis
        this.parenthesised();
        break;
      case 88: // LeftBracket
        this.list();
        break;
      case 90: // LeftBrace
        this.block();
        break;
      default:
        throw MISTAKE;
    }
    while (SET_8[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 79: // Question
          this.take();
          break;
        case 83: // Dot
          this.take();
          this.expectAmong(SET_9);
          break;
        case 86: // LeftParenthesis
          this.arguments();
          break;
        case 88: // LeftBracket
          this.index();
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close(72, 1, mark); // operand
  }

  private arguments(): void {
    const mark = this.enter(1);
    this.expect(86); // LeftParenthesis
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_10[this.codes[this.at]] === 1) {
      this.argument();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.recordAllowed = allowed1;
    this.expect(87); // RightParenthesis
    this.close(73, 1, mark); // arguments
  }

  private argument(): void {
    const mark = this.enter(1);
    if ((this.codes[this.at] === 5 /* Name */ && SET_11[this.codes[this.at + 1]] === 1)) {
      this.take();
      switch (this.codes[this.at]) {
        case 70: // Equal
          this.take();
          break;
        case 85: // Colon
          this.take();
          break;
        default:
          throw MISTAKE;
      }
    }
    this.expression();
    this.close(64, 1, mark); // argument
  }

  private index(): void {
    const mark = this.enter(1);
    this.expect(88); // LeftBracket
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    this.expression();
    this.recordAllowed = allowed1;
    this.expect(89); // RightBracket
    this.close(65, 1, mark); // index
  }

  private name(): void {
    let kind = 50; // name
    const mark = this.enter(1);
    this.expect(5); // Name
    while ((this.codes[this.at] === 83 /* Dot */) && GATES.qualifiedLiteral(this)) {
      this.take();
      this.expect(5); // Name
    }
    if ((this.codes[this.at] === 90 /* LeftBrace */) && GATES.recordLiteral(this)) {
      kind = 52; // recordLiteral
      this.take();
      const allowed1 = this.recordAllowed;
      this.recordAllowed = true;
      while (SET_12[this.codes[this.at]] === 1) {
        switch (this.codes[this.at]) {
          case 5: // Name
            this.recordField();
            break;
          case 68: // DotDot
            this.recordBase();
            break;
          default:
            throw MISTAKE;
        }
        if (this.codes[this.at] === 84 /* Comma */) {
          this.take();
        }
        while (this.codes[this.at] === 11 /* LineEnd */) {
          this.pass(11); // LineEnd
        }
      }
      this.recordAllowed = allowed1;
      this.expect(91); // RightBrace
    }
    this.close(kind, 1, mark);
  }

  private recordField(): void {
    const mark = this.enter(1);
    this.expect(5); // Name
    if (SET_11[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 70: // Equal
          this.take();
          break;
        case 85: // Colon
          this.take();
          break;
        default:
          throw MISTAKE;
      }
      this.expression();
    }
    this.close(53, 1, mark); // recordField
  }

  private recordBase(): void {
    const mark = this.enter(1);
    this.expect(68); // DotDot
    this.expression();
    this.close(54, 1, mark); // recordBase
  }

  private number(): void {
    const mark = this.enter(1);
    this.expect(4); // Number
    if (SET_13[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 10: // UnitSuffix
          this.take();
          break;
        case 88: // LeftBracket
          this.take();
          this.unitExpression();
          this.expect(89); // RightBracket
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close(47, 1, mark); // number
  }

  private bool(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 38: // True
        this.take();
        break;
      case 39: // False
        this.take();
        break;
      default:
        throw MISTAKE;
    }
    this.close(51, 1, mark); // bool
  }

  private string(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 6: // String
        this.take();
        break;
      case 7: // StringHead
        this.take();
        this.hole();
        while (this.codes[this.at] === 8 /* StringMiddle */) {
          this.take();
          this.hole();
        }
        this.expect(9); // StringTail
        break;
      default:
        throw MISTAKE;
    }
    this.close(48, 1, mark); // string
  }

  private hole(): void {
    const mark = this.enter(1);
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    this.expression();
    this.recordAllowed = allowed1;
    if (this.codes[this.at] === 85 /* Colon */) {
      this.take();
      if (this.codes[this.at] === 83 /* Dot */) {
        this.take();
        this.expect(4); // Number
      }
      if (this.codes[this.at] === 88 /* LeftBracket */) {
        this.take();
        this.unitExpression();
        this.expect(89); // RightBracket
      }
    }
    this.close(49, 1, mark); // hole
  }

  private parenthesised(): void {
    const mark = this.enter(1);
    this.expect(86); // LeftParenthesis
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_10[this.codes[this.at]] === 1) {
      this.expression();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.recordAllowed = allowed1;
    this.expect(87); // RightParenthesis
    this.close(55, 1, mark); // parenthesised
  }

  private list(): void {
    const mark = this.enter(1);
    this.expect(88); // LeftBracket
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_10[this.codes[this.at]] === 1) {
      this.expression();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.recordAllowed = allowed1;
    this.expect(89); // RightBracket
    this.close(56, 1, mark); // list
  }

  private if(): void {
    const mark = this.enter(1);
    this.expect(25); // If
    this.condition();
    this.block();
    while (this.codes[this.at] === 13 /* ElseIf */ || (this.codes[this.at] === 26 /* Else */ && SET_14[this.codes[this.at + 1]] === 1)) {
      switch (this.codes[this.at]) {
        case 13: // ElseIf
          this.take();
          break;
        case 26: // Else
          this.take();
          this.expect(25); // If
          break;
        default:
          throw MISTAKE;
      }
      this.condition();
      this.block();
    }
    if (this.codes[this.at] === 26 /* Else */) {
      this.take();
      this.block();
    }
    this.close(57, 1, mark); // if
  }

  private match(): void {
    const mark = this.enter(1);
    this.expect(27); // Match
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression();
    this.recordAllowed = allowed1;
    this.expect(90); // LeftBrace
    const allowed2 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_15[this.codes[this.at]] === 1) {
      this.arm();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.recordAllowed = allowed2;
    this.expect(91); // RightBrace
    this.close(59, 1, mark); // match
  }

  private arm(): void {
    const mark = this.enter(1);
    this.alternatives();
    if (this.codes[this.at] === 25 /* If */) {
      this.take();
      this.expression();
    }
    this.expect(56); // FatArrow
    this.statement();
    this.close(60, 1, mark); // arm
  }

  private lambda(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 53: // BarBar
        this.take();
        break;
      case 80: // Bar
        this.take();
        while (SET_15[this.codes[this.at]] === 1) {
          this.pattern();
          if (this.codes[this.at] === 85 /* Colon */) {
            this.take();
            this.type();
          }
          if (this.codes[this.at] === 84 /* Comma */) {
            this.take();
          }
        }
        this.expect(80); // Bar
        break;
      default:
        throw MISTAKE;
    }
    this.expression();
    this.close(61, 1, mark); // lambda
  }

  private unread(): void {
    const mark = this.enter(1);
    this.expect(12); // Unread
    this.close(30, 1, mark); // unread
  }

  private pattern(): void {
    switch (this.codes[this.at]) {
      case 4: // Number
      case 6: // String
      case 7: // StringHead
      case 38: // True
      case 39: // False
      case 49: // DotDotEqual
      case 68: // DotDot
      case 74: // Minus
        this.literalPattern();
        break;
      case 5: // Name
        this.namePattern();
        break;
      case 86: // LeftParenthesis
        this.tuplePattern();
        break;
      case 88: // LeftBracket
        this.listPattern();
        break;
      default:
        throw MISTAKE;
    }
  }

  private alternatives(): void {
    const mark = this.enter(1);
    this.pattern();
    while (this.codes[this.at] === 80 /* Bar */) {
      this.take();
      this.pattern();
    }
    this.close(38, 1, mark); // alternatives
  }

  private namePattern(): void {
    let kind = 31; // namePattern
    const mark = this.enter(1);
    this.expect(5); // Name
    while (this.codes[this.at] === 83 /* Dot */) {
      kind = 33; // casePattern
      this.take();
      this.expect(5); // Name
    }
    if (SET_16[this.codes[this.at]] === 1) {
      kind = 33; // casePattern
      switch (this.codes[this.at]) {
        case 86: // LeftParenthesis
          this.take();
          while (SET_15[this.codes[this.at]] === 1) {
            this.alternatives();
            if (this.codes[this.at] === 84 /* Comma */) {
              this.take();
            }
          }
          this.expect(87); // RightParenthesis
          break;
        case 90: // LeftBrace
          this.take();
          while (SET_12[this.codes[this.at]] === 1) {
            switch (this.codes[this.at]) {
              case 5: // Name
                this.fieldPattern();
                break;
              case 68: // DotDot
                this.restPattern();
                break;
              default:
                throw MISTAKE;
            }
            if (this.codes[this.at] === 84 /* Comma */) {
              this.take();
            }
            while (this.codes[this.at] === 11 /* LineEnd */) {
              this.pass(11); // LineEnd
            }
          }
          this.expect(91); // RightBrace
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close(kind, 1, mark);
  }

  private fieldPattern(): void {
    const mark = this.enter(1);
    this.expect(5); // Name
    if (this.codes[this.at] === 85 /* Colon */) {
      this.take();
      this.alternatives();
    }
    this.close(34, 1, mark); // fieldPattern
  }

  private tuplePattern(): void {
    const mark = this.enter(3);
    this.expect(86); // LeftParenthesis
    while (SET_15[this.codes[this.at]] === 1) {
      this.alternatives();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.expect(87); // RightParenthesis
    this.close(32, 3, mark); // tuplePattern
  }

  private listPattern(): void {
    const mark = this.enter(1);
    this.expect(88); // LeftBracket
    while (SET_15[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 4: // Number
        case 5: // Name
        case 6: // String
        case 7: // StringHead
        case 38: // True
        case 39: // False
        case 49: // DotDotEqual
        case 74: // Minus
        case 86: // LeftParenthesis
        case 88: // LeftBracket
          this.alternatives();
          break;
        case 68: // DotDot
          if (SET_17[this.codes[this.at + 1]] === 1) {
            this.restPattern();
          } else if (SET_18[this.codes[this.at + 1]] === 1) {
            this.alternatives();
          } else throw MISTAKE;
          break;
        default:
          throw MISTAKE;
      }
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.expect(89); // RightBracket
    this.close(36, 1, mark); // listPattern
  }

  private restPattern(): void {
    const mark = this.enter(1);
    this.expect(68); // DotDot
    if (this.codes[this.at] === 5 /* Name */) {
      this.take();
    }
    this.close(37, 1, mark); // restPattern
  }

  private literalPattern(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 4: // Number
      case 74: // Minus
        this.signedNumber();
        if (SET_19[this.codes[this.at]] === 1) {
          switch (this.codes[this.at]) {
            case 49: // DotDotEqual
              this.take();
              this.signedNumber();
              break;
            case 68: // DotDot
              this.take();
              if (SET_18[this.codes[this.at]] === 1) {
                this.signedNumber();
              }
              break;
            default:
              throw MISTAKE;
          }
        }
        break;
      case 6: // String
      case 7: // StringHead
        this.string();
        break;
      case 38: // True
      case 39: // False
        this.bool();
        break;
      case 49: // DotDotEqual
      case 68: // DotDot
        switch (this.codes[this.at]) {
          case 49: // DotDotEqual
            this.take();
            break;
          case 68: // DotDot
            this.take();
            break;
          default:
            throw MISTAKE;
        }
        this.signedNumber();
        break;
      default:
        throw MISTAKE;
    }
    this.close(35, 1, mark); // literalPattern
  }

  private signedNumber(): void {
    if (this.codes[this.at] === 74 /* Minus */) {
      this.take();
    }
    this.number();
  }

  private block(): void {
    const mark = this.enter(1);
    this.expect(90); // LeftBrace
    const allowed1 = this.recordAllowed;
    this.recordAllowed = true;
    while (SET_20[this.codes[this.at]] === 1) {
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
          this.statement();
          break;
        case 11: // LineEnd
          this.pass(11); // LineEnd
          break;
        default:
          throw MISTAKE;
      }
    }
    this.recordAllowed = allowed1;
    this.expect(91); // RightBrace
    this.close(18, 1, mark); // block
  }

  private let(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 22: // Let
        this.take();
        break;
      case 23: // Var
        this.take();
        break;
      default:
        throw MISTAKE;
    }
    if ((this.codes[this.at] === 5 /* Name */) && GATES.secondName(this)) {
      this.take();
    }
    this.pattern();
    if (this.codes[this.at] === 85 /* Colon */) {
      this.take();
      this.type();
    }
    this.expectAmong(SET_21);
    this.expression();
    this.close(19, 1, mark); // let
  }

  private assignment(): void {
    const mark = this.enter(1);
    this.expression();
    if (SET_22[this.codes[this.at]] === 1) {
      this.take();
      this.expression();
    }
    this.close(21, 1, mark); // statement
  }

  private for(): void {
    const mark = this.enter(1);
    this.expect(30); // For
    this.pattern();
    this.expect(31); // In
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression();
    this.recordAllowed = allowed1;
    this.block();
    this.close(24, 1, mark); // for
  }

  private while(): void {
    const mark = this.enter(1);
    this.expect(28); // While
    this.condition();
    this.block();
    this.close(22, 1, mark); // while
  }

  private loop(): void {
    const mark = this.enter(1);
    this.expect(29); // Loop
    this.block();
    this.close(23, 1, mark); // loop
  }

  private jump(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 32: // Break
        this.take();
        break;
      case 33: // Continue
        this.take();
        break;
      default:
        throw MISTAKE;
    }
    this.close(25, 1, mark); // jump
  }

  private return(): void {
    const mark = this.enter(1);
    this.expect(34); // Return
    if (SET_10[this.codes[this.at]] === 1) {
      this.expression();
    }
    this.close(26, 1, mark); // return
  }

  private emit(): void {
    const mark = this.enter(1);
    this.expect(35); // Emit
    this.expect(5); // Name
    this.expect(70); // Equal
    this.expression();
    this.close(27, 1, mark); // emit
  }

  private print(): void {
    const mark = this.enter(1);
    this.expect(36); // Print
    this.expression();
    this.close(28, 1, mark); // print
  }

  private assert(): void {
    const mark = this.enter(1);
    this.expect(37); // Assert
    this.expression();
    if (this.codes[this.at] === 84 /* Comma */) {
      this.take();
      this.expression();
    }
    this.close(29, 1, mark); // assert
  }

  private import(): void {
    const mark = this.enter(1);
    this.expect(44); // Import
    this.string();
    if (this.codes[this.at] === 45 /* As */) {
      this.take();
      this.expect(5); // Name
    }
    if (this.codes[this.at] === 90 /* LeftBrace */) {
      this.importNames();
    }
    this.close(1, 1, mark); // import
  }

  private importNames(): void {
    const mark = this.enter(1);
    this.expect(90); // LeftBrace
    while (this.codes[this.at] === 5 /* Name */) {
      this.importName();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.expect(91); // RightBrace
    this.close(2, 1, mark); // importNames
  }

  private importName(): void {
    const mark = this.enter(1);
    this.expect(5); // Name
    this.close(3, 1, mark); // importName
  }

  private public(): void {
    const mark = this.enter(1);
    if (!(this.codes[this.at] === 21 /* Pub */)) throw MISTAKE;
    do {
      this.take();
    } while (this.codes[this.at] === 21 /* Pub */);
    switch (this.codes[this.at]) {
      case 14: // Param
        this.parameter();
        break;
      case 15: // Output
        this.output();
        break;
      case 16: // Record
        this.record();
        break;
      case 17: // Enum
        this.enum();
        break;
      case 18: // Fn
        this.function();
        break;
      case 19: // Unit
        this.unit();
        break;
      case 20: // Test
      case 46: // Bench
        this.test();
        break;
      case 22: // Let
      case 23: // Var
        this.let();
        break;
      default:
        throw MISTAKE;
    }
    this.close(4, 1, mark); // public
  }

  private parameter(): void {
    const mark = this.enter(1);
    this.expect(14); // Param
    this.expect(5); // Name
    this.expect(85); // Colon
    this.type();
    if (this.codes[this.at] === 70 /* Equal */) {
      this.take();
      this.expression();
    }
    if (this.codes[this.at] === 31 /* In */) {
      this.take();
      this.expression();
    }
    this.close(5, 1, mark); // parameter
  }

  private output(): void {
    const mark = this.enter(1);
    this.expect(15); // Output
    this.expect(5); // Name
    this.expect(85); // Colon
    this.type();
    this.close(6, 1, mark); // output
  }

  private function(): void {
    const mark = this.enter(1);
    this.expect(18); // Fn
    this.expect(5); // Name
    if (this.codes[this.at] === 83 /* Dot */) {
      this.take();
      this.expectAmong(SET_9);
    }
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.variables();
    }
    this.expect(86); // LeftParenthesis
    while (SET_23[this.codes[this.at]] === 1) {
      this.functionParameter();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.expect(87); // RightParenthesis
    if (this.codes[this.at] === 57 /* Arrow */) {
      this.take();
      this.type();
    }
    this.block();
    this.close(7, 1, mark); // function
  }

  private variables(): void {
    const mark = this.enter(1);
    this.expect(88); // LeftBracket
    while (SET_24[this.codes[this.at]] === 1) {
      if (this.codes[this.at] === 19 /* Unit */) {
        this.take();
      }
      this.expect(5); // Name
      if (this.codes[this.at] === 85 /* Colon */) {
        this.take();
        this.type();
        while (this.codes[this.at] === 73 /* Plus */) {
          this.take();
          this.type();
        }
      }
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
    }
    this.expect(89); // RightBracket
    this.close(8, 1, mark); // variables
  }

  private functionParameter(): void {
    const mark = this.enter(1);
    if (this.codes[this.at] === 23 /* Var */) {
      this.take();
    }
    this.expect(5); // Name
    this.expect(85); // Colon
    this.type();
    if (this.codes[this.at] === 70 /* Equal */) {
      this.take();
      this.expression();
    }
    this.close(9, 1, mark); // functionParameter
  }

  private record(): void {
    const mark = this.enter(1);
    this.expect(16); // Record
    this.expect(5); // Name
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.variables();
    }
    this.expect(90); // LeftBrace
    while (this.codes[this.at] === 5 /* Name */) {
      this.field();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.expect(91); // RightBrace
    this.close(10, 1, mark); // record
  }

  private enum(): void {
    const mark = this.enter(1);
    this.expect(17); // Enum
    this.expect(5); // Name
    if (this.codes[this.at] === 88 /* LeftBracket */) {
      this.variables();
    }
    this.expect(90); // LeftBrace
    while (this.codes[this.at] === 5 /* Name */) {
      this.enumCase();
      if (this.codes[this.at] === 84 /* Comma */) {
        this.take();
      }
      while (this.codes[this.at] === 11 /* LineEnd */) {
        this.pass(11); // LineEnd
      }
    }
    this.expect(91); // RightBrace
    this.close(12, 1, mark); // enum
  }

  private enumCase(): void {
    const mark = this.enter(1);
    this.expect(5); // Name
    if (SET_16[this.codes[this.at]] === 1) {
      switch (this.codes[this.at]) {
        case 86: // LeftParenthesis
          this.tupleType();
          break;
        case 90: // LeftBrace
          this.take();
          while (this.codes[this.at] === 5 /* Name */) {
            this.field();
            if (this.codes[this.at] === 84 /* Comma */) {
              this.take();
            }
            while (this.codes[this.at] === 11 /* LineEnd */) {
              this.pass(11); // LineEnd
            }
          }
          this.expect(91); // RightBrace
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close(13, 1, mark); // enumCase
  }

  private field(): void {
    const mark = this.enter(1);
    this.expect(5); // Name
    this.expect(85); // Colon
    this.type();
    this.close(11, 1, mark); // field
  }

  private unit(): void {
    const mark = this.enter(1);
    this.expect(19); // Unit
    this.expect(5); // Name
    this.expect(70); // Equal
    if ((this.codes[this.at] === 4 /* Number */) && GATES.factor(this)) {
      this.take();
    }
    this.unitExpression();
    this.close(14, 1, mark); // unit
  }

  private test(): void {
    const mark = this.enter(1);
    switch (this.codes[this.at]) {
      case 20: // Test
        this.take();
        break;
      case 46: // Bench
        this.take();
        break;
      default:
        throw MISTAKE;
    }
    this.string();
    if (this.codes[this.at] === 24 /* With */) {
      this.take();
      if (!(this.codes[this.at] === 5 /* Name */)) throw MISTAKE;
      do {
        this.fixed();
        if (this.codes[this.at] === 84 /* Comma */) {
          this.take();
        }
      } while (this.codes[this.at] === 5 /* Name */);
    }
    if (this.codes[this.at] === 30 /* For */) {
      this.seed();
    }
    this.block();
    this.close(15, 1, mark); // test
  }

  private fixed(): void {
    const mark = this.enter(1);
    this.expect(5); // Name
    this.expect(70); // Equal
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression();
    this.recordAllowed = allowed1;
    this.close(16, 1, mark); // fixed
  }

  private seed(): void {
    const mark = this.enter(1);
    this.expect(30); // For
    this.expect(5); // Name
    this.expect(31); // In
    const allowed1 = this.recordAllowed;
    this.recordAllowed = false;
    this.expression();
    this.recordAllowed = allowed1;
    this.close(17, 1, mark); // seed
  }

  protected file(): void {
    const mark = this.enter(1);
    while (SET_20[this.codes[this.at]] === 1) {
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
          this.statement();
          break;
        case 11: // LineEnd
          this.pass(11); // LineEnd
          break;
        default:
          throw MISTAKE;
      }
    }
    this.close(0, 1, mark); // file
  }

  private statement(): void {
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
        this.assignment();
        break;
      case 14: // Param
        this.parameter();
        break;
      case 15: // Output
        this.output();
        break;
      case 16: // Record
        this.record();
        break;
      case 17: // Enum
        this.enum();
        break;
      case 18: // Fn
        this.function();
        break;
      case 19: // Unit
        this.unit();
        break;
      case 20: // Test
      case 46: // Bench
        this.test();
        break;
      case 21: // Pub
        this.public();
        break;
      case 22: // Let
      case 23: // Var
        this.let();
        break;
      case 28: // While
        this.while();
        break;
      case 29: // Loop
        this.loop();
        break;
      case 30: // For
        this.for();
        break;
      case 32: // Break
      case 33: // Continue
        this.jump();
        break;
      case 34: // Return
        this.return();
        break;
      case 35: // Emit
        this.emit();
        break;
      case 36: // Print
        this.print();
        break;
      case 37: // Assert
        this.assert();
        break;
      case 44: // Import
        this.import();
        break;
      default:
        throw MISTAKE;
    }
  }
}
