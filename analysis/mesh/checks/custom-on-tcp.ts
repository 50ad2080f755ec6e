import { check } from "../check";
import { fields } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { seesRequests } from "../model/protocol";
import { podPortOf } from "../model/servers";
import { quoted } from "../words";

const objects = (kind: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{extensionProviders: [{name: judge, ${kind}: {service: judge.court.svc.cluster.local, port: 9000}}]}"
---
apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: bank}
spec: {ports: [{port: 5432, name: tcp-pg}], selector: {app: ledger}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ledger, namespace: bank}
spec:
  template:
    metadata: {labels: {app: ledger, sidecar.istio.io/inject: "true"}}
    spec: {containers: [{name: ledger, ports: [{containerPort: 5432}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ledger, namespace: bank}
spec:
  selector: {matchLabels: {app: ledger}}
  action: CUSTOM
  provider:
    name: judge # found
  rules: [{}]
`;

/** An authorizer that asks about requests, at a port where there are none. */
export const customOnTcp = check({
  id: "custom-on-tcp",
  code: "MESH0382",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy asks an HTTP authorizer about a port where the proxy sees connections alone.",
  why: "istiod leaves the policy out at such a port: connections pass, and nobody is asked.",
  fix: "Name a provider with envoyExtAuthzGrpc, which takes connections too, or give the port its protocol by name or appProtocol if it carries HTTP.",
  url: "https://istio.io/latest/docs/tasks/security/authorization/authz-custom/",
  fires: objects("envoyExtAuthzHttp"),
  silent: objects("envoyExtAuthzGrpc").replace(" # found", ""),
  *run(policy, mesh) {
    const name = policy.spec.provider?.name ?? "";
    const provider = fields(mesh.config.extensionProviders.get(name));
    if (policy.spec.action !== "CUSTOM" || provider.envoyExtAuthzHttp === undefined) {
      return;
    }
    for (const workload of mesh.chosenBy(policy)) {
      const ports = workload.gateway === undefined ? mesh.servicesOf(workload) : [];
      const all = ports.flatMap((one) => one.ports).filter(({ transport }) => transport === "TCP");
      const [first] = all;
      if (first !== undefined && !all.some(({ protocol }) => seesRequests(protocol))) {
        yield {
          path: "spec.provider.name",
          message: `${quoted(name)} is envoyExtAuthzHttp, and port ${podPortOf(first, workload) ?? first.port} of ${objectWords(workload.source.id)} is ${first.protocol}: nobody is asked there`,
          related: [workload.source.id],
        };
      }
    }
  },
});
