import type { Workload } from "../mesh/model/workloads";
import type { HttpRequest, Protocol, Token } from "./request";

/** Who a server or a proxy sees at the other end. */
export interface Peer {
  /** Absent outside the cluster. */
  readonly workload?: Workload;
  /** Address as it is seen; absent where the set does not say it. */
  readonly ip?: string;
  /** Whom a gateway has seen before, and tells of in `x-forwarded-for`. */
  readonly client?: Peer;
}

/** A request as the next proxy gets it: the client's own, or what the proxy before made of it. */
export interface Call {
  readonly peer: Peer;
  readonly protocol: Protocol;
  /** Full name, short name or IP address that is called, without a port. */
  readonly host: string;
  /** Port of the Service, or of the gateway's Service. */
  readonly port: number;
  /** IP address that is called in place of that of `host`. */
  readonly address?: string;
  readonly sni?: string;
  readonly clientCertificate?: { readonly names: readonly string[] };
  /** Absent where no proxy can see it. */
  readonly http?: HttpRequest;
  readonly token?: Token;
  /** Claims of the token, as far as the proxy that decides has checked it. */
  readonly claims?: Readonly<Record<string, unknown>>;
}
