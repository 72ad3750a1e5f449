const WAITS = "#waits";
const ASIDE = "#aside";

/** The page that answers a post which waits for a moderator: the same form sent again still knows that it does. */
export function waitingAnswer(path: string): string {
  return `${path}${WAITS}`;
}

/** The page that answers a post which is put aside at once, because members have flagged what is posted. */
export function asideAnswer(path: string): string {
  return `${path}${ASIDE}`;
}

/** What is said to the author of a post that nobody sees yet, given the page that answers it; undefined for any other. */
export function unseenMessage(answer: string) {
  if (answer.endsWith(WAITS))
    return {
      text: "Thank you. What you posted waits for a moderator, and is shown once one has looked at it.",
      link: { href: "/moderation#waiting", text: "Why it waits" },
    };
  if (answer.endsWith(ASIDE))
    return {
      text: "It is put aside again: members have flagged it, and a moderator will look at it.",
      link: { href: "/moderation", text: "How this is decided" },
    };
  return undefined;
}
