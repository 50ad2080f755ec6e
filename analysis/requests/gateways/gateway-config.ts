import type { Declared } from "../../mesh/declared-set";
import type { Labels } from "../../mesh/model/selector";

/** How a server treats TLS. */
export type TlsMode =
  | "PASSTHROUGH"
  | "AUTO_PASSTHROUGH"
  | "SIMPLE"
  | "MUTUAL"
  | "OPTIONAL_MUTUAL"
  | "ISTIO_MUTUAL";

/** A Secret with a server's certificate. */
export interface CredentialName {
  /** Undefined where it is that of the gateway's Pods. */
  readonly namespace?: string;
  readonly name: string;
  /** Path of the name in the source. */
  readonly path: string;
}

/** What a server says of TLS. */
export interface ServerTls {
  readonly mode: TlsMode;
  readonly httpsRedirect: boolean;
  readonly credentials: readonly CredentialName[];
  /** Why it has no certificate of its own, where istiod leaves it out. */
  readonly problem?: string;
}

/** A server of a gateway, whichever API says it. */
export interface ServerConfig {
  readonly source: Declared;
  /** Path in the source. */
  readonly path: string;
  /** Port of the gateway's Service, or of its Pods. */
  readonly port: number;
  readonly portName: string;
  /** In capital letters. */
  readonly protocol: string;
  /** Empty for all addresses. */
  readonly bind: string;
  /** `host`, or `namespace/host` where only routes of that namespace may have it. */
  readonly hosts: readonly string[];
  readonly tls?: ServerTls;
}

/** A gateway as istiod merges them: one of Istio's, or a listener of the Gateway API. */
export interface GatewayConfig {
  /** `namespace/name`; listeners have names that istiod makes. */
  readonly name: string;
  readonly source: Declared;
  readonly servers: readonly ServerConfig[];
  /** Labels of the Pods that take it; undefined where it names Services instead, or all gateways take it. */
  readonly selector?: Labels;
  /** Hosts of the Services whose Pods take it, and their namespace. */
  readonly services?: { readonly hosts: readonly string[]; readonly namespace: string };
}
