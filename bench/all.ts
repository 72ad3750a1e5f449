import { runOrThrow } from "../scripts/run.ts";

// In turn, so that nothing disturbs what is being measured.
for (const script of ["pages", "growth", "start-and-memory", "posting", "bytes", "lighthouse"]) {
  await runOrThrow(`bench/${script}.ts`, []);
}
