import type { Refusal } from "./request-context.server.ts";

// Six times the longest form that every field lets through.
const MOST_BYTES = 64 * 1024;

const TOO_LARGE: Refusal = {
  status: 413,
  title: "That is too much to send at once",
  text: "A form may hold 64 kilobytes, some twenty pages of text. Go back: your browser still has what you wrote. Shorten it, and send it again.",
  headers: { Connection: "close" },
};

const WRONG_TYPE: Refusal = {
  status: 415,
  title: "That is not a form we can read",
  text: "Send forms as application/x-www-form-urlencoded or multipart/form-data, as browsers do.",
};

const INCOMPLETE: Refusal = {
  status: 400,
  title: "That form cannot be read",
  text: "It arrived incomplete. Go back and send it again.",
};

const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Reads no more than a form may hold, whatever the headers say. */
export async function readBody(
  request: Request,
): Promise<{ body?: Uint8Array<ArrayBuffer>; refusal?: Refusal }> {
  if (request.method !== "POST" || request.body === null) return {};
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!FORM_TYPES.includes(type)) return refuse(request, WRONG_TYPE);
  if (Number(request.headers.get("Content-Length")) > MOST_BYTES) return refuse(request, TOO_LARGE);
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) return { refusal: TOO_LARGE };
      chunks.push(chunk);
    }
    return { body: join(chunks, size) };
  } catch {
    return { refusal: INCOMPLETE };
  }
}

function join(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

async function refuse(request: Request, refusal: Refusal) {
  await request.body?.cancel();
  return { refusal };
}
