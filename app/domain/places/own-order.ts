import { orderWords, SORTS } from "./place-query.ts";

/** The orders of a list of one's own: as it was made, or those of the list of all places. */
export const OWN_ORDERS = [
  "added",
  ...SORTS.map(({ sort }) => sort).filter((sort) => sort !== "match" && sort !== "newest"),
] as const;

export type OwnOrder = (typeof OWN_ORDERS)[number];

export function ownOrderWords(order: OwnOrder, isOpenFirst: boolean): string {
  return order === "added" ? "last added first" : orderWords(order, isOpenFirst);
}

export function parseOwnOrder(text: string | null): OwnOrder {
  return OWN_ORDERS.find((order) => order === text) ?? "added";
}
