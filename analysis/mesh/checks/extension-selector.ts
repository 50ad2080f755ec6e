import { check } from "../check";
import { Kind } from "../kinds";
import { selectorProblems } from "../selector-problem";

/** A change to proxies that do not exist. */
export const extensionSelector = check({
  id: "extension-selector",
  code: "KIA0004",
  aliases: [],
  level: "warning",
  kinds: [Kind.EnvoyFilter, Kind.WasmPlugin, Kind.TrafficExtension, Kind.ProxyConfig],
  summary:
    "No Pod has the labels that an EnvoyFilter, WasmPlugin, TrafficExtension or ProxyConfig selects.",
  why: "It applies to no proxy, and nobody is told.",
  fix: "Select labels that the Pods of the namespace have.",
  url: "https://kiali.io/docs/features/validations/#kia0004---no-matching-workload-found-for-the-selector-in-this-namespace",
  fires: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ledger, namespace: bank}
spec: {template: {metadata: {labels: {app: ledger, version: v3}}}}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: audit, namespace: bank}
spec:
  selector:
    matchLabels:
      app: ledger
      version: v2 # found
  url: oci://registry.example.com/audit:1.0
`,
  silent: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ledger, namespace: bank}
spec: {template: {metadata: {labels: {app: ledger, version: v3}}}}
---
apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: {name: ledger, namespace: bank}
spec:
  selector: {matchLabels: {app: ledger}}
  concurrency: 2
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: audit, namespace: vault}
spec:
  selector: {matchLabels: {app: vault}}
  url: oci://registry.example.com/audit:1.0
`,
  *run(object, mesh) {
    yield* selectorProblems(mesh, object);
  },
});
