import { expect, test } from "vitest";
import { Semaphore, TooManyWaitingError } from "./semaphore.ts";

test("no more run at once than may, all run in the end, and one that fails makes room", async () => {
  const turns = new Semaphore({ most: 2, mostWaiting: 100 });
  let running = 0;
  let most = 0;
  const job = async (number: number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    if (number % 3 === 0) throw new Error("failed");
    return number;
  };
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => turns.run(() => job(index))),
  );
  expect(most).toBe(2);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(33);
});

test("a job that comes when the queue is full is refused, and may come again", async () => {
  const turns = new Semaphore({ most: 1, mostWaiting: 1 });
  let finish = () => {};
  const first = turns.run(() => new Promise<void>((resolve) => (finish = resolve)));
  const second = turns.run(async () => "second");
  await expect(turns.run(async () => "third")).rejects.toThrow(TooManyWaitingError);
  finish();
  await first;
  expect(await second).toBe("second");
  expect(await turns.run(async () => "later")).toBe("later");
});
