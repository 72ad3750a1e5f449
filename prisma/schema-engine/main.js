#!/usr/bin/env node
// Run by the Prisma CLI. Plain old JavaScript, so that any Node can say that it is too old for the rest.
import { tooOldNode } from "./node-version.js";

const problem = tooOldNode(process.versions.node);
if (problem) {
  // The CLI shows its engine's log: one JSON object a line, after a first line that it ignores.
  const logged = JSON.stringify({ level: "ERROR", fields: { message: problem } });
  console.error(process.stderr.isTTY ? problem : `\n${logged}`);
  process.exitCode = 1;
} else {
  await import("./serve.ts");
}
