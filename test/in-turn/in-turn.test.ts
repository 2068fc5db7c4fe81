import { each, part, toEnd, type InTurn } from "../../src/in-turn";

function* small(result: string): InTurn<string> {
  yield 0.5;
  yield 1;
  return result;
}

function* whole(done: string[]): InTurn<readonly string[]> {
  done.push(yield* part(small("first"), 0, 0.4));
  yield* part(
    each(new Set(["second", "third"]), (one) => done.push(one)),
    0.4,
    1,
  );
  return done;
}

test("work gives way after each step, with the share of the whole that is done by then", () => {
  const done: string[] = [];
  const work = whole(done);
  const seen: unknown[] = [];
  for (let step = work.next(); step.done !== true; step = work.next()) seen.push([step.value, [...done]]);
  expect(seen).toEqual([
    [0.2, []],
    [0.4, []],
    [0.7, ["first", "second"]],
    [1, ["first", "second", "third"]],
  ]);
});

test("it comes to the same without giving way, and what goes wrong in it is thrown", () => {
  expect(toEnd(whole([]))).toEqual(["first", "second", "third"]);
  const broken = each([1], () => {
    throw new Error("It broke off.");
  });
  expect(() => toEnd(broken)).toThrow("It broke off.");
});
