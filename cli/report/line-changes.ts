/** The lines that differ between two texts, as a unified diff. */

/** Lines shown round a change. */
const AROUND = 3;
/** More changed lines than this are shown as one change. */
const MOST_COMPARED = 2000;

interface Row {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/**
 * `--- path`, `+++ path` and the changed parts; nothing for equal texts. Cost: the changed region's
 * lines squared, up to a limit.
 */
export function showLineChanges(path: string, before: string, after: string): string {
  if (before === after) return "";
  const rows = rowsOf(linesOf(before), linesOf(after));
  const lines = [`--- ${path}`, `+++ ${path}`];
  let [oldLine, newLine] = [1, 1];
  for (let at = 0; at < rows.length;) {
    const first = rows.findIndex((row, index) => index >= at && row.sign !== " ");
    if (first < 0) break;
    const from = Math.max(at, first - AROUND);
    const to = endOfPart(rows, first);
    for (const { sign } of rows.slice(at, from)) [oldLine, newLine] = step(oldLine, newLine, sign);
    const part = rows.slice(from, to);
    const [oldCount, newCount] = ["+", "-"].map(
      (other) => part.filter((r) => r.sign !== other).length,
    );
    lines.push(`@@ -${oldLine},${oldCount} +${newLine},${newCount} @@`);
    for (const { sign, text } of part) {
      lines.push(sign + text);
      [oldLine, newLine] = step(oldLine, newLine, sign);
    }
    at = to;
  }
  return `${lines.join("\n")}\n`;
}

function linesOf(text: string): string[] {
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

function step(oldLine: number, newLine: number, sign: Row["sign"]): [number, number] {
  return [oldLine + (sign === "+" ? 0 : 1), newLine + (sign === "-" ? 0 : 1)];
}

/** Changes with fewer lines between them than two margins are one part. */
function endOfPart(rows: readonly Row[], first: number): number {
  let last = first;
  for (let at = first; at < rows.length && at - last <= 2 * AROUND; at += 1) {
    if (rows[at].sign !== " ") last = at;
  }
  return Math.min(rows.length, last + AROUND + 1);
}

function rowsOf(before: readonly string[], after: readonly string[]): Row[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const same = (text: string): Row => ({ sign: " ", text });
  return [
    ...before.slice(0, start).map(same),
    ...changed(before.slice(start, before.length - tail), after.slice(start, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** The longest common subsequence, by a table. */
function changed(before: readonly string[], after: readonly string[]): Row[] {
  const remove = (text: string): Row => ({ sign: "-", text });
  const add = (text: string): Row => ({ sign: "+", text });
  if (before.length > MOST_COMPARED || after.length > MOST_COMPARED)
    return [...before.map(remove), ...after.map(add)];
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      common[at] =
        before[i] === after[j]
          ? common[at + width + 1] + 1
          : Math.max(common[at + width], common[at + 1]);
    }
  }
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const at = i * width + j;
    if (i < before.length && j < after.length && before[i] === after[j]) {
      rows.push({ sign: " ", text: before[i] });
      [i, j] = [i + 1, j + 1];
    } else if (j === after.length || (i < before.length && common[at + width] >= common[at + 1])) {
      rows.push(remove(before[i]));
      i += 1;
    } else {
      rows.push(add(after[j]));
      j += 1;
    }
  }
  return rows;
}
