import { expect, test } from "vitest";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { readWebsite, shortWebsite, websiteSchema } from "./website.ts";

// What people type for a website: what it is taken for, what is asked, what is refused.

const UNDERSTOOD = typedTable(`
  https://git-hummus.example/menu              → https://git-hummus.example/menu
  git-hummus.example                           → https://git-hummus.example/
  HTTP://GIT-HUMMUS.EXAMPLE                    → http://git-hummus.example/
  www.git-hummus.example                       → https://www.git-hummus.example/
  git-hummus.example/menu                      → https://git-hummus.example/menu
  git-hummus.example:8080                      → https://git-hummus.example:8080/
  git-hummus.example:8080/menu                 → https://git-hummus.example:8080/menu
  git-hummus.example?table=2                   → https://git-hummus.example/?table=2
  git-hummus.example#menu                      → https://git-hummus.example/#menu
  https://git-hummus.example/menu?a=1&b=2#x    → https://git-hummus.example/menu?a=1&b=2#x
  https://café.example                         → https://café.example/
  café-müller.example/menü                     → https://café-müller.example/menü
  https://www.café.example/                    → https://www.café.example/
  https://münchen.example:8443/é               → https://münchen.example:8443/é
  https://xn--caf-dma.example/                 → https://xn--caf-dma.example/
  食堂.example                                   → https://食堂.example/
  https://git-hummus.example.                  → https://git-hummus.example/
  (https://git-hummus.example/)                → https://git-hummus.example/
  <https://git-hummus.example>                 → https://git-hummus.example/
  git-hummus.example,                          → https://git-hummus.example/
  https://en.git.example/wiki/Hummus_(food)    → https://en.git.example/wiki/Hummus_(food)
  https://git-hummus.example/a/../b            → https://git-hummus.example/b
  Instagram.com/git.hummus                     → https://instagram.com/git.hummus
  https://аpple.example                        → https://xn--pple-43d.example/
  https://example.org/%E0%A4%A                 → https://example.org/%E0%A4%A
  https://git_hummus.example                   → https://git_hummus.example/
`);

const ASKED = typedTable(`
  git-hummus,example                           → Do you mean git-hummus.example? Write it with a full stop
`);

const REFUSED = typedTable(`
  javascript:alert(1)                          → Enter a web address that starts with https:// or http://, like https://example.org
  data:text/html,hi                            → Enter a web address that starts with https:// or http://, like https://example.org
  ftp://git-hummus.example                     → Enter a web address that starts with https:// or http://, like https://example.org
  https://user:secret@git-hummus.example       → Leave out the name and password
  https://localhost                            → Enter the whole web address, like https://example.org
  localhost:3000                               → Enter the whole web address, like https://example.org
  //git-hummus.example                         → Enter a web address that starts with https:// or http://, like https://example.org
  /menu                                        → Enter a web address that starts with https:// or http://, like https://example.org
  hummus                                       → Enter the whole web address, like https://example.org
  none                                         → Leave this empty if it has none
  n/a                                          → Leave this empty if it has none
  @git.hummus                                  → Enter the whole address of that page, like https://instagram.com/git.hummus
  hello@git-hummus.example                     → That is an e-mail address. Enter a web address that starts with https:// or http://, like https://example.org
  mailto:hello@git-hummus.example              → That is an e-mail address. Enter a web address that starts with https:// or http://, like https://example.org
  git hummus.example                           → Enter one web address, without spaces or other words
  see git-hummus.example                       → Enter one web address, without spaces or other words
  https:/git-hummus.example                    → Check how the web address begins: it is https:// and a name, like https://example.org
  https//git-hummus.example                    → Check how the web address begins: it is https:// and a name, like https://example.org
  http:git-hummus.example                      → Check how the web address begins: it is https:// and a name, like https://example.org
  https://https://git-hummus.example           → Check how the web address begins: it is https:// and a name, like https://example.org
  htps://git-hummus.example                    → Check how the web address begins: it is https:// and a name, like https://example.org
  ttps://git-hummus.example                    → Check how the web address begins: it is https:// and a name, like https://example.org
  https://                                     → Enter a web address that starts with https:// or http://, like https://example.org
  https://192.168.0.1/                         → Enter a web address that starts with https:// or http://, like https://example.org
  http://[::1]/                                → Enter a web address that starts with https:// or http://, like https://example.org
  tel:020 7946 0000                            → Enter one web address, without spaces or other words
  020 7946 0000                                → Enter one web address, without spaces or other words
  git-hummus.example:port                      → Enter a web address that starts with https:// or http://, like https://example.org
  a.b                                          → Enter the whole web address, like https://example.org
  https://.example                             → Enter the whole web address, like https://example.org
  https://git..example                         → Enter the whole web address, like https://example.org
  https://example.org\\evil                    → Leave out the marks that no web address has, like https://example.org
`);

function read(text: string): string {
  const result = readWebsite(text);
  return "website" in result ? result.website : result.problem;
}

test.each(UNDERSTOOD)("%j is %s", (typed, understood) => {
  expect(read(typed)).toBe(understood);
});

test.each(ASKED)("%j is asked about: %s", (typed, question) => {
  expect(read(typed)).toBe(question);
});

test.each(REFUSED)("%j is refused: %s", (typed, problem) => {
  expect(read(typed)).toBe(problem);
});

test("what is kept is read as the same again, and leads where what was typed leads", () => {
  for (const [typed, kept] of UNDERSTOOD) {
    expect(read(kept)).toBe(kept);
    const bare = typed.replace(/^[(<]|[.,)>]$/g, "");
    const address = /^https?:/i.test(bare) ? bare : `https://${bare}`;
    if (!bare.endsWith("(food")) expect(new URL(kept).href).toBe(new URL(address).href);
  }
});

test("a line break or a length that hides something is refused, and nothing is no website", () => {
  expect(websiteSchema.safeParse("java\nscript:alert(1)").success).toBe(false);
  expect(read(`https://git-hummus.example/${"a".repeat(300)}`)).toMatch(/^Shorten/);
  expect(websiteSchema.parse("")).toBeUndefined();
});

test("a website is shown as people say it", () => {
  expect(shortWebsite("https://www.git-hummus.example/")).toBe("git-hummus.example");
});
