/** What everybody is called who left and let their reviews stay. Nobody can choose it. */
export const FORMER_MEMBER = "A former member";
