/**
 * Scripts of the command line: files that are made, commands that are run, and what they print.
 *
 * A script is a list of blocks that end with `====`. A block is a line that says what it is, then
 * `----` and a body:
 * - `file NAME`: the body is the text of the file.
 * - `bytes NAME`: the body is the bytes of the file in hexadecimal.
 * - `folder NAME`: no body.
 * - `replace NAME`: the body's first line stands in the file once and becomes the second.
 * - `show NAME`: the body is the text that a command has written to the file.
 * - `input`: the body is standard input of the next command.
 * - `terminal COLUMNS`: the next command writes to a terminal of this width.
 * - `environment NAME=VALUE`: holds for the next command.
 * - `resolang …`: a command; the body is its standard output, then its standard error with `! `
 *   before each line, then `= ` and the exit code.
 * Hashes, fuel, places in the library, Node's version and the number of kernels are masked, so that
 * a script tells about the command line alone.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { commandLine } from "../../cli/command-line.ts";
import { EXIT_CODES } from "../../cli/exit-codes.ts";
import { type Host, type HostStream, shellOn } from "../../cli/process-shell.ts";

interface Block {
  readonly head: string;
  readonly body: string;
}

/** What one command did. */
export interface Called {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/** What a command may find besides its folder. */
export interface Surroundings {
  readonly folder: string;
  readonly input?: string;
  /** Columns of the terminal; none writes to a pipe. */
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where results and programs are kept; nowhere without it. */
  readonly cacheFolder?: string;
}

/** Runs a command in this process. */
export async function call(words: readonly string[], around: Surroundings): Promise<Called> {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (texts: string[]): HostStream => ({
    write: (text) => texts.push(text),
    isTTY: around.columns !== undefined,
    columns: around.columns,
  });
  const host: Host = {
    out: stream(out),
    err: stream(err),
    environment: around.environment ?? {},
    folder: around.folder,
    cacheFolder: around.cacheFolder ?? null,
    readInput: () => new TextEncoder().encode(around.input ?? ""),
  };
  const exit = await commandLine(words, shellOn(host));
  return { out: out.join(""), err: err.join(""), exit };
}

/** Runs a script in a folder of its own; gives it back with what was really printed. */
export async function runScript(script: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "resolang-script-"));
  try {
    const blocks: string[] = [];
    let around: Surroundings = { folder };
    for (const block of blocksOf(script)) {
      const [verb, ...rest] = block.head.split(" ");
      if (verb === "resolang") {
        const called = await call(wordsOf(rest.join(" ")), around);
        if (called.exit === EXIT_CODES.bug.code) throw new Error(called.err);
        blocks.push(`${block.head}\n----\n${masked(bodyOf(called))}`);
        around = { folder };
      } else if (verb === "show") {
        const written = readFileSync(join(folder, rest.join(" ")), "utf8");
        blocks.push(`${block.head}\n----\n${written.replace(/\n$/u, "")}`);
      } else {
        around = prepare(block, around);
        blocks.push(block.body === "" ? block.head : `${block.head}\n----\n${block.body}`);
      }
    }
    return `${blocks.join("\n====\n\n")}\n====\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function blocksOf(script: string): readonly Block[] {
  return script
    .split(/^====\n/mu)
    .map((block) => block.replace(/^\n+/u, "").replace(/\n$/u, ""))
    .filter((block) => block !== "")
    .map((block) => {
      const [head, ...body] = block.split("\n----\n");
      return { head, body: body.join("\n----\n") };
    });
}

function prepare({ head, body }: Block, around: Surroundings): Surroundings {
  const [verb, name] = head.split(/ (.*)/su, 2);
  const path = join(around.folder, name ?? "");
  switch (verb) {
    case "file":
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, body === "" ? "" : `${body}\n`);
      return around;
    case "bytes":
      writeFileSync(path, Buffer.from(body.replaceAll(/\s/gu, ""), "hex"));
      return around;
    case "folder":
      mkdirSync(path);
      return around;
    case "replace": {
      const [from, to] = body.split("\n");
      const [before, ...after] = readFileSync(path, "utf8").split(from);
      if (after.length !== 1)
        throw new Error(`${name} has ${JSON.stringify(from)} ${after.length} times`);
      writeFileSync(path, `${before}${to}${after[0]}`);
      return around;
    }
    case "input":
      return { ...around, input: `${body}\n` };
    case "terminal":
      return { ...around, columns: Number(name) };
    case "environment": {
      const [key, value] = name.split("=");
      return { ...around, environment: { ...around.environment, [key]: value } };
    }
    default:
      throw new Error(`a script knows no block ${JSON.stringify(head)}`);
  }
}

/** Words as a shell would split them, with single and double quotes. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/gu) ?? [];
  return words.map((word) =>
    word.replaceAll(/'(?<single>[^']*)'|"(?<double>[^"]*)"/gu, "$<single>$<double>"),
  );
}

function bodyOf({ out, err, exit }: Called): string {
  const lines = err === "" ? [] : err.replace(/\n$/u, "").split("\n");
  const printed = out === "" || out.endsWith("\n") ? out : `${out}\n(no line end)\n`;
  const told = lines.map((line) => `! ${line}`.trimEnd());
  return [`${printed}${told.join("\n")}`.replace(/\n$/u, ""), `= ${exit}`]
    .filter((part) => part !== "")
    .join("\n");
}

function masked(body: string): string {
  return body
    .replaceAll(/\b[0-9a-f]{64}\b/gu, "HASH")
    .replaceAll(/\b[0-9a-f]{16}…/gu, "HASH…")
    .replaceAll(`${process.versions.node};`, "NODE;")
    .replaceAll(/\b\d+ kernels\b/gu, "N kernels")
    .replaceAll(/(?<file>\bprelude\/[\w-]+\.reso):\d+:\d+/gu, "$<file>:PLACE")
    .replaceAll(/\bfuel(?<between>"?[: ])\d+/gu, "fuel$<between>N")
    .replaceAll(/^(?<part>.*)[ \t]+$/gmu, "$<part>");
}
