import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { mutualClientTls, plainClientTls } from "./client-tls-mode";
import { mutualTlsWithoutClients } from "./mutual-tls-without-clients";
import { tlsToPlainService } from "./tls-to-plain-service";
import { clientTlsDropped, clientTlsNotRequired } from "./wide-client-tls";

const namespace = (label: string) => `---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {${label}}}
`;
const inside = namespace("istio-injection: enabled");
const named = "{port: 80, targetPort: main, name: http}";
const pods = inside + service("shop", "web", named) + deployment("shop", "web", "app: web");
/** A Service with Pods in a namespace that is not of the mesh. */
const outside = (place: string) =>
  `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${place}}\n${service(place, "a", named)}${deployment(place, "a", "app: a")}`;
const peer = (mode: string, more = "", place = "shop") =>
  istio("PeerAuthentication", place, "p", `{mtls: {mode: ${mode}}${more}}`);
const rule = (policy: string, host = "web", place = "shop", name = "r") =>
  istio("DestinationRule", place, name, `{host: ${host}, trafficPolicy: {${policy}}}`);
const tls = (mode: string) => `tls: {mode: ${mode}}`;
const at = "DestinationRule r spec.trafficPolicy.tls.mode";

meshCases(plainClientTls, {
  "takes plain text where it is taken": { yaml: pods + peer("PERMISSIVE") + rule(tls("DISABLE")) },
  "finds plain text where it is not": {
    yaml: pods + peer("STRICT") + rule(tls("DISABLE")),
    says: [`error ${at}`],
  },
  "finds TLS of others": {
    yaml: pods + peer("STRICT") + rule(tls("SIMPLE")),
    says: [`error ${at}`],
  },
  "finds TLS settings without a mode": {
    yaml: pods + peer("STRICT") + rule("tls: {sni: web}"),
    says: ["error DestinationRule r spec.trafficPolicy.tls"],
    messages: [
      'DISABLE, as no mode is written for "web.shop.svc.cluster.local": Deployment web.shop takes mutual TLS only (PeerAuthentication p.shop is STRICT)',
    ],
  },
  "takes mutual TLS": { yaml: pods + peer("STRICT") + rule(tls("ISTIO_MUTUAL")) },
  "finds STRICT of the mesh": {
    yaml: pods + peer("STRICT", "", "istio-system") + rule(tls("DISABLE")),
    says: [`error ${at}`],
  },
  "reads the port of the Pods by its name": {
    yaml:
      pods +
      peer(
        "STRICT",
        ", selector: {matchLabels: {app: web}}, portLevelMtls: {8080: {mode: PERMISSIVE}}",
      ) +
      rule(tls("DISABLE")),
  },
  "judges a port alone": {
    yaml:
      pods +
      peer("STRICT") +
      rule("portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]"),
    says: ["error DestinationRule r spec.trafficPolicy.portLevelSettings[0].tls.mode"],
  },
  "leaves a port alone that the Service lacks": {
    yaml:
      pods +
      peer("STRICT") +
      rule("portLevelSettings: [{port: {number: 81}, tls: {mode: DISABLE}}]"),
  },
  "judges a subset by its Pods": {
    yaml:
      pods +
      peer("STRICT", ", selector: {matchLabels: {app: web, v: b}}") +
      deployment("shop", "web-b", "app: web, v: b") +
      istio(
        "DestinationRule",
        "shop",
        "r",
        "{host: web, subsets: [{name: a, labels: {v: a}, trafficPolicy: {tls: {mode: DISABLE}}}, {name: b, labels: {v: b}, trafficPolicy: {tls: {mode: DISABLE}}}]}",
      ),
    says: ["error DestinationRule r spec.subsets[1].trafficPolicy.tls.mode"],
  },
  "leaves Pods outside the mesh alone": {
    yaml:
      pods.replace("istio-injection: enabled", "team: a") + peer("STRICT") + rule(tls("DISABLE")),
  },
  "judges a wildcard": {
    yaml: pods + peer("STRICT") + rule(tls("DISABLE"), '"*.local"', "istio-system"),
    says: [`error ${at}`],
  },
  "sees a nearer rule before a wildcard": {
    yaml:
      pods +
      peer("STRICT") +
      rule(tls("ISTIO_MUTUAL"), "web", "shop", "near") +
      rule(tls("DISABLE"), '"*.local"', "istio-system"),
  },
  "goes by the namespace where no Pods are declared": {
    yaml: service("shop", "web") + peer("STRICT") + rule(tls("DISABLE")),
    says: [`error ${at}`],
  },
  "goes by the namespace where nothing is declared": {
    yaml: peer("STRICT") + rule(tls("DISABLE"), '"*.shop.svc.cluster.local"'),
    says: [`error ${at}`],
  },
  "leaves hosts outside alone": {
    yaml: peer("STRICT", "", "istio-system") + rule(tls("SIMPLE"), "api.example.com"),
  },
});

meshCases(mutualClientTls, {
  "takes what takes both": { yaml: pods + peer("PERMISSIVE") + rule(tls("ISTIO_MUTUAL")) },
  "finds what takes plain text only": {
    yaml: pods + peer("DISABLE") + rule(tls("ISTIO_MUTUAL")),
    says: [`error ${at}`],
  },
  "finds what is outside the mesh": {
    yaml: pods.replace("istio-injection: enabled", "team: a") + rule(tls("ISTIO_MUTUAL")),
    says: [`error ${at}`],
  },
  "leaves other TLS alone": { yaml: pods + peer("DISABLE") + rule(tls("SIMPLE")) },
  "takes a rule for all beside istiod": {
    yaml: pods + outside("istio-system") + rule(tls("ISTIO_MUTUAL"), "'*.local'"),
  },
  "finds what else of all is outside the mesh": {
    yaml: pods + outside("tools") + rule(tls("ISTIO_MUTUAL"), "'*.local'"),
    says: [`error ${at}`],
  },
  "finds a rule for istiod itself": {
    yaml:
      pods +
      outside("istio-system") +
      rule(tls("ISTIO_MUTUAL"), "a.istio-system.svc.cluster.local"),
    says: [`error ${at}`],
  },
});

const autoOff = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
`;
const wide = rule(tls("ISTIO_MUTUAL"), '"*.local"', "istio-system", "wide");

meshCases(clientTlsDropped, {
  "warns where sidecars do not choose": {
    yaml: autoOff + wide + rule("loadBalancer: {simple: RANDOM}"),
    says: ["warning DestinationRule r spec.host"],
  },
  "tells where they do": {
    yaml: wide + rule("loadBalancer: {simple: RANDOM}"),
    says: ["info DestinationRule r spec.host"],
  },
  "takes a rule with TLS of its own": { yaml: autoOff + wide + rule(tls("DISABLE")) },
  "takes one beside": {
    yaml: autoOff + wide + rule("loadBalancer: {simple: RANDOM}", "api.example.com"),
  },
});

meshCases(clientTlsNotRequired, {
  "says nothing where sidecars choose": { yaml: wide },
  "tells of the mesh": {
    yaml: autoOff + wide,
    says: ["info DestinationRule wide spec.trafficPolicy.tls.mode"],
  },
  "is content with a policy of the mesh": {
    yaml: autoOff + wide + peer("STRICT", "", "istio-system"),
  },
});

meshCases(mutualTlsWithoutClients, {
  "says nothing where sidecars choose": { yaml: peer("STRICT") },
  "says nothing of PERMISSIVE": { yaml: autoOff + peer("PERMISSIVE") },
  "finds a namespace": {
    yaml: autoOff + peer("STRICT"),
    says: ["error PeerAuthentication p spec.mtls.mode"],
  },
  "finds the mesh": {
    yaml:
      autoOff +
      peer("STRICT", "", "istio-system") +
      rule(tls("ISTIO_MUTUAL"), '"*.shop.svc.cluster.local"'),
    says: ["error PeerAuthentication p spec.mtls.mode"],
  },
  "is content with a rule of the mesh": { yaml: autoOff + peer("STRICT") + wide },
  "is content with a rule for each Service": {
    yaml: autoOff + service("shop", "web") + peer("STRICT") + rule(tls("ISTIO_MUTUAL")),
  },
  "misses one for another Service": {
    yaml:
      autoOff +
      service("shop", "web") +
      service("shop", "db") +
      peer("STRICT") +
      rule(tls("ISTIO_MUTUAL")),
    says: ["error PeerAuthentication p spec.mtls.mode"],
  },
  "takes only rules for mutual TLS, and those of the mesh": {
    yaml:
      autoOff +
      service("shop", "web") +
      service("other", "db") +
      peer("STRICT") +
      rule(tls("SIMPLE")).replace("name: r", "name: s") +
      istio(
        "DestinationRule",
        "shop",
        "bare",
        "{host: web, trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}}",
      ) +
      istio("DestinationRule", "shop", "barer", "{host: web}"),
    says: ["error PeerAuthentication p spec.mtls.mode"],
    messages: [
      "STRICT, and enableAutoMtls is off: no DestinationRule tells clients of namespace shop to speak ISTIO_MUTUAL",
    ],
  },
  "leaves Services of other namespaces alone": {
    yaml:
      autoOff +
      service("shop", "web") +
      service("other", "db") +
      peer("STRICT") +
      rule(tls("ISTIO_MUTUAL")),
  },
});

const secured = (port: string, more = "") =>
  inside +
  service("shop", "web", port) +
  deployment("shop", "web", "app: web", { port: 8080 }) +
  more;

meshCases(tlsToPlainService, {
  "finds TLS to a port of HTTP": {
    yaml: pods + rule(tls("SIMPLE")),
    says: [`warning ${at}`],
    messages: [
      'SIMPLE for "web.shop.svc.cluster.local": port 80 ("http") carries HTTP by its name, and leads to 8080 of Deployment web.shop, which gets TLS that is not the mesh\'s',
    ],
    related: [["Service web.shop", "Deployment web.shop"]],
  },
  "finds it at its own port, and once": {
    yaml:
      secured(
        "{port: 80, targetPort: main, name: http}, {port: 81, targetPort: main, name: grpc}",
      ) +
      rule(
        "portLevelSettings: [{port: {number: 81}, tls: {mode: MUTUAL, clientCertificate: /a, privateKey: /b}}]",
      ),
    says: ["warning DestinationRule r spec.trafficPolicy.portLevelSettings[0].tls.mode"],
  },
  "takes mutual TLS of the mesh, and none": {
    yaml: pods + rule(tls("ISTIO_MUTUAL")) + rule(tls("DISABLE"), "web", "shop", "s"),
  },
  "takes a port of TLS": {
    yaml: secured("{port: 444, targetPort: main, name: https}") + rule(tls("SIMPLE")),
  },
  "takes a port that says nothing": {
    yaml: secured("{port: 80, targetPort: main, name: web}") + rule(tls("SIMPLE")),
  },
  "takes a port of HTTP that is called one of TLS": {
    yaml: secured("{port: 80, targetPort: main, name: http-tls}") + rule(tls("SIMPLE")),
  },
  "takes the port of TLS": {
    yaml: secured("{port: 443, targetPort: main, name: http}") + rule(tls("SIMPLE")),
  },
  "takes Pods that listen at a port of TLS": {
    yaml: secured("{port: 80, targetPort: 8443, name: http}") + rule(tls("SIMPLE")),
  },
  "takes a container's port that is called one of TLS": {
    yaml:
      secured("{port: 80, targetPort: 8080, name: http}").replace("name: main", "name: api-tls") +
      rule(tls("SIMPLE")),
  },
  "takes Pods whose sidecar ends TLS": {
    yaml:
      pods +
      istio(
        "Sidecar",
        "shop",
        "s",
        "{workloadSelector: {labels: {app: web}}, ingress: [{port: {number: 8080, protocol: HTTPS, name: https}, defaultEndpoint: 127.0.0.1:80, tls: {mode: SIMPLE, privateKey: /a, serverCertificate: /b}}]}",
      ) +
      rule(tls("SIMPLE")),
  },
  "leaves STRICT to the other check": { yaml: pods + peer("STRICT") + rule(tls("SIMPLE")) },
  "leaves Pods alone that are not declared": {
    yaml: inside + service("shop", "web", named) + rule(tls("SIMPLE")),
  },
  "leaves hosts outside alone": {
    yaml:
      istio(
        "ServiceEntry",
        "shop",
        "e",
        "{hosts: [a.b], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}",
      ) + rule(tls("SIMPLE"), "a.b"),
  },
});
