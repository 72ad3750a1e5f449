import type { ReactNode } from "react";
import { OWN_ORDERS, type OwnOrder, ownOrderWords } from "#app/domain/places/own-order.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { ChoiceLinks } from "../choice-links.tsx";
import { BaseMap } from "../map/base-map.tsx";
import { LightPins, PlaceMap } from "../map/place-map.tsx";
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
  return (
    <div className="kept-list">
      <LightPins />
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
      <PlaceMap
        map={drawn.map}
        places={drawn.places}
        ground={drawn.base && <BaseMap base={drawn.base} />}
        attribution={drawn.base?.attribution}
      />
    </div>
  );
}
