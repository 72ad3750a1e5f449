import { momentInLondon } from "#app/domain/hours/london-time.ts";
import { clockWords, dayInLondon, formatDay } from "#app/domain/text/dates.ts";

/** One thing among others of its kind: what it is called, where it is on the site, what was said, and what else is known. */
export type Entry = {
  title: string;
  href: string | undefined;
  text: string | undefined;
  facts: [string, string][];
};

/** The address of a path of the site, where it is known. */
export type HrefOf = (path: string) => string | undefined;

type Named = { name: string; href?: string | undefined; text?: string | null };

/** An entry without the facts that there are none of. */
export function entry(
  { name, href, text }: Named,
  facts: [string, string | null | undefined | false][],
): Entry {
  return {
    title: name,
    href,
    text: text ?? undefined,
    facts: facts.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : [])),
  };
}

/** A day in London, such as "22 November 2026". */
export function dayWords(moment: Date): string {
  return formatDay(dayInLondon(moment));
}

/** A minute in London, such as "22 November 2026, 5:30pm". */
export function momentWords(moment: Date): string {
  return `${dayWords(moment)}, ${clockWords(momentInLondon(moment).minute)}`;
}
