import { expect, test } from "vitest";
import { startAfterPaint } from "./start-after-paint.server.ts";

const PAGE =
  '<head><link rel="modulepreload" nonce="n0" href="/a.js"/></head><body><script nonce="n0">early()</script>' +
  '<script nonce="n0" type="module" async="">import "/a.js";</script></body>';

test("modules wait, and what starts them has the nonce; other scripts do not wait", () => {
  const html = startAfterPaint(PAGE, "n0");
  expect(html).toContain('<link rel="modulepreload" media="not all" nonce="n0" href="/a.js"/>');
  expect(html).toContain('<script nonce="n0" type="later/module">import "/a.js";</script>');
  expect(html).toContain('<script nonce="n0">early()</script>');
  expect(html).toMatch(/<script nonce="n0">\(\(\) => \{[\s\S]+<\/script><\/body>$/);
});

test("a script that somebody smuggled in is not started", () => {
  const html = '<body><script type="module" async="">evil()</script></body>';
  expect(startAfterPaint(html, "n0")).toBe(html);
});
