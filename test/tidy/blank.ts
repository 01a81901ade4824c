/** Takes the words out of code: what is left can be searched for calls and braces. */

const COMMENT_OR_STRING = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/uy;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/uy;
const REGULAR_EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;

/** A slash divides after a value, and starts a regular expression after any of these. */
const BEFORE_REGULAR_EXPRESSION =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|of|in))\s*$/u;

/**
 * Replaces comments, strings, template text and regular expressions by spaces. Line breaks stay,
 * code inside `${…}` stays, so every index and line is that of the original.
 */
export function blankWords(text: string): string {
  let code = "";
  let index = 0;
  /** For each open template: how many braces are open inside its current `${…}`. */
  const openBraces: number[] = [];

  const keep = (count: number): void => {
    code += text.slice(index, index + count);
    index += count;
  };
  /** Blanks what the pattern matches here, if it does. */
  const blank = (pattern: RegExp): boolean => {
    pattern.lastIndex = index;
    const words = pattern.exec(text)?.[0] ?? "";
    code += words.replace(/[^\n]/gu, (sign) => " ".repeat(sign.length));
    index += words.length;
    return words.length > 0;
  };
  /** From behind a backtick, or behind the brace that ends a `${…}`, to the next of them. */
  const blankTemplate = (): void => {
    blank(TEMPLATE_TEXT);
    if (text.startsWith("${", index)) {
      openBraces.push(0);
      keep(2);
    } else keep(1);
  };

  while (index < text.length) {
    if (blank(COMMENT_OR_STRING)) continue;
    const sign = text[index];
    if (sign === "/" && BEFORE_REGULAR_EXPRESSION.test(code.slice(-80))) {
      if (blank(REGULAR_EXPRESSION)) continue;
    }
    keep(1);
    const depth = openBraces.length - 1;
    if (sign === "`") blankTemplate();
    else if (sign === "{" && depth >= 0) openBraces[depth] += 1;
    else if (sign === "}" && depth >= 0) {
      if (openBraces[depth] === 0) {
        openBraces.pop();
        blankTemplate();
      } else openBraces[depth] -= 1;
    }
  }
  return code;
}
