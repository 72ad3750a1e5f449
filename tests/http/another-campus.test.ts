import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({
  CAMPUS_NAME: "Edinburgh Engineers",
  CAMPUS_LATITUDE: "55.9533",
  CAMPUS_LONGITUDE: "-3.1883",
  CAMPUS_NATION: "scotland",
});
const member = new TestVisitor(site.fetch);
const PLACE = "/places/haggis-hashing";
const HERE = { street: "1 High Street", postcode: "EH1 1YZ" };
// Where the first community is, by name, postcode, coordinates and Plus code.
const FIRST_CAMPUS =
  /Founders|Coders|Finsbury|Stroud|Islington|London|\bN[0-9]{1,2} |51\.56|-0\.106|9C3X/;

beforeAll(async () => {
  tamper(
    site.databaseFile,
    `INSERT INTO campus (id, latitude, longitude) VALUES (1, 55.9533, -3.1883)
      ON CONFLICT DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude`,
    "INSERT INTO postcodes VALUES ('EH1 1YZ', 55.953, -3.189)",
  );
  const place = { name: "Haggis Hashing", ...HERE };
  await member.fillIn("/places/new", placeFields({ ...place, handle: "isla", dish: "Haggis" }));
  await member.keepCode();
  await member.fillIn(`${PLACE}/edit`, placeFields({ ...place, priceBand: "2" }));
});

const FORMS = ["edit", "hours", "facts", "seen", "reports", "review", "merge", "flag", "history"];

test("no page and no form of another campus speaks of the first one", async () => {
  const starts = [
    ...["/", PLACE, "/activity", "/moderation", "/wanted", "/dishes/haggis", "/members/isla"],
    ...["/about", "/rules", "/map", "/places.txt", "/places?q=zzz", "/dishes", "/account"],
    ...["/account/download", "/account/profile", "/sign-in", "/nowhere", "/manifest.webmanifest"],
    "/places/new?name=Lost+Neeps&street=2+High+Street&postcode=",
    "/places/new?name=Lost+Neeps&street=2+High+Street&postcode=EH1+1YZ",
    ...FORMS.map((form) => `${PLACE}/${form}`),
  ];
  const pages = new Map<string, string>();
  for (const path of starts) pages.set(path, (await member.get(path)).html);
  for (const [path, html] of pages) expect([path, speaksOfFirst(html)]).toEqual([path, null]);
  expect(pages.get("/")).toContain("Edinburgh Engineers");
  expect(pages.get(`${PLACE}/edit`)).toContain("like EH1 1YZ");
});

test.each([
  ...["round the corner", "https://example.org", "https://maps.app.goo.gl/abcdef", "HV7V+PG"],
  ...["https://www.openstreetmap.org/", "https://www.openstreetmap.org/#map=9/55.9/-3.1"],
  ...["///filled.count.soap", "TQ 314 869", "55.95", "95, 200", "0, 0", "-3.1883, 55.9533", "1, 2"],
])("a refusal of the position “%s” shows an example of around here", async (position) => {
  const page = await member.fillIn(`${PLACE}/edit`, placeFields({ ...HERE, position }));
  expect(page.status).toBe(400);
  expect(speaksOfFirst(page.html)).toBeNull();
});

test("nor does another form that is given back", async () => {
  const wrong = {
    postcode: "N4",
    street: "",
    price: "x",
    visitedOn: "x",
    everyDay: "x",
    website: "x",
  };
  for (const [path, fields] of [
    ["/places/new", placeFields({ ...HERE, ...wrong, name: "", newCuisine: "" })],
    [`${PLACE}/hours`, { weekdays: "9-12-3", saturday: "x", sunday: "late" }],
    [`${PLACE}/review`, reviewFields({ rating: "", price: "x", visitedOn: "31/2/26" })],
  ] as const) {
    const page = await member.fillIn(path, fields);
    expect([path, page.status, speaksOfFirst(page.html.replaceAll("N4", ""))]).toEqual([
      path,
      400,
      null,
    ]);
  }
});

function speaksOfFirst(html: string): string | null {
  return FIRST_CAMPUS.exec(html)?.[0] ?? null;
}
