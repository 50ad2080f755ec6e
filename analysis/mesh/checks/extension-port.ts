import type { WasmPluginMatch } from "../../../schemas/kinds/extensions/wasm-plugin";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { attachmentOf, chosenBy } from "../model/attachments";
import { meantPodPort } from "../pod-port";

const objects = (port: string): string => `apiVersion: v1
kind: Service
metadata: {name: mint, namespace: herbs}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: mint}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: mint, namespace: herbs}
spec:
  template:
    metadata: {labels: {app: mint, sidecar.istio.io/inject: "true"}}
    spec: {containers: [{name: mint, ports: [{containerPort: 8080}]}]}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: mint, namespace: herbs}
spec:
  selector: {matchLabels: {app: mint}}
  url: oci://registry.example.com/mint:1
  match:
  - mode: SERVER
    ports:
    - ${port}
`;

const isIncoming = ({ mode }: WasmPluginMatch): boolean => mode === "SERVER";

const incomingPorts = (match: readonly WasmPluginMatch[]) =>
  match.flatMap((one, i) =>
    isIncoming(one)
      ? (one.ports ?? []).map(({ number }, j) => ({
          number,
          path: `spec.match[${i}].ports[${j}].number`,
        }))
      : [],
  );

/** A plugin for a port of the Service, where proxies have that of the Pod. */
export const extensionPort = check({
  id: "extension-port",
  code: "MESH0391",
  aliases: [],
  level: "warning",
  kinds: [Kind.WasmPlugin],
  summary:
    "A WasmPlugin is for what comes in at a port of the Service, and the Pods have another one.",
  why: "What comes in is told by the port of the Pod: the plugin never sees a request.",
  fix: "Write the container's port.",
  url: "https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#WasmPlugin-TrafficSelector",
  fires: objects("number: 80 # found"),
  silent: objects("number: 8080"),
  *run(object, mesh) {
    const match = object.spec.match ?? [];
    const hasSelector = Object.keys(attachmentOf(object).labels).length > 0;
    const chosen = hasSelector && match.some(isIncoming) ? chosenBy(mesh, object) : [];
    const [workload] = chosen.filter(({ mode, gateway }) => mode === "sidecar" && !gateway);
    for (const { number, path } of workload ? incomingPorts(match) : []) {
      const behind = workload && meantPodPort(workload, number, mesh);
      if (workload && behind !== undefined) {
        yield {
          path,
          message: `${number} is the Service's port; that of ${objectWords(workload.source.id)} is ${behind}, and what comes in is told by it`,
          related: [workload.source.id],
          fix: { path, value: behind },
        };
      }
    }
  },
});
