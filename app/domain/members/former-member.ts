/** No member can choose this handle. */
export const FORMER_MEMBER = "A former member";
