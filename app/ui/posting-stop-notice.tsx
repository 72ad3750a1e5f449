import { Link } from "react-router";
import { paths } from "#app/paths.ts";

type Props = { stop: { rule: string; words: string } };

export function PostingStopNotice({ stop: { rule, words } }: Props) {
  return (
    <section className="notice posting-stop" aria-labelledby="posting-stop">
      <h2 id="posting-stop">You may not post at the moment</h2>
      <p>
        A moderator has stopped you posting. The rule: {rule}. They say: <q dir="auto">{words}</q>
      </p>
      <p>
        You can still <Link to={paths.account}>download what you posted, or leave</Link>. If you
        think that this is a mistake, talk to a moderator: they can lift it.{" "}
        <Link to={paths.moderation}>How moderation works</Link>
      </p>
    </section>
  );
}
