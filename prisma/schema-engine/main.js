#!/usr/bin/env node
// What the Prisma CLI runs. JavaScript, and old at that: any Node must understand it, to say that it is too old for the rest.
import { tooOldNode } from "./node-version.js";

const problem = tooOldNode(process.versions.node);
if (problem) {
  // The CLI shows the messages of its engine's log: a line of JSON for each, after a first line that it leaves out.
  const logged = JSON.stringify({ level: "ERROR", fields: { message: problem } });
  console.error(process.stderr.isTTY ? problem : `\n${logged}`);
  process.exitCode = 1;
} else {
  await import("./serve.ts");
}
