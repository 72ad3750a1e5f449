import { Link } from "react-router";
import { LISTS, type ListName, listTitle } from "#app/domain/lists/list-name.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";

type Props = {
  siteName: string;
  place: { slug: string; name: string };
  choice: ListName | "neither";
};

export function ChooseList({ siteName, place, choice }: Props) {
  const name = <bdi>{place.name}</bdi>;
  const choices = [
    ...LISTS.map(({ list, button: title }) => ({ intent: list, title })),
    { intent: "neither", title: "Neither" },
  ];
  return (
    <div className="prose">
      <title>{`Your lists and ${place.name} · ${siteName}`}</title>
      <h1>Your lists and {name}</h1>
      <p>
        {choice === "neither" ? (
          "It is on neither of your lists."
        ) : (
          <>
            It is on your list <Link to={paths.list(choice)}>{listTitle(choice)}</Link>.
          </>
        )}
      </p>
      <div className="actions">
        {choices
          .filter(({ intent }) => intent !== choice)
          .map(({ intent, title }) => (
            <OneClick action={paths.placeLists(place.slug)} fields={{ intent }} key={intent}>
              {title}
            </OneClick>
          ))}{" "}
        <Link to={paths.place(place.slug)}>Back to {name}</Link>
      </div>
    </div>
  );
}
