/** Compiles the AssemblyScript artefact when its sources are newer than it. */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = `${root}src/engine/kernel/`;
const config = `${folder}asconfig.json`;
const artefact = `${folder}kernel.wasm`;
const embedded = `${folder}artefact.ts`;

/**
 * Builds `kernel.wasm` as its `asconfig.json` says, and `artefact.ts`, which holds the same bytes as
 * text, so that loading the artefact needs no file. Neither is kept in the repository.
 *
 * @returns whether it had to build
 */
export function buildKernel(): boolean {
  if (!existsSync(config) || isFresh()) return false;
  const compiler = `${root}node_modules/assemblyscript/bin/asc.js`;
  execFileSync(process.execPath, [compiler, "--config", config, "--target", "release"], {
    cwd: root,
    stdio: "inherit",
  });
  writeFileSync(embedded, renderArtefact(readFileSync(artefact)));
  return true;
}

/** vitest calls this before the first test. */
export function setup(): void {
  buildKernel();
}

function isFresh(): boolean {
  if (!existsSync(artefact) || !existsSync(embedded)) return false;
  const builtAt = Math.min(statSync(artefact).mtimeMs, statSync(embedded).mtimeMs);
  const sources = [...globSync(`${folder}assembly/**/*.ts`), config];
  return sources.every((source) => statSync(source).mtimeMs <= builtAt);
}

function renderArtefact(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString("base64").match(/.{1,96}/gu) ?? [];
  return [
    "/** The bytes of the kernel artefact in base64; made by `npm run build`. */",
    "export const KERNEL_ARTEFACT_BASE64: string = `",
    ...lines,
    "`;",
    "",
  ].join("\n");
}

if (import.meta.main) buildKernel();
