import type { Unsaid } from "./fit";

/** A request as a policy reads it. */
export interface SeenRequest {
  readonly method: string;
  readonly authority: string;
  /** As it was sent, with its query. */
  readonly target: string;
  /** Without its query, as the proxy reads it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An address; none where no block of a policy names it, but those of all addresses do. */
export type SeenAddress = string | undefined | Unsaid;

/** What policies judge: a connection, and the request where it is seen. */
export interface Subject {
  /** Who the other end has proven to be, without scheme; absent where it has not. */
  readonly principal: string | undefined | Unsaid;
  /** Address of the other end. */
  readonly source: SeenAddress;
  /** Address of the client, as headers of proxies before say it. */
  readonly remote: SeenAddress;
  readonly destination: SeenAddress;
  /** Port of the Pods, or at a waypoint of the Service. */
  readonly port: number;
  /** Empty where the connection has none. */
  readonly sni: string;
  /** Absent where the proxy sees none. */
  readonly request?: SeenRequest;
  /** Claims of the token that the proxy has checked. */
  readonly claims?: Readonly<Record<string, unknown>>;
}
