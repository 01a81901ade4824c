/** Commands in a Markdown text, and what is shown under them. */

export interface ShownCommand {
  readonly words: readonly string[];
  readonly printed: readonly string[];
}

/** `$ npx resolang …` and the lines under it; `\` goes on, `…` stands for what is left out. */
export function commandsOf(text: string): readonly ShownCommand[] {
  const blocks = text.split(/^```.*\n/mu).filter((_, index) => index % 2 === 1);
  return blocks.flatMap((block) =>
    block
      .replaceAll(/\\\n\s*/gu, "")
      .split(/^\$ npx resolang /mu)
      .slice(1)
      .map((shown) => {
        const [command, ...printed] = shown.trimEnd().split("\n");
        return { words: command.split(/\s+/u), printed };
      }),
  );
}
