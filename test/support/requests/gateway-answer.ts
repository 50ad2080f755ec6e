import type { Mesh } from "../../../analysis/mesh/mesh";
import type { Call } from "../../../analysis/requests/call";
import { gatewayDecision } from "../../../analysis/requests/gateways/gateway-decision";
import type { MeshProxy } from "../../../analysis/requests/mesh-proxy";
import type { Weighted } from "../../../analysis/requests/route";
import type { Outcome } from "./gateway-oracle";

const portOf = (mesh: Mesh, { host, port }: Weighted, call: Call): number => {
  const [own] = mesh.hosts.named(host);
  return port ?? (own?.ports.length === 1 ? own.ports[0]?.port : undefined) ?? call.port;
};

function shares(mesh: Mesh, all: readonly Weighted[], call: Call): Record<string, number> {
  const found: Record<string, number> = {};
  for (const one of all) {
    const { host, subset, unusable, share } = one;
    const name = `${host}:${portOf(mesh, one, call)}${subset ? ` ${subset}` : ""}`;
    const key = unusable ? "500" : name;
    found[key] = (found[key] ?? 0) + share;
  }
  return found;
}

/** What the model says of a call at a gateway. */
export function modelOutcome(mesh: Mesh, proxy: MeshProxy, call: Call): Outcome {
  const decision = gatewayDecision(mesh, proxy, call);
  switch (decision.kind) {
    case "end":
      return { end: decision.outcome };
    case "redirect":
      return { end: `${decision.redirect.status} ${decision.redirect.location}` };
    case "response":
      return { end: `response ${decision.status}` };
    case "passthrough":
      return { end: "passthrough" };
    case "forward": {
      const { forward, http } = decision;
      const to = shares(mesh, forward.destinations, call);
      const isRouted = forward.retries !== undefined || forward.mirrors.length > 0;
      if (!http || !isRouted) {
        return { to };
      }
      const { set = {}, add = {} } = forward.requestHeaders ?? {};
      return {
        to,
        mirrors: shares(mesh, forward.mirrors, call),
        ...(forward.timeout !== undefined && { timeout: forward.timeout }),
        attempts: forward.retries?.attempts ?? 0,
        authority: http.authority,
        path: http.path,
        headers: { ...set, ...add },
      };
    }
  }
}
