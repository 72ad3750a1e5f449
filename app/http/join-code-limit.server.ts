import { isJoinCode } from "#app/domain/site/site.server.ts";
import { Limit, limitsOfNetworks, networksOf, takeOfNetworks } from "./limits.server.ts";

/** `wait` is in seconds. A code that is to wait was not looked at. */
type JoinCodeTry =
  | { kind: "right" }
  | { kind: "wrong"; wait?: number }
  | { kind: "later"; wait: number };

const EVERYBODY = "everybody";

// Per hour, of one network and of all.
const wrongCodes = limitsOfNetworks(10, { keptAs: "wrong-codes" });
const wrongCodesOfAll = new Limit(100, { keptAs: "wrong-codes-of-all" });

/** While it is being guessed at, one code every two seconds is looked at from those who guess, and one from the others. */
const whileGuessed = new Limit(1, { seconds: 2 });

/** The right code is never refused: while many guess it may have to be sent again. */
export async function tryJoinCode(code: string, address: string | undefined): Promise<JoinCodeTry> {
  // Counted before it is looked at, so that tries at once cannot slip past.
  const { count } = await wrongCodesOfAll.add(EVERYBODY);
  if (count > wrongCodesOfAll.times) {
    const wait = await whileGuessed.take((await hasGuessed(address)) ? "guessers" : "others");
    if (wait !== undefined) {
      await wrongCodesOfAll.giveBack(EVERYBODY);
      return { kind: "later", wait };
    }
  }
  if (isJoinCode(code)) {
    await wrongCodesOfAll.giveBack(EVERYBODY);
    return { kind: "right" };
  }
  const wait = await takeOfNetworks(wrongCodes, address);
  return wait === undefined ? { kind: "wrong" } : { kind: "wrong", wait };
}

async function hasGuessed(address: string | undefined): Promise<boolean> {
  for (const { key, share } of networksOf(address)) {
    if (((await wrongCodes[share]?.count(key)) ?? 0) > 0) return true;
  }
  return false;
}
