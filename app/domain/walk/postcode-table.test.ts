import { expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import {
  addMissingPostcodes,
  compareWithPostcodes,
  countPositions,
  savePostcodes,
} from "./postcode-table.server.ts";

openTestDatabase();

const HERE = { postcode: "N4 3HH", latitude: 51.5643, longitude: -0.1083 };
const THERE = { postcode: "N4 2DW", latitude: 51.5702, longitude: -0.1021 };
const positionOf = async (placeId: number) =>
  reader().$queryRaw`SELECT latitude, longitude FROM place_index WHERE place_id = ${placeId}`;

test("a place that had no position has one once its postcode is known, and follows where that moves", async () => {
  const placeId = await addPlace("Late Latte", { postcode: "N4 3HH" });
  expect(await positionOf(placeId)).toEqual([{ latitude: null, longitude: null }]);
  const saved = await write((writer) => savePostcodes(writer, [HERE, THERE]));
  expect(saved).toEqual({ added: 2, changed: 0, same: 0 });
  expect(await countPositions(reader())).toBe(1);
  expect(await positionOf(placeId)).toEqual([{ latitude: 51.5643, longitude: -0.1083 }]);

  const moved = { ...HERE, latitude: 51.565 };
  expect(await write((writer) => savePostcodes(writer, [moved, THERE]))).toEqual({
    added: 0,
    changed: 1,
    same: 1,
  });
  expect(await positionOf(placeId)).toEqual([{ latitude: 51.565, longitude: -0.1083 }]);
});

test("comparing changes nothing, and missing ones are added beside those that are there", async () => {
  const third = { postcode: "M1 1AE", latitude: 53.4772, longitude: -2.2309 };
  const before = await reader().postcode.findMany();
  expect(await compareWithPostcodes(reader(), [HERE, THERE, third])).toEqual({
    added: 1,
    changed: 1,
    same: 1,
  });
  expect(await reader().postcode.findMany()).toEqual(before);
  expect(await write((writer) => addMissingPostcodes(writer, [HERE, third]))).toBe(1);
  expect(await reader().postcode.findMany()).toHaveLength(before.length + 1);
});
