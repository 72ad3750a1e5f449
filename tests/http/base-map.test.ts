import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { saveBaseMap } from "#app/domain/walk/base-map.server.ts";
import { placeFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ CAMPUS_LATITUDE: "51.5643", CAMPUS_LONGITUDE: "-0.1063" });
const visitor = new TestVisitor(site.fetch);

const NOTHING = { parks: [], water: [], rivers: [], streets: [] };

const draw = (roads: number[][]) =>
  write((writer) =>
    saveBaseMap(
      writer,
      {
        middle: { latitude: 51.5643, longitude: -0.1063 },
        shapes: { ...NOTHING, roads },
        labels: [{ kind: "station", name: "Null <Street>", east: 400, south: -400 }],
        attribution: "© Somebody & Sons",
      },
      { isDryRun: false },
    ),
  );

const layers = async () => {
  const { document } = await visitor.get("/map");
  return document
    .querySelectorAll("use")
    .map((use) => use.getAttribute("href") ?? "")
    .filter((href) => href.startsWith("/base-map/"));
};

beforeAll(async () => {
  await new TestVisitor(site.fetch).fillIn("/places/new", placeFields());
  expect(await layers()).toEqual([]);
  await draw([[0, 0, 100, 100]]);
});

test("streets lie under the pins, with the names of stations and whose data they are", async () => {
  const { document } = await visitor.get("/map");
  expect(await layers()).toContainEqual(
    expect.stringMatching(/^\/base-map\/1-[0-9a-f]{16}\.svg#roads$/),
  );
  expect(document.querySelector(".map-station-words text")?.text).toBe("Null <Street>");
  expect(document.querySelector("figcaption")?.text).toContain("© Somebody & Sons");
});

test("they are a file that browsers keep for good, at an address of what it shows", async () => {
  const [first = ""] = await layers();
  const [address = ""] = first.split("#");
  const file = await visitor.get(address);
  expect(file.status).toBe(200);
  expect(file.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
  expect(file.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(file.html).toContain(
    '<g id="roads"><path vector-effect="non-scaling-stroke" d="M0 0l100 100"/></g>',
  );
  await draw([[0, 0, 50, 50]]);
  expect(await layers()).not.toContain(first);
  expect((await visitor.get(address)).status).toBe(404);
  expect((await visitor.get("/base-map/1-00.svg")).status).toBe(404);
});
