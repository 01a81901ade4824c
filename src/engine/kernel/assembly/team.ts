/**
 * Work that threads share. Each has an instance of the artefact over the one memory; all of them do
 * the same task, each over its own part of the data, and they meet where one needs what another has
 * written.
 *
 * Member 0 is the thread of the run, which gives the operands; the others wait in `join_team` for
 * as long as they live. A task writes between two meetings what is its own alone, and folds sums in
 * an order that the parts do not decide: so bits are those of one thread, however many there are.
 * A task neither traps nor allocates: it objects, and member 0 finds out what is wrong.
 * Not here: who starts the threads (the host, when it is asked for a team).
 */
import {
  TEAM_ARRIVED,
  TEAM_COMMAND,
  TEAM_MEETINGS,
  TEAM_OBJECTION,
  TEAM_OPERANDS,
  TEAM_TASK,
  TEAM_WAITING,
} from "./cells";

/** How many threads may share the work, that of the run included; starts those that are missing. */
// @ts-ignore: decorators on functions are AssemblyScript
@external("host", "team")
declare function team(): i32;

/** Steps of an oscillator, some 10 ns each, before a team is worth its start. */
const WORTH_A_TEAM: f64 = 4194304;
/** How often a member looks before it sleeps: some microseconds. */
const LOOKS: i32 = 2048;
/** No task has more members. */
export const MOST_MEMBERS: usize = 64;
/** A member has so many elements at least, where a task does not say another number. */
export const LEAST_ELEMENTS: usize = 8192;
/** Parts of arrays begin at multiples of it, so that no two members write one line of the cache. */
export const PART_GRAIN: usize = 64;
const EVERYBODY: i32 = 0x7fffffff;
const FOR_EVER: i64 = -1;

/** Which of the members of the present task this thread is, and how many there are. */
let member: usize = 0;
let members: usize = 1;
/** Work so far that a team could have shared. */
let shareable: f64 = 0;

/** Gives an operand to the next task. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function giveOperand(index: usize, value: f64): void {
  store<f64>(TEAM_OPERANDS + (index << 3), value);
}

/** An operand of the present task. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function operand(index: usize): f64 {
  return load<f64>(TEAM_OPERANDS + (index << 3));
}

/** An operand that is an address or a count. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function operandSize(index: usize): usize {
  return <usize>operand(index);
}

/** Which of the members this is; 0 is the thread of the run. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function memberIndex(): usize {
  return member;
}

/** Where this member's part of n elements begins: a multiple of `grain`. */
export function partStart(n: usize, grain: usize): usize {
  return boundary(n, grain, member);
}

/** Where it ends. */
export function partEnd(n: usize, grain: usize): usize {
  return boundary(n, grain, member + 1);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function boundary(n: usize, grain: usize, part: usize): usize {
  const grains = <u64>((n + grain - 1) / grain);
  return min<usize>(n, <usize>((grains * <u64>part) / <u64>members) * grain);
}

/** Says that this member cannot do its part; seen by all after the next meeting. */
export function object(): void {
  atomic.store<u32>(TEAM_OBJECTION, 1);
}

/** Whether a member has objected before the last meeting. */
export function isObjected(): bool {
  return atomic.load<u32>(TEAM_OBJECTION) != 0;
}

/** The value of a cell once it is no longer `known`. */
function changed(cell: usize, known: u32): u32 {
  for (let look = 0; look < LOOKS; look++) {
    const value = atomic.load<u32>(cell);
    if (value != known) return value;
  }
  while (atomic.load<u32>(cell) == known) atomic.wait<i32>(cell, known, FOR_EVER);
  return atomic.load<u32>(cell);
}

/** Waits until all members are here. */
export function meet(): void {
  if (members == 1) return;
  const meetings = atomic.load<u32>(TEAM_MEETINGS);
  if (atomic.add<u32>(TEAM_ARRIVED, 1) + 1 < <u32>members) {
    changed(TEAM_MEETINGS, meetings);
    return;
  }
  atomic.store<u32>(TEAM_ARRIVED, 0);
  atomic.store<u32>(TEAM_MEETINGS, meetings + 1);
  atomic.notify(TEAM_MEETINGS, EVERYBODY);
}

/** How many may do so much work, `most` at the most: threads that have started by now. */
function strength(most: usize, work: f64): usize {
  if (most < 2) return 1;
  shareable += work;
  if (shareable < WORTH_A_TEAM) return 1;
  const allowed = min<usize>(<usize>max<i32>(team(), 1), MOST_MEMBERS);
  return min<usize>(min<usize>(most, allowed), <usize>atomic.load<u32>(TEAM_WAITING) + 1);
}

/**
 * Does a task, of which the operands are given, with as many members as there are and `most` at the
 * most; `work` in steps of an oscillator. Gives false when somebody objected.
 */
export function share(task: () => void, most: usize, work: f64): bool {
  members = strength(most, work);
  atomic.store<u32>(TEAM_OBJECTION, 0);
  if (members == 1) {
    task();
    return !isObjected();
  }
  store<u32>(TEAM_TASK, changetype<u32>(task));
  const number = (load<u32>(TEAM_COMMAND) >> 8) + 1;
  atomic.store<u32>(TEAM_COMMAND, (number << 8) + <u32>members);
  atomic.notify(TEAM_COMMAND, EVERYBODY);
  task();
  meet();
  members = 1;
  return !isObjected();
}

/** What every thread but that of the run does: waits for commands and does its part. */
export function join_team(): void {
  let command = atomic.load<u32>(TEAM_COMMAND);
  member = <usize>atomic.add<u32>(TEAM_WAITING, 1) + 1;
  for (;;) {
    command = changed(TEAM_COMMAND, command);
    members = <usize>(command & 255);
    // who does not take part may look at nothing: the next command may be written already
    if (member >= members) continue;
    changetype<() => void>(load<u32>(TEAM_TASK))();
    meet();
  }
}
