import type { News } from "#app/domain/activity/activity.server.ts";
import { momentInLondon } from "#app/domain/hours/london-time.ts";
import { firstSentence } from "#app/domain/text/cleaning.ts";
import { clockWords, dayInLondon, formatDay, timeAgo } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

export type PresentedNews = ReturnType<typeof presentNews>;
export type PresentedDay = ReturnType<typeof presentActivity>[number];

/** Groups news by its day in London. */
export function presentActivity(news: News[], now: Date) {
  const today = dayInLondon(now);
  const days = new Map<string, PresentedNews[]>();
  for (const one of news) {
    const day = dayInLondon(one.at);
    days.set(day, [...(days.get(day) ?? []), presentNews(one)]);
  }
  return [...days].map(([iso, entries]) => ({
    iso,
    ago: timeAgo(iso, today),
    text: formatDay(iso),
    entries,
  }));
}

function presentNews({ kind, id, at, slug, place, by, rating, body, state }: News) {
  return {
    key: `${kind}-${id}`,
    kind,
    place: { name: place, href: paths.place(slug) },
    by: by ?? undefined,
    rating: rating ?? undefined,
    quote: body === null ? undefined : firstSentence(body),
    state: state ?? undefined,
    time: { iso: at.toISOString(), text: clockWords(momentInLondon(at).minute) },
  };
}
