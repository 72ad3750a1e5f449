import { useOwnMarks } from "../own-marks.ts";
import { NewsEntry } from "./news-entry.tsx";
import type { PresentedDay } from "./present-activity.ts";

/** What is new for the member who reads it is marked, where scripts know. */
export function NewsDays({ days }: { days: PresentedDay[] }) {
  const marks = useOwnMarks();
  const since = marks?.news?.since;
  return days.map(({ iso, ago, text, entries }) => (
    <section className="news-day" aria-labelledby={`day-${iso}`} key={iso}>
      <h2 id={`day-${iso}`}>
        <time dateTime={iso}>{ago.charAt(0).toUpperCase() + ago.slice(1)}</time>{" "}
        <span className="soft">{text}</span>
      </h2>
      <ul className="news">
        {entries.map((news) => (
          <NewsEntry
            news={news}
            isNew={since !== undefined && news.time.iso > since && news.by !== marks?.handle}
            key={news.key}
          />
        ))}
      </ul>
    </section>
  ));
}
