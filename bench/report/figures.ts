import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const FOLDER = resolve(import.meta.dirname, "../.cache/results");

const figureSchema = z.object({
  name: z.string(),
  reach: z.string(),
  measured: z.string(),
  isReached: z.boolean(),
});
type Figure = z.infer<typeof figureSchema>;

const barSchema = z.object({ label: z.string(), value: z.number() });

const partSchema = z.object({
  order: z.number(),
  title: z.string(),
  command: z.string(),
  /** Markdown. */
  text: z.string(),
  figures: z.array(figureSchema),
  /** Requests per second against B. */
  bars: z.array(barSchema).default([]),
});
export type ReportPart = z.infer<typeof partSchema>;

export function figure(
  name: string,
  measured: number,
  bound: { atLeast: number } | { atMost: number },
  unit = "",
): Figure {
  const isReached = "atLeast" in bound ? measured >= bound.atLeast : measured <= bound.atMost;
  const reach =
    "atLeast" in bound ? `at least ${bound.atLeast}${unit}` : `at most ${bound.atMost}${unit}`;
  return { name, reach, measured: `${rounded(measured)}${unit}`, isReached };
}

export function rounded(number: number): string {
  if (Math.abs(number) >= 100) return number.toFixed(0);
  return Math.abs(number) >= 10 ? number.toFixed(1) : number.toFixed(2);
}

export function keepPart(part: ReportPart): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${part.order}.json`), JSON.stringify(part));
  console.log(`\n${part.title}\n\n${part.text}\n`);
  for (const { name, reach, measured, isReached } of part.figures) {
    console.log(`${isReached ? "reached" : "MISSED "}  ${name}: ${measured} (${reach})`);
  }
}

export function readParts(): ReportPart[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => partSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), "utf8"))))
    .sort((one, other) => one.order - other.order);
}
