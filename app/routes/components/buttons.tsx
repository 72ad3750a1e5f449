import { OneClick } from "#app/ui/one-click.tsx";
import { Specimens } from "./specimens.tsx";

export function Buttons() {
  return (
    <Specimens title="Buttons">
      <div className="actions">
        <button type="button" className="button">
          Post review
        </button>
        <button type="button" className="button" aria-disabled>
          Posting …
        </button>
        <button type="button" className="button button-quiet">
          Replace the code
        </button>
        <OneClick action="/components" fields={{}}>
          Still here
        </OneClick>
        <a href="#components">Back to Git Hummus</a>
      </div>
    </Specimens>
  );
}
