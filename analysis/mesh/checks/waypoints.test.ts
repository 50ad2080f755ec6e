import { deployment, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { gatewayNameTaken } from "./gateway-name-taken";
import { waypointMissing } from "./waypoint-missing";
import { waypointNotAllowed } from "./waypoint-not-allowed";
import { waypointUnused } from "./waypoint-unused";

const gateway = (name: string, place: string, kind = "istio-waypoint", from = "Same") => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: ${place}}
spec:
  gatewayClassName: ${kind}
  listeners: [{name: mesh, port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: ${from}}}}]
`;
const uses = (name: string, more = "") =>
  namespace("lib", `istio.io/dataplane-mode: ambient, istio.io/use-waypoint: ${name}${more}`);
const label = 'metadata.labels["istio.io/use-waypoint"]';
const missing = `error Namespace lib ${label}`;

meshCases(waypointMissing, {
  "takes one that is there": { yaml: uses("w") + gateway("w", "lib") },
  "says that a namespace without Gateways is not all there is": {
    yaml: uses("w"),
    says: ["not declared: waypoint w.lib"],
  },
  "finds it missing in a whole cluster": { yaml: uses("w"), scope: Scope.Cluster, says: [missing] },
  "takes what is said to be elsewhere": {
    yaml: uses("w"),
    scope: Scope.Cluster,
    external: ["Waypoint lib/w"],
    says: ["not declared: waypoint w.lib"],
  },
  "finds one of another namespace": {
    yaml: uses("w") + gateway("w", "infra"),
    scope: Scope.Cluster,
    says: [missing],
  },
  "finds one of another namespace where this one has no Gateway": {
    yaml: uses("w") + gateway("w", "infra"),
    says: [`warning Namespace lib ${label}`],
  },
  "takes one that is said to be elsewhere beside one of another namespace": {
    yaml: uses("w") + gateway("w", "infra"),
    external: ["Waypoint lib/w"],
    says: ["not declared: waypoint w.lib"],
  },
  "goes by the namespace that is named": {
    yaml: uses("w", ", istio.io/use-waypoint-namespace: infra") + gateway("w", "infra"),
    scope: Scope.Cluster,
  },
  "finds a Gateway of another class": {
    yaml: uses("w") + gateway("w", "lib", "istio"),
    says: [missing],
  },
  "finds the label of a Pod's template": {
    yaml: gateway("w", "lib") + deployment("lib", "app", "app: app, istio.io/use-waypoint: v"),
    says: ['error Deployment app spec.template.metadata.labels["istio.io/use-waypoint"]'],
  },
});

const shared = (from: string) =>
  uses("w", ", istio.io/use-waypoint-namespace: infra") +
  gateway("w", "infra", "istio-waypoint", from);

meshCases(waypointNotAllowed, {
  "takes one for all namespaces": { yaml: shared("All") },
  "finds one for its own namespace": { yaml: shared("Same"), says: [missing] },
  "does not know the labels of a namespace that nobody declares": {
    yaml:
      gateway("w", "infra", "istio-waypoint", "Selector") +
      service("lib", "app").replace(
        "lib}",
        "lib, labels: {istio.io/use-waypoint: w, istio.io/use-waypoint-namespace: infra}}",
      ),
    says: ["not declared: labels of Namespace lib"],
  },
  "leaves a waypoint that is not there to another check": { yaml: uses("w") },
  "goes by the listener of the mesh, and not by another one at its port": {
    yaml: shared("Same").replace(
      "listeners: [",
      "listeners: [{name: admin, port: 15008, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}, ",
    ),
    says: [missing],
  },
  "goes by it beside one of the same protocol": {
    yaml: shared("Same").replace(
      "listeners: [",
      "listeners: [{name: admin, port: 15009, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}, ",
    ),
    says: [missing],
  },
});

const unused = (level = "warning") => `${level} Gateway w metadata.name`;

meshCases(waypointUnused, {
  "finds one": { yaml: namespace("lib") + gateway("w", "lib"), says: [unused()] },
  "takes one that its namespace uses": { yaml: uses("w") + gateway("w", "lib") },
  "takes one that another namespace uses": {
    yaml:
      uses("w", ", istio.io/use-waypoint-namespace: infra") +
      namespace("infra") +
      gateway("w", "infra"),
  },
  "takes one that is tried beside another": {
    yaml:
      uses("w", ", istio.io/use-waypoint-canary: next") +
      gateway("w", "lib") +
      gateway("next", "lib"),
  },
  "takes one of another namespace that is tried": {
    yaml:
      uses(
        "w",
        ", istio.io/use-waypoint-canary: next, istio.io/use-waypoint-canary-namespace: infra",
      ) +
      gateway("w", "lib") +
      namespace("infra") +
      gateway("next", "infra"),
  },
  "takes one that Pods use": {
    yaml:
      namespace("lib") +
      gateway("w", "lib") +
      deployment("lib", "app", "app: app, istio.io/use-waypoint: w"),
  },
  "does not know the labels of a namespace that nobody declares": {
    yaml: gateway("w", "lib"),
    says: ["not declared: Namespace lib"],
  },
  "says of one for other namespaces that nobody here uses it": {
    yaml: namespace("lib") + gateway("w", "lib", "istio-waypoint", "All"),
    says: [unused("info")],
  },
  "leaves other Gateways alone": { yaml: namespace("lib") + gateway("w", "lib", "istio") },
  "finds one beside a Service that uses none": {
    yaml:
      namespace("lib") +
      gateway("w", "lib") +
      service("lib", "app").replace("lib}", "lib, labels: {istio.io/use-waypoint: none}}"),
    says: [unused()],
  },
});

meshCases(gatewayNameTaken, {
  "finds a Service and a Deployment": {
    yaml: gateway("app", "lib") + service("lib", "app") + deployment("lib", "app", "app: app"),
    says: ["error Gateway app metadata.name", "error Gateway app metadata.name"],
  },
  "finds the name with the class behind it": {
    yaml: gateway("app", "lib", "istio") + service("lib", "app-istio"),
    says: ["error Gateway app metadata.name"],
  },
  "takes the same name elsewhere": { yaml: gateway("app", "lib") + service("shop", "app") },
});
