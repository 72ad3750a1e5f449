import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { expect, test } from "vitest";
import { serveSite } from "../setup/served-site.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const CONNECTIONS = 400;
const REQUESTS = 1000;
const MOST_MEGABYTES = 300;
/** As scripts/entrypoint.sh starts it on a machine of 512 MB. */
const OF_THE_IMAGE = "--max-old-space-size=307 --max-semi-space-size=2";

/** What it ever took, as Linux counts it, in megabytes. */
function peakMegabytes(pid: number): number {
  const kibibytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}

let number = 0;
const PATHS = [
  () => `/places?q=soup+${number}`,
  () => `/places?cuisine=pizza&price=15&page=${number}`,
  () => "/places/new",
  () => `/places/null-pointer-coffee/review?${number}`,
  () => `/nowhere/${number}`,
  () => `/members/nobody-${number}`,
  () => `/map?q=tea+${number}`,
  () => "/places/surprise",
];

// Neither systemd-run nor a writable cgroup is everywhere, and `ulimit -v` counts what Node only reserves: the peak is read instead.
test.skipIf(process.platform !== "linux").each([
  ["0", "without a budget of reads"],
  ["20", "with the usual budget"],
])(
  "400 connections on pages that are not kept take under 300 MB (READ_BUDGET=%s, %s)",
  async (budget) => {
    const databaseFile = openTestDatabase();
    execFileSync("npx", ["prisma", "db", "seed"], {
      env: { ...process.env, DATABASE_URL: `file:${databaseFile}` },
    });
    const site = await serveSite(databaseFile, {
      settings: { READ_BUDGET: budget, NODE_OPTIONS: OF_THE_IMAGE },
    });
    try {
      const result = await autocannon({
        url: site.url,
        connections: CONNECTIONS,
        amount: REQUESTS,
        timeout: 100,
        headers: { "Accept-Encoding": "br" },
        requests: [
          {
            setupRequest(request) {
              number += 1;
              return { ...request, path: PATHS[number % PATHS.length]?.() ?? "/" };
            },
          },
        ],
      });
      expect(result.errors).toBe(0);
      expect(peakMegabytes(site.process.pid ?? 0)).toBeLessThan(MOST_MEGABYTES);
      expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
    } finally {
      await site.stop();
    }
  },
);
