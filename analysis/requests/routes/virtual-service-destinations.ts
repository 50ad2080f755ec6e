import type {
  VirtualServiceDestination,
  VirtualServiceHttp,
} from "../../../schemas/kinds/networking/virtual-service";
import { fineShare } from "../../../values/percent";
import type { Destination, Weighted } from "../route";
import { stepOf } from "../trail";
import { headersOf } from "./virtual-service-headers";
import type { HttpRoute, Origin } from "./virtual-service-http";

/** The port of a host that a destination without a port goes to; undefined where it is the port that was called. */
export type PortOf = (host: string) => number | undefined;

function destinationOf(
  { host, port, subset }: VirtualServiceDestination,
  { source, path }: Origin,
  portOf: PortOf,
): Destination {
  const number = port?.number ?? portOf(host);
  return {
    host,
    ...(number !== undefined && { port: number }),
    ...(subset && { subset }),
    step: stepOf(source, path),
  };
}

/** Destinations of weights, as shares. One alone gets all; those of weight 0 get nothing. */
export function weighted<T extends { readonly weight?: number }>(
  all: readonly T[],
): readonly { readonly one: T; readonly index: number; readonly share: number }[] {
  const sum = all.reduce((before, { weight = 0 }) => before + weight, 0);
  return all.flatMap((one, index) => {
    const share = all.length === 1 ? 100 : sum === 0 ? 0 : (100 * (one.weight ?? 0)) / sum;
    return share === 0 ? [] : [{ one, index, share }];
  });
}

/** Where a route sends requests, with what each destination changes in headers. */
export const destinationsOf = ({ spec, at }: HttpRoute, portOf: PortOf): Weighted[] =>
  weighted(spec.route ?? []).map(({ one, index, share }) => {
    const { request, response, authority } = headersOf(one.headers);
    const place = { source: at.source, path: `${at.path}.route[${index}]` };
    return {
      ...destinationOf(one.destination, place, portOf),
      share,
      ...(request && { requestHeaders: request }),
      ...(response && { responseHeaders: response }),
      ...(authority !== undefined && { authority }),
    };
  });

/** Percent of the requests that the one mirror of a route gets. */
function mirrorShare({ mirrorPercentage, mirrorPercent, mirror_percent }: VirtualServiceHttp) {
  const whole = mirrorPercent ?? mirror_percent;
  return mirrorPercentage === undefined ? (whole ?? 100) : fineShare(mirrorPercentage.value);
}

/** Who gets copies of requests. */
export function mirrorsOf({ spec, mirrorAt, mirrorsAt }: HttpRoute, portOf: PortOf): Weighted[] {
  const { mirror, mirrors = [] } = spec;
  const first = { source: mirrorAt.source, path: `${mirrorAt.path}.mirror` };
  const all = [
    ...(mirror ? [{ ...destinationOf(mirror, first, portOf), share: mirrorShare(spec) }] : []),
    ...mirrors.map(({ destination, percentage }, i) => ({
      ...destinationOf(
        destination,
        { source: mirrorsAt.source, path: `${mirrorsAt.path}.mirrors[${i}]` },
        portOf,
      ),
      share: percentage === undefined ? 100 : fineShare(percentage.value),
    })),
  ];
  return all.filter(({ share }) => share > 0);
}
