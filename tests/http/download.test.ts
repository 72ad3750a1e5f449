import { strFromU8, unzipSync } from "fflate";
import { type HTMLElement, parse } from "node-html-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addFullMembers } from "../setup/full-members.ts";
import { addMember, addPlace, addReview } from "../setup/rows.ts";
import { signInAs } from "../setup/sign-in.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const OWN = "https://food.example.org";
const site = openSite({ APP_ORIGIN: OWN, SITE_NAME: "Fork & <Filter>" });

type Download = {
  headers: Headers;
  names: string[];
  json: Record<string, unknown>;
  html: string;
  page: HTMLElement;
};

async function download(memberId: number): Promise<Download> {
  const visitor = new TestVisitor(site.fetch, OWN);
  const cookie = await signInAs(visitor, memberId, site.databaseFile, OWN);
  const request = new Request(`${OWN}/account/download`, {
    headers: { Cookie: `__Host-session=${cookie}` },
  });
  const response = await site.fetch(request);
  expect(response.status).toBe(200);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return {
    headers: response.headers,
    names: Object.keys(files).sort(),
    json: z.record(z.string(), z.unknown()).parse(JSON.parse(read("your-data.json"))),
    html: read("your-data.html"),
    page: parse(read("your-data.html")),
  };
}

describe("a member's download", () => {
  let mine: Download;
  let members: Awaited<ReturnType<typeof addFullMembers>>;

  beforeAll(async () => {
    members = await addFullMembers();
    mine = await download(members.leaver.id);
  });

  test("is one zip file, for nobody else to keep", () => {
    expect(mine.headers.get("Content-Type")).toBe("application/zip");
    expect(mine.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="your-data-\d{4}-\d\d-\d\d\.zip"$/,
    );
    expect(mine.headers.get("Cache-Control")).toBe("private, no-store");
    expect(mine.names).toEqual(["your-data.html", "your-data.json"]);
  });

  test("has everything for programs", () => {
    expect(mine.json).toMatchObject({
      site: { name: "Fork & <Filter>", address: "https://food.example.org" },
      handle: members.handles.leaver,
      role: "moderator",
      reviews: [{ body: `Liked it, ${members.leaver.mark}.`, rating: 4, pricePence: 650 }],
      withheldReviews: [{ withheldReason: "hidden", withheldRule: "spam" }],
      sharedLists: [{ list: "want", token: `token-of-the-list-of-${members.leaver.mark}` }],
      placeRevisions: [{ facts: { name: members.leaver.mark } }],
    });
  });

  test("has the same to read, in sections, with British dates and links to the site", () => {
    expect(mine.page.querySelector("title")?.text).toContain(members.handles.leaver);
    const headings = mine.page.querySelectorAll("h2").map(({ text }) => text);
    expect(headings).toContain("Reviews");
    expect(headings).not.toContain("Nothing of these");
    for (const words of [
      `Liked it, ${members.leaver.mark}.`,
      `Once said: ${members.leaver.mark}.`,
      `Rude, says ${members.leaver.mark}.`,
      `Phone ${members.leaver.mark}`,
      `Locked ${members.leaver.mark}`,
      `https://food.example.org/lists/shared/token-of-the-list-of-${members.leaver.mark}`,
      "A moderator hid it: spam or advertising",
      "3 October 2026, 5:30pm",
      "£6.50",
    ]) {
      expect(mine.page.text).toContain(words);
    }
    const links = mine.page.querySelectorAll("a").map((link) => link.getAttribute("href") ?? "");
    expect(links.length).toBeGreaterThan(10);
    for (const href of links) {
      expect(new URL(href).origin).toBe("https://food.example.org");
    }
  });

  test("has nothing of another member, and nothing that opens an account", () => {
    const all = mine.html + JSON.stringify(mine.json);
    for (const secret of [
      members.other.mark,
      "argon2id",
      "tokenHash",
      "credentialId",
      "publicKey",
    ]) {
      expect(all).not.toContain(secret);
    }
  });

  test("needs nothing from elsewhere", () => {
    expect(mine.page.querySelectorAll("script, link, img, iframe, [src]")).toEqual([]);
    expect(mine.html).not.toMatch(/url\(|@import/);
  });
});

test("what people typed is text in it, whatever it is", async () => {
  const hostile = `</li></script><script>alert(1)</script><img src=x onerror=alert(2)> & "quoted" \u202e${"x".repeat(1800)}`;
  const member = await addMember("hostile");
  await addReview(await addPlace("Injected Inn"), member, 1);
  tamper(site.databaseFile, `UPDATE reviews SET body = '${hostile}' WHERE member_id = ${member}`);
  tamper(
    site.databaseFile,
    `UPDATE places SET name = '<b>Injected</b> Inn' WHERE slug = 'injected-inn'`,
  );
  const { html, page, json } = await download(member);
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<img");
  expect(page.querySelectorAll("b")).toEqual([]);
  expect(page.querySelector(".text")?.text).toBe(hostile);
  expect(json.reviews).toMatchObject([{ body: hostile, place: { name: "<b>Injected</b> Inn" } }]);
});

test("somebody who has posted hardly anything is told what there is not", async () => {
  const { page } = await download(await addMember("fresh"));
  expect(page.querySelectorAll("h2").map(({ text }) => text)).toEqual([
    "You",
    "Browsers you are signed in on",
    "Nothing of these",
  ]);
});

test("a visitor who is signed out goes to sign in, and comes back", async () => {
  const page = await new TestVisitor(site.fetch, OWN).get("/account/download");
  expect([page.status, page.location]).toEqual([303, "/sign-in?returnTo=%2Faccount%2Fdownload"]);
  const liar = new TestVisitor(site.fetch, OWN);
  liar.cookies.set("__Host-session", "bm8%3D");
  expect((await liar.get("/account/download")).status).toBe(303);
});

test("nobody gets another's by an address, and nothing can be sent to it", async () => {
  const { leaver, other } = await addFullMembers();
  const visitor = new TestVisitor(site.fetch, OWN);
  await signInAs(visitor, leaver.id, site.databaseFile, OWN);
  const page = await visitor.get(`/account/download?member=${other.id}&id=${other.id}&id=x`);
  expect(page.headers.get("Content-Type")).toBe("application/zip");
  const own = await download(leaver.id);
  expect(own.json.handle).not.toBe((await download(other.id)).json.handle);
  expect((await visitor.post("/account/download", { id: String(other.id) })).status).toBe(405);
});
