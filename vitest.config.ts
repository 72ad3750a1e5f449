import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const SLOW = "**/*.slow.test.ts";
const TOGETHER = ["app/domain/**/*.test.ts", "tests/http/**/*.test.ts"];
// They count what their process does.
const COUNTING = ["tests/http/{budget,slow-fields,public-addresses}.test.ts"];

// Each test file is a process of its own, which spends much of its time on compiling the same modules.
process.env.NODE_COMPILE_CACHE ??= resolve("node_modules/.cache/compiled-for-tests");

/** The tests of properties that are tried as often as PROPERTY_RUNS says. */
const properties = globSync("app/**/*.test.ts").filter((file) =>
  readFileSync(file, "utf8").includes("propertyRuns("),
);

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: TOGETHER,
          exclude: [SLOW, ...COUNTING],
          // One process for many files: each has a site and a database of its own, and nothing else is kept.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: [
            "{app/!(domain),bench}/**/*.test.ts",
            "app/*.test.ts",
            "tests/{host,operator,house}/**/*.test.ts",
            ...COUNTING,
          ],
          // bench/lighthouse installs packages of its own, some with their tests.
          exclude: [SLOW, "**/node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: [
            `{app,tests/{http,host,operator,engines,text-browsers}}/${SLOW}`,
            ...properties,
          ],
          env: { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? "4" },
          testTimeout: 120_000,
        },
      },
    ],
    globalSetup: ["tests/setup/migrated-database.ts"],
    // The site's build is what runs in production: it is loaded as it is.
    server: { deps: { external: [/\/build\/server\//] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
