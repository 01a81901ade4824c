/** How random programs change places: whole values, and parts that lie in them. */

import { RISKY_CHANGES } from "./risks.ts";
import { LIBRARY_CHANGES } from "./library.ts";
import { shapeOf } from "./types.ts";
import type { Templates } from "./values.ts";
import { expand, expression, named, templatesOf, type Writing } from "./writing.ts";

/** Statements that change a place `⟨@⟩`; templates as in values.ts. */
const CHANGES: Templates = {
  Int: ["⟨@⟩ ⟨?+= -=⟩ ⟨Int⟩ % 100", "⟨@⟩ = (⟨@⟩ * 3 + ⟨Int⟩) % 1000", "⟨@⟩ %= 97"],
  Float: ["⟨@⟩ ⟨?+= -= *= /=⟩ ⟨Float⟩"],
  "Float[m]": ["⟨@⟩ += ⟨Float[m]⟩", "⟨@⟩ *= ⟨Float⟩"],
  Bool: ["⟨@⟩ = not ⟨@⟩", "let _ = flip(⟨@⟩)"],
  String: ["⟨@⟩ ++= ⟨String⟩", "⟨@⟩ = ⟨@⟩ ++ ⟨String⟩ ++ ⟨String⟩"],
  List: [
    "⟨@⟩.push(⟨A⟩)",
    "⟨@⟩.push(⟨A⟩)",
    "⟨@⟩ ++= ⟨List[A]⟩",
    "⟨@⟩ = ⟨@⟩ ++ [⟨A⟩]",
    "let _ = ⟨@⟩.pop()",
    "⟨@⟩.truncate(0)",
    "⟨@⟩.insert_at(0, ⟨A⟩)",
  ],
  "List[Float]": ["⟨@⟩ *= ⟨Float⟩", "⟨@⟩ = ⟨@⟩ ⟨?+ - * /⟩ ⟨Float⟩"],
  Complex: ["⟨@⟩ ⟨?+= -= *= /=⟩ ⟨Complex⟩", "⟨@⟩ *= ⟨Float⟩"],
  Range: ["⟨@⟩.to -= ⟨#4⟩", "⟨@⟩ = ⟨@⟩.from..⟨#9⟩"],
  Quaternion: ["⟨@⟩ *= ⟨Quaternion⟩"],
  Pair: ["let _ = ⟨@⟩.put(⟨A⟩)"],
  Map: [
    "⟨@⟩[⟨K⟩] = ⟨A⟩",
    "⟨@⟩[⟨K⟩] = ⟨A⟩",
    "⟨@⟩.update(⟨K⟩, ⟨A⟩, ⟨A => A⟩)",
    "let _ = ⟨@⟩.remove(⟨K⟩)",
  ],
  Tree: ["⟨@⟩ = Tree.Node(⟨@⟩, ⟨Int⟩, ⟨Tree⟩)"],
};

/** A statement that changes a place of a type. */
export function change(writing: Writing, place: string, type: string, depth: number): string {
  const { chance, functions } = writing;
  const deeper = chance.hit(0.5) ? changeOfPart(writing, place, type, depth) : null;
  if (deeper !== null) return deeper;
  const changing = functions.filter((each) => each.isChanging && each.parameters[0] === type);
  if (changing.length > 0 && chance.hit(0.4)) {
    const callee = chance.pick(changing);
    const others = callee.parameters.slice(1).map((of) => expression(writing, of, depth));
    return `let _ = ${callee.name}(${[place, ...others].join(", ")})`;
  }
  const risks = chance.hit(3 * writing.risk) ? templatesOf(writing, RISKY_CHANGES, type) : [];
  const templates =
    risks.length > 0
      ? risks
      : [...templatesOf(writing, CHANGES, type), ...templatesOf(writing, LIBRARY_CHANGES, type)];
  if (templates.length === 0 || chance.hit(0.2)) {
    return `${place} = ${named(writing, type, depth)}`;
  }
  return expand(writing, chance.pick(templates), type, depth, place);
}

/** A change of a field, an element or an entry; null where there is none. */
function changeOfPart(writing: Writing, place: string, type: string, depth: number): string | null {
  const { chance, records } = writing;
  const { head, parts } = shapeOf(type);
  const fields = fieldsOf(records, type);
  if (fields !== null) {
    const [name, of] = chance.pick(fields);
    return change(writing, `${place}.${name}`, of, depth);
  }
  if (head === "List") {
    const index = chance.pick(["0", `${place}.length() - 1`, `${place}.length() div 2`]);
    const line = change(writing, `${place}[${index}]`, parts[0], depth);
    return `if ${place}.length() > 0 {\n${line}\n}`;
  }
  if (head === "Map") {
    const key = expression(writing, parts[0], 0);
    const line = change(writing, `${place}[${key}]`, parts[1], depth);
    return `if ${place}.contains(${key}) {\n${line}\n}`;
  }
  return null;
}

function fieldsOf(
  records: Writing["records"],
  type: string,
): readonly (readonly [string, string])[] | null {
  const { head, parts } = shapeOf(type);
  if (head === "Pair") {
    return [
      ["first", parts[0]],
      ["second", parts[1]],
    ];
  }
  return records.get(type) ?? null;
}
