import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";
import { BusyError } from "#app/db/database.server.ts";
import { RANDOM_SYMBOLS, writeRecoveryCode } from "./recovery-code.ts";

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Two at once take 38 MiB and half of Node’s threads; the last of 300 waits about six seconds.
const turns = pLimit(2);
const MOST_WAITING = 300;

/** Stands in for a missing hash, so that checking a code takes as long without one. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$QJcp5xJJ18gOtgEqs24f4Q$vioOIhrKEcnQql1cGTrqpOtDjLtHKnO3vRCeBBSDAPM";

type NewRecoveryCode = { code: string; recoveryHash: string };

/** Takes tens of milliseconds: call it before a write. Throws BusyError. */
export async function newRecoveryCode(): Promise<NewRecoveryCode> {
  const code = writeRecoveryCode([...randomBytes(RANDOM_SYMBOLS)].map((byte) => byte % 32));
  return { code, recoveryHash: await inTurn(() => hash(code, COST)) };
}

/** Takes as long for a null hash. Throws BusyError. */
export async function isRecoveryCode(code: string, recoveryHash: string | null): Promise<boolean> {
  const isRight = await inTurn(() => verify(recoveryHash ?? NOBODYS_HASH, code));
  return isRight && recoveryHash !== null;
}

async function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
  if (turns.pendingCount >= MOST_WAITING)
    throw new BusyError("Too many codes wait for their turn.");
  return turns(job);
}
