/** What `resolang doctor` looks at: Node, WebAssembly, memory, the artefact, golden bits. */

import {
  createKernelMemory,
  GOLDEN_BITS,
  KERNEL_SHA256,
  type KernelBits,
  kernelBytes,
  recomputeBits,
  sha256,
  toHex,
} from "../src/index.ts";
import { GOLDEN_PROGRAMS, type GoldenProgram, rerun } from "./golden-programs.ts";

/** The oldest Node that runs ResoLang, as `engines` of the package says. */
export const OLDEST_NODE = "22.12.0";

/** What is examined; tests give one with something wrong. */
export interface Installation {
  readonly node: string;
  readonly artefact: Uint8Array<ArrayBuffer>;
  /** Throws where the memory of a run cannot be had. */
  readonly reserve: () => unknown;
  readonly recompute: () => readonly KernelBits[];
  readonly rerun: (program: GoldenProgram) => GoldenProgram;
}

export interface Finding {
  readonly name: "node" | "webassembly" | "memory" | "artefact" | "bits" | "programs";
  readonly isFine: boolean;
  readonly says: string;
}

export interface Examination {
  readonly findings: readonly Finding[];
  /** Kernels and programs whose bits are not the golden ones. */
  readonly differing: readonly string[];
}

/** This process's. */
export function thisInstallation(): Installation {
  return {
    node: process.versions.node,
    artefact: kernelBytes(),
    reserve: () => createKernelMemory(),
    recompute: () => recomputeBits(),
    rerun,
  };
}

/** Looks at everything; what fails does not hide the rest. Cost: about a second. */
export function examine(installation: Installation): Examination {
  const { node, artefact, reserve, recompute } = installation;
  const isNew = atLeast(node, OLDEST_NODE);
  const hash = toHex(sha256(artefact));
  const isReleased = hash === KERNEL_SHA256;
  const differing: string[] = [];
  const findings: readonly Finding[] = [
    { name: "node", isFine: isNew, says: `${node}; ${OLDEST_NODE} or newer is needed` },
    attempt("webassembly", () => {
      if (!WebAssembly.validate(artefact)) {
        throw new Error("this host refuses the artefact, which needs SIMD and threads");
      }
      return "SIMD, threads and bulk memory work";
    }),
    attempt("memory", () => {
      reserve();
      return "the 4 GiB of a run can be reserved";
    }),
    {
      name: "artefact",
      isFine: isReleased,
      says: isReleased ? hash : `${hash} is not ${KERNEL_SHA256}, which it was built as`,
    },
    attempt("bits", () => {
      const found = recompute();
      differing.push(...differingKernels(found));
      if (differing.length === 0) return `${found.length} kernels give their golden bits`;
      throw new Error(`not the golden ones: ${differing.join(", ")}`);
    }),
    attempt("programs", () => {
      const isOff = (program: GoldenProgram): boolean =>
        installation.rerun(program).hash !== program.hash;
      const wrong = GOLDEN_PROGRAMS.filter(isOff).map(({ name }) => name);
      differing.push(...wrong);
      if (wrong.length === 0) return `${GOLDEN_PROGRAMS.length} programs print their golden bits`;
      throw new Error(`not the golden ones: ${wrong.join(", ")}`);
    }),
  ];
  return { findings, differing };
}

/** Kernels whose bits differ, or that one side alone has. */
function differingKernels(found: readonly KernelBits[]): string[] {
  const hashes = new Map(
    found.map(({ kernel, bytes }) => [kernel, toHex(sha256(bytes)).slice(0, 16)]),
  );
  const names = new Set([...Object.keys(GOLDEN_BITS), ...hashes.keys()]);
  return [...names].filter((name) => hashes.get(name) !== GOLDEN_BITS[name]);
}

function attempt(name: Finding["name"], look: () => string): Finding {
  try {
    return { name, isFine: true, says: look() };
  } catch (error) {
    return { name, isFine: false, says: error instanceof Error ? error.message : String(error) };
  }
}

function atLeast(version: string, oldest: string): boolean {
  const [numbers, least] = [version, oldest].map((each) => each.split(".").map(Number));
  const at = numbers.findIndex((number, index) => number !== least[index]);
  return at < 0 || numbers[at] > least[at];
}
