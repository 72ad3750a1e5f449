import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import type { Answers } from "./load.ts";

const run = promisify(execFile);

type Target = {
  url: string;
  headers: Record<string, string>;
  connections: number;
  duration: number;
};

const reportSchema = z.tuple([z.coerce.number().int(), z.coerce.number()]);

/** wrk also measures the seconds. */
export async function loadByWrk({ url, headers, connections, duration }: Target): Promise<Answers> {
  const named = Object.entries(headers).flatMap(([name, value]) => [
    "--header",
    `${name}: ${value}`,
  ]);
  const options = [
    "--threads",
    "1",
    "--timeout",
    "30s",
    "--connections",
    String(connections),
    "--duration",
    `${duration}s`,
  ];
  const { stdout } = await run("wrk", [...options, ...named, url]);
  const [answered, seconds] = reportSchema.parse(
    /(\d+) requests in ([\d.]+)s/.exec(stdout)?.slice(1),
  );
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
  // "Socket errors: connect 0, read 0, write 0, timeout 0"; the line is missing if there were none.
  const broken = [...(/Socket errors: (.*)/.exec(stdout)?.[1] ?? "").matchAll(/\d+/g)];
  return {
    answered,
    failed: refused + broken.reduce((sum, [count]) => sum + Number(count), 0),
    seconds,
  };
}
