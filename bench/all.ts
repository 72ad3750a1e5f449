import { runOrThrow } from "../scripts/run.ts";

// Everything that docs/performance.md has, one after the other, so that nothing disturbs what is being measured.
for (const script of [
  "pages",
  "growth",
  "start-and-memory",
  "posting",
  "bytes",
  "lighthouse",
  "search",
]) {
  await runOrThrow(`bench/${script}.ts`, []);
}
