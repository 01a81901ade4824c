/**
 * Chevrotain's messages are not for people: here each becomes the bare fact that mistakes.ts words.
 */

import type { IParserErrorMessageProvider } from "chevrotain";

/**
 * A provider that also counts: recovery nests a little deeper with each exception, so after
 * LIMITS.mistakes of them the parser stops.
 *
 * Messages of mismatches are the name of the expected token; the others are empty.
 */
export function errorNames(count: () => void): IParserErrorMessageProvider {
  return {
    buildMismatchTokenMessage: ({ expected }) => counted(expected.name, count),
    buildNotAllInputParsedMessage: () => counted("EndOfFile", count),
    buildNoViableAltMessage: () => counted("", count),
    buildEarlyExitMessage: () => counted("", count),
  };
}

function counted(message: string, count: () => void): string {
  count();
  return message;
}
