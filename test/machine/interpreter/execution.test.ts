/**
 * An execution can be stopped after any number of instructions and goes on as if it had not been.
 */
import { expect, test } from "vitest";
import type { VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { advance, createExecution, stackOf } from "../../../src/machine/interpreter/execution.ts";
import { startRegion } from "../../../src/machine/region.ts";
import type { Limits } from "../../../src/machine/limits.ts";
import { moduleFrom, readPrograms, TEST_LIMITS } from "../tiers/programs.ts";

const COUNTDOWN = moduleFrom(`
type 0 int
output "n" 0
main 0
function 0 () -> ()
  registers i
  enter _
  int_const %0 100000
  call [%0] 1 [%0]
  emit_int 0 %0
  return []
function 1 (i) -> (i)
  registers i
  enter _
  int_const %1 0
  if_int_le %0 %1
    return [%1]
  end
  int_const %1 1
  int_sub %0 %0 %1
  call [%0] 1 [%0]
  return [%0]
`);

/** How the execution ends when it is stopped after every `pace` instructions. */
function runAtPace(verified: VerifiedModule, pace: number, limits: Limits) {
  const parameters = verified.module.parameters.map(({ default: value }) => value!);
  const region = startRegion(verified.module, parameters, limits);
  const execution = createExecution(verified, region, limits);
  let progress = advance(execution, pace);
  while (progress === "running") progress = advance(execution, pace);
  const { fuel, depth } = execution.state;
  const stack = progress === "trap" ? stackOf(execution) : [];
  return { progress, fuel, depth, stack, log: region.collected.log };
}

for (const { title, verified } of readPrograms()) {
  test(`${title}: the pace changes nothing`, () => {
    const limits = { ...TEST_LIMITS, fuel: 3000 };
    const atOnce = runAtPace(verified, Number.POSITIVE_INFINITY, limits);
    for (const pace of [1, 2, 3, 17, 1000]) {
      expect(runAtPace(verified, pace, limits)).toEqual(atOnce);
    }
  });
}

test("calls nest as deeply as the depth limit allows, whatever the host's stack", () => {
  const deep = runAtPace(COUNTDOWN, 1_000_000, { ...TEST_LIMITS, depth: 10_000_000 });
  expect(deep.progress).toBe("ok");
  expect(deep.depth).toBe(10_000_000);
  const shallow = runAtPace(COUNTDOWN, 1_000_000, TEST_LIMITS);
  expect(shallow.progress).toBe("trap");
  expect(shallow.stack.length).toBe(64);
});

test("an execution that has ended does not go on", () => {
  const region = startRegion(COUNTDOWN.module, [], TEST_LIMITS);
  const execution = createExecution(COUNTDOWN, region, TEST_LIMITS);
  expect(advance(execution, 3)).toBe("running");
  expect(stackOf(execution)).toEqual([
    { functionIndex: 1, instructionIndex: 0 },
    { functionIndex: 0, instructionIndex: 2 },
  ]);
  expect(advance(execution, Number.POSITIVE_INFINITY)).toBe("trap");
  expect(advance(execution, 1)).toBe("trap");
});
