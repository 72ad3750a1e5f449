import { connect, type Socket } from "node:net";

export function openConnection(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Sends bytes as they are, and returns everything until the other end closes. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = await openConnection(port);
  socket.write(bytes, "latin1");
  return readToEnd(socket);
}

export function readToEnd(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    socket.setEncoding("latin1").on("data", (text: string) => {
      received += text;
    });
    socket.on("error", () => {});
    socket.once("close", () => resolve(received));
  });
}
