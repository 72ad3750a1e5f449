import { expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { tamper } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { refold } from "./refold.server.ts";

const file = openTestDatabase();

test("what an earlier release folded otherwise is folded anew, unless somebody else has the key", async () => {
  const placeId = await addPlace("Yıldız Straße", { cuisines: ["Smørrebrød"] });
  const memberId = await addMember("łucja");
  await addMember("orsted");
  const other = await addMember("ørsted b");
  await write((writer) =>
    writer.review.create({
      data: {
        placeId,
        memberId,
        rating: 4,
        body: "Fine.",
        dish: "Æbleskiver",
        dishSlug: "æbleskiver",
      },
    }),
  );
  tamper(
    file,
    "UPDATE places SET name_key = 'yıldız straße'",
    "UPDATE cuisines SET slug = 'smørrebrød'",
    `UPDATE members SET handle_key = 'łucja' WHERE id = ${memberId}`,
    `UPDATE members SET handle = 'ørsted', handle_key = 'ørsted' WHERE id = ${other}`,
  );
  expect(await refold()).toBe(4);
  expect(await reader().place.findFirst({ select: { nameKey: true } })).toEqual({
    nameKey: "yildiz strasse",
  });
  expect(await reader().cuisine.findFirst({ select: { slug: true } })).toEqual({
    slug: "smorrebrod",
  });
  expect(await reader().review.findFirst({ select: { dishSlug: true } })).toEqual({
    dishSlug: "aebleskiver",
  });
  const keys = await reader().member.findMany({
    select: { handleKey: true },
    orderBy: { id: "asc" },
  });
  expect(keys.map(({ handleKey }) => handleKey)).toEqual(["lucja", "orsted", "ørsted"]);
  tamper(file, "UPDATE members SET handle_key = 'łucja' WHERE handle_key = 'lucja'");
  expect(await refold()).toBe(0);
  tamper(file, "UPDATE folding SET version = version + 1");
  expect(await refold()).toBe(1);
});
