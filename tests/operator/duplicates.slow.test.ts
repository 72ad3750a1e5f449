import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import type { PrismaClient } from "#app/db/database.server.ts";
import { copySeeded } from "../../bench/measure/seeded-database.ts";
import { measureDuplicates, missedGoals } from "../../bench/measure-duplicates.ts";

let copy: Awaited<ReturnType<typeof copySeeded>>;
let database: PrismaClient;

beforeAll(async () => {
  copy = await copySeeded();
  database = connect(`file:${copy.file}`, { busyTimeout: 0 });
  await database.postcode.deleteMany();
}, 60_000);

afterAll(async () => {
  await database.$disconnect();
  copy.remove();
});

test("the demo's places are found in other words without any postcodes, and few are taken for others", async () => {
  const figures = await measureDuplicates(database);
  expect(figures.places).toBeGreaterThan(35);
  expect(missedGoals(figures)).toEqual([]);
}, 60_000);
