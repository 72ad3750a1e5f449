import { resolve } from "node:path";
import { defineConfig } from "prisma/config";
import { databaseUrl } from "./app/db/settings.ts";

// Prisma's own engine is a download; ours is in node_modules. An operator's choice wins.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= resolve(import.meta.dirname, "prisma/schema-engine/main.ts");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "node prisma/seed.ts" },
  datasource: { url: databaseUrl() },
});
