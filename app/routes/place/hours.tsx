import { Form, Link } from "react-router";
import { paths } from "#app/paths.ts";
import { Fold } from "./fold.tsx";
import type { PresentedHours } from "./present-hours.ts";

type Props = { hours: PresentedHours; slug: string };

export function Hours({ hours, slug }: Props) {
  const { state, isOpen, today, week, confirmed } = hours;
  return (
    <Fold
      id="hours"
      title="Opening hours"
      summary={today === undefined ? state : `Today ${today}`}
      more={week ? "whole week" : "add them"}
    >
      <p className={isOpen ? "open" : undefined}>{state}</p>
      {hours.isHoliday && <p>Today is a bank holiday.</p>}
      {week ? (
        <>
          <table className="week">
            <tbody>
              {week.map(({ name, hours: open, isToday }) => (
                <tr key={name} aria-current={isToday ? "date" : undefined}>
                  <th scope="row">
                    {name}
                    {isToday && <span className="today"> today</span>}
                  </th>
                  <td>{open}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {!hours.saysBankHolidays && (
            <p className="soft">
              Nobody has said what it does on bank holidays.{" "}
              <Link rel="nofollow" to={paths.placeHours(slug)}>
                Say so
              </Link>
            </p>
          )}
          <p className="soft">
            Confirmed {confirmed}.
            {hours.isOutdated &&
              " That is too long ago for the list to call it open: are they still right?"}
          </p>
          <Form method="post" action={paths.placeSighting(slug)} className="sighting-buttons">
            <button
              type="submit"
              className="button button-quiet button-small"
              name="found"
              value="hours"
            >
              Hours are still right
            </button>{" "}
            <Link rel="nofollow" to={paths.placeHours(slug)}>
              Correct the hours
            </Link>
          </Form>
        </>
      ) : (
        <p>
          Nobody has said yet when it is open.{" "}
          <Link rel="nofollow" to={paths.placeHours(slug)}>
            Add its hours
          </Link>
        </p>
      )}
    </Fold>
  );
}
