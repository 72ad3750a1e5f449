import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { RANDOM_SYMBOLS, writeRecoveryCode } from "./recovery-code.ts";
import { Semaphore } from "./semaphore.ts";

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Two at once take 38 MiB and half of Node’s threads; the last of 300 waits about six seconds.
const turns = new Semaphore({ most: 2, mostWaiting: 300 });

/** Stands in for a missing hash, so that checking a code takes as long without one. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$QJcp5xJJ18gOtgEqs24f4Q$vioOIhrKEcnQql1cGTrqpOtDjLtHKnO3vRCeBBSDAPM";

export type NewRecoveryCode = { code: string; recoveryHash: string };

/** Takes tens of milliseconds: call it before a write. Throws TooManyWaitingError. */
export async function newRecoveryCode(): Promise<NewRecoveryCode> {
  const code = writeRecoveryCode([...randomBytes(RANDOM_SYMBOLS)].map((byte) => byte % 32));
  return { code, recoveryHash: await turns.run(() => hash(code, COST)) };
}

/** Takes as long for a null hash. Throws TooManyWaitingError. */
export async function isRecoveryCode(code: string, recoveryHash: string | null): Promise<boolean> {
  const isRight = await turns.run(() => verify(recoveryHash ?? NOBODYS_HASH, code));
  return isRight && recoveryHash !== null;
}
