import { z } from "zod";

const answerSchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
});

export type Bidi = {
  send: (method: string, params: object) => Promise<unknown>;
  close: () => void;
};

/** The W3C's WebDriver BiDi: one JSON object a command, answered by its number. */
export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const { success, data: answer } = answerSchema.safeParse(JSON.parse(String(data)));
    if (!success) return;
    const command = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) command?.resolve(answer.result);
    else command?.reject(new Error(`${answer.error}: ${answer.message}`));
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The browser is gone."));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`Nothing answers at ${url}.`)));
  });
  return {
    send(method, params) {
      last += 1;
      const command = Promise.withResolvers<unknown>();
      waiting.set(last, command);
      socket.send(JSON.stringify({ id: last, method, params }));
      return command.promise;
    },
    close: () => socket.close(),
  };
}
