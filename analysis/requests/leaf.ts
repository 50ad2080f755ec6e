import type { Answer, DeniedBy, Outcome, Reached } from "./answer";
import type { Way } from "./way";

/** What proxies on the way say of how a request is sent. */
export type Sending = Pick<
  Answer,
  "timeout" | "retries" | "fault" | "rewritten" | "requestHeaders" | "responseHeaders"
>;

/** How a way ends. */
export interface End {
  readonly outcome: Outcome;
  readonly status?: number;
  readonly reason?: string;
  readonly reached?: Omit<Reached, "share">;
  readonly redirect?: Answer["redirect"];
  readonly deniedBy?: DeniedBy;
}

/** One way that a request may take, and how it ends. */
export interface Leaf {
  readonly way: Way;
  readonly end: End;
}
