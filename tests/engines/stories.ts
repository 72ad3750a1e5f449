import { z } from "zod";
import { textOf } from "./in-page.ts";
import type { Story } from "./story.ts";
import type { Visitor } from "./visitor.ts";

const CODE = ".new-code code";

/** What people come for, in the order in which newcomers do it. */
export const STORIES: Story[] = [
  {
    title: "filter the list, take the filter away again, go back and forward by pages",
    walk: async (visitor) => {
      await visitor.open("/places");
      await visitor.unfold("Cuisine");
      await visitor.choose("Sushi");
      await visitor.press(".filter-form button", "Show");
      await visitor.sees("title", /^Sushi near/);
      await visitor.isAt(/[?&]cuisine=sushi/);
      await visitor.hasValue("[type=checkbox][value=sushi]", "true");
      await visitor.link("Remove Sushi");
      await visitor.sees("title", /^Places near/);
      await visitor.hasValue("[type=checkbox][value=sushi]", "false");
      await visitor.tab.back();
      await visitor.sees("title", /^Sushi near/);
      await visitor.hasValue("[type=checkbox][value=sushi]", "true");
    },
  },
  {
    title: "search",
    walk: async (visitor) => {
      await visitor.open("/");
      await visitor.press("input[type=search]");
      await visitor.tab.type("noodles");
      await visitor.press(".search-button");
      await visitor.isAt(/[?&]q=noodles/);
      await visitor.sees(".cards", "Semicolon Noodles");
    },
  },
  {
    title: "recommend a place",
    walk: async (visitor) => {
      const name = newName("Kitchen");
      await visitor.open("/");
      await visitor.link("Recommend a place");
      await visitor.type("Name of the place", name);
      await visitor.type("Street and number", `7 ${name} Street`);
      await visitor.type("Postcode", "N0 1AB");
      await visitor.button("Continue");
      await visitor.choose("Coffee");
      await visitor.choose("under £8");
      await visitor.choose("4: ");
      await visitor.type("What should a friend know?", "Get the soup before noon.");
      await visitor.type("Your handle", name);
      await visitor.button("Post it");
      await visitor.sees("h1", name);
      await visitor.sees("main", "Your recommendation is posted");
    },
  },
  {
    title: "review a place, correct what was wrong, sign out, and sign in by the code",
    walk: async (visitor) => {
      const handle = newName("eater");
      await visitor.open("/places/semicolon-noodles");
      await visitor.link("Write a review");
      await visitor.choose("5: ");
      await visitor.type("What was it like?", "Ends every lunch “properly”.");
      await visitor.button("Post review");
      await visitor.sees("[role=alert]", "handle");
      await visitor.hasValue("textarea[name=body]", "Ends every lunch “properly”.");
      await visitor.type("Your handle", handle);
      await visitor.button("Post review");
      await visitor.sees("main", "Your review is posted.");
      await visitor.sees("article", "Ends every lunch “properly”.");
      const code = z.string().parse(await visitor.tab.run(textOf, CODE));
      await visitor.open("/account");
      await visitor.button("Sign out of this browser");
      await visitor.sees("main", "You are signed out.");
      await visitor.open("/sign-in");
      await visitor.type("Your handle", handle);
      await visitor.type("Recovery code", code);
      await visitor.press("main form.form button[type=submit]");
      await visitor.sees("h1", "Your account");
      await visitor.sees("main", `You are signed in as ${handle}`);
    },
  },
  {
    title: "keep a list, and share it",
    walk: async (visitor) => {
      await becomeMember(visitor);
      await visitor.open("/places/recursive-rotis");
      await visitor.button("Want to try");
      await visitor.sees("main", "It is on your list of places to try");
      await visitor.link("See your list");
      await visitor.sees("h1", "Want to try");
      await visitor.button("Been there at Recursive Rotis");
      await visitor.sees("main", "Moved to where you have been.");
      await visitor.link("Been (2)");
      await visitor.sees("h2", "Recursive Rotis");
      await visitor.button("Share this list");
      await visitor.sees("#sharing a", "/");
    },
  },
];

let names = 0;

/** No other story uses it. */
export function newName(kind: string): string {
  names += 1;
  return `${kind} ${process.pid} ${names}`;
}

async function becomeMember(visitor: Visitor): Promise<void> {
  await visitor.open("/places/root-access/review");
  await visitor.choose("4: ");
  await visitor.type("What was it like?", "Get the soup before noon.");
  await visitor.type("Your handle", newName("keeper"));
  await visitor.button("Post review");
  await visitor.sees("main", "Your review is posted.");
}
