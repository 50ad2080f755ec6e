import type { MutualTls } from "../../mesh/model/mutual-tls";
import { Outcome } from "../answer";
import type { Arrival } from "../arrival";
import type { Reading } from "./inbound";

/** A connection that a proxy has taken. */
export interface Seen {
  /** Whether the other end has proven who it is. */
  readonly isProven: boolean;
  /** Whether the proxy reads requests. */
  readonly seesRequests: boolean;
}

/** What ends a connection before any policy is asked. */
export type Refusal = typeof Outcome.TlsRefused | typeof Outcome.Reset;

/** What a proxy that reads a port so makes of bytes that are requests, or are none. */
export function read(reading: Reading, hasRequest: boolean, isProven: boolean): Seen | Refusal {
  if (reading === "requests" && !hasRequest) {
    return Outcome.Reset;
  }
  return { isProven, seesRequests: hasRequest && reading !== "bytes" };
}

/** What a sidecar makes of a connection, by what its PeerAuthentication takes. */
export function atSidecar(
  { tls, http }: Pick<Arrival, "tls" | "http">,
  mode: MutualTls["mode"],
  reading: Reading,
): Seen | Refusal {
  const hasRequest = http !== undefined;
  switch (tls) {
    case "HBONE":
      return read(reading, hasRequest, true);
    case "ISTIO_MUTUAL":
      return mode === "DISABLE" ? Outcome.TlsRefused : read(reading, hasRequest, true);
    case "DISABLE":
      return mode === "STRICT" ? Outcome.TlsRefused : read(reading, hasRequest, false);
    default:
      // TLS that is not the mesh's own passes through, unless the proxy wants its own or a request.
      return mode === "STRICT" ? Outcome.TlsRefused : read(reading, false, false);
  }
}
