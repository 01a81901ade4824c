/** The part of JavaScript's WebAssembly interface that the product uses; Node's types lack it. */
declare namespace WebAssembly {
  type ExportValue = ((...operands: number[]) => number) | Memory | Global;
  type Exports = Readonly<Record<string, ExportValue>>;
  type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

  class Module {
    constructor(bytes: ArrayBufferView | ArrayBuffer);
  }

  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Exports;
  }

  class Memory {
    constructor(descriptor: { initial: number; maximum?: number; shared?: boolean });
    readonly buffer: ArrayBufferLike;
    grow(pages: number): number;
  }

  class Global<Value = number> {
    constructor(descriptor: { value: "i32" | "i64" | "f64"; mutable?: boolean }, value?: Value);
    value: Value;
  }

  class RuntimeError extends Error {}
  class CompileError extends Error {}

  function validate(bytes: ArrayBufferView | ArrayBuffer): boolean;
}
