import { expect } from "vitest";
import { FORMS, UNKEPT } from "../browser/forms.ts";
import { fillInAll, markAsOld, readForm } from "./in-page.ts";
import { newName } from "./stories.ts";
import type { Story } from "./story.ts";

const FORM = "main form.form";
const OFFER = "Bring back what you typed";

/**
 * Between them they have text of one line and of several, boxes, radios, a select, what is folded, a version, and a field that is
 * never kept. All forms are left by all ways in Chromium, and here by a link and a reload: the rest would be the same code again.
 */
const EVERY_KIND_OF_FIELD = [
  "/places/new?name=Lambda&street=1+Closure+Street&postcode=N0+1AA&differentPlace=yes",
  "/places/git-hummus/review",
  "/sign-in",
  "/moderation/cuisines/coffee",
];

for (const path of EVERY_KIND_OF_FIELD) {
  if (!FORMS.some((form) => form.path === path)) throw new Error(`forms.ts has no ${path}.`);
}

const leavingEachForm: Story[] = FORMS.map(({ path, as }) => ({
  title: `what is typed at ${path} outlasts leaving`,
  ...(as && { as }),
  walk: async (visitor) => {
    const { tab, connection, scripts } = visitor;
    await visitor.open(path);
    expect(await tab.run(fillInAll, FORM, UNKEPT)).toBeGreaterThan(0);
    const typed = await tab.run(readForm, FORM, UNKEPT);
    const isAllThere = (way: string) =>
      visitor.until(async () => {
        expect(await tab.run(readForm, FORM, UNKEPT), way).toEqual(typed);
      });

    await visitor.link("About");
    await visitor.sees("title", /^About/);
    await tab.back();
    await isAllThere("a link, then Back");

    // Browsers bring nothing back after a reload by themselves, or not all of it, and have no page without a connection.
    if (scripts) {
      await visitor.reload();
      await isAllThere("a reload");
    }
    if (!EVERY_KIND_OF_FIELD.includes(path)) return;

    await visitor.open("/rules");
    await tab.back();
    await isAllThere("the address bar, then Back");
    if (!scripts) return;

    connection.lose();
    await visitor.link("Dishes");
    await visitor.sees("body", "This did not reach the site.");
    await isAllThere("a link without a connection");
    connection.restore();
    await visitor.button("Try again");
    await visitor.isAt(/^\/dishes$/);
    await tab.back();
    await isAllThere("a link without a connection, then Back");

    await visitor.open("/about");
    await visitor.open(path);
    await visitor.button(OFFER);
    await isAllThere("the address bar, twice");
  },
}));

export const WAYS_OF_LEAVING: Story[] = [
  ...leavingEachForm,
  {
    title: "a search that is typed and not sent outlasts a link, the address bar and a reload",
    walk: async (visitor) => {
      const SEARCH = "input[type=search]";
      await visitor.open("/places");
      await visitor.press(SEARCH);
      await visitor.tab.type("half a wo");
      await visitor.link("About");
      await visitor.sees("title", /^About/);
      await visitor.tab.back();
      await visitor.hasValue(SEARCH, "half a wo");
      await visitor.open("/rules");
      await visitor.tab.back();
      await visitor.hasValue(SEARCH, "half a wo");
      if (!visitor.scripts) return;
      await visitor.reload();
      await visitor.hasValue(SEARCH, "half a wo");
    },
  },
  {
    title: "a page that was left while it posted comes back with a button that works",
    needsScripts: true,
    walk: async (visitor) => {
      const { tab, connection } = visitor;
      await visitor.open("/places/git-hummus/review");
      await visitor.choose("4: ");
      await visitor.type("What was it like?", "Left too early.");
      await visitor.type("Your handle", newName("hasty"));
      const letGo = connection.hold(/\/review\.data/);
      await visitor.button("Post review");
      await visitor.sees(`${FORM} button`, "Posting …");
      await visitor.open("/rules");
      await tab.back();
      await visitor.hasValue("textarea[name=body]", "Left too early.");
      letGo();
      await visitor.button("Post review");
      await visitor.sees("main", "Your review is posted.");
    },
  },
  {
    title: "Back before the scripts of a reloaded page are there shows the page before",
    needsScripts: true,
    walk: async (visitor) => {
      await visitor.open("/places");
      await visitor.link("About");
      await visitor.sees("title", /^About/);
      const letGo = visitor.connection.hold(/\/assets\/.*\.js$/);
      await visitor.tab.run(markAsOld);
      await visitor.tab.reload();
      await visitor.sees("html:not([data-old]) h1", "What this is");
      await visitor.tab.back();
      await visitor.isAt(/^\/places$/);
      letGo();
      await visitor.sees("title", /^Places near/);
      await visitor.sees(".cards", /\S/);
    },
  },
  {
    title: "after a deploy a link still leads where it says",
    needsScripts: true,
    walk: async (visitor) => {
      await visitor.open("/places");
      visitor.connection.remove(/\/assets\/route-.*\.js$/);
      await visitor.link("Dishes");
      await visitor.isAt(/^\/dishes$/);
      await visitor.sees("h1", "What to have");
      await visitor.tab.back();
      await visitor.sees("title", /^Places near/);
    },
  },
  {
    title: "filtering without a connection keeps the list, and goes on once there is one",
    needsScripts: true,
    walk: async (visitor) => {
      await visitor.open("/places");
      await visitor.unfold("Cuisine");
      visitor.connection.lose();
      await visitor.choose("Sushi");
      await visitor.sees("body", "This did not reach the site.");
      await visitor.sees(".cards", /\S/);
      await visitor.hasValue("[type=checkbox][value=sushi]", "true");
      visitor.connection.restore();
      await visitor.button("Try again");
      await visitor.sees("title", /^Sushi near/);
    },
  },
];
