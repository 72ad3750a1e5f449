import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { findChromium } from "../tests/browser/chromium.ts";
import { median } from "./measure/median.ts";
import { copySeeded } from "./measure/seeded-database.ts";
import { startSite } from "./measure/start-site.ts";
import { figure, keepPart } from "./report/figures.ts";
import { table } from "./report/table.ts";
import { writeReport } from "./report/write-report.ts";

const run = promisify(execFile);
const FOLDER = resolve(import.meta.dirname, "lighthouse");
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const SCREENS = [
  "/",
  "/places?diet=vegan&price=8",
  "/places/null-pointer-coffee",
  "/dishes",
  "/map",
];
const RUNS = 3;

const reportSchema = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number().nullable() })),
});

// Lighthouse's defaults: a mobile phone on a simulated slow 4G.
const chromium = findChromium();
if (!chromium) {
  throw new Error("Lighthouse needs a Chromium. Install it, or name it in CHROMIUM_PATH.");
}
if (!existsSync(join(FOLDER, "node_modules"))) {
  await run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: FOLDER });
}
const database = await copySeeded();
const site = await startSite(database.file);
const output = mkdtempSync(join(tmpdir(), "fork-and-filter-lighthouse-"));

async function audit(path: string): Promise<number[]> {
  const file = join(output, "report.json");
  const flags = [
    "--quiet",
    "--output=json",
    `--output-path=${file}`,
    `--only-categories=${CATEGORIES.join(",")}`,
    "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run",
  ];
  await run(process.execPath, ["node_modules/lighthouse/cli/index.js", site.url + path, ...flags], {
    cwd: FOLDER,
    env: { ...process.env, CHROME_PATH: chromium },
  });
  const { categories } = reportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return CATEGORIES.map((category) => Math.round(100 * (categories[category].score ?? 0)));
}

const rows: { path: string; scores: number[] }[] = [];
for (const path of SCREENS) {
  const runs: number[][] = [];
  for (let index = 0; index < RUNS; index += 1) runs.push(await audit(path));
  rows.push({
    path,
    scores: CATEGORIES.map((_, category) => median(runs.map((scores) => scores[category] ?? 0))),
  });
}
await site.stop();
database.remove();
rmSync(output, { recursive: true, force: true });
keepPart({
  order: 6,
  title: "Lighthouse",
  command: "npm run bench:lighthouse",
  text: `Mobile, simulated slow 4G, medians of ${RUNS} runs.

${table(
  ["screen", ...CATEGORIES],
  rows.map(({ path, scores }) => [path, ...scores.map(String)]),
)}`,
  figures: rows.map(({ path, scores }) =>
    figure(`Lighthouse, the lowest of ${path}`, Math.min(...scores), { atLeast: 100 }),
  ),
  bars: [],
});
writeReport();
