export const RULES = [
  {
    rule: "spam",
    words: "spam or advertising",
    text: "Recommend what you have tried yourself, and say nothing for money or for your own business.",
  },
  {
    rule: "private",
    words: "somebody’s private data",
    text: "Leave out the names, addresses, numbers and pictures of people who have not published them themselves.",
  },
  {
    rule: "abuse",
    words: "abuse",
    text: "Judge the food and the service. No insults, threats, or contempt for what people are.",
  },
  {
    rule: "off-topic",
    words: "off topic, or not about a visit",
    text: "A review is about being there, and a place is one where people around campus can eat or drink.",
  },
  {
    rule: "illegal",
    words: "against the law",
    text: "Nothing that the law forbids: accusations that you cannot prove, or other people’s work passed off as yours.",
  },
  {
    rule: "duplicate",
    words: "listed twice",
    text: "One place has one page. Two pages of the same place are merged, and keep all of their reviews.",
  },
] as const;

export type Rule = (typeof RULES)[number]["rule"];

/** Only a place can be listed twice. */
export const RULES_FOR_REVIEWS = RULES.filter(({ rule }) => rule !== "duplicate");

export function ruleWords(rule: string | null): string {
  return RULES.find((known) => known.rule === rule)?.words ?? "against the rules";
}
