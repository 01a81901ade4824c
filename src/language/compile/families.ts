/**
 * Function values that are not known where they are called: all of one function type are the cases
 * of one enum, and a call goes to a function that takes the case apart.
 *
 * A case carries what its function value captures. Cases are numbered as the code reaches them, so
 * that equal programs have equal enums.
 * Not here: function values that are known where they are called (instances.ts).
 */

import type { EnumCase, EnumType, Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type {
  Local,
  Place,
  TypedArm,
  TypedBlock,
  TypedExpression,
  TypedFunction,
} from "../check/typed.ts";
import { erasedKey, nameKey } from "./type-key.ts";

export type FunctionType = Type & { readonly kind: "function" };

/** One function value, wherever it is stored. */
interface Member {
  /** The function; what it captures comes first, as one tuple. */
  readonly callee: TypedFunction;
  readonly captures: readonly Type[];
}

/** All function values of one type. */
interface Family {
  readonly type: Type & { readonly kind: "enum" };
  readonly members: Member[];
  readonly positions: Map<string, number>;
  /** The function that calls one of them. */
  readonly caller: TypedFunction;
  /** Whether some member can be made without another function value, or a case stands for it. */
  hasCase: boolean;
}

/** The families of one module. */
export class Families {
  private readonly byKey = new Map<string, Family>();
  private readonly byCaller = new Map<TypedFunction, Family>();

  /** The enum that holds the function values of this type. */
  enumOf(type: FunctionType, place: Place): Type & { readonly kind: "enum" } {
    return this.of(type, place).type;
  }

  /** The function that calls a value of this type, which comes first. */
  callerOf(type: FunctionType, place: Place): TypedFunction {
    return this.of(type, place).caller;
  }

  /**
   * The case of a function value.
   *
   * @param key the same for the same function value
   * @param make the function behind it, when it is new
   */
  caseOf(
    type: FunctionType,
    key: string,
    captures: readonly Type[],
    make: () => TypedFunction,
    place: Place,
  ): number {
    const family = this.of(type, place);
    const known = family.positions.get(key);
    if (known !== undefined) return known;
    const index = family.positions.size;
    family.positions.set(key, index);
    family.members.push({ callee: make(), captures });
    return index;
  }

  /** How many members a function of {@link callerOf} tells apart now; null for other functions. */
  sizeFor(source: TypedFunction): number | null {
    return this.byCaller.get(source)?.members.length ?? null;
  }

  /** Gives a function of {@link callerOf} the body for the members that there are. */
  fill(source: TypedFunction): void {
    const family = this.byCaller.get(source);
    if (family !== undefined) source.body = bodyOf(family);
  }

  /**
   * After the last member: an enum whose cases all need other function values gets one more, so
   * that its values end.
   */
  finish(): void {
    for (const family of this.byKey.values()) {
      family.hasCase = family.members.some(({ captures }) => captures.every(isPlain));
    }
  }

  private of(type: FunctionType, place: Place): Family {
    const key = erasedKey(type);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const members: Member[] = [];
    const made: EnumType = {
      name: `fn ${this.byKey.size}`,
      typeArguments: [],
      unitArguments: [],
      get cases() {
        return casesOf(family);
      },
    };
    nameKey(made, key);
    const enumType = { kind: "enum", enum: made } as const;
    const caller = callerFor(type, enumType, place);
    const family: Family = {
      type: enumType,
      members,
      positions: new Map(),
      caller,
      hasCase: true,
    };
    this.byKey.set(key, family);
    this.byCaller.set(caller, family);
    return family;
  }
}

function casesOf({ members, hasCase }: Family): readonly EnumCase[] {
  const cases = members.map(({ captures }, index) => ({
    name: String(index),
    fields: captures.map((type) => ({ name: "", type })),
  }));
  return hasCase ? cases : [...cases, { name: "none", fields: [] }];
}

/** Whether the values of a type surely end. */
function isPlain(type: Type): boolean {
  if (type.kind === "tuple") return type.elements.every(isPlain);
  return type.kind !== "record" && type.kind !== "enum" && type.kind !== "function";
}

function callerFor(type: FunctionType, value: Type, place: Place): TypedFunction {
  const parameter = (name: string, of: Type): Local => ({
    name,
    type: of,
    isVar: false,
    span: place.span,
  });
  const given = type.parameters.map((each, index) => parameter(`argument ${index}`, each));
  return {
    name: "a function value",
    typeVariables: [],
    parameters: [parameter("function", value), ...given],
    takesPlace: false,
    result: type.result,
    body: { statements: [], value: null, type: { kind: "nothing" }, span: place.span },
    place,
  };
}

/** One arm for each member, which calls it with what its case carries. */
function bodyOf({ type, members, caller }: Family): TypedBlock {
  const { result } = caller;
  const { span } = caller.place;
  const [local, ...given] = caller.parameters;
  const read = (each: Local): TypedExpression => ({
    kind: "local",
    local: each,
    type: each.type,
    span,
  });
  const arms = members.map(({ callee, captures }, index): TypedArm => {
    const parts = captures.map((each, slot): Local => ({
      name: `capture ${slot}`,
      type: each,
      isVar: false,
      span,
    }));
    const box: TypedExpression = {
      kind: "tuple",
      elements: parts.map(read),
      type: { kind: "tuple", elements: captures },
      span,
    };
    const call: TypedExpression = {
      kind: "call",
      callee,
      typeArguments: [],
      self: null,
      arguments: [box, ...given.map(read)],
      evaluationOrder: null,
      type: result,
      span,
    };
    return {
      pattern: {
        kind: "case",
        index,
        fields: parts.map((part, slot) => ({ slot, pattern: { kind: "local", local: part } })),
      },
      guard: null,
      body: blockOf(call, span),
    };
  });
  const value: TypedExpression = {
    kind: "match",
    value: { ...read(local), type },
    arms,
    isTurn: false,
    type: result,
    span,
  };
  return blockOf(value, span);
}

function blockOf(value: TypedExpression, span: Span): TypedBlock {
  const { type } = value;
  if (type.kind !== "nothing" && type.kind !== "never") {
    return { statements: [], value, type, span };
  }
  return {
    statements: [{ kind: "expression", expression: value, span }],
    value: null,
    type,
    span,
  };
}
