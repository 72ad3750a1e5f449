import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { type Page, TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const stranger = new TestVisitor(site.fetch);
const member = new TestVisitor(site.fetch);

const PLACE = "/places/unfurled-noodles";
const PUBLIC = [
  "/",
  "/places",
  "/places?cuisine=noodles",
  "/places?q=nothing+of+this+name",
  PLACE,
  `${PLACE}/history`,
  "/reviews/1",
  "/map",
  "/dishes",
  "/wanted",
  "/activity",
  "/about",
  "/rules",
  "/moderation",
  "/members/owner",
  "/places/compare?place=unfurled-noodles",
];
const PERSONAL = [
  "/account",
  "/sign-in",
  "/lists/want",
  "/places/new",
  `${PLACE}/review`,
  `${PLACE}/edit`,
  "/reviews/1/flag",
];

beforeAll(async () => {
  await member.fillIn(
    "/places/new",
    placeFields({ name: "Unfurled Noodles", newCuisine: "Noodles", handle: "owner" }),
  );
});

const contentOf = ({ document }: Page, property: string) =>
  document.querySelector(`meta[property="${property}"]`)?.getAttribute("content") ?? "";

async function pictureOf(path: string): Promise<string> {
  const picture = contentOf(await stranger.get(path), "og:image");
  expect(picture.startsWith(`${ORIGIN}/pictures/`)).toBe(true);
  return picture.slice(ORIGIN.length);
}

test.each(PUBLIC)("a link to %s shows what it leads to, with a picture", async (path) => {
  const page = await stranger.get(path);
  expect(page.status).toBe(200);
  for (const property of ["og:title", "og:description"]) {
    expect(contentOf(page, property), property).not.toBe("");
  }
  expect(new URL(contentOf(page, "og:url")).origin).toBe(ORIGIN);
  const card = page.document.querySelector("meta[name='twitter:card']");
  expect(card?.getAttribute("content")).toBe("summary_large_image");
  expect(page.document.querySelectorAll("meta[name=description]")).toHaveLength(1);
  const answer = await site.fetch(new Request(contentOf(page, "og:image")));
  expect(answer.status).toBe(200);
  const { format, width, height } = await sharp(await answer.arrayBuffer()).metadata();
  expect([format, width, height]).toEqual(["png", 1200, 630]);
});

test.each(PERSONAL)("%s is somebody's own, and shows nothing", async (path) => {
  for (const visitor of [stranger, member]) {
    const { document } = await visitor.get(path);
    expect(document.querySelectorAll("meta[property], meta[name^=twitter]")).toEqual([]);
  }
});

test("a place is described by what decides, in one line", async () => {
  const description = contentOf(await stranger.get(PLACE), "og:description");
  expect(description).toMatch(/^\d\.\d out of 5 from 1 rating, .*Noodles/);
  expect(description).not.toMatch(/unknown|undefined|null/);
});

describe("a picture", () => {
  test("never changes at its address, and may be shown elsewhere", async () => {
    const { status, headers } = await stranger.get(await pictureOf(PLACE));
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "cross-origin-resource-policy": "cross-origin",
    });
    expect(headers.has("Set-Cookie")).toBe(false);
  });

  test("has another address once it shows something else, to which the former leads", async () => {
    const before = await pictureOf(PLACE);
    await new TestVisitor(site.fetch).fillIn(
      `${PLACE}/review`,
      reviewFields({ rating: "1", handle: "critic" }),
    );
    const after = await pictureOf(PLACE);
    expect(after).not.toBe(before);
    const former = await stranger.get(before);
    expect([former.status, former.location]).toEqual([302, after]);
  });

  test.each([
    "/pictures/places/unfurled-noodles/0000000000000000.png",
    "/pictures/places/unfurled-noodles/anything",
    "/pictures/list/0000000000000000.png?cuisine=noodles",
    "/pictures/list/0000000000000000.png?cuisine=noodles&colour=red&cuisine=nowhere",
    "/pictures/list/0000000000000000.png?q=nothing+of+this+name",
    "/pictures/list/0000000000000000.png?page=7",
    "/pictures/list/0000000000000000.png?from=51.5,-0.1",
    "/pictures/site/0000000000000000.png",
  ])("is not made for an address that was made up: %s leads to one that is", async (path) => {
    const answer = await stranger.get(path);
    expect(answer.status).toBe(302);
    const real = answer.location ?? "";
    expect((await stranger.get(real)).status).toBe(200);
    expect(real).not.toMatch(/colour|nowhere|nothing|page|from/);
  });

  test("of no place is none", async () => {
    expect((await stranger.get("/pictures/places/nowhere/0000000000000000.png")).status).toBe(404);
  });
});

test("a list with more places than usual is not called one of those only", async () => {
  for (const more of ["closed", "unconfirmed", "unrecommended"]) {
    const page = await stranger.get(`/places?cuisine=noodles&${more}=1`);
    expect(contentOf(page, "og:title")).toMatch(/, Noodles, Also [a-z ]+/);
    expect(contentOf(page, "og:description")).toMatch(/\(Noodles, Also [a-z ]+/);
  }
});

test("a list from where somebody is says nothing of where that is", async () => {
  const page = await stranger.get("/places?from=51.501,-0.102&walk=10");
  expect(contentOf(page, "og:image")).toContain("/pictures/site/");
  expect(contentOf(page, "og:image")).not.toContain("51.5");
});

test("more pictures at once than can be made are refused for the moment, and made later", async () => {
  const lists = ["closed=1", "unconfirmed=1", "unrecommended=1"];
  lists.push(`${lists[0]}&${lists[1]}`, `${lists[0]}&${lists[2]}`);
  const addresses = await Promise.all(
    lists.map((query) => pictureOf(`/places?cuisine=noodles&${query}`)),
  );
  expect(new Set(addresses).size).toBe(5);
  const answers = await Promise.all(addresses.map((address) => stranger.get(address)));
  const statuses = new Set(answers.map(({ status }) => status));
  expect(statuses).toEqual(new Set([200, 503]));
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.map(({ headers }) => headers.get("Retry-After"))).toEqual(refused.map(() => "5"));
  for (const address of addresses) expect((await stranger.get(address)).status).toBe(200);
});
