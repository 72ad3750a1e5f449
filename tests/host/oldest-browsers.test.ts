import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// The oldest browsers of vite.config.ts: the build rewrites syntax that is newer, but adds no functions.
const TOO_NEW =
  /\b(withResolvers|toWellFormed|isWellFormed|fromAsync|isSubsetOf|symmetricDifference)\b|\b(Object|Map)\.groupBy\b|\bPromise\.try\b|\bAbortSignal\.any\b|\bIterator\.from\b|\bRegExp\.escape\b|\bURL\.parse\(|\/[dgimsuy]*v[dgimsuy]*\.test\(/;

const built = (pattern: string) =>
  globSync(`build/client/assets/${pattern}`).map((path) => ({
    path,
    text: readFileSync(path, "utf8"),
  }));

test("the scripts call nothing that Chrome 111, Firefox 115 and Safari 16.4 do not have", () => {
  const scripts = built("*.js");
  expect(scripts.length).toBeGreaterThan(20);
  expect(scripts.map(({ path, text }) => [path, TOO_NEW.exec(text)?.[0]])).toEqual(
    scripts.map(({ path }) => [path, undefined]),
  );
});

test("no source counts the parameters of an address by their size, which Chrome has from 113 and Safari from 17 on", () => {
  const sources = globSync("app/**/*.{ts,tsx}", { exclude: ["app/db/**", "app/**/*.server.ts"] });
  const broken = sources.filter((path) =>
    /\b(parameters|searchParams|query)\.size\b/.test(readFileSync(path, "utf8")),
  );
  expect(broken).toEqual([]);
});

test("the styles need no function that Safari 15.4 and Firefox 115 do not have", () => {
  const styles = built("*.css");
  expect(styles.length).toBeGreaterThan(0);
  for (const { path, text } of styles) {
    expect(text, path).not.toContain("light-dark(");
    expect(withoutSupports(text), `${path}: generated text with a spoken one`).not.toMatch(
      /content:[^;}]*\/\s*"/,
    );
    expect(withoutSupports(text), `${path}: a focus that only :has() shows`).not.toMatch(
      /input:focus-visible\{outline:(none|0)/,
    );
  }
});

/** Leaves out what is asked for by @supports. */
function withoutSupports(css: string): string {
  return css.replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, "");
}
