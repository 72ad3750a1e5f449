import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

const UNITS: Record<string, number> = { ns: 1e-9, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** Seconds that the replica is behind the database, as `litestream generations` says; null when it does not. */
export async function readReplicaLag(
  program: string,
  configuration: string,
  databaseFile: string,
): Promise<number | null> {
  try {
    const { stdout } = await run(program, ["generations", "-config", configuration, databaseFile], {
      timeout: 10_000,
    });
    const lags = stdout
      .split("\n")
      .slice(1)
      .flatMap((line) => parseDuration(line.trim().split(/\s+/)[2]));
    return lags.length > 0 ? Math.max(0, Math.min(...lags)) : null;
  } catch {
    return null;
  }
}

/** Such as "1h2m3.5s" or "-250ms". */
function parseDuration(text: string | undefined): number[] {
  if (text === undefined || !/^-?(?:[\d.]+(?:ns|µs|ms|s|m|h))+$/.test(text)) return [];
  const parts = [...text.matchAll(/([\d.]+)(ns|µs|ms|s|m|h)/g)];
  const seconds = parts.reduce(
    (sum, [, number, unit = "s"]) => sum + Number(number) * (UNITS[unit] ?? 0),
    0,
  );
  return [text.startsWith("-") ? -seconds : seconds];
}
