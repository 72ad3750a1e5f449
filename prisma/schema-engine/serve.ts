// Prisma's schema engine as WebAssembly over better-sqlite3, without a native binary: docs/schema-engine.md.
import { parseArgs } from "node:util";
import { runDatabaseCommand } from "./database-command.ts";
import { engineVersion } from "./engine.ts";
import { serveRequests } from "./rpc.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    version: { type: "boolean" },
  },
});

const datasource = typeof values.datasource === "string" ? values.datasource : undefined;
const datamodels = (values.datamodels ?? []).filter((path) => typeof path === "string");

if (values.version) {
  console.log(`schema-engine-cli ${engineVersion()}`);
} else if (positionals[0] === "cli") {
  process.exitCode = runDatabaseCommand(positionals[1], datasource);
} else {
  await serveRequests(datamodels, datasource);
}
