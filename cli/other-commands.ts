/** Commands as other tools name them. */

const OTHER_COMMANDS: Readonly<Record<string, string>> = {
  build: "`resolang compile FILE`",
  doc: "`resolang explain NAME`",
  docs: "`resolang explain NAME`",
  example: "`resolang run FILE` with a file of examples/",
  examples: "`resolang run FILE` with a file of examples/",
  exec: "`resolang run FILE`",
  format: "`resolang fmt FILE`",
  lint: "`resolang check FILE`",
  man: "`resolang explain NAME`",
};

/** What to write in place of a command of other tools; null for any other word. */
export function otherCommand(word: string | undefined): string | null {
  if (word === undefined || !Object.hasOwn(OTHER_COMMANDS, word)) return null;
  return `unknown command '${word}': write ${OTHER_COMMANDS[word]}`;
}
