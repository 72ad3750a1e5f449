import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { barChart } from "./chart.ts";
import { readParts } from "./figures.ts";
import { table } from "./table.ts";

const DOCS = resolve(import.meta.dirname, "../../docs");

const INTRODUCTION = `# Performance

Written by \`npm run bench:all\`; each part by the command that it names. Absolute numbers belong to the machine; what counts are the
ratios within a part, which come from one run. **B** is the peer: Express, better-sqlite3 and template strings, written as well as its
authors would (prepared statements, indexes, WAL, averages and counts worked out in SQL for each page). **A** is the ceiling: node:http
sending a text of the same size that it has at hand.`;

/** Writes docs/performance.md and its chart from all measured parts. @returns whether every goal was met */
export function writeReport(): boolean {
  const parts = readParts();
  const figures = parts.flatMap((part) => part.figures);
  const bars = parts.flatMap((part) => part.bars);
  const chart = "Requests per second against B, which is 1, on a scale of powers of ten";
  const summary = table(
    ["figure", "to reach", "measured", "reached"],
    figures.map(({ name, reach, measured, isReached }) => [
      name,
      reach,
      measured,
      isReached ? "yes" : "no",
    ]),
  );
  const sections = parts.map(
    ({ title, command, text }) => `## ${title}\n\nBy \`${command}\`.\n\n${text}`,
  );
  const machine = `Measured on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}.`;
  writeFileSync(resolve(DOCS, "performance.svg"), barChart(chart, bars));
  writeFileSync(
    resolve(DOCS, "performance.md"),
    `${[INTRODUCTION, machine, `![${chart}](performance.svg)`, "## Figures", summary, ...sections].join("\n\n")}\n`,
  );
  return figures.every(({ isReached }) => isReached);
}
