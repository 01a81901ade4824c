/**
 * The AST as text, `Let(x, Binary(+, Number(1), Number(2)))`: for tests and for `resolang ast`.
 *
 * Shows what was read, without spans; optional parts carry their names.
 */

import type {
  Argument,
  Block,
  Declaration,
  Expression,
  FunctionDeclaration,
  MatchArm,
  Pattern,
  SourceFile,
  Statement,
  StringPart,
} from "./ast.ts";
import { documentationShape, enumShape, importShape, recordShape } from "./print-declaration.ts";
import {
  flag,
  indented,
  leaf,
  named,
  nameShape,
  node,
  oneLine,
  optional,
  typeShape,
  unitShape,
  type Shape,
} from "./print-shape.ts";

/** The tree on one line. */
export function printTree(file: SourceFile): string {
  return oneLine(fileShape(file));
}

/** The tree of statements and expressions alone, on one line: what stands in one function. */
export function printBlock(block: Block): string {
  return block.statements.map((statement) => oneLine(statementShape(statement))).join(" ");
}

/** The tree with a line for each part that does not fit into a width. */
export function printTreeIndented(file: SourceFile, width = 100): string {
  return `${indented(fileShape(file), 0, width)}\n`;
}

function fileShape(file: SourceFile): Shape {
  return node("File", [
    documentationShape(file.documentation),
    ...file.imports.map(importShape),
    ...file.declarations.map(declarationShape),
  ]);
}

function declarationShape(declaration: Declaration): Shape {
  const doc = documentationShape(declaration.documentation);
  switch (declaration.kind) {
    case "parameter": {
      const { name, type } = declaration;
      const given = named("default", optional(declaration.default, expressionShape));
      const range = named("range", optional(declaration.range, expressionShape));
      return node("Parameter", [doc, nameShape(name), typeShape(type), given, range]);
    }
    case "output":
      return node("Output", [doc, nameShape(declaration.name), typeShape(declaration.type)]);
    case "constant": {
      const type = named("type", optional(declaration.type, typeShape));
      return node("Constant", [
        doc,
        flag("pub", declaration.isPublic),
        nameShape(declaration.name),
        type,
        expressionShape(declaration.value),
      ]);
    }
    case "function":
      return functionShape(declaration);
    case "record":
      return recordShape(declaration);
    case "enum":
      return enumShape(declaration);
    case "unit": {
      const scale = named("scale", optional(declaration.scale, leaf));
      const isPublic = flag("pub", declaration.isPublic);
      return node("Unit", [
        doc,
        isPublic,
        nameShape(declaration.name),
        scale,
        unitShape(declaration.unit),
      ]);
    }
    case "test": {
      const { seed } = declaration;
      const seedShape =
        seed === null ? null : node("Seed", [nameShape(seed.name), expressionShape(seed.range)]);
      const fixed = declaration.fixed.map(({ name, value }) =>
        node("With", [nameShape(name), expressionShape(value)]),
      );
      return node(declaration.purpose === "bench" ? "Bench" : "Test", [
        doc,
        expressionShape(declaration.name),
        ...fixed,
        seedShape,
        blockShape(declaration.body),
      ]);
    }
  }
}

function functionShape(declaration: FunctionDeclaration): Shape {
  return node("Function", [
    documentationShape(declaration.documentation),
    flag("pub", declaration.isPublic),
    named("owner", optional(declaration.owner, nameShape)),
    nameShape(declaration.name),
    ...declaration.typeVariables.map(({ name, bounds }) =>
      bounds.length === 0 ? nameShape(name) : node(name.text, bounds.map(nameShape)),
    ),
    ...declaration.unitVariables.map((name) => leaf(`unit ${name.text}`)),
    ...declaration.parameters.map((parameter) =>
      node(parameter.isVar ? "VarParameter" : "Parameter", [
        nameShape(parameter.name),
        typeShape(parameter.type),
        named("default", optional(parameter.default, expressionShape)),
      ]),
    ),
    named("result", optional(declaration.result, typeShape)),
    blockShape(declaration.body),
  ]);
}

function blockShape(block: Block): Shape {
  return node("Block", block.statements.map(statementShape));
}

function statementShape(statement: Statement): Shape {
  switch (statement.kind) {
    case "let":
    case "var": {
      const type = named("type", optional(statement.type, typeShape));
      const head = statement.kind === "let" ? "Let" : "Var";
      return node(head, [patternShape(statement.pattern), type, expressionShape(statement.value)]);
    }
    case "assign": {
      const operator = leaf(`${statement.operator ?? ""}=`);
      return node("Assign", [
        expressionShape(statement.place),
        operator,
        expressionShape(statement.value),
      ]);
    }
    case "expression":
      return expressionShape(statement.expression);
    case "while":
      return node("While", [expressionShape(statement.condition), blockShape(statement.body)]);
    case "while-let":
      return node("WhileLet", [
        patternShape(statement.pattern),
        expressionShape(statement.value),
        blockShape(statement.body),
      ]);
    case "loop":
      return node("Loop", [blockShape(statement.body)]);
    case "for":
      return node("For", [
        patternShape(statement.pattern),
        expressionShape(statement.iterated),
        blockShape(statement.body),
      ]);
    case "break":
      return leaf("Break");
    case "continue":
      return leaf("Continue");
    case "return":
      return node("Return", [optional(statement.value, expressionShape)]);
    case "emit":
      return node("Emit", [nameShape(statement.output), expressionShape(statement.value)]);
    case "print":
      return node("Print", [expressionShape(statement.value)]);
    case "assert":
      return node("Assert", [
        expressionShape(statement.condition),
        named("message", optional(statement.message, expressionShape)),
      ]);
    case "error":
      return leaf("ErrorStatement");
  }
}

function patternShape(pattern: Pattern): Shape {
  switch (pattern.kind) {
    case "name":
      return nameShape(pattern.name);
    case "ignore":
      return leaf("_");
    case "tuple":
      return node("TuplePattern", pattern.elements.map(patternShape));
    case "case":
      return casePatternShape(pattern);
    case "literal":
      return node("LiteralPattern", [expressionShape(pattern.value)]);
    case "range":
      return node(pattern.inclusive ? "InclusiveRangePattern" : "RangePattern", [
        pattern.from === null ? leaf("_") : expressionShape(pattern.from),
        pattern.to === null ? leaf("_") : expressionShape(pattern.to),
      ]);
    case "list": {
      const rest = pattern.rest === null ? null : leaf(`..${pattern.rest.name?.text ?? ""}`);
      return node("ListPattern", [
        ...pattern.before.map(patternShape),
        rest,
        ...pattern.after.map(patternShape),
      ]);
    }
    case "alternatives":
      return node("Alternatives", pattern.alternatives.map(patternShape));
    case "error":
      return leaf("ErrorPattern");
  }
}

function lambdaShape({ parameters, body }: Expression & { kind: "lambda" }): Shape {
  const shapes = parameters.map(({ pattern, type }) =>
    type === null ? patternShape(pattern) : node("Typed", [patternShape(pattern), typeShape(type)]),
  );
  return node("Lambda", [...shapes, expressionShape(body)]);
}

function casePatternShape({ owner, name, payload }: Pattern & { kind: "case" }): Shape {
  const parts =
    payload.kind === "positional"
      ? payload.elements.map(patternShape)
      : payload.kind === "named"
        ? [
            ...payload.fields.map((field) => named(field.name.text, patternShape(field.pattern))),
            flag("..", payload.hasRest),
          ]
        : [];
  return node("CasePattern", [
    named("owner", optional(owner, nameShape)),
    nameShape(name),
    ...parts,
  ]);
}

function armShape({ pattern, guard, body }: MatchArm): Shape {
  return node("Arm", [
    patternShape(pattern),
    named("if", optional(guard, expressionShape)),
    expressionShape(body),
  ]);
}

function expressionShape(expression: Expression): Shape {
  switch (expression.kind) {
    case "number":
      return node(expression.isFloat ? "Float" : "Integer", [
        leaf(expression.text),
        optional(expression.unit, unitShape),
      ]);
    case "bool":
      return node("Bool", [leaf(`${expression.value}`)]);
    case "string":
      return node("String", expression.parts.map(partShape));
    case "name":
      return leaf(expression.name);
    case "lambda":
      return lambdaShape(expression);
    case "binary":
      return node("Binary", [
        leaf(expression.operator),
        expressionShape(expression.left),
        expressionShape(expression.right),
      ]);
    case "comparison":
      return node("Comparison", comparisonParts(expression));
    case "unary":
      return node("Unary", [leaf(expression.operator), expressionShape(expression.operand)]);
    case "range":
      return node(expression.inclusive ? "InclusiveRange" : "Range", [
        expressionShape(expression.from),
        expressionShape(expression.to),
      ]);
    case "field":
      return node("FieldOf", [expressionShape(expression.receiver), nameShape(expression.field)]);
    case "index":
      return node("Index", [
        expressionShape(expression.receiver),
        expressionShape(expression.index),
      ]);
    case "call":
      return node("Call", [
        expressionShape(expression.callee),
        ...expression.arguments.map(argumentShape),
      ]);
    case "record":
      return node("RecordOf", [
        named("owner", optional(expression.owner, nameShape)),
        nameShape(expression.type),
        named("base", optional(expression.base, expressionShape)),
        ...expression.fields.map(({ name, value }) =>
          value === null ? nameShape(name) : (named(name.text, expressionShape(value)) as Shape),
        ),
      ]);
    case "list":
      return node("List", expression.elements.map(expressionShape));
    case "tuple":
      return node("Tuple", expression.elements.map(expressionShape));
    case "parenthesised":
      return node("Parenthesised", [expressionShape(expression.inner)]);
    case "if":
    case "if-let":
    case "match":
    case "try":
    case "block":
      return branchingShape(expression);
    case "error":
      return leaf("Error");
  }
}

function branchingShape(
  expression: Expression & { kind: "if" | "if-let" | "match" | "try" | "block" },
): Shape {
  switch (expression.kind) {
    case "if":
      return node("If", [
        expressionShape(expression.condition),
        blockShape(expression.then),
        named("else", optional(expression.else, expressionShape)),
      ]);
    case "if-let":
      return node("IfLet", [
        patternShape(expression.pattern),
        expressionShape(expression.value),
        blockShape(expression.then),
        named("else", optional(expression.else, expressionShape)),
      ]);
    case "match":
      return node("Match", [expressionShape(expression.value), ...expression.arms.map(armShape)]);
    case "try":
      return node("Try", [expressionShape(expression.operand)]);
    case "block":
      return blockShape(expression.block);
  }
}

function comparisonParts(expression: Expression & { kind: "comparison" }): Shape[] {
  return expression.operands.flatMap((operand, position) => {
    const shape = expressionShape(operand);
    return position === 0 ? [shape] : [leaf(expression.operators[position - 1].operator), shape];
  });
}

function argumentShape(argument: Argument): Shape {
  const value = expressionShape(argument.value);
  return argument.name === null ? value : (named(argument.name.text, value) as Shape);
}

function partShape(part: StringPart): Shape {
  if (part.kind === "text") return leaf(JSON.stringify(part.text));
  const digits = part.digits === null ? null : leaf(`.${part.digits}`);
  return node("Hole", [expressionShape(part.value), digits, optional(part.unit, unitShape)]);
}
