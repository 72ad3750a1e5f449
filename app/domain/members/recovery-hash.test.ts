import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { BusyError } from "#app/db/database.server.ts";
import { isRecoveryCode } from "./recovery-hash.server.ts";

test("of many codes at once two are looked at, 300 wait, and the next is told to come again", async () => {
  const cheap = await hash("right", { memoryCost: 8, timeCost: 1 });
  const check = (stored = cheap) => isRecoveryCode("right", stored);
  // One that fails makes room too.
  const tries = Array.from({ length: 302 }, (_, index) => check(index % 3 ? cheap : "no hash"));
  const results = Promise.allSettled(tries);
  await expect(check()).rejects.toThrow(BusyError);
  expect((await results).filter(({ status }) => status === "fulfilled")).toHaveLength(201);
  expect(await check()).toBe(true);
});
