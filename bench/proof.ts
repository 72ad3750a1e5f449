import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { everythingAtOnce, measureReplica, soak, stopUnderLoad } from "./proof/long-runs.ts";
import {
  fillDisk,
  holdLock,
  killUnderLoad,
  type Length,
  loseFileUnderLoad,
} from "./proof/mishaps.ts";

// `npm run proof`, or `npm run proof -- kill stop`; with --short it takes a few minutes, and writes nothing.
const REPORT = "docs/reliability.md";
const START = "<!-- Written by npm run proof. -->";
const END = "<!-- Until here. -->";

const outcomeSchema = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  success: z.boolean(),
});

type Proof = { title: string; prove: (length: Length) => Promise<string> | string };

const PROOFS: Record<string, Proof> = {
  kill: { title: "Killed (`kill -9`) while 40 people post", prove: killUnderLoad },
  file: { title: "The file lost while 20 people post", prove: loseFileUnderLoad },
  disk: { title: "Disk full while 10 people post", prove: fillDisk },
  lock: { title: "Another program holds the lock", prove: holdLock },
  all: { title: "Seeds, backups, commands and posts at once", prove: everythingAtOnce },
  stop: { title: "Stopped (SIGTERM) while posts arrive", prove: stopUnderLoad },
  replica: { title: "How far the replica is behind", prove: measureReplica },
  soak: { title: "Memory and open files over time", prove: soak },
  migrate: testsOf("Migrations that fail, are killed, find no space", "migrating.slow"),
  restore: testsOf("Restoring while it runs, and refusing to", "restoring.slow"),
  start: testsOf("Starting on a full or read-only disk", "full-disk.slow"),
  fail: testsOf("The disk turns read-only while it runs", "read-only-disk.slow"),
  clock: testsOf("The clock jumps by 100 days", "daily-upkeep", "app/http"),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { short: { type: "boolean", default: false } },
});
const chosen = Object.entries(PROOFS).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
const proved = new Map<string, string>();
for (const [name, { title, prove }] of chosen) {
  try {
    const figure = await prove({ isShort: values.short });
    console.log(`proved   ${title}: ${figure}`);
    proved.set(name, `| ${title} | ${figure} | \`npm run proof -- ${name}\` |`);
  } catch (error) {
    console.error(`BROKEN   ${title}:`, error);
    process.exitCode = 1;
  }
}
if (!values.short) writeRows();

function testsOf(title: string, name: string, where = "tests/operator"): Proof {
  return {
    title,
    prove() {
      const file = `${where}/${name}.test.ts`;
      const folder = mkdtempSync(join(tmpdir(), "proof-"));
      const report = join(folder, "report.json");
      spawnSync("npx", ["vitest", "run", file, "--reporter=json", `--outputFile=${report}`]);
      const outcome = outcomeSchema.parse(JSON.parse(readFileSync(report, "utf8")));
      rmSync(folder, { recursive: true });
      const { numPassedTests, numTotalTests, success } = outcome;
      if (!success) throw new Error(`npx vitest run ${file} says why.`);
      return `${numPassedTests} of ${numTotalTests} tests of \`${file}\``;
    },
  };
}

/** By name, so that one proof alone replaces only its own row. */
function readRows(text: string): Map<string, string> {
  const table = text.slice(text.indexOf(START), text.indexOf(END));
  return new Map(
    [...table.matchAll(/^\| .+ \| `npm run proof -- (\w+)` \|$/gm)].map(([row, name = ""]) => [
      name,
      row,
    ]),
  );
}

function writeRows(): void {
  const text = readFileSync(REPORT, "utf8");
  const rows = new Map([...readRows(text), ...proved]);
  const ordered = Object.keys(PROOFS).flatMap((name) => rows.get(name) ?? []);
  const table = ["| what | what came of it | by itself |", "|---|---|---|", ...ordered].join("\n");
  writeFileSync(
    REPORT,
    `${text.slice(0, text.indexOf(START))}${START}\n\n${table}\n\n${text.slice(text.indexOf(END))}`,
  );
}
