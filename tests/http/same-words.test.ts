import { beforeAll, expect, test } from "vitest";
import { addMember, addPlace, addReview } from "../setup/rows.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();

beforeAll(async () => {
  const memberId = await addMember("writer");
  const open = await addPlace("Always Open");
  await addReview(open, memberId, 5);
  await addPlace("Hours Unknown", { street: "2 Closure Street" });
  const days = Array.from({ length: 8 }, (_, index) => `(${open}, ${index + 1}, 0, 1440)`);
  tamper(
    site.databaseFile,
    `UPDATE places SET hours_confirmed_on = date('now'), bank_holidays = 'own' WHERE id = ${open}`,
    `INSERT INTO opening_intervals (place_id, day, opens_at, closes_at) VALUES ${days.join(", ")}`,
  );
});

test("what about says of the list in quotes is what the list says", async () => {
  const visitor = new TestVisitor(site.fetch);
  const about = (await visitor.get("/about")).document.querySelector("main")?.text ?? "";
  const list = (await visitor.get("/")).document.querySelector("main")?.text.toLowerCase();
  const quoted = [...about.matchAll(/“([^”]+)”/g)].map(([, words = ""]) => words);
  expect(quoted.length).toBeGreaterThan(4);
  for (const words of quoted) expect(list, words).toContain(words.toLowerCase());
  expect(about).toContain("what is open now, what has unknown hours, what is shut");
  expect(list).toContain(
    "what is open now comes first, then what has unknown hours, then what is shut",
  );
});
