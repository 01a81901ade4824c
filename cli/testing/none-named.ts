/** What to say where `--filter` leaves nothing. */

import { Fault } from "../../src/index.ts";

/** @param count how many there are whatever they are called */
export function noneNamed(noun: "bench" | "test", filter: string, count: number): Fault {
  const verb = count === 1 ? "is" : "are";
  const there = `there ${verb} ${count === 0 ? "none" : count} without --filter`;
  return new Fault(
    "usage/command",
    `no ${noun} has ${JSON.stringify(filter)} in its name; ${there}`,
  );
}
