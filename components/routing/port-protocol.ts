import { portProtocol } from "../../analysis/mesh/model/protocol";
import type { ServicePortFact } from "../program/facts/service-facts";

/** What Istio takes a port of a Service for; `detected` is left to the bytes that come. */
export type PortKind = "http" | "tcp" | "tls" | "udp" | "detected";

/** What the protocols have in common. */
const kinds: Readonly<Record<string, PortKind>> = {
  HTTP: "http",
  HTTP2: "http",
  HTTP_PROXY: "http",
  GRPC: "http",
  "GRPC-Web": "http",
  TCP: "tcp",
  Mongo: "tcp",
  MySQL: "tcp",
  Redis: "tcp",
  HTTPS: "tls",
  TLS: "tls",
  UDP: "udp",
};

/**
 * As Istio chooses it: by `appProtocol`, else by the name up to its first hyphen.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export const portKind = ({ port, name, protocol, appProtocol }: ServicePortFact): PortKind =>
  kinds[portProtocol({ port, name, transport: protocol, appProtocol })] ?? "detected";

/** What tells the protocol of a port, as a message shows it. */
export const shownPort = ({ port, name, appProtocol }: ServicePortFact): string =>
  appProtocol !== undefined
    ? `${port} (appProtocol ${appProtocol})`
    : name === undefined
      ? `${port}`
      : `${port} (${name})`;
