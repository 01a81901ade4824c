/** The command line program: one commander command per file of `commands/`. */
import { Command } from "commander";

/** Runs the command that `argv` (program and script name first) asks for; returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command("resolang")
    .description("The language whose results you can prove.")
    .version("0.1.0");
  await program.parseAsync(argv);
  return 0;
}
