/** The shell of a process: its streams and environment. */

import { type Disk, disk } from "./disk.ts";
import type { ColourChoice, Shell, Stream } from "./shell.ts";

/** What a shell stands on; a test brings its own. */
export interface Host {
  readonly out: HostStream;
  readonly err: HostStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Paths are relative to it. */
  readonly folder: string;
  /** See {@link Shell.cacheFolder}. */
  readonly cacheFolder?: string | null;
  /** Everything that standard input holds; null when that is more than `most` bytes. */
  readonly readInput: (most: number) => Uint8Array | null;
}

export interface HostStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * The shell on top of a host.
 *
 * @param colour `auto` follows NO_COLOR, FORCE_COLOR and whether the stream is a terminal
 */
export function shellOn(
  host: Host,
  colour: ColourChoice = "auto",
  files: Disk = disk(host.folder, host.readInput),
): Shell {
  return {
    out: streamOf(host.out, host, colour),
    err: streamOf(host.err, host, colour),
    ...files,
    cacheFolder: host.cacheFolder ?? null,
    recoloured: (other) => shellOn(host, other, files),
  };
}

const USUAL_COLUMNS = 80;

function streamOf(stream: HostStream, { environment }: Host, colour: ColourChoice): Stream {
  const isTerminal = stream.isTTY === true;
  return {
    write: (text) => void stream.write(text),
    isTerminal,
    hasColour: wantsColour(colour, isTerminal, environment),
    // A terminal that does not know its width says 0.
    columns: Math.max(0, stream.columns ?? 0) || USUAL_COLUMNS,
  };
}

function wantsColour(
  colour: ColourChoice,
  isTerminal: boolean,
  { NO_COLOR: no = "", FORCE_COLOR: force = "", TERM: terminal }: Host["environment"],
): boolean {
  if (colour !== "auto") return colour === "always";
  if (no !== "") return false;
  if (force !== "") return force !== "0" && force !== "false";
  return isTerminal && terminal !== "dumb";
}
