import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { digestOf, madeOnce } from "./made-once";
import { scratch } from "./scratch";

const away = scratch();
const kept = join(away, "kept");
const source = join(away, "source");
const inner = join(source, "inner", "a.txt");

beforeAll(() => {
  mkdirSync(join(source, "inner"), { recursive: true });
  writeFileSync(inner, "one");
});

/** Makes a folder with one file, after a while, and counts how often that was done. */
function making(name: string) {
  let times = 0;
  const make = async (folder: string) => {
    times += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeFileSync(join(folder, "made.txt"), `${readFileSync(inner, "utf8")} ${times}`);
  };
  const made = async () =>
    readFileSync(join(await madeOnce({ name, from: [source], make, kept }), "made.txt"), "utf8");
  return { made, times: () => times };
}

describe("what is made once", () => {
  test("is made by one of those that want it at the same time, and the others get it whole", async () => {
    const { made, times } = making("together");
    expect(await Promise.all([made(), made(), made()])).toEqual(["one 1", "one 1", "one 1"]);
    expect(await made()).toBe("one 1");
    expect(times()).toBe(1);
  });

  test("is made anew as soon as a byte of what it was made from has changed", async () => {
    const { made } = making("changing");
    expect(await made()).toBe("one 1");
    writeFileSync(inner, "two");
    expect(await made()).toBe("two 2");
    writeFileSync(inner, "one");
    expect(await made()).toBe("one 1");
  });

  test("is not there after somebody failed to make it: the next one makes it", async () => {
    const failing = { name: "failing", from: [source], kept };
    const broken = async (folder: string) => {
      writeFileSync(join(folder, "half.txt"), "half");
      return Promise.reject(new Error("no room"));
    };
    await expect(madeOnce({ ...failing, make: broken })).rejects.toThrow("no room");
    const whole = await madeOnce({
      ...failing,
      make: (folder) => {
        writeFileSync(join(folder, "whole.txt"), "");
        return Promise.resolve();
      },
    });
    expect(readdirSync(whole)).toEqual(["whole.txt"]);
  });

  test("is not waited for where the process that was making it has ended", async () => {
    const { made } = making("left");
    // No process has this number: it is above what any system gives.
    writeFileSync(join(kept, `made-left-${digestOf([source])}.lock`), "2147483647");
    expect(await made()).toBe("one 1");
  });
});

test("files of other names have another digest, though they hold the same", () => {
  const folder = join(away, "names");
  mkdirSync(folder);
  writeFileSync(join(folder, "a"), "same");
  const before = digestOf([folder]);
  writeFileSync(join(folder, "b"), "");
  expect(digestOf([folder])).not.toBe(before);
});
