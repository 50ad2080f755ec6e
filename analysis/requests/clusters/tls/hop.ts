import type { TrafficPolicy } from "../../../../schemas/kinds/networking/destination-rule";
import type { Mesh } from "../../../mesh/mesh";
import type { HopTls } from "../../cluster";
import { hasAmbient, saysHbone } from "../../proxy-settings";
import type { Backend } from "../backends/backend";
import type { ClientSide } from "./client-side";

/** What all of the endpoints of a cluster have in common. */
export interface HopSettings extends ClientSide {
  /** The mode by which endpoints are marked, where a rule says one. */
  readonly marked: ReturnType<typeof import("../rules/traffic-policy").markedMode>;
  /** The server name of Istio's own mutual TLS. */
  readonly sni: string;
}

const plain: HopTls = { mode: "DISABLE" };

/** Whether proxies send HBONE: istiod has them do so in the profile for ambient mode. */
const sendsHbone = (mesh: Mesh): boolean => saysHbone(mesh) || hasAmbient(mesh);

/** What a rule makes a proxy speak, where there is no tunnel. */
function said({ tls, sni }: HopSettings): HopTls {
  if (tls === undefined || tls.mode === "DISABLE") {
    return plain;
  }
  const name = tls.sni || (tls.mode === "ISTIO_MUTUAL" ? sni : "");
  return { mode: tls.mode, ...(name !== "" && { sni: name }) };
}

/** HBONE, with TLS of the proxy's own in it where a rule wants that. */
function tunnel({ tls }: HopSettings): HopTls {
  const inner = tls?.mode === "SIMPLE" || tls?.mode === "MUTUAL" ? tls.mode : undefined;
  return {
    mode: "HBONE",
    ...(inner && { inner }),
    ...(inner && tls?.sni && { sni: tls.sni }),
  };
}

/** Whether an endpoint is marked as one that takes Istio's own mutual TLS. */
function isMarked(
  mesh: Mesh,
  { workload, mutual, port }: Backend,
  { marked }: HopSettings,
): boolean {
  if (marked !== undefined || !mutual) {
    return marked === "ISTIO_MUTUAL" && mutual;
  }
  return workload === undefined || mesh.mutualTlsOf(workload, port).mode !== "DISABLE";
}

/** How a sidecar, a gateway, or a waypoint that asks others than its own, speaks to an endpoint. */
export function hopTo(mesh: Mesh, backend: Backend, settings: HopSettings): HopTls {
  if (backend.hbone && !backend.mutual && mesh.fact(sendsHbone)) {
    return tunnel(settings);
  }
  return settings.auto
    ? isMarked(mesh, backend, settings)
      ? { mode: "ISTIO_MUTUAL", sni: settings.sni }
      : plain
    : said(settings);
}

/** How a proxy speaks to the address that was called: to all alike. */
export const hopToCalled = (settings: HopSettings): HopTls =>
  settings.auto ? { mode: "ISTIO_MUTUAL", sni: settings.sni } : said(settings);

/** How a proxy speaks to whom it looked up by the name of a request: Istio's own mutual TLS is for those it knows. */
export const hopToRequested = (settings: HopSettings): HopTls =>
  settings.auto ? plain : said({ ...settings, sni: "" });

/** How a waypoint speaks to those that it stands for: never by mutual TLS of sidecars. */
export function hopOfWaypoint({ hbone }: Pick<Backend, "hbone">, settings: HopSettings): HopTls {
  if (hbone) {
    return tunnel(settings);
  }
  return settings.tls?.mode === "ISTIO_MUTUAL" ? plain : said(settings);
}

/** Settings for comparison: all of a merged policy but what is said of single ports. */
export function settingsOf(policy: TrafficPolicy | undefined): Readonly<Record<string, unknown>> {
  const { portLevelSettings: _ports, ...rest } = policy ?? {};
  return rest;
}
