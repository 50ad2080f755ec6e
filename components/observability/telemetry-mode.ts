/** Which end of a request reports it. */
export const TelemetryMode = {
  /** Both ends, each for itself. */
  ClientAndServer: "CLIENT_AND_SERVER",
  /** The caller's proxy: a sidecar's outgoing traffic, a gateway's all. */
  Client: "CLIENT",
  /** The called workload's proxy: a sidecar's incoming traffic. */
  Server: "SERVER",
} as const;
export type TelemetryMode = (typeof TelemetryMode)[keyof typeof TelemetryMode];
