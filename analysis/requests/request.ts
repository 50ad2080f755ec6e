import type { DataPlaneMode } from "../mesh/model/namespaces";
import type { Labels } from "../mesh/model/selector";

/** What a client speaks: `https` is HTTP inside TLS of the client's own, `tls` is TLS with anything inside. */
export type Protocol = "http" | "grpc" | "https" | "tls" | "tcp";

/** A workload of the set that asks. */
export interface WorkloadCaller {
  readonly kind: "workload";
  readonly namespace: string;
  /** Name of the Deployment, Pod or whatever runs it. */
  readonly name: string;
}

/** Somebody who is not of the cluster, at a gateway. */
export interface OutsideCaller {
  readonly kind: "outside";
  /**
   * `namespace/name` of the entrance: an Istio Gateway, a Gateway of the API, or the workload that runs one.
   * @default - the gateway whose servers know the host and the port
   */
  readonly gateway?: string;
  /** Address as the gateway sees it. @default - one that no block of a policy names */
  readonly ip?: string;
}

/** Some Pod of the cluster that the set does not declare. */
export interface PodCaller {
  readonly kind: "pod";
  readonly namespace: string;
  /** What of the mesh stands before it. */
  readonly mode: DataPlaneMode;
  /** @default - none */
  readonly labels?: Labels;
  /** @default "default" */
  readonly serviceAccount?: string;
}

/** Who asks. */
export type Caller = WorkloadCaller | PodCaller | OutsideCaller;

/** What a proxy sees of an HTTP request. */
export interface HttpRequest {
  /** Host header, with its port where the client writes one. */
  readonly authority: string;
  /** With its query, e.g. `/cart?x=1`. */
  readonly path: string;
  readonly method: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly scheme: "http" | "https";
}

/** A token that a client sends. */
export type Token =
  | {
      readonly kind: "valid";
      /** Its claims, `iss` and `sub` among them. */
      readonly claims: Readonly<Record<string, unknown>>;
    }
  /** One that no issuer signed, or that has expired. */
  | { readonly kind: "invalid" };

/** A request, or a connection where it has no HTTP. */
export interface Request {
  readonly from: Caller;
  readonly protocol: Protocol;
  /** Name or IP address that the client connects to, without a port. */
  readonly host: string;
  /** Port of the Service, or of the gateway's Service. */
  readonly port: number;
  /** IP address that is called in place of that of `host`. */
  readonly address?: string;
  /** Server name of TLS. @default - `host` */
  readonly sni?: string;
  /** Certificate that the client shows to a gateway. @default - none */
  readonly clientCertificate?: { readonly names: readonly string[] };
  /** Absent for `tcp` and `tls`. */
  readonly http?: HttpRequest;
  /** @default - none */
  readonly token?: Token;
}
