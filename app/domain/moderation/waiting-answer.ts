const WAITS = "#waits";

/** The page that answers a post which waits for a moderator: the same form sent again still knows that it does. */
export function waitingAnswer(path: string): string {
  return `${path}${WAITS}`;
}

/** What is said to the author of a post that waits, given the page that answers it; undefined where it does not wait. */
export function waitingMessage(answer: string) {
  if (!answer.endsWith(WAITS)) return undefined;
  return {
    text: "Thank you. What you posted waits for a moderator, and is shown once one has looked at it.",
    link: { href: "/moderation#waiting", text: "Why it waits" },
  };
}
