import { expect, test } from "vitest";
import { EVERY_PLACE, type PlaceQuery } from "#app/domain/places/place-query.ts";
import { PRESETS, pressPreset } from "./presets.tsx";

const press = (name: string, chosen: Partial<PlaceQuery>) => {
  const preset = PRESETS.find(({ strong }) => strong === name);
  if (!preset) throw new Error(`There is no preset ${name}.`);
  const { isOn, query } = pressPreset({ ...EVERY_PLACE, ...chosen }, preset);
  return { isOn, ...query };
};

test.each(PRESETS)(
  "$strong adds to what is chosen, and pressed again takes off what it added",
  (preset) => {
    const before: PlaceQuery = { ...EVERY_PLACE, cuisines: ["coffee"], sort: "nearest" };
    const first = pressPreset(before, preset);
    const second = pressPreset(first.query, preset);
    expect([first.isOn, second.isOn]).toEqual([false, true]);
    expect(first.query).toMatchObject({ cuisines: ["coffee"], sort: "nearest", ...preset.asks });
    expect(second.query).toEqual(before);
  },
);

test("a preset is on where more is asked than it asks, and keeps that", () => {
  expect(press("Vegan", { walk: 5 })).toMatchObject({ isOn: false, walk: 5, diets: ["vegan"] });
  expect(press("Vegan", { walk: 5, diets: ["halal", "vegan"] })).toMatchObject({
    isOn: true,
    walk: undefined,
    diets: ["halal"],
  });
  expect(press("Vegan", { walk: 20 })).toMatchObject({ isOn: false, walk: 10 });
  expect(press("Lunch now", { price: 5, open: { day: 5, minute: 750 } })).toMatchObject({
    isOn: false,
    price: 5,
    open: "now",
  });
});

test("a preset starts at the first page", () => {
  expect(press("Laptop", { page: 3 }).page).toBe(1);
});
