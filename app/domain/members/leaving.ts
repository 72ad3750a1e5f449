export const LEAVING_CHOICES = [
  {
    choice: "take",
    words: "Take my reviews with me: they are deleted, and what I found at places too",
  },
  { choice: "stay", words: "Let my reviews and findings stay, as those of “a former member”" },
] as const;

export type LeavingChoice = (typeof LEAVING_CHOICES)[number]["choice"];
