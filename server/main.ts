import { pino } from "pino";
import { databasePath, readSettings } from "../app/db/settings.ts";
import { loadBuild } from "./build.ts";
import { DataState } from "./data-state.ts";
import { createHost } from "./host.ts";

// Serves the build: `npm start` and the container end in this process.
const { PORT, HOST, SITE_NAME, LOG_LEVEL, TRUST_PROXY, PAGE_CACHE_MEGABYTES } = readSettings();
const log = pino({ level: LOG_LEVEL });
const data = new DataState(databasePath());
const { server } = createHost({
  build: await loadBuild(),
  clientFolder: "build/client",
  readData: () => data.read(),
  cacheBytes: PAGE_CACHE_MEGABYTES * 1_000_000,
  trustsProxy: TRUST_PROXY === "fly",
  log,
});

server.listen(PORT, HOST, () => console.log(`${SITE_NAME} is at http://localhost:${PORT}`));

// The build itself sees to it that the process ends in time.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => server.close(() => data.close()));
}
