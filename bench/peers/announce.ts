import type { Server } from "node:http";

/** Prints its free port for the process that started it. */
export function announce(server: Server): void {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address) console.log(address.port);
  });
}
