/** The address of what a member deleted and can bring back, which only they see. */
export const DELETED_HREF = "/account/deleted";
