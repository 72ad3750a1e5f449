import { Link } from "react-router";
import { unseenWords } from "#app/domain/activity/unseen-words.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import { useOwnMarks } from "#app/ui/own-marks.ts";

type Props = {
  /** When the newest that the page shows was posted; undefined on pages of what was earlier. */
  shownUntil: string | undefined;
};

/** A link of the same height until the member's own answer is there, and without scripts. */
export function NewForYou({ shownUntil }: Props) {
  const news = useOwnMarks()?.news;
  return (
    <div className="new-for-you">
      {news ? (
        <>
          <span>{unseenWords(news.count)}</span>
          {news.count > 0 && shownUntil !== undefined && (
            <OneClick action={paths.accountNews} fields={{ shownUntil }}>
              Seen
            </OneClick>
          )}
        </>
      ) : (
        <Link rel="nofollow" to={paths.accountNews}>
          New since you were here
        </Link>
      )}
    </div>
  );
}
