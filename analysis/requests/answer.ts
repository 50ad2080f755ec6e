import type { Step } from "./trail";

/** What becomes of a request. */
export const Outcome = {
  /** It reaches a workload, or an address outside. */
  Routed: "routed",
  Redirect: "redirect",
  /** A proxy answers by itself, as its routes say. */
  Response: "response",
  /** An injected fault ends every one. */
  Fault: "fault",
  /** 404: no virtual host or no route takes it. */
  NoRoute: "noRoute",
  /** 503 (502 where outside is closed): no such cluster, or nobody healthy in it. */
  Unavailable: "unavailable",
  /** Refused by a policy: 403, 401, or the end of the connection. */
  Denied: "denied",
  /** The handshake fails: plain text at STRICT, an unknown server name, no certificate of client or server. */
  TlsRefused: "tlsRefused",
  /** The connection ends: nobody listens, or the bytes are not what is expected. */
  Reset: "reset",
  /** It hangs on what is not known, or not modelled. */
  NotJudged: "notJudged",
} as const;

/** One of `Outcome`. */
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** Who gets a request. */
export interface Reached {
  /** Short name of the Service; that of the host where it is outside; absent for a Pod called by its IP. */
  readonly service?: string;
  /** Namespace of the Service or workload; absent outside. */
  readonly namespace?: string;
  /** Absent where the set does not say who answers. */
  readonly workload?: string;
  /** Label `version` of the workload, or the subset's name. */
  readonly version?: string;
  /** Port of the Service. */
  readonly port: number;
  /** Percent of the requests. */
  readonly share: number;
}

/** Part of the requests that reaches nobody, while another part does. */
export interface Lost {
  readonly outcome: Outcome;
  readonly status?: number;
  /** Why nobody is there to answer, in words. */
  readonly reason?: string;
  /** Percent of the requests. */
  readonly share: number;
  readonly deniedBy?: DeniedBy;
}

/** The rule that refuses, or would. */
export interface DeniedBy {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Number of the rule; absent where no rule allows. */
  readonly rule?: number;
}

/** Where a redirect leads. */
export interface Redirect {
  readonly status: number;
  /** The whole of it, as in the header `location`. */
  readonly location: string;
}

/** How a proxy tries again. */
export interface Retries {
  readonly attempts: number;
  readonly perTryTimeout?: string;
  /** Conditions, sorted. */
  readonly retryOn?: readonly string[];
}

/** What is injected into a part of the requests. */
export interface Fault {
  readonly delay?: { readonly fixedDelay: string; readonly percentage: number };
  readonly abort?: { readonly status: number; readonly percentage: number };
}

/** Headers that a proxy changes. */
export interface HeaderChanges {
  readonly set?: Readonly<Record<string, string>>;
  readonly add?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}

/** How a proxy keeps its connections to a host: load balancing, pools, outlier detection, merged. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What becomes of a request, and why. */
export interface Answer {
  readonly outcome: Outcome;
  /** Status that the client sees, where a proxy makes it. */
  readonly status?: number;
  /** Why nobody is there to answer, in words. */
  readonly reason?: string;
  readonly destinations: readonly Reached[];
  /** Parts that end otherwise than the answer's outcome, which is that of the rest. */
  readonly lost?: readonly Lost[];
  readonly mirrors: readonly Reached[];
  readonly redirect?: Redirect;
  /** e.g. `"2s"`; absent where there is none. */
  readonly timeout?: string;
  readonly retries?: Retries;
  readonly fault?: Fault;
  readonly rewritten?: { readonly host?: string; readonly path?: string };
  readonly requestHeaders?: HeaderChanges;
  readonly responseHeaders?: HeaderChanges;
  /** On each hop, from the client on: `DISABLE`, `SIMPLE`, `MUTUAL`, `ISTIO_MUTUAL`, `HBONE`, `PASSTHROUGH`. */
  readonly tls: readonly { readonly hop: string; readonly mode: string }[];
  /** Those that the set says something of. */
  readonly connections?: readonly Connection[];
  readonly deniedBy?: DeniedBy;
  /** Policies on trial that would refuse it. */
  readonly wouldBeDeniedBy?: readonly DeniedBy[];
  /** Which object and which field decided, in order. */
  readonly trail: readonly Step[];
  /** What touches the request and is not part of the model, in words. */
  readonly notModelled: readonly string[];
  /** What was taken for granted because the set does not say it, in words. */
  readonly assumed?: readonly string[];
}
