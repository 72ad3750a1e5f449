import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { newVisitorOf } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";

const site = openSite();
const { html: robots } = await newVisitorOf(site).get("/robots.txt");

/** Rules for everybody by pattern; the longest that matches counts, as RFC 9309 says. */
const rules = [
  ...(robots.split("User-agent: *\n")[1] ?? "").matchAll(/^(Dis)?[Aa]llow: (\S+)$/gm),
].map(([, isForbidden, pattern = ""]) => ({
  isAllowed: !isForbidden,
  length: pattern.length,
  isMatch: new RegExp(`^${pattern.split("*").map(quoted).join(".*")}`),
}));

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function mayBeRead(address: string): boolean {
  const matching = rules.filter(({ isMatch }) => isMatch.test(address));
  return matching.toSorted((one, other) => other.length - one.length)[0]?.isAllowed ?? true;
}

beforeAll(async () => {
  for (let number = 1; number <= 2; number += 1) {
    const fields = placeFields({
      name: `Robot Roast ${number}`,
      street: `${number} Way`,
      handle: `robot ${number}`,
    });
    const visitor = newVisitorOf(site);
    expect((await visitor.fillIn("/places/new", fields)).status).toBe(303);
    await visitor.fillIn("/places/robot-roast-1/review", reviewFields({ dish: "Flat white" }));
  }
});

describe("crawlers", () => {
  test.each([
    "/",
    "/places",
    "/places?cuisine=lunch",
    "/places/robot-roast-1",
    "/dishes",
    "/dishes/flat-white",
    "/map",
    "/about",
    "/moderation",
    "/members/robot-1",
    "/activity",
    "/wanted",
    "/reviews/1",
    "/places/robot-roast-1/history",
  ])("may read %s, and follow no link from there that they may not", async (path) => {
    expect(mayBeRead(path)).toBe(true);
    const { document } = await newVisitorOf(site).get(path);
    const links = document.querySelectorAll("a[href^='/']");
    expect(links.length).toBeGreaterThan(0);
    const followed = links
      .filter((link) => link.getAttribute("rel") !== "nofollow")
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !mayBeRead(href));
    expect(followed).toEqual([]);
  });

  test.each([
    "/places?cuisine=thai&page=2",
    "/places/compare?place=a",
    "/places/surprise",
    "/places/a/review",
    "/places.data",
    "/lists/shared/x",
    "/sign-in?returnTo=/",
    "/account",
  ])("may not read %s", (path) => {
    expect(mayBeRead(path)).toBe(false);
  });

  test("that show what a link leads to in a chat may read everything", () => {
    const [everywhere = ""] = robots.split("User-agent: *");
    for (const name of [
      "facebookexternalhit",
      "Twitterbot",
      "Slackbot",
      "Discordbot",
      "WhatsApp",
      "TelegramBot",
      "LinkedInBot",
    ]) {
      expect(everywhere).toContain(`User-agent: ${name}\n`);
    }
    expect(everywhere).toMatch(/\nAllow: \/\n/);
    expect(everywhere).not.toContain("Disallow");
  });
});
