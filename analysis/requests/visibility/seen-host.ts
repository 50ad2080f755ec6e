import type { ServiceEntrySpec } from "../../../schemas/kinds/networking/service-entry";
import type { Host, HostPort } from "../../mesh/model/services";
import { isKubernetes } from "./order";

/** A host as proxies of one scope see it: they may see some of its ports only, or ports of several objects. */
export interface SeenHost {
  readonly host: Host;
  readonly ports: readonly HostPort[];
}

const isSamePort = (one: HostPort, other: HostPort | undefined): boolean =>
  other !== undefined &&
  one.port === other.port &&
  one.name === other.name &&
  one.protocol === other.protocol;

const hasSamePorts = (one: SeenHost, other: SeenHost): boolean =>
  one.ports.length === other.ports.length &&
  one.ports.every((port, i) => isSamePort(port, other.ports[i]));

const sorted = (value: Readonly<Record<string, string>> | readonly string[] = {}): string =>
  JSON.stringify(
    Array.isArray(value)
      ? [...value].sort()
      : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What a ServiceEntry says, as it is written: of a Service there is one only. */
const entryOf = ({ source }: Host): Partial<ServiceEntrySpec> =>
  (source.spec as ServiceEntrySpec | undefined) ?? {};

/** Whether the ports of one join those of another: they have all but the ports in common. */
const canJoin = (one: Host, other: Host): boolean =>
  one === other ||
  (one.namespace === other.namespace &&
    isKubernetes(one) === isKubernetes(other) &&
    entryOf(one).resolution === entryOf(other).resolution &&
    sorted(one.source.labels) === sorted(other.source.labels) &&
    sorted(one.selector) === sorted(other.selector) &&
    sorted(entryOf(one).exportTo) === sorted(entryOf(other).exportTo));

/**
 * What becomes of a host that is seen once more: the first stays, a Service of Kubernetes takes the place of a
 * ServiceEntry, ports of the like join.
 */
export function joinedHost(first: SeenHost | undefined, more: SeenHost): SeenHost {
  if (first === undefined) {
    return more;
  }
  if (isKubernetes(first.host) !== isKubernetes(more.host)) {
    return isKubernetes(first.host) ? first : more;
  }
  if (hasSamePorts(first, more) || !canJoin(first.host, more.host)) {
    return first;
  }
  const own = new Set(first.ports.map(({ port }) => port));
  return { ...first, ports: [...first.ports, ...more.ports.filter(({ port }) => !own.has(port))] };
}
