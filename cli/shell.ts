/** What a command may touch of the world: streams, files, and the terminal's properties. */

/** What a file is read as, which decides how much of it is read. */
export type FileKind = "program" | "data";

export interface Shell {
  /** Results: what a pipe receives. */
  readonly out: Stream;
  /** Everything else. */
  readonly err: Stream;
  /** Whole file, or standard input for `-`, waited for. Throws Fault `file/…`. */
  readBytes(path: string, kind: FileKind): Uint8Array;
  /** As `readBytes`, as UTF-8 with a mark at its start kept. Throws Fault `file/…`. */
  readText(path: string, kind: FileKind): string;
  /** Copies what was read of standard input to a new file, and names it; null for nothing. */
  keepInput(): string | null;
  /**
   * Writes beside the file and renames, so that a failure leaves the old one. Throws Fault
   * `file/unwritable`.
   */
  writeFile(path: string, content: string | Uint8Array): void;
  /** Makes a folder and those above it where they are missing. Throws Fault `file/unwritable`. */
  makeFolder(path: string): void;
  /**
   * The `.reso` files below a folder (or the file itself), sorted by path. Throws Fault `file/…`.
   */
  listSources(path: string): readonly string[];
  /** What lies in a folder, by name; nothing when it is none. */
  listFolder(path: string): readonly string[];
  /** Equal for all paths that lead to one file. */
  identityOf(path: string): string;
  /** Where compiled programs are kept; null for nowhere. */
  readonly cacheFolder: string | null;
  /** The same with other colours: what `--color` asks for. */
  recoloured(colour: ColourChoice): Shell;
}

export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Whether escape sequences for colours are wanted. */
  readonly hasColour: boolean;
  /** Width in characters; 80 when unknown. */
  readonly columns: number;
}

export const COLOUR_CHOICES = ["auto", "always", "never"] as const;
export type ColourChoice = (typeof COLOUR_CHOICES)[number];

/** What `--color` was given; null for nothing that it knows. */
export function colourChoice(text: unknown): ColourChoice | null {
  return COLOUR_CHOICES.find((choice) => choice === text) ?? null;
}
