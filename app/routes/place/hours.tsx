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
      <p className={isOpen ? "hours-state open" : "hours-state"}>{state}</p>
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
                  <td>
                    {open ?? (
                      <Link rel="nofollow" to={paths.placeHours(slug)}>
                        Say what it does then
                      </Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Form method="post" action={paths.placeSighting(slug)} className="hours-upkeep">
            <span className="soft">
              Confirmed {confirmed}.
              {hours.isOutdated &&
                " That is too long ago for the list to call it open: are they still right?"}
            </span>{" "}
            <button type="submit" className="text-button" name="found" value="hours">
              Hours are still right
            </button>{" "}
            <Link rel="nofollow" to={paths.placeHours(slug)}>
              Correct<span className="visually-hidden"> the hours</span>
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
