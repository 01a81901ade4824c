/**
 * Numbers for the things that drafts name, while a module is made: instructions hold them in the
 * place of indices, which are known only when it is known what the module has.
 *
 * Not here: the indices (link.ts, tables.ts).
 */

import type { EnumType, RecordType, Type } from "../../machine/types/type.ts";
import { numberOfDeclaration } from "../check/record.ts";
import type { TypedFunction, TypedOutput, TypedParameter } from "../check/typed.ts";
import { erasedKey, isNamedByKey } from "./type-key.ts";

/** Things in the order in which they were first named: 0, 1, 2, … */
export class Numbering<Item> {
  /** By number. */
  readonly items: Item[] = [];
  private readonly numbers = new Map<Item, number>();

  of(item: Item): number {
    const known = this.numbers.get(item);
    if (known !== undefined) return known;
    const number = this.items.push(item) - 1;
    this.numbers.set(item, number);
    return number;
  }
}

/** Types: those that erase to the same have one number. */
export class TypeNumbering {
  /** By number: the first of these types. */
  readonly items: Type[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly byIdentity = new Map<Type, number>();
  /** The declaration of each name. */
  private readonly declarations = new Map<string, number>();
  /** Whether different declarations have one name. */
  hasNamesakes = false;

  of(type: Type): number {
    const known = this.byIdentity.get(type);
    if (known !== undefined) return known;
    const key = this.keyOf(type);
    let number = this.byKey.get(key);
    if (number === undefined) {
      number = this.items.push(type) - 1;
      this.byKey.set(key, number);
    }
    this.byIdentity.set(type, number);
    return number;
  }

  /** Equal for types that erase to the same: what is inside of them is a number. */
  private keyOf(type: Type): string {
    switch (type.kind) {
      case "list":
        return `[${this.of(type.element)}`;
      case "tuple":
        return `(${this.listOf(type.elements)}`;
      case "map":
        return `{${this.of(type.key)}:${this.of(type.value)}`;
      case "record":
        return this.declaredKey(type, type.record);
      case "enum":
        return isNamedByKey(type.enum) ? erasedKey(type) : this.declaredKey(type, type.enum);
      default:
        return erasedKey(type);
    }
  }

  private declaredKey(type: Type, { name, typeArguments }: RecordType | EnumType): string {
    const declaration = numberOfDeclaration(type);
    const known = this.declarations.get(name);
    if (known === undefined) this.declarations.set(name, declaration);
    else if (known !== declaration) this.hasNamesakes = true;
    return `${name}#${declaration}<${this.listOf(typeArguments)}`;
  }

  private listOf(types: readonly Type[]): string {
    let text = "";
    for (const type of types) text += `${this.of(type)},`;
    return text;
  }
}

/** What is named in the drafts of one module. */
export interface Numberings {
  readonly type: TypeNumbering;
  readonly text: Numbering<string>;
  readonly function: Numbering<TypedFunction>;
  readonly parameter: Numbering<TypedParameter>;
  readonly output: Numbering<TypedOutput>;
}

export function newNumberings(): Numberings {
  return {
    type: new TypeNumbering(),
    text: new Numbering(),
    function: new Numbering(),
    parameter: new Numbering(),
    output: new Numbering(),
  };
}
