import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,bench}/**/*.test.ts", "tests/{http,host,operator,house}/**/*.test.ts"],
    globalSetup: ["tests/setup/migrated-database.ts"],
    pool: "forks",
    // The site's build is what runs in production: it is loaded as it is.
    server: { deps: { external: [/\/build\/server\//] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
