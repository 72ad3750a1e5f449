import { pino } from "pino";
import { databasePath, readSettings, SettingsError } from "../app/db/settings.ts";
import { loadBuild } from "./build.ts";
import { DataState } from "./data-state.ts";
import { createHost } from "./host.ts";
import { listen } from "./listen.ts";
import { startReplica } from "./litestream.ts";
import { startNightlyBackups } from "./nightly-backup.ts";
import { operatorPages } from "./operator-pages.ts";
import { readDisk, readProcess, readRelease, type Status, summariseDisk } from "./status.ts";
import { onSignalToStop, Stopping } from "./stop.ts";

// Serves the build: the last step of `npm start` and of the container.
try {
  await serve();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function serve(): Promise<void> {
  const settings = readSettings();
  const { PORT, HOST, SITE_NAME, LOG_LEVEL, READ_BUDGET, PAGE_CACHE_MEGABYTES } = settings;
  const file = databasePath();
  const log = pino({ level: LOG_LEVEL });
  const data = new DataState(file);
  const build = await loadBuild();
  const isCopy = settings.POSTING_STOPPED_BY !== undefined;
  const replica = isCopy ? undefined : startReplica(file, settings, log);
  const { server, cache } = createHost({
    build,
    clientFolder: "build/client",
    readData: () => data.read(),
    cacheBytes: PAGE_CACHE_MEGABYTES * 1_000_000,
    readBudget: READ_BUDGET,
    log,
    answerOperator: operatorPages({ token: settings.STATUS_TOKEN, readStatus }),
  });
  const stopping = new Stopping(server);
  onSignalToStop(async () => {
    await stopping.run();
    data.close();
    await build.close();
    await replica?.end();
  });
  if (settings.NIGHTLY_BACKUPS && !isCopy) startNightlyBackups(file, log);
  await listen(server, PORT, HOST);
  console.log(`${SITE_NAME} is at http://localhost:${PORT}`);
  log.info(summariseDisk(readDisk(file)));

  async function readStatus(): Promise<Status> {
    return {
      ...readRelease(),
      ...(await build.readStatus()),
      ...readProcess(),
      ...readDisk(file),
      ...((await replica?.status()) ?? { replica: "none", replicaLagSeconds: null }),
      ...cache.counts,
    };
  }
}
