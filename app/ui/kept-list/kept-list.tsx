import type { ReactNode } from "react";
import { OWN_ORDERS, type OwnOrder, ownOrderWords } from "#app/domain/places/own-order.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { ChoiceLinks } from "../choice-links.tsx";
import { LightMarks } from "../map/light-marks.tsx";
import { MapGroups } from "../map/map-groups.tsx";
import { PlaceMap } from "../map/place-map.tsx";
import { Pagination } from "../pagination.tsx";
import { KeptRow } from "./kept-row.tsx";
import type { KeptList as Loaded } from "./load-kept-list.server.ts";

type Props = {
  list: Loaded;
  hrefOf: (page: { order: OwnOrder; page: number }) => string;
  buttonsOf?: (place: { slug: string; name: string }) => ReactNode;
};

export function KeptList({ list, hrefOf, buttonsOf }: Props) {
  const { places, drawn, order, orderWords, page, pages } = list;
  if (!drawn) return null;
  const mapped = places.map(({ number, name, slug, walk }) => ({
    number,
    name,
    href: paths.place(slug),
    walk,
  }));
  return (
    <div className="kept-list">
      <LightMarks />
      <div className="kept-places">
        {places.length > 1 && (
          <>
            <ChoiceLinks
              label="Order"
              choices={OWN_ORDERS.map((one) => ({
                words: capitalised(ownOrderWords(one, false)),
                href: hrefOf({ order: one, page: 1 }),
                isOn: one === order,
              }))}
            />
            <p className="soft">{capitalised(orderWords)}</p>
          </>
        )}
        <ol className="rows" start={places[0]?.number}>
          {places.map((place) => (
            <KeptRow place={place} buttons={buttonsOf?.(place)} key={place.slug} />
          ))}
        </ol>
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(number) => hrefOf({ order, page: number })}
          label="Pages of the list"
        />
      </div>
      <div className="kept-map">
        <PlaceMap {...drawn} places={mapped} />
        <MapGroups groups={drawn.map.groups} places={mapped} />
      </div>
    </div>
  );
}
