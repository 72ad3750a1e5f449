import type { Server } from "node:http";

/** Listens on a free port and writes its number as a line of its own, for the process that started this one. */
export function announce(server: Server): void {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address) console.log(address.port);
  });
}
