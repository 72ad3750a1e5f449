import { pino } from "pino";
import { databasePath, readSettings, SettingsError } from "../app/db/settings.ts";
import { loadBuild } from "./build.ts";
import { DataState } from "./data-state.ts";
import { createHost } from "./host.ts";
import { listen } from "./listen.ts";

// Serves the build: the last step of `npm start` and of the container.
try {
  await serve();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function serve(): Promise<void> {
  const { PORT, HOST, SITE_NAME, LOG_LEVEL, READ_BUDGET, PAGE_CACHE_MEGABYTES } = readSettings();
  const data = new DataState(databasePath());
  const { server } = createHost({
    build: await loadBuild(),
    clientFolder: "build/client",
    readData: () => data.read(),
    cacheBytes: PAGE_CACHE_MEGABYTES * 1_000_000,
    readBudget: READ_BUDGET,
    log: pino({ level: LOG_LEVEL }),
  });
  // The build itself ends the process in time.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => server.close(() => data.close()));
  }
  await listen(server, PORT, HOST);
  console.log(`${SITE_NAME} is at http://localhost:${PORT}`);
}
