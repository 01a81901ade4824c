/**
 * Compiles the kernel artefact and writes it as a module: its WebAssembly in base64, its SHA-256.
 *
 * In: src/engine/kernel/assembly/*.ts, src/engine/kernel/asconfig.json.
 * Out: src/engine/kernel/artefact.ts, rewritten only when its sources changed.
 * `node scripts/build-kernel.ts --golden` also records the hash in test/engine/artefact.golden, and
 * the hashes of what the kernels give in src/engine/golden-table.ts, which says that a change of
 * bits is meant.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KernelBits } from "../src/engine/golden-bits.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const KERNEL = join(ROOT, "src/engine/kernel");
const ASSEMBLY = join(KERNEL, "assembly");
const ARTEFACT = join(KERNEL, "artefact.ts");
const GOLDEN = join(ROOT, "test/engine/artefact.golden");
const TABLE = join(ROOT, "src/engine/golden-table.ts");
const COMPILER = join(ROOT, "node_modules/assemblyscript");

/** The table of golden bits: for each kernel the first 64 bits of the SHA-256 of what it gives. */
function renderTable(found: readonly KernelBits[]): string {
  const rows = found.map(({ kernel, bytes }) => {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    return `  ${/^\w+$/.test(kernel) ? kernel : JSON.stringify(kernel)}: "${hash}",`;
  });
  return [
    "/** What each kernel gives, as a hash. Derived by scripts/build-kernel.ts: do not edit. */",
    "export const GOLDEN_BITS: Readonly<Record<string, string>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}

/** Names and bytes of everything that decides the artefact, the compiler's version included. */
function hashSources(): string {
  const hash = createHash("sha256");
  const names = readdirSync(ASSEMBLY, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".ts")).toSorted();
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(join(ASSEMBLY, name)));
  hash.update(readFileSync(join(KERNEL, "asconfig.json")));
  hash.update(readFileSync(join(COMPILER, "package.json")));
  return hash.digest("hex");
}

function compile(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "resolang-kernel-"));
  const output = join(folder, "kernel.wasm");
  try {
    const compiler = join(COMPILER, "bin/asc.js");
    const config = join(KERNEL, "asconfig.json");
    const args = [compiler, join(ASSEMBLY, "index.ts"), "--config", config, "--outFile", output];
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "pipe"] });
    return readFileSync(output);
  } catch (error) {
    const report =
      error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(`the kernel artefact does not compile:\n${report}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The line that says what an artefact was made from. */
function marker(sources: string): string {
  return `// sources ${sources}`;
}

function render(bytes: Uint8Array, sources: string): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,96}/g) ?? [];
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return [
    "/** The compiled kernel artefact. Derived by scripts/build-kernel.ts: do not edit. */",
    marker(sources),
    `export const ARTEFACT_SHA256 = "${sha256}";`,
    "export const ARTEFACT_BASE64 = `",
    ...lines,
    "`;",
    "",
  ].join("\n");
}

/** Writes artefact.ts unless it was made from these very sources; gives whether it had to. */
export function buildKernel(): boolean {
  if (isKernelFresh()) return false;
  const sources = hashSources();
  // written beside and renamed: another process may be reading the old one
  const beside = `${ARTEFACT}.${process.pid}.tmp`;
  writeFileSync(beside, render(compile(), sources));
  renameSync(beside, ARTEFACT);
  return true;
}

/** Whether artefact.ts was made from the sources as they are. */
export function isKernelFresh(): boolean {
  return existsSync(ARTEFACT) && readFileSync(ARTEFACT, "utf8").includes(marker(hashSources()));
}

/**
 * What the test runner calls once before all tests. Sources that do not compile fail only the tests
 * of the artefact, as long as there is an older one.
 */
export function setup(): void {
  try {
    buildKernel();
  } catch (error) {
    if (!existsSync(ARTEFACT)) throw error;
    process.stderr.write(`${String(error)}\nthe tests run with the artefact before that\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildKernel();
  if (process.argv.includes("--golden")) {
    const sha256 = /ARTEFACT_SHA256 = "([0-9a-f]+)"/.exec(readFileSync(ARTEFACT, "utf8"))?.[1];
    writeFileSync(GOLDEN, `${sha256}\n`);
    // loaded here, where the artefact is the new one
    const { recomputeBits } = await import("../src/engine/golden-bits.ts");
    writeFileSync(TABLE, renderTable(recomputeBits()));
  }
}
