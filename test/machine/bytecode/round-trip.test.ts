/** Bytes and text of modules: there and back without a change, one encoding for each module. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { equalBytes, sha256, toHex } from "../../../src/bytes/hash.ts";
import { assemble } from "../../../src/machine/bytecode/assemble.ts";
import { decodeModule } from "../../../src/machine/bytecode/decode.ts";
import { disassemble } from "../../../src/machine/bytecode/disassemble.ts";
import { encodeIdentity, encodeModule, programId } from "../../../src/machine/bytecode/encode.ts";
import { MNEMONICS } from "../../../src/machine/bytecode/instruction.ts";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import { chanceOf } from "../fuzz/chance.ts";
import { moduleOf } from "./module-text.ts";
import { nonsenseModule } from "./nonsense.ts";

const modules = fc.integer().map((seed) => nonsenseModule(chanceOf(seed)));

function decoded(bytes: Uint8Array): Module {
  const result = decodeModule(bytes);
  if ("module" in result) return result.module;
  throw new Error(`${result.problem.code} at ${result.problem.offset}: ${result.problem.message}`);
}

test("decoding what was encoded gives the module", () => {
  fc.assert(
    fc.property(modules, (module) => {
      expect(decoded(encodeModule(module))).toEqual(module);
    }),
    { numRuns: 300 },
  );
});

test("the nonsense has every instruction", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    for (const fn of nonsenseModule(chanceOf(seed)).functions) {
      for (const { op } of fn.code) seen.add(op);
    }
  }
  expect(MNEMONICS.filter((op) => !seen.has(op))).toEqual([]);
});

test("encoding what was decoded gives the bytes, whichever byte is changed", () => {
  let accepted = 0;
  fc.assert(
    fc.property(modules, fc.nat(), fc.integer({ min: 1, max: 255 }), (module, where, change) => {
      const bytes = encodeModule(module);
      bytes[where % bytes.length] ^= change;
      const result = decodeModule(bytes);
      if ("module" in result) {
        accepted += 1;
        expect(encodeModule(result.module)).toEqual(bytes);
      }
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test("cut anywhere, bytes are refused, unless what is cut is what may be missing", () => {
  fc.assert(
    fc.property(modules, fc.nat(), (module, where) => {
      const bytes = encodeModule(module);
      const cut = bytes.subarray(0, where % bytes.length);
      const isStripped = equalBytes(cut, encodeIdentity(module));
      expect("module" in decodeModule(cut)).toBe(isStripped);
    }),
    { numRuns: 500 },
  );
});

test("assembling what was disassembled gives the module without its debug section", () => {
  fc.assert(
    fc.property(modules, (module) => {
      expect(assemble(disassemble(module))).toEqual({ module: { ...module, debug: null } });
    }),
    { numRuns: 300 },
  );
});

test("the program id is the hash of the file without its debug section", () => {
  fc.assert(
    fc.property(modules, (module) => {
      const stripped = encodeModule({ ...module, debug: null });
      expect(programId(module)).toBe(toHex(sha256(stripped)));
      expect(encodeIdentity(module)).toEqual(stripped);
    }),
    { numRuns: 100 },
  );
});

test("the program id changes with every byte of the identity", () => {
  const module = moduleOf(`type 0 float [s -1] shown "Hz" 1
output "rate" 0
type 1 string
text 0 "a"
function 0 () -> ()
  registers f r1
  enter _
  text_const %1 0
  float_const %0 0.25
  emit_float 0 %0
  ref_drop %1
  return []`);
  const id = programId(module);
  const bytes = encodeIdentity(module);
  let accepted = 0;
  for (let offset = 0; offset < bytes.length; offset += 1) {
    for (let change = 1; change < 256; change += 1) {
      const changed = bytes.slice();
      changed[offset] ^= change;
      const result = decodeModule(changed);
      if ("problem" in result) continue;
      accepted += 1;
      expect(programId(result.module)).not.toBe(id);
    }
  }
  expect(accepted).toBeGreaterThan(1000);
});
