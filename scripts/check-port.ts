import { createServer } from "node:net";
import { SettingsError } from "../app/db/settings.ts";

/** Throws SettingsError when the site could not listen on a port, in words that say what to do. */
export function checkPort(port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      const inUse = "code" in error && error.code === "EADDRINUSE";
      const reason = inUse ? `Port ${port} is in use.` : `The site cannot listen on port ${port}: ${error.message}.`;
      reject(new SettingsError(`${reason} Choose another, such as PORT=${port + 1} npm start.`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
