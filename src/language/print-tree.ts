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
  Name,
  Pattern,
  SourceFile,
  Statement,
  StringPart,
  TypeSyntax,
  UnitSyntax,
} from "./ast.ts";

/** A head with parts in parentheses, or with nothing behind it. */
interface Shape {
  readonly head: string;
  readonly parts: readonly Shape[] | null;
}

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

function oneLine(shape: Shape): string {
  if (shape.parts === null) return shape.head;
  return `${shape.head}(${shape.parts.map(oneLine).join(", ")})`;
}

function indented(shape: Shape, indentation: number, width: number): string {
  const flat = oneLine(shape);
  const margin = " ".repeat(indentation);
  if (shape.parts === null || shape.parts.length === 0 || flat.length + indentation <= width)
    return margin + flat;
  const parts = shape.parts.map((part) => indented(part, indentation + 2, width));
  return `${margin}${shape.head}(\n${parts.join(",\n")}\n${margin})`;
}

function leaf(head: string): Shape {
  return { head, parts: null };
}

function node(head: string, parts: readonly (Shape | null)[]): Shape {
  return { head, parts: parts.filter((part) => part !== null) };
}

function named(label: string, shape: Shape | null): Shape | null {
  return shape === null ? null : { ...shape, head: `${label}: ${shape.head}` };
}

function flag(label: string, isSet: boolean): Shape | null {
  return isSet ? leaf(label) : null;
}

function nameShape(name: Name): Shape {
  return leaf(name.text === "" ? "Missing" : name.text);
}

function documentationShape(documentation: string): Shape | null {
  return documentation === "" ? null : named("doc", leaf(JSON.stringify(documentation)));
}

function fileShape(file: SourceFile): Shape {
  return node("File", [
    documentationShape(file.documentation),
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
        nameShape(declaration.name),
        type,
        expressionShape(declaration.value),
      ]);
    }
    case "function":
      return functionShape(declaration);
    case "record":
      return node("Record", [
        doc,
        flag("pub", declaration.isPublic),
        nameShape(declaration.name),
        ...declaration.unitVariables.map((name) => leaf(`unit ${name.text}`)),
        ...declaration.fields.map((field) =>
          node("Field", [
            documentationShape(field.documentation),
            nameShape(field.name),
            typeShape(field.type),
          ]),
        ),
      ]);
    case "unit": {
      const scale = named("scale", optional(declaration.scale, leaf));
      return node("Unit", [doc, nameShape(declaration.name), scale, unitShape(declaration.unit)]);
    }
    case "test": {
      const { seed } = declaration;
      const seedShape =
        seed === null ? null : node("Seed", [nameShape(seed.name), expressionShape(seed.range)]);
      const fixed = declaration.fixed.map(({ name, value }) =>
        node("With", [nameShape(name), expressionShape(value)]),
      );
      return node("Test", [
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

function optional<T>(value: T | null, shape: (value: T) => Shape): Shape | null {
  return value === null ? null : shape(value);
}

function typeShape(type: TypeSyntax): Shape {
  switch (type.kind) {
    case "named": {
      if (type.arguments.length === 0) return nameShape(type.name);
      const given = type.arguments.map((argument) =>
        argument.kind === "type" ? typeShape(argument.type) : unitShape(argument.unit),
      );
      return node(type.name.text, given);
    }
    case "tuple":
      return node("TupleType", type.elements.map(typeShape));
    case "function":
      return node("FunctionType", [
        ...type.parameters.map(typeShape),
        named("result", optional(type.result, typeShape)),
      ]);
    case "error":
      return leaf("ErrorType");
  }
}

/** Units are shown as they are written, in brackets: `[m/s^2]`. */
function unitShape(unit: UnitSyntax): Shape {
  return leaf(`[${unitText(unit, false)}]`);
}

function unitText(unit: UnitSyntax, isInner: boolean): string {
  switch (unit.kind) {
    case "one":
      return "1";
    case "name":
      return unit.name;
    case "error":
      return "?";
    case "power": {
      const exponent =
        unit.denominator === 1 ? `${unit.numerator}` : `(${unit.numerator}/${unit.denominator})`;
      return `${unitText(unit.operand, true)}^${exponent}`;
    }
    case "multiply":
    case "divide": {
      const operator = unit.kind === "multiply" ? "*" : "/";
      const isGroup = unit.right.kind === "multiply" || unit.right.kind === "divide";
      const text = `${unitText(unit.left, false)}${operator}${unitText(unit.right, isGroup)}`;
      return isInner ? `(${text})` : text;
    }
  }
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
      return node("If", [
        expressionShape(expression.condition),
        blockShape(expression.then),
        named("else", optional(expression.else, expressionShape)),
      ]);
    case "block":
      return blockShape(expression.block);
    case "error":
      return leaf("Error");
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
