import { beforeAll, expect, test } from "vitest";
import {
  editFields,
  factsFields,
  hoursFields,
  placeFields,
  reviewFields,
} from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const member = new TestVisitor(site.fetch);

beforeAll(async () => {
  await member.fillIn("/places/new", placeFields({ name: "Lost Update" }));
});

const setWithheld = (reason: string, at: string) =>
  tamper(
    site.databaseFile,
    `UPDATE places SET withheld_reason = ${reason}, withheld_at = ${at} WHERE slug = 'lost-update'`,
  );

test.each([
  ["review", reviewFields({ body: "Two\nlines & <b>more</b>" }), "Two\nlines & <b>more</b>"],
  ["hours", hoursFields({ saturday: "9am to noon" }), "9am to noon"],
  ["facts", factsFields({ halal: "most" }), "most"],
  ["edit", editFields({ street: "9 Race Row" }), "9 Race Row"],
  ["flag", { rule: "spam", note: "Written with care" }, "Written with care"],
  ["seen", { found: "moved" }, "moved"],
])(
  "the answer to a %s of a place that is gone shows what was typed",
  async (path, fields, typed) => {
    const address = `/places/lost-update/${path}`;
    const hidden = await member.openHidden(address);
    setWithheld("'deleted'", "'2026-11-30T12:00:00.000+00:00'");
    const { status, document } = await member.post(address, { ...hidden, ...fields });
    setWithheld("NULL", "NULL");
    expect([404, 410]).toContain(status);
    expect(document.querySelectorAll(".typed-text dd").map(({ text }) => text)).toContain(typed);
    expect(document.querySelector("main")?.text).not.toContain(hidden.token);
  },
);
