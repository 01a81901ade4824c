/** Types by the names that other languages give them. */

export const TYPE_HABITS: Readonly<Record<string, string>> = {
  int: "Int",
  long: "Int",
  usize: "Int",
  int64: "Int",
  float: "Float",
  f32: "Float",
  bool: "Bool",
  string: "String",
  double: "Float",
  f64: "Float",
  float64: "Float",
  real: "Float",
  number: "Float",
  i32: "Int",
  i64: "Int",
  integer: "Int",
  boolean: "Bool",
  str: "String",
  text: "String",
  array: "List",
  vec: "List",
  vector: "List",
  dict: "Map",
  dictionary: "Map",
  hashmap: "Map",
  table: "Map",
  void: "()",
  optional: "Option",
  maybe: "Option",
};

/** The type that is meant by the name of another language; null for others. */
export function typeHabit(name: string): string | null {
  const lower = name.toLowerCase();
  return Object.hasOwn(TYPE_HABITS, lower) ? TYPE_HABITS[lower] : null;
}
