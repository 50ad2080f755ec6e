import type { Answer, Connection, DeniedBy, Reached } from "./answer";
import type { End, Leaf, Sending } from "./leaf";
import { joined } from "./lists";
import type { Step } from "./trail";

/** What has been decided of a request so far, on one of its ways. */
export interface Way {
  /** Percent of the requests that go this way. */
  readonly share: number;
  readonly sending: Sending;
  readonly mirrors: readonly Reached[];
  readonly wouldBeDeniedBy: readonly DeniedBy[];
  readonly tls: Answer["tls"];
  readonly connections: readonly Connection[];
  readonly trail: readonly Step[];
  readonly notModelled: readonly string[];
  readonly assumed: readonly string[];
}

/** Nothing decided yet. */
export const wholeWay: Way = {
  share: 100,
  sending: {},
  mirrors: [],
  wouldBeDeniedBy: [],
  tls: [],
  connections: [],
  trail: [],
  notModelled: [],
  assumed: [],
};

/** What a further decision adds. */
export type Further = Partial<Omit<Way, "share">> & {
  /** Percent of the requests so far that go on this way. @default 100 */
  readonly share?: number;
};

/** The way with what a further decision adds; what proxies nearer to the client say of sending stays. */
export const further = (way: Way, more: Further): Way => ({
  share: (way.share * (more.share ?? 100)) / 100,
  sending: more.sending === undefined ? way.sending : { ...more.sending, ...way.sending },
  mirrors: joined(way.mirrors, more.mirrors),
  wouldBeDeniedBy: joined(way.wouldBeDeniedBy, more.wouldBeDeniedBy),
  tls: joined(way.tls, more.tls),
  connections: joined(way.connections, more.connections),
  trail: joined(way.trail, more.trail),
  notModelled: joined(way.notModelled, more.notModelled),
  assumed: joined(way.assumed, more.assumed),
});

/** The end of a way. */
export const ended = (way: Way, end: End): Leaf => ({ way, end });
