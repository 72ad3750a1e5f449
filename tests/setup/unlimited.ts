/** Settings that let tests post as often and as fast as they like from one address. */
export const UNLIMITED = {
  FIRST_POST_SECONDS: "0",
  NEW_MEMBERS_PER_HOUR: "1000000",
  POSTS_PER_HOUR: "1000000",
  READ_BUDGET: "0",
};
