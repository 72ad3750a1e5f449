import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** In a process of its own. @returns what bench/time-queries.ts printed */
export async function runQueries(
  databaseFile: string,
  { list, place }: { list: string; place: string },
): Promise<unknown> {
  const environment = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: `file:${databaseFile}`,
  };
  const { stdout } = await run(process.execPath, ["bench/time-queries.ts", list, place], {
    env: environment,
  });
  return JSON.parse(stdout);
}
