import { millisecondsOrNoneProblem, millisecondsProblem } from "../../../values/duration";
import type { Finding } from "../finding";
import {
  checkAmount,
  checkText,
  field,
  isAbsent,
  isSet,
  isTrue,
  type Place,
  refusedIf,
} from "./primitives/place";

const countProblem = (count: number): string | undefined =>
  count < 0 ? "a number is 0 or more" : undefined;

const httpCounts = [
  "http1MaxPendingRequests",
  "http2MaxRequests",
  "maxRequestsPerConnection",
  "maxRetries",
  "maxConcurrentStreams",
];

/** Limits and times of connections, of a DestinationRule or a Sidecar. */
export function connectionPoolFindings(pool: Place): Finding[] {
  const http = field(pool, "http");
  const tcp = field(pool, "tcp");
  return [
    ...refusedIf(
      isSet(pool) && isAbsent(http) && isAbsent(tcp),
      pool,
      "http, tcp or both are needed",
    ),
    ...httpFindings(http),
    ...tcpFindings(tcp),
  ];
}

function httpFindings(http: Place): Finding[] {
  const keepAlive = field(http, "http2KeepAlive");
  const clientProtocol = field(http, "useClientProtocol");
  const times = ["interval", "timeout"].map((name) => field(keepAlive, name));
  return [
    ...httpCounts.flatMap((name) => checkAmount(field(http, name), countProblem)),
    ...checkText(field(http, "idleTimeout"), millisecondsProblem),
    ...refusedIf(
      field(http, "h2UpgradePolicy").value === "UPGRADE" && isTrue(clientProtocol),
      clientProtocol,
      "h2UpgradePolicy UPGRADE excludes it",
    ),
    ...times.flatMap((time) => [
      ...refusedIf(
        isSet(keepAlive) && isAbsent(time),
        time,
        "interval and timeout are needed both",
      ),
      ...checkText(time, millisecondsProblem),
    ]),
  ];
}

function tcpFindings(tcp: Place): Finding[] {
  const keepAlive = field(tcp, "tcpKeepalive");
  const times = [
    field(tcp, "connectTimeout"),
    field(tcp, "maxConnectionDuration"),
    field(keepAlive, "time"),
    field(keepAlive, "interval"),
  ];
  return [
    ...checkAmount(field(tcp, "maxConnections"), countProblem),
    ...times.flatMap((time) => checkText(time, millisecondsProblem)),
    ...checkText(field(tcp, "idleTimeout"), millisecondsOrNoneProblem),
  ];
}
