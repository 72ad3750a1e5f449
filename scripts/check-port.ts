import { createServer } from "node:net";
import { listen } from "../server/listen.ts";

/** Throws SettingsError when the site could not listen on a port, in words that say what to do. */
export async function checkPort(port: number, host: string | undefined): Promise<void> {
  const server = createServer();
  await listen(server, port, host);
  await new Promise((resolve) => server.close(resolve));
}
