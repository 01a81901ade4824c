/**
 * The typed face of the kernel artefact: compiles it once per process and instantiates it over a
 * memory.
 *
 * Numbers cross as the machine's kinds: Int and Float as f64 (an Int is exact), Bool as 0 or 1,
 * addresses, references and lengths as i32. Nothing here allocates in the memory.
 * Not here: the meaning of each export, which stands at its source in kernel/assembly/.
 */
import { ARTEFACT_BASE64, ARTEFACT_SHA256 } from "./kernel/artefact.ts";

/** Any function of the artefact: its arguments and its result are plain numbers. */
export type KernelFunction = (...operands: number[]) => number;

/** The artefact's functions by name. */
export type KernelExports = Readonly<Record<string, KernelFunction>>;

/** What the artefact calls in its host, by the two-level names of WebAssembly. */
export type KernelImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Bytes of a page of WebAssembly, and how many of them a memory has at most: 4 GiB. */
export const PAGE_BYTES = 65_536;
export const MAXIMUM_PAGES = 65_536;

/** First address after the artefact's static data may not pass this one. */
export const STATIC_DATA_LIMIT = 65_536;

/** SHA-256 of the artefact's bytes, hexadecimal: informative in receipts, golden in the tests. */
export const KERNEL_SHA256: string = ARTEFACT_SHA256;

/**
 * Threads that share the work of large kernels. Results, fuel and traps are those of one thread, so
 * nothing of a run depends on its team but the time it takes.
 */
export interface Team {
  /** How many threads at most, that of the run included. */
  readonly size: number;
  /**
   * Starts one more thread, which instantiates `module` over `memory` and calls `join_team` there,
   * and comes back at once: a thread takes part from the command on that finds it ready.
   */
  readonly start: (module: WebAssembly.Module, memory: WebAssembly.Memory) => void;
}

let compiled: WebAssembly.Module | undefined;

/** The artefact itself. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return Buffer.from(ARTEFACT_BASE64, "base64");
}

/** The artefact's WebAssembly module, compiled on first use. */
export function kernelModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(kernelBytes());
  return compiled;
}

/**
 * A memory of the kind the artefact imports: shared, up to 4 GiB, `pages` of 64 KiB at the start.
 */
export function createKernelMemory(pages = 16): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: pages, maximum: MAXIMUM_PAGES, shared: true });
}

/**
 * Instantiates the artefact over `memory`, which is all zeros before the first instance. Several
 * instances over one memory are allowed, also while another one works: what they write are the same
 * constants. Cost: 1 ms for the first, 0.1 ms for each further one.
 */
export function createKernel(memory: WebAssembly.Memory, imports: KernelImports): KernelExports {
  const all = { ...imports, env: { ...imports["env"], memory } };
  const instance = new WebAssembly.Instance(kernelModule(), all);
  return instance.exports as KernelExports;
}
