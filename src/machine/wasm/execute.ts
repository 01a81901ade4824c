/**
 * Runs a verified module in the WebAssembly tier: emits it, instantiates it over the region, calls
 * `main`.
 *
 * A place of the host's call stack is a byte offset in the emitted module, from which the
 * instruction is found; this is informative and decides no result.
 */

import { AssertionError } from "../../fault.ts";
import type { VerifiedModule } from "../bytecode/module.ts";
import { placeOf, siteBases, STACK_PLACES } from "../bytecode/site.ts";
import type { Place } from "../bytecode/site.ts";
import type { Limits } from "../limits.ts";
import { captureHostStack } from "../region.ts";
import type { Region } from "../region.ts";
import { Trapped } from "../trapped.ts";
import { writeFuel } from "../values/heap.ts";
import { emitModule } from "./emit-module.ts";
import type { EmitOptions, EmittedModule } from "./emit-module.ts";
import { PROGRAM_NAME } from "./program-name.ts";

export interface WasmOutcome {
  readonly trapped: Trapped | null;
  /** The calls around the trap, innermost first, as the host tells them. */
  readonly stack: readonly Place[];
}

/** The functions that an emitted module calls when it traps. */
function hostFunctions(region: Region): Readonly<Record<string, unknown>> {
  return {
    memory: region.memory,
    texts: region.texts,
    parameters: region.parameters,
    trap(code: number, site: number, fuel: bigint, a: number, b: number): never {
      writeFuel(region.memory, Number(fuel));
      const hostStack = captureHostStack();
      throw new Trapped(code, { a, b }, { site, isFromRuntime: false, hostStack });
    },
    trap_text(code: number, site: number, fuel: bigint, reference: number): never {
      writeFuel(region.memory, Number(fuel));
      const text = reference >>> 0;
      const hostStack = captureHostStack();
      throw new Trapped(code, { a: 0, b: 0, text }, { site, isFromRuntime: false, hostStack });
    },
  };
}

/** The instruction whose code an offset lies in, and the replaced calls around it. */
function sitesAt({ places, functions }: EmittedModule, offset: number): readonly number[] {
  const last = places.findLastIndex(({ starts }) => starts.length > 0 && starts[0] <= offset);
  if (last < 0) return [];
  const { starts, indices } = places[last];
  const index = indices[starts.findLastIndex((start) => start <= offset)];
  const sites = [functions[last].sites[index]];
  for (let frame = functions[last].frames[index]; frame !== null; frame = frame.outer) {
    sites.push(frame.callSite);
  }
  return sites;
}

const HOST_PLACE = new RegExp(`wasm/${PROGRAM_NAME}-[^:]*:wasm-function\\[\\d+\\]:0x([0-9a-f]+)`);

function readHostStack(
  { module }: VerifiedModule,
  emitted: EmittedModule,
  hostStack: string,
): readonly Place[] {
  const lines = hostStack.split("\n");
  const offsets = lines.flatMap((line) => HOST_PLACE.exec(line)?.[1] ?? []);
  const sites = offsets.flatMap((offset) => sitesAt(emitted, Number.parseInt(offset, 16)));
  const bases = siteBases(module);
  return sites.slice(0, STACK_PLACES).map((site) => placeOf(bases, site));
}

/** A module in the form of this tier; what is recalled has its bytes alone. */
interface Prepared {
  readonly bytes: Uint8Array<ArrayBuffer>;
  emitted: EmittedModule | null;
  compiled: WebAssembly.Module | null;
}

/** Modules that have run, so that the next run of the same one starts at once. */
const PREPARED = new WeakMap<VerifiedModule, Prepared>();
/** Those that were measured without charges. */
const UNMETERED = new WeakMap<VerifiedModule, Prepared>();

/** Compiles the bytes of a module of WebAssembly. */
export type Compile = (bytes: Uint8Array<ArrayBuffer>) => WebAssembly.Module;

const compilePlainly: Compile = (bytes) => new WebAssembly.Module(bytes);

/** What a tier may be told, besides what decides the result. */
export interface ExecuteOptions {
  readonly emit?: EmitOptions;
  readonly compile?: Compile;
}

function prepared(verified: VerifiedModule, options: EmitOptions | undefined): Prepared {
  const kept = options?.isUnmetered === true ? UNMETERED : PREPARED;
  const isPlanted = options?.plant !== undefined;
  const known = isPlanted ? undefined : kept.get(verified);
  if (known !== undefined) return known;
  const emitted = emitModule(verified, options ?? {});
  const made = { bytes: emitted.bytes, emitted, compiled: null };
  if (!isPlanted) kept.set(verified, made);
  return made;
}

/** The bytes that this tier makes of a module. */
export function emittedBytes(verified: VerifiedModule): Uint8Array<ArrayBuffer> {
  return prepared(verified, undefined).bytes;
}

/** Takes the bytes that `emittedBytes` once gave for this module in place of emitting it. */
export function recallEmitted(verified: VerifiedModule, bytes: Uint8Array<ArrayBuffer>): void {
  PREPARED.set(verified, { bytes, emitted: null, compiled: null });
}

/** Runs `main` to its end or to a trap. */
export function executeWasm(
  verified: VerifiedModule,
  region: Region,
  limits: Limits,
  { emit, compile = compilePlainly }: ExecuteOptions = {},
): WasmOutcome {
  const own = prepared(verified, emit);
  own.compiled ??= compile(own.bytes);
  const instance = new WebAssembly.Instance(own.compiled, {
    host: hostFunctions(region),
    runtime: region.kernel,
  });
  const main = instance.exports["main"] as unknown as (depth: number, fuel: bigint) => bigint;
  try {
    const remaining = main(limits.depth, BigInt(limits.fuel));
    writeFuel(region.memory, Number(remaining));
    return { trapped: null, stack: [] };
  } catch (error) {
    if (error instanceof Trapped) {
      own.emitted ??= emitModule(verified, emit ?? {});
      return { trapped: error, stack: readHostStack(verified, own.emitted, error.hostStack) };
    }
    if (error instanceof RangeError) {
      throw new AssertionError("the depth limit was not hit before the host's stack", {
        cause: error,
      });
    }
    throw error;
  }
}
