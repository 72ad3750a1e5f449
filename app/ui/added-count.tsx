import { unseenNumber } from "#app/domain/activity/unseen-words.ts";

type Props = { count: number | undefined; words: string };

/** Stands where it moves nothing, since it may come after the page was painted. */
export function AddedCount({ count, words }: Props) {
  if (!count) return null;
  return (
    <span className="added-count">
      {" "}
      {unseenNumber(count)}
      <span className="visually-hidden"> {words}</span>
    </span>
  );
}
