import type { Answer } from "./answer";
import type { Leaf, Sending } from "./leaf";
import type { Step } from "./trail";

/** What has been decided of a request so far, on one of its ways. */
export interface Way {
  /** Percent of the requests that go this way. */
  readonly share: number;
  readonly sending: Sending;
  readonly mirrors: Leaf["mirrors"];
  readonly wouldBeDeniedBy: Leaf["wouldBeDeniedBy"];
  readonly tls: Answer["tls"];
  readonly connections: Leaf["connections"];
  readonly trail: readonly Step[];
  readonly notModelled: readonly string[];
  readonly assumed: Leaf["assumed"];
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
  sending: { ...more.sending, ...way.sending },
  mirrors: [...way.mirrors, ...(more.mirrors ?? [])],
  wouldBeDeniedBy: [...way.wouldBeDeniedBy, ...(more.wouldBeDeniedBy ?? [])],
  tls: [...way.tls, ...(more.tls ?? [])],
  connections: [...way.connections, ...(more.connections ?? [])],
  trail: [...way.trail, ...(more.trail ?? [])],
  notModelled: [...way.notModelled, ...(more.notModelled ?? [])],
  assumed: [...way.assumed, ...(more.assumed ?? [])],
});

/** The end of a way. */
export const ended = (
  way: Way,
  end: Pick<Leaf, "outcome" | "status" | "reason" | "reached" | "redirect" | "deniedBy">,
): Leaf => ({ ...way, ...end });
