import type { Answer, Connection, DeniedBy, Outcome, Reached } from "./answer";
import type { Step } from "./trail";

/** What proxies on the way say of how a request is sent. */
export type Sending = Pick<
  Answer,
  "timeout" | "retries" | "fault" | "rewritten" | "requestHeaders" | "responseHeaders"
>;

/** The end of one way that a request may take. */
export interface Leaf {
  /** Percent of the requests. */
  readonly share: number;
  readonly outcome: Outcome;
  readonly status?: number;
  readonly reason?: string;
  readonly reached?: Omit<Reached, "share">;
  readonly redirect?: Answer["redirect"];
  readonly deniedBy?: DeniedBy;
  readonly wouldBeDeniedBy: readonly DeniedBy[];
  readonly sending: Sending;
  readonly mirrors: readonly Reached[];
  readonly tls: Answer["tls"];
  readonly connections: readonly Connection[];
  readonly trail: readonly Step[];
  readonly notModelled: readonly string[];
  readonly assumed: readonly string[];
}
