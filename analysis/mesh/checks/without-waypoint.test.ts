import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { extensionWithoutWaypoint } from "./extension-without-waypoint";
import { workloadWithoutWaypoint } from "./workload-without-waypoint";

const ambient = (more = "") => namespace("radio", `istio.io/dataplane-mode: ambient${more}`);
const telemetry = (spec: string, place = "radio") =>
  istio("Telemetry", place, "t", spec).replace("networking.istio.io", "telemetry.istio.io");
const logs = "accessLogging: [{providers: [{name: envoy}]}]";
const pods = service("radio", "web") + deployment("radio", "web", "app: web");
const wide = "warning Telemetry t metadata.namespace";
const waypoint = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: w, namespace: radio}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
`;
const labelled = pods.replace(
  "{name: web, namespace: radio}",
  "{name: web, namespace: radio, labels: {istio.io/use-waypoint: w}}",
);

meshCases(extensionWithoutWaypoint, {
  "finds logs of a whole namespace": {
    yaml: ambient() + pods + telemetry(`{${logs}}`),
    says: [wide],
    messages: [
      "the workloads of namespace radio are ambient and use no waypoint: nothing follows this Telemetry",
    ],
  },
  "finds spans and measures that are changed": {
    yaml:
      ambient() +
      telemetry("{tracing: [{randomSamplingPercentage: 5}]}") +
      telemetry("{metrics: [{overrides: [{disabled: true}]}]}").replace("name: t", "name: m"),
    says: [wide, wide.replace(" t ", " m ")],
  },
  "takes what ztunnel counts": {
    yaml: ambient() + telemetry("{metrics: [{providers: [{name: prometheus}]}]}"),
  },
  "leaves labels to the check of selectors": {
    yaml: ambient() + pods + telemetry(`{selector: {matchLabels: {app: web}}, ${logs}}`),
  },
  "takes a namespace that uses a waypoint": {
    yaml: ambient(", istio.io/use-waypoint: w") + pods + telemetry(`{${logs}}`),
  },
  "takes a namespace with a waypoint": {
    yaml: ambient() + pods + waypoint + telemetry(`{${logs}}`),
  },
  "takes a namespace of which a Service uses a waypoint": {
    yaml: ambient() + labelled + telemetry(`{${logs}}`),
  },
  "takes a namespace with sidecars, too": {
    yaml:
      ambient() +
      pods +
      deployment("radio", "side", "app: side, sidecar.istio.io/inject: 'true'") +
      telemetry(`{${logs}}`),
  },
  "leaves the mesh alone": {
    yaml:
      namespace("istio-system", "istio.io/dataplane-mode: ambient") +
      telemetry(`{${logs}}`, "istio-system"),
  },
  "leaves other kinds alone": {
    yaml:
      ambient() + pods + istio("RequestAuthentication", "radio", "r", "{jwtRules: [{issuer: a}]}"),
  },
});

const policy = (spec: string, place = "radio") => istio("AuthorizationPolicy", place, "p", spec);
const get = "rules: [{to: [{operation: {methods: [GET]}}]}]";
const found = "info Deployment web metadata.name";

meshCases(workloadWithoutWaypoint, {
  "finds a policy for its labels": {
    yaml: ambient() + pods + policy(`{selector: {matchLabels: {app: web}}, ${get}}`),
    says: [found],
    messages: [
      "AuthorizationPolicy p.radio asks for methods, and no waypoint stands before Deployment web.radio",
    ],
  },
  "finds a policy for its namespace": {
    yaml: ambient() + pods + policy(`{${get}}`),
    says: [found],
  },
  "finds a policy for its Service": {
    yaml:
      ambient() + pods + policy(`{targetRefs: [{group: '', kind: Service, name: web}], ${get}}`),
    says: [found],
  },
  "leaves others alone": {
    yaml: ambient() + pods + policy(`{selector: {matchLabels: {app: b}}, ${get}}`),
  },
  "takes a policy for connections": {
    yaml: ambient() + pods + policy("{rules: [{from: [{source: {namespaces: [radio]}}]}]}"),
  },
  "takes a namespace that uses a waypoint": {
    yaml: ambient(", istio.io/use-waypoint: w") + pods + policy(`{${get}}`),
  },
  "takes a Service that uses a waypoint": { yaml: ambient() + labelled + policy(`{${get}}`) },
  "takes sidecars": {
    yaml: namespace("radio", "istio-injection: enabled") + pods + policy(`{${get}}`),
  },
  "takes a waypoint, which is one itself": {
    yaml: ambient() + waypoint + policy(`{${get}}`),
  },
});
