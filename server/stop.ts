import type { IncomingMessage, ServerResponse } from "node:http";
import { Server as NetServer, type Server, type Socket } from "node:net";
import { setTimeout as pause, setImmediate } from "node:timers/promises";

// Milliseconds. Requests that were sent before the signal have arrived by then.
const GRACE = 250;
const CHECKED_EVERY = 25;
const QUIET_TURNS = 4;
// For requests that never arrive whole, and answers that nobody reads.
const DEADLINE = 5000;

// From its opening, for a connection on which nothing has arrived yet.
const FIRST_REQUEST = 1000;

type Connection = { openedAt: number; underWay: number; bytesAnswered: number };

/** Ends an HTTP server so that whatever was sent to it is answered. Make one before the server listens. */
export class Stopping {
  readonly #server: Server;
  readonly #connections = new Map<Socket, Connection>();
  #taken = 0;
  #isBegun = false;

  constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket: Socket) => {
      this.#taken += 1;
      this.#connections.set(socket, { openedAt: performance.now(), underWay: 0, bytesAnswered: 0 });
      socket.once("close", () => this.#connections.delete(socket));
    });
    server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
      const connection = this.#connections.get(request.socket);
      if (!connection) return;
      connection.underWay += 1;
      if (this.#isBegun) response.setHeader("Connection", "close");
      response.once("close", () => {
        connection.underWay -= 1;
        connection.bytesAnswered = request.socket.bytesRead;
      });
    });
  }

  /** Returns when the last answer is written. Connections without a request are closed. */
  async run(): Promise<void> {
    this.#isBegun = true;
    const begunAt = performance.now();
    const hasPassed = (milliseconds: number) => performance.now() - begunAt > milliseconds;
    while (!hasPassed(GRACE) && this.#connections.size > 0) await pause(CHECKED_EVERY);
    while (!(await this.#hasTakenAll()) && !hasPassed(DEADLINE / 2));
    // Not HTTP's own, which closes connections whose request has not been read yet.
    NetServer.prototype.close.call(this.#server);
    while (this.#connections.size > 0 && !hasPassed(DEADLINE)) {
      // What has arrived is read before the check.
      await setImmediate();
      if (hasPassed(GRACE)) this.#closeIdle();
      await pause(CHECKED_EVERY);
    }
    for (const socket of this.#connections.keys()) socket.destroy();
  }

  /** Node takes one connection from the kernel's queue in each turn of its event loop, and closing resets the rest. */
  async #hasTakenAll(): Promise<boolean> {
    const taken = this.#taken;
    for (let turn = 0; turn < QUIET_TURNS; turn += 1) await setImmediate();
    return taken === this.#taken;
  }

  #closeIdle(): void {
    for (const [socket, { openedAt, underWay, bytesAnswered }] of this.#connections) {
      const isAnswered = underWay === 0 && socket.bytesRead === bytesAnswered;
      const isNew = socket.bytesRead === 0 && performance.now() - openedAt < FIRST_REQUEST;
      if (isAnswered && !isNew) socket.destroySoon();
    }
  }
}

// Milliseconds. A terminal's Ctrl-C reaches the process twice: by itself, and passed on by `npm start`.
const SAME_SIGNAL = 1000;

/** @param end runs once; a second signal, later than a second after the first, ends the process at once */
export function onSignalToStop(end: () => Promise<void>): void {
  let toldAt: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (toldAt !== undefined) {
        if (now - toldAt > SAME_SIGNAL) process.exit(1);
        return;
      }
      toldAt = now;
      end().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
