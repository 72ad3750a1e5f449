import { actionWords } from "#app/domain/moderation/action-words.ts";
import type { listActions } from "#app/domain/moderation/public-log.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type Action = Awaited<ReturnType<typeof listActions>>[number];

export type PresentedAction = ReturnType<typeof presentAction>;

/** `slug` and `name` are null unless the place is shown. */
export function presentAction({ id, action, subject, rule, createdAt, slug, name }: Action) {
  const day = dayInLondon(createdAt);
  return {
    id,
    day: { iso: day, text: formatDay(day) },
    subject,
    place: slug === null || name === null ? undefined : { href: paths.place(slug), name },
    done: `was ${actionWords(action)}${rule === null ? "" : `: ${ruleWords(rule)}`}`,
  };
}
