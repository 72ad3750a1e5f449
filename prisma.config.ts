import { resolve } from "node:path";
import { defineConfig } from "prisma/config";
import { databaseUrl } from "./app/db/settings.ts";

// Prisma's own engine is a download; ours is in node_modules. An operator's choice wins.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= resolve(
  import.meta.dirname,
  "prisma/schema-engine/main.js",
);

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "node prisma/seed.ts" },
  // Full-text search and Litestream keep tables of their own, which Prisma would take for drift.
  experimental: { externalTables: true },
  tables: {
    external: [
      "_litestream_lock",
      "_litestream_seq",
      ...["place_search", "place_words", "review_search", "name_search"].flatMap((table) => [
        table,
        ...["data", "idx", "content", "docsize", "config"].map((part) => `${table}_${part}`),
      ]),
    ],
  },
  datasource: { url: databaseUrl() },
});
