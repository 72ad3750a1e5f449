import { momentInLondon } from "#app/domain/hours/london-time.ts";
import { clockWords, dayInLondon, formatDay } from "#app/domain/text/dates.ts";

export type Entry = {
  title: string;
  href: string | undefined;
  text: string | undefined;
  facts: [string, string][];
};

/** A full address; undefined where the site does not know its own. */
export type HrefOf = (path: string) => string | undefined;

type Named = { name: string; href?: string | undefined; text?: string | null };

/** Leaves out facts without a value. */
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

/** In London: "22 November 2026". */
export function dayWords(moment: Date): string {
  return formatDay(dayInLondon(moment));
}

/** In London: "22 November 2026, 5:30pm". */
export function momentWords(moment: Date): string {
  return `${dayWords(moment)}, ${clockWords(momentInLondon(moment).minute)}`;
}
