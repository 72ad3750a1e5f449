import { isNeutralHandle } from "#app/domain/members/handle.ts";
import type { findOwnAccount } from "#app/domain/members/own-account.server.ts";
import type { OwnSession } from "#app/domain/members/own-sessions.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { dayInLondon, formatDay, timeAgo } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type FoundAccount = NonNullable<Awaited<ReturnType<typeof findOwnAccount>>>;

export type PresentedAccount = ReturnType<typeof presentAccount>;
export type PresentedSession = ReturnType<typeof presentSession>;

export function presentAccount({
  handle,
  cohort,
  createdAt,
  recoveryMadeAt,
  goneNames,
  _count,
}: FoundAccount) {
  const ruleOf = (hidden: string) =>
    ruleWords(goneNames.find(({ kind }) => kind === hidden)?.rule ?? null);
  const hasHidden = (hidden: string) => goneNames.some(({ kind }) => kind === hidden);
  return {
    handle,
    href: paths.member(handle),
    cohort: cohort ?? undefined,
    /** Why a moderator hid them, until the member chooses others. */
    handleHidden: isNeutralHandle(handle) && hasHidden("handle") ? ruleOf("handle") : undefined,
    cohortHidden: cohort === null && hasHidden("cohort") ? ruleOf("cohort") : undefined,
    since: formatDay(dayInLondon(createdAt)),
    codeMade: recoveryMadeAt === null ? undefined : formatDay(dayInLondon(recoveryMadeAt)),
    passkeys: _count.passkeys,
  };
}

/** @param currentId the id of the session that made this request */
export function presentSession(
  { id, browser, since, lastUsed }: OwnSession,
  currentId: string,
  now: Date,
) {
  return {
    id,
    browser,
    since: formatDay(dayInLondon(since)),
    lastUsed: timeAgo(dayInLondon(lastUsed), dayInLondon(now)),
    isCurrent: id === currentId,
  };
}
