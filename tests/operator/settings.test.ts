import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

async function start(
  environment: Record<string, string>,
): Promise<{ code: number | null; errors: string }> {
  const site = spawn(process.execPath, ["scripts/start.ts"], {
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [errors] = await Promise.all([text(site.stderr), once(site, "exit")]);
  return { code: site.exitCode, errors };
}

test("every setting that cannot be used gets one sentence, and nothing starts", async () => {
  const { code, errors } = await start({
    PORT: "abc",
    DATABASE_URL: "postgres://localhost/fork",
    SESSION_SECRET: "short",
  });
  expect(errors.trim().split("\n").sort()).toEqual([
    'DATABASE_URL must be "file:" and a path, such as "file:/data/sqlite.db".',
    "PORT must be a number from 1 to 65535.",
    "SESSION_SECRET must be at least 32 characters long.",
  ]);
  expect(code).toBe(1);
});

test("a port that somebody listens on is named, with what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { code, errors } = await start({ HOST: "127.0.0.1", PORT: String(port) });
  other.close();
  expect(errors.trim()).toBe(
    `Port ${port} is in use. Choose another, such as PORT=${port + 1} npm start.`,
  );
  expect(code).toBe(1);
});
