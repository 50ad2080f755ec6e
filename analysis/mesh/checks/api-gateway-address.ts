import type { GatewayAddresse, GatewaySpec } from "../../../schemas/kinds/gateway/gateway";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { named } from "../words";

const keyOf = ({ type, value }: GatewayAddresse): string => `${type ?? "IPAddress"} ${value}`;

function ownersByAddress(mesh: Mesh): ReadonlyMap<string, readonly Declared<GatewaySpec>[]> {
  const owners = new Map<string, Declared<GatewaySpec>[]>();
  for (const gateway of mesh.set.accepted(Kind.ApiGateway)) {
    for (const address of gateway.spec.addresses ?? []) {
      owners.set(keyOf(address), [...(owners.get(keyOf(address)) ?? []), gateway]);
    }
  }
  return owners;
}

/** One address that two Gateways ask for. */
export const apiGatewayAddress = check({
  id: "api-gateway-address",
  code: "KIA1502",
  aliases: [],
  level: "info",
  kinds: [Kind.ApiGateway],
  summary: "Two Gateways have the same address.",
  why: "Both are on the proxies behind that address. That is meant where Gateways share a gateway that stands already; an address of a load balancer is given to one of them only.",
  fix: "Leave the address out, or give each its own.",
  url: "https://kiali.io/docs/features/validations/#kia1502---more-than-one-k8s-gateway-for-the-same-address-and-type-combination",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: east, namespace: parcels}
spec:
  gatewayClassName: istio
  addresses:
  - {type: IPAddress, value: 192.0.2.44} # found
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: west, namespace: parcels}
spec:
  gatewayClassName: istio
  addresses:
  - value: 192.0.2.44 # found
  listeners: [{name: http, port: 81, protocol: HTTP}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: east, namespace: parcels}
spec:
  gatewayClassName: istio
  addresses: [{type: IPAddress, value: 192.0.2.44}]
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: west, namespace: parcels}
spec:
  gatewayClassName: istio
  addresses: [{type: Hostname, value: 192.0.2.44}]
  listeners: [{name: http, port: 81, protocol: HTTP}]
`,
  *run(object, mesh): Iterable<Verdict> {
    for (const [i, address] of (object.spec.addresses ?? []).entries()) {
      const others = (mesh.fact(ownersByAddress).get(keyOf(address)) ?? [])
        .map(({ id }) => id)
        .filter((id) => id !== object.id);
      if (address.value && others.length > 0) {
        yield {
          path: `spec.addresses[${i}]`,
          message: `${named(others)} has the address ${address.value} too`,
          related: others,
        };
      }
    }
  },
});
