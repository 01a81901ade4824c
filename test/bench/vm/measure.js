/**
 * Stands behind a program: runs it often, and tells processor time in milliseconds and result.
 *
 * QuickJS knows its arguments as `scriptArgs`, and only the time of the day.
 */

const onNode = typeof process !== "undefined";
const words = (onNode ? process.argv : scriptArgs).slice(-2).map(Number);
const say = onNode ? console.log : print;

function now() {
  if (!onNode) return Date.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

for (let i = 0; i < words[1]; i++) {
  const before = now();
  const result = work(words[0]);
  say(`${now() - before} ${result}`);
}
