import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { destinationWeight } from "./destination-weight";
import { httpsRedirectBehindTls } from "./https-redirect-behind-tls";
import { noReplicas } from "./no-replicas";
import { outlierEverybody, outlierNobody } from "./outlier-detection";
import { plainHttpToTls } from "./plain-http-to-tls";
import { repeatedDestination } from "./repeated-destination";
import { routesNotSeen } from "./routes-not-seen";
import { tryTimeout } from "./try-timeout";

const vs = (spec: string) => istio("VirtualService", "shop", "vs", `{hosts: [web], ${spec}}`);
const to = (...destinations: string[]) => `http: [{route: [${destinations.join(", ")}]}]`;
const all = to("{destination: {host: web}}");
const off = { more: "replicas: 0, " };
const rule = (policy: string) =>
  istio("DestinationRule", "shop", "r", `{host: web, trafficPolicy: {${policy}}}`);

meshCases(noReplicas, {
  "finds a Service without Pods": {
    yaml: service("shop", "web") + deployment("shop", "web", "app: web", off) + vs(all),
    says: ["error VirtualService vs spec.http[0].route[0].destination.host"],
  },
  "warns of a mirror": {
    yaml:
      service("shop", "web") +
      service("shop", "copy") +
      deployment("shop", "copy", "app: copy", off) +
      vs("http: [{mirror: {host: copy}, route: [{destination: {host: web}}]}]"),
    says: ["warning VirtualService vs spec.http[0].mirror.host"],
  },
  "is content with one of two that runs": {
    yaml:
      service("shop", "web") +
      deployment("shop", "a", "app: web", off) +
      deployment("shop", "b", "app: web") +
      vs(all),
  },
  "leaves Pods alone that something else scales": {
    yaml:
      service("shop", "web") +
      deployment("shop", "web", "app: web", off) +
      vs(all) +
      "---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: s, namespace: shop}\nspec: {scaleTargetRef: {name: web}}\n",
  },
  "leaves a Deployment alone whose template a Rollout runs": {
    yaml:
      service("shop", "web") +
      deployment("shop", "web", "app: web", off) +
      vs(all) +
      "---\napiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r, namespace: shop}\nspec: {workloadRef: {kind: Deployment, name: web}}\n",
  },
  "takes a share of nothing": {
    yaml:
      service("shop", "web") +
      service("shop", "old") +
      deployment("shop", "old", "app: old", off) +
      vs(to("{destination: {host: web}, weight: 1}", "{destination: {host: old}}")),
  },
});

const seen = "warning VirtualService vs spec.hosts[0]";

meshCases(routesNotSeen, {
  "takes HTTP": { yaml: service("shop", "web", "{port: 80, name: grpc-web}") + vs(all) },
  "takes what Envoy finds out": {
    yaml: service("shop", "web", "{port: 80, name: main}") + vs(all),
  },
  "finds TCP": { yaml: service("shop", "web", "{port: 80, name: tcp}") + vs(all), says: [seen] },
  "finds TLS by appProtocol": {
    yaml: service("shop", "web", "{port: 80, name: http, appProtocol: https}") + vs(all),
    says: [seen],
  },
  "finds rules of TCP for HTTP": {
    yaml:
      service("shop", "web", "{port: 80, name: http}") +
      vs("tcp: [{route: [{destination: {host: web}}]}]"),
    says: [seen],
  },
  "takes rules of TCP for TCP": {
    yaml:
      service("shop", "web", "{port: 80, name: redis}") +
      vs("tcp: [{route: [{destination: {host: web}}]}]"),
  },
  "takes rules of both": {
    yaml:
      service("shop", "web", "{port: 80, name: tcp}") +
      vs(`${all}, tcp: [{route: [{destination: {host: web}}]}]`),
  },
  "leaves gateways alone": {
    yaml: service("shop", "web", "{port: 80, name: tcp}") + vs(`gateways: [door], ${all}`),
  },
  "leaves a host alone that is not declared": { yaml: vs(all) },
});

const https = service("shop", "web", "{port: 443, name: https}");
const both = service("shop", "web", "{port: 443, name: tls}", "{port: 80, name: http}");
const number = (port: number) => vs(to(`{destination: {host: web, port: {number: ${port}}}}`));

meshCases(plainHttpToTls, {
  "finds the only port": {
    yaml: https + vs(all),
    says: ["warning VirtualService vs spec.http[0].route[0].destination.host"],
  },
  "finds the port that is named": {
    yaml: both + number(443),
    says: ["warning VirtualService vs spec.http[0].route[0].destination.port.number"],
  },
  "takes a port of HTTP": { yaml: both + number(80) },
  "does not guess a port": { yaml: both + vs(all) },
  "takes TLS of a rule": { yaml: https + vs(all) + rule("tls: {mode: SIMPLE}") },
  "takes TLS of a rule's port": {
    yaml: https + vs(all) + rule("portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]"),
  },
  "finds TLS of another port": {
    yaml: https + vs(all) + rule("portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]"),
    says: ["warning VirtualService vs spec.http[0].route[0].destination.host"],
  },
  "finds TLS turned off": {
    yaml: https + vs(all) + rule("tls: {mode: DISABLE}"),
    says: ["warning VirtualService vs spec.http[0].route[0].destination.host"],
  },
  "leaves TCP alone": { yaml: https + vs("tcp: [{route: [{destination: {host: web}}]}]") },
});

meshCases(destinationWeight, {
  "takes all": { yaml: vs(to("{destination: {host: web}, weight: 100}")) },
  "takes none written": { yaml: vs(all) },
  "takes a 0": { yaml: vs(to("{destination: {host: web}, weight: 0}")) },
  "finds a part in TCP": {
    yaml: vs("tcp: [{route: [{destination: {host: web}, weight: 99}]}]"),
    says: ["warning VirtualService vs spec.tcp[0].route[0].weight = undefined"],
  },
});

meshCases(repeatedDestination, {
  "finds a subset twice": {
    yaml: vs(
      to(
        "{destination: {host: web, subset: a}, weight: 1}",
        "{destination: {host: web, subset: b}, weight: 1}",
        "{destination: {host: web, subset: a}, weight: 1}",
      ),
    ),
    says: ["warning VirtualService vs spec.http[0].route[2].destination.host"],
  },
  "takes it in two rules": {
    yaml: vs(
      "http: [{match: [{uri: {exact: /a}}], route: [{destination: {host: web}}]}, {route: [{destination: {host: web}}]}]",
    ),
  },
  "takes it as a mirror": {
    yaml: vs("http: [{mirror: {host: web}, route: [{destination: {host: web}}]}]"),
  },
});

const time = (timeout: string, once: string) =>
  vs(
    `http: [{timeout: ${timeout}, retries: {attempts: 2, perTryTimeout: ${once}}, route: [{destination: {host: web}}]}]`,
  );

meshCases(tryTimeout, {
  "finds the same": {
    yaml: time("1s", "1000ms"),
    says: ["info VirtualService vs spec.http[0].retries.perTryTimeout"],
  },
  "takes less": { yaml: time("1s", "999ms") },
  "takes no timeout": { yaml: time("0s", "1s") },
});

meshCases(outlierEverybody, {
  "tells of a port": {
    yaml: rule(
      "portLevelSettings: [{port: {number: 80}, outlierDetection: {maxEjectionPercent: 100}}]",
    ),
    says: [
      "info DestinationRule r spec.trafficPolicy.portLevelSettings[0].outlierDetection.maxEjectionPercent",
    ],
  },
  "tells of a subset": {
    yaml: istio(
      "DestinationRule",
      "shop",
      "r",
      "{host: web, subsets: [{name: a, trafficPolicy: {outlierDetection: {maxEjectionPercent: 100}}}]}",
    ),
    says: [
      "info DestinationRule r spec.subsets[0].trafficPolicy.outlierDetection.maxEjectionPercent",
    ],
  },
  "takes less than all": { yaml: rule("outlierDetection: {maxEjectionPercent: 99}") },
});

const running = (replicas: string) =>
  service("shop", "web") + deployment("shop", "web", "app: web", { more: replicas });

meshCases(outlierNobody, {
  "goes by 10 where nothing is written": {
    yaml: running("replicas: 9, ") + rule("outlierDetection: {consecutive5xxErrors: 3}"),
    says: ["info DestinationRule r spec.trafficPolicy.outlierDetection"],
  },
  "takes ten Pods": {
    yaml: running("replicas: 10, ") + rule("outlierDetection: {consecutive5xxErrors: 3}"),
  },
  "does not guess a number of Pods": {
    yaml: running("") + rule("outlierDetection: {consecutive5xxErrors: 3}"),
  },
});

const pods = deployment("edge", "door", "istio: door", { more: "", port: 8080 });
const balancer = (
  https: number,
  type = "LoadBalancer",
  annotation = "aws-load-balancer-ssl-cert",
) => `---
apiVersion: v1
kind: Service
metadata: {name: door, namespace: edge, annotations: {service.beta.kubernetes.io/${annotation}: x}}
spec: {type: ${type}, selector: {istio: door}, ports: [{port: 80, targetPort: 8080, name: http}, {port: 443, targetPort: ${https}, name: https}]}
`;
const door = (port: number, redirect = true) =>
  istio(
    "Gateway",
    "edge",
    "door",
    `{selector: {istio: door}, servers: [{hosts: ["*"], port: {number: ${port}, name: http, protocol: HTTP}, tls: {httpsRedirect: ${redirect}}}]}`,
  );
const loop = "error Gateway door spec.servers[0].tls.httpsRedirect";
const trusting = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "defaultConfig: {gatewayTopology: {numTrustedProxies: 1}}"}
`;

meshCases(httpsRedirectBehindTls, {
  "finds both ports at one": { yaml: pods + balancer(8080) + door(80), says: [loop] },
  "finds the Pods' port": { yaml: pods + balancer(8080) + door(8080), says: [loop] },
  "takes a port of its own": { yaml: pods + balancer(8443) + door(80) },
  "takes no redirect": { yaml: pods + balancer(8080) + door(80, false) },
  "takes another annotation": {
    yaml: pods + balancer(8080, "LoadBalancer", "aws-load-balancer-type") + door(80),
  },
  "takes a Service inside": { yaml: pods + balancer(8080, "ClusterIP") + door(80) },
  "takes a gateway that trusts the balancer": { yaml: pods + balancer(8080) + door(80) + trusting },
});
