import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { portPastSidecar } from "./port-past-sidecar";
import { probeNotRewritten } from "./probe-not-rewritten";
import { proxyPortTaken } from "./proxy-port-taken";

const injected = namespace("a", "istio-injection: enabled");
const pods = (containers: string, metadata = "labels: {app: w}", kind = "Deployment") => `---
apiVersion: ${kind === "CronJob" ? "batch" : "apps"}/v1
kind: ${kind}
metadata: {name: w, namespace: a}
spec: ${kind === "CronJob" ? "{jobTemplate: {spec: " : ""}{template: {metadata: {${metadata}}, spec: {containers: [${containers}]}}}${kind === "CronJob" ? "}}" : ""}
`;
const taken = (i = 0, j = 0) =>
  `error Deployment w spec.template.spec.containers[${i}].ports[${j}].containerPort`;

meshCases(proxyPortTaken, {
  "finds each port of each container": {
    yaml:
      injected +
      pods(
        "{name: a, ports: [{containerPort: 15001}]}, {name: b, ports: [{containerPort: 80}, {containerPort: 15090}]}",
      ),
    says: [taken(), taken(1, 1)],
    messages: [
      "15001 is the sidecar's, for what the application sends",
      "15090 is the sidecar's, for Envoy's metrics",
    ],
  },
  "finds it in a template within a template": {
    yaml:
      injected + pods("{name: a, ports: [{containerPort: 15021}]}", "labels: {app: w}", "CronJob"),
    says: [
      "error CronJob w spec.jobTemplate.spec.template.spec.containers[0].ports[0].containerPort",
    ],
  },
  "takes UDP": {
    yaml: injected + pods("{name: a, ports: [{containerPort: 15001, protocol: UDP}]}"),
  },
  "takes the proxy's own": {
    yaml: injected + pods("{name: istio-proxy, image: auto, ports: [{containerPort: 15090}]}"),
  },
  "takes Pods without a sidecar": {
    yaml: namespace("a") + pods("{name: a, ports: [{containerPort: 15001}]}"),
  },
  "takes gateways": {
    yaml:
      injected +
      pods(
        "{name: a, ports: [{containerPort: 15021}]}",
        "labels: {app: w}, annotations: {inject.istio.io/templates: gateway}",
      ),
  },
  "takes the port of the sidecar's names, which it has only where it is told to": {
    yaml: injected + pods("{name: a, ports: [{containerPort: 15053}]}"),
  },
});

const strict = istio("PeerAuthentication", "a", "p", "{mtls: {mode: STRICT}}");
const unchanged =
  'labels: {app: w}, annotations: {sidecar.istio.io/rewriteAppHTTPProbers: "false"}';
const probed = (probe: string, metadata = unchanged) =>
  pods(
    `{name: a, ports: [{name: web, containerPort: 8080}, {containerPort: 9090}], ${probe}}`,
    metadata,
  );
const at = "error Deployment w spec.template.spec.containers[0]";

meshCases(probeNotRewritten, {
  "finds probes of HTTP and gRPC, by number and by name": {
    yaml:
      injected +
      strict +
      probed("startupProbe: {httpGet: {port: web}}, livenessProbe: {grpc: {port: 9090}}"),
    says: [`${at}.startupProbe.httpGet.port`, `${at}.livenessProbe.grpc.port`],
    related: [["PeerAuthentication p.a"], ["PeerAuthentication p.a"]],
  },
  "takes probes that the agent asks": {
    yaml: injected + strict + probed("readinessProbe: {httpGet: {port: web}}", "labels: {app: w}"),
  },
  "takes PERMISSIVE": { yaml: injected + probed("readinessProbe: {httpGet: {port: web}}") },
  "takes a port past the sidecar": {
    yaml:
      injected +
      strict +
      probed(
        "readinessProbe: {httpGet: {port: 9090}}",
        unchanged.replace(
          "{sidecar",
          '{traffic.sidecar.istio.io/includeInboundPorts: "8080", sidecar',
        ),
      ),
  },
  "takes connections and commands": {
    yaml:
      injected +
      strict +
      probed("readinessProbe: {tcpSocket: {port: web}}, livenessProbe: {exec: {command: [true]}}"),
  },
  "takes a name that no port has": {
    yaml: injected + strict + probed("readinessProbe: {httpGet: {port: other}}"),
  },
  "takes Pods without a sidecar": {
    yaml: namespace("a") + strict + probed("readinessProbe: {httpGet: {port: web}}"),
  },
  "takes the agent's own ports": {
    yaml:
      injected +
      strict +
      probed("readinessProbe: {httpGet: {port: 15020}}, livenessProbe: {httpGet: {port: 15021}}"),
  },
});

const policy = (rules: string) =>
  istio("AuthorizationPolicy", "a", "p", `{selector: {matchLabels: {app: w}}, rules: [${rules}]}`);
const left = (annotation: string) =>
  service(
    "a",
    "w",
    "{name: http, port: 80, targetPort: 8080}",
    "{name: admin, port: 81, targetPort: 9090}",
  ) +
  pods(
    "{name: a, ports: [{containerPort: 8080}, {containerPort: 9090}]}",
    `labels: {app: w}, annotations: {${annotation}}`,
  );
const exclude = (ports: string) => left(`traffic.sidecar.istio.io/excludeInboundPorts: "${ports}"`);
const everywhere = policy("{from: [{source: {namespaces: [a]}}]}");

meshCases(portPastSidecar, {
  "finds a port that the policy names": {
    yaml: injected + exclude("9090") + policy('{to: [{operation: {ports: ["8080", "9090"]}}]}'),
    says: ["error AuthorizationPolicy p spec.rules[0].to[0].operation.ports[1]"],
    related: [["Deployment w.a"]],
  },
  "finds one that is not among those taken": {
    yaml:
      injected +
      left('traffic.sidecar.istio.io/includeInboundPorts: "8080"') +
      policy('{to: [{operation: {ports: ["9090"]}}]}'),
    says: ["error AuthorizationPolicy p spec.rules[0].to[0].operation.ports[0]"],
  },
  "finds that all ports are left out": {
    yaml: injected + exclude("8080, 9090") + everywhere,
    says: ["error AuthorizationPolicy p metadata.namespace"],
  },
  "takes that a port is left out which the policy does not name": {
    yaml: injected + exclude("9090") + everywhere,
  },
  "takes that all ports are taken": {
    yaml: injected + left('traffic.sidecar.istio.io/includeInboundPorts: "*"') + everywhere,
  },
  "takes Pods without a Service": {
    yaml:
      injected +
      pods(
        "{name: a}",
        'labels: {app: w}, annotations: {traffic.sidecar.istio.io/excludeInboundPorts: "80"}',
      ) +
      everywhere,
  },
  "takes Pods without a sidecar": {
    yaml: namespace("a", "istio.io/dataplane-mode: ambient") + exclude("8080,9090") + everywhere,
  },
  "takes Pods without the annotations": {
    yaml: injected + service("a", "w") + deployment("a", "w", "app: w") + everywhere,
  },
  "takes a port that the policy leaves out": {
    yaml: injected + exclude("9090") + policy('{to: [{operation: {notPorts: ["9090"]}}]}'),
  },
  "tells of a policy for a whole namespace only": {
    yaml:
      injected +
      exclude("8080, 9090") +
      everywhere.replace("selector: {matchLabels: {app: w}}, ", ""),
    says: ["info AuthorizationPolicy p metadata.namespace"],
  },
});
