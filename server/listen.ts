import type { Server } from "node:net";
import { SettingsError } from "../app/db/settings.ts";

/** Throws SettingsError with advice when the port cannot be used. */
export function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const inUse = "code" in error && error.code === "EADDRINUSE";
      const reason = inUse
        ? `Port ${port} is in use.`
        : `The site cannot listen on port ${port}: ${error.message}.`;
      reject(new SettingsError(`${reason} Choose another, such as PORT=${port + 1} npm start.`));
    });
    server.listen(port, host, resolve);
  });
}
