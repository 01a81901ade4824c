/** Names and fields: where a value comes from. */

import type { RecordType, Type } from "../../machine/types/type.ts";
import type { ReportExtras } from "../../source/report.ts";
import type * as ast from "../ast.ts";
import { findUnit } from "../units/find.ts";
import { headOf } from "./head.ts";
import {
  complain,
  findFunction,
  findInLayers,
  findVariable,
  finishing,
  namesInLayers,
  type Body,
  type Namespace,
  type Scope,
  type Variable,
} from "./session.ts";
import {
  checkFieldIsPublic,
  findMethodOf,
  findTypeInfo,
  isLost,
  mayQualify,
  namespaceOf,
  publicNames,
  qualifiedName,
  unknownMember,
} from "./member.ts";
import { showType } from "./show.ts";
import { checkCapture } from "./capture.ts";
import { ERROR, isError, resolved } from "./solver.ts";
import { nameHabit } from "./habits.ts";
import { didYouMean } from "./suggestion.ts";
import { changeHelp, emptyHelp, writtenAt } from "./written.ts";
import type { TypedExpression } from "./typed.ts";

type NameSyntax = ast.Expression & { kind: "name" };

/** A variable by its name. */
export function checkVariable(
  body: Body,
  variable: Variable,
  span: ast.Node["span"],
): TypedExpression {
  const { local } = variable;
  variable.isUsed = true;
  if (local.isVar) checkCapture(body, variable, span);
  return finishing(body, { kind: "local", local, type: local.type, span });
}

/** A name that no variable has: a parameter of the program, a constant, a case or a function. */
export function checkName(
  body: Body,
  expression: NameSyntax,
  expected: Type | null,
): TypedExpression {
  const { name, span } = expression;
  const parameter = findInLayers(body.layer, "parameters", name);
  if (parameter !== null) {
    parameter.isUsed = true;
    const { typed } = parameter;
    return { kind: "parameter", parameter: typed, type: typed.type, span };
  }
  const constant = findInLayers(body.layer, "constants", name);
  if (constant !== null) {
    constant.isUsed = true;
    const { type, value } = body.check.constant(body.session, constant);
    if (value === null) return errorAt(span);
    return { kind: "constant", value, type, span };
  }
  if (body.check.isCase(body, name, expected)) {
    return body.check.bareCase(body, null, { text: name, span }, expected, span);
  }
  const value = body.check.functionAsValue(body, expression);
  if (value !== null) return value;
  notAValue(body, expression);
  return errorAt(span);
}

/** A node that stands for something that has been reported. */
export function errorAt(span: ast.Node["span"]): TypedExpression {
  return { kind: "tuple", elements: [], type: ERROR, span };
}

/** `ring.LIMIT`, where `ring` is an imported file. */
function checkMember(
  body: Body,
  expression: ast.Expression & { kind: "field" },
  namespace: Namespace,
): TypedExpression {
  const { text, span } = qualifiedName(body, expression)!;
  const constant = findInLayers(body.layer, "constants", text);
  if (constant !== null) {
    const { type, value } = constant;
    return value === null ? errorAt(span) : { kind: "constant", value, type, span };
  }
  const isKnown =
    findFunction(body.session, body.layer, text) !== null ||
    findTypeInfo(body.layer, text) !== null;
  if (isKnown) notAValue(body, { kind: "name", name: text, span });
  else unknownMember(body, namespace, expression.field, publicNamesOf(namespace));
  return errorAt(span);
}

function publicNamesOf({ layer }: Namespace): string[] {
  return layer === null ? [] : publicNames(layer);
}

/** The rules nameIsDeclared and nameIsValue. */
function notAValue(body: Body, { name, span }: NameSyntax): void {
  if (isLost(body, name)) return;
  if (findInLayers(body.layer, "namespaces", name) !== null) {
    complain(body, "nameIsValue", span, `\`${name}\` is an imported file, not a value`, {
      help: [`name what is needed of it: \`${name}.…\``],
    });
    return;
  }
  if (findFunction(body.session, body.layer, name) !== null) {
    complain(body, "nameIsValue", span, `\`${name}\` is a function, and this is not a call`, {
      help: [`call it: \`${name}(…)\`, or write a function that does: \`|x| ${name}(x)\``],
    });
    return;
  }
  if (findInLayers(body.layer, "records", name) !== null) {
    complain(body, "nameIsValue", span, `\`${name}\` is a type, not a value`, {
      help: [`make one: \`${name} { … }\``],
    });
    return;
  }
  if (findInLayers(body.layer, "enums", name) !== null) {
    complain(body, "nameIsValue", span, `\`${name}\` is a type, not a value`, {
      help: [`write one of its cases: \`${name}.…\``],
    });
    return;
  }
  if (findInLayers(body.layer, "outputs", name) !== null) {
    complain(body, "nameIsValue", span, `\`${name}\` is an output and cannot be read`, {
      help: [`add a value to it with \`emit ${name} = …\``],
    });
    return;
  }
  const extras = nameHabit(name, span) ?? nearName(body, name, span);
  complain(body, "nameIsDeclared", span, `there is no \`${name}\` here`, extras);
}

/** A unit that stands alone, a type that is misspelt, or a value that is. */
function nearName(body: Body, name: string, span: ast.Node["span"]): ReportExtras {
  if (findUnit(name) !== null) {
    const help = [`\`${name}\` is a unit, and one of it is written \`1${name}\``];
    return { help, edits: [{ span, replacement: `1${name}`, confidence: "likely" }] };
  }
  const types = namesInLayers(body.layer, "records");
  const isType = /^[A-Z][a-z]/.test(name);
  return didYouMean(name, span, isType ? ["Float", "List", "Map", ...types] : valueNames(body));
}

export function valueNames(body: Body): string[] {
  const names: string[] = [];
  for (let scope: Scope | null = body.scope; scope !== null; scope = scope.outer) {
    if (scope.names !== null) names.push(...scope.names.keys());
  }
  return [
    ...names,
    ...namesInLayers(body.layer, "parameters"),
    ...namesInLayers(body.layer, "constants"),
  ];
}

/** `p.x` */
export function checkField(
  body: Body,
  expression: ast.Expression & { kind: "field" },
  expected: Type | null,
): TypedExpression {
  if (mayQualify(body, expression.receiver)) {
    const namespace = namespaceOf(body, expression.receiver);
    if (namespace !== null) return checkMember(body, expression, namespace);
    const owner = enumBefore(body, expression.receiver);
    if (owner !== null)
      return body.check.bareCase(body, owner, expression.field, expected, expression.span);
  }
  const receiver = body.check.expression(body, expression.receiver, null);
  const type = resolved(body.solver, receiver.type);
  if (isError(type) || type.kind === "never") return errorAt(expression.span);
  const { field } = expression;
  const fields = fieldsOf(type);
  const slot = slotOf(fields, field.text);
  if (slot < 0) {
    unknownField(
      body,
      expression,
      type,
      fields.map(({ name }) => name),
    );
    return errorAt(expression.span);
  }
  checkFieldIsPublic(body, type, field);
  const { span } = expression;
  return finishing(body, { kind: "field", receiver, slot, type: fields[slot].type, span });
}

const NO_FIELDS: RecordType["fields"] = [];

/** The fields of a record; none of any other type. */
export function fieldsOf(type: Type): RecordType["fields"] {
  return type.kind === "record" ? type.record.fields : NO_FIELDS;
}

/** Where the field of this name stands; −1 if there is none. */
export function slotOf(fields: RecordType["fields"], name: string): number {
  for (let slot = 0; slot < fields.length; slot += 1) if (fields[slot].name === name) return slot;
  return -1;
}

/** The name of an enum before a dot. */
export function enumBefore(body: Body, receiver: ast.Expression): ast.Name | null {
  if (receiver.kind === "name" && findVariable(body, receiver.name) !== null) return null;
  const name = qualifiedName(body, receiver);
  if (name === null) return null;
  return findInLayers(body.layer, "enums", name.text) === null ? null : name;
}

/** The rule fieldIsDeclared. */
export function unknownField(
  body: Body,
  { receiver, field }: ast.Expression & { kind: "field" },
  type: Type,
  fields: readonly string[],
): void {
  const shown = showType(body.solver, type);
  const head = headOf(type);
  const method = head === null ? null : findMethodOf(body, type, head, field);
  if (method !== null) {
    const edit = { start: field.span.end, end: field.span.end };
    const before = writtenAt(body, receiver.span) ?? "";
    complain(
      body,
      "fieldIsDeclared",
      field.span,
      `\`${field.text}\` is a function of \`${head}\`, not a field`,
      {
        help: [`call it: \`${before}.${field.text}()\``],
        edits: [
          {
            span: edit,
            replacement: "()",
            confidence: method.parameters.length === 1 ? "certain" : "likely",
          },
        ],
      },
    );
    return;
  }
  const suggestion = didYouMean(field.text, field.span, fields);
  const typed = type.kind === "record" ? type.record.fields : [];
  const listed = typed.map((each) => `\`${each.name}: ${showType(body.solver, each.type)}\``);
  const list = listed.length === 0 ? [] : [`its fields are ${listed.join(", ")}`];
  const tuple = type.kind === "tuple" ? ["a tuple is taken apart with `let (a, b) = …`"] : [];
  complain(body, "fieldIsDeclared", field.span, `\`${shown}\` has no field \`${field.text}\``, {
    notes: list,
    help: [...(suggestion.help ?? []), ...tuple],
    edits: suggestion.edits,
  });
}

/** The rule valueIsSomething. */
export function hasValue(body: Body, value: TypedExpression): boolean {
  if (resolved(body.solver, value.type).kind !== "nothing") return true;
  const help = [...changeHelp(body, value), ...emptyHelp(body, value)];
  complain(body, "valueIsSomething", value.span, "this has no value", { help });
  return false;
}
