import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["app/**/*.test.ts", "scripts/**/*.test.ts", "tests/{http,operator,house}/**/*.test.ts"],
    globalSetup: ["tests/setup/migrated-database.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
