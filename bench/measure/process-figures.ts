import { readFileSync } from "node:fs";

// Linux counts the time of processes in hundredths of a second.
const MICROSECONDS_A_TICK = 10_000;

/** The processor time that a process has used so far, in microseconds. Linux only. */
export function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name of the program, in brackets, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_A_TICK;
}

/** The memory of a process that is in RAM, in megabytes of a million bytes. Linux only. */
export function residentMegabytes(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}
