import type { Answer } from "../answer";
import type { Request } from "../request";

/** How grave a change is for requests, the gravest first. */
export const Danger = {
  /** Answered before, now nobody does. */
  Outage: "outage",
  /** Refused before, served now. */
  Exposure: "exposure",
  /** Served before, refused now. */
  Lockout: "lockout",
  /** Another Service answers, or none of the workloads that did; or what was not served is otherwise now. */
  Rerouted: "rerouted",
  /** Versions of the same Service have other shares. */
  Shifted: "shifted",
  /** The same workloads answer; timeout, retries, TLS, headers and the like are others. */
  Tuned: "tuned",
} as const;

/** One of `Danger`. */
export type Danger = (typeof Danger)[keyof typeof Danger];

/** All of them, the gravest first. */
export const dangers: readonly Danger[] = Object.values(Danger);

/** Requests that get another answer, and all in the same way. */
export interface Change {
  readonly danger: Danger;
  /** Who asks, in words: `mesh`, `outside`, `sleep.bookinfo`. */
  readonly from: string;
  /** `reviews.bookinfo:9080`, or the host and port at a gateway. */
  readonly to: string;
  /** Which requests, in words: `any path`, `path /cart`. */
  readonly requests: string;
  /** What is other, in words: `v1 80 → 50 %`, `was webapp, now 404`. */
  readonly effect: string;
  /** One of the requests. */
  readonly example: Request;
  readonly before: Answer;
  readonly after: Answer;
}

/** Of what it cannot be told whether it changes, and why. */
export interface NotJudgedPart {
  readonly reason: string;
  /** Whose requests, e.g. `mesh → reviews.bookinfo:9080`; absent where it is not told apart. */
  readonly requests?: string;
}

/** What a change of the set does to requests. */
export interface Impact {
  /** The gravest first. */
  readonly changes: readonly Change[];
  readonly notJudged: readonly NotJudgedPart[];
  /** How many requests were asked of both sets. */
  readonly asked: number;
}
