import { newCertificate } from "../../../test/support/certificates";
import {
  deployment,
  edgeGateway,
  httpListener,
  istio,
  meshCases,
  service,
} from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { gatewayConflict } from "./gateway-conflict";
import { gatewayCredential } from "./gateway-credential";
import { gatewayDuplicateCertificate } from "./gateway-duplicate-certificate";
import { gatewayOverlap } from "./gateway-overlap";
import { gatewayPort } from "./gateway-port";
import { gatewaySecret } from "./gateway-secret";
import { gatewaySelector } from "./gateway-selector";
import { jwtClaimRoute } from "./jwt-claim-route";

/** A gateway's Deployment; the label `istio` is its name. */
const proxy = (namespace: string, name: string, container = "{}") => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {template: {metadata: {labels: {istio: ${name}, app: ${name}}, annotations: {inject.istio.io/templates: gateway}}, spec: {containers: [${container}]}}}
`;

const istiod = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system}
spec: {template: {metadata: {labels: {app: istiod}}}}
`;

const server = (port: number, hosts: string, more = "", protocol = "HTTPS") =>
  `{port: {number: ${port}, name: p${port}, protocol: ${protocol}}, hosts: [${hosts}]${more}}`;

const tls = (secret: string, mode = "SIMPLE") =>
  `, tls: {mode: ${mode}, credentialName: ${secret}}`;

const gateway = (name: string, selects: string, ...servers: string[]) =>
  istio(
    "Gateway",
    "web",
    name,
    `{selector: {istio: ${selects}}, servers: [${servers.join(", ")}]}`,
  );

const certificate = (namespace: string, name: string, dns = "[]") => `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}, namespace: ${namespace}}
spec: {secretName: ${name}, dnsNames: ${dns}}
`;

const secret = (namespace: string, name: string, keys: Record<string, string>) => `---
apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: ${namespace}}
stringData: ${JSON.stringify(keys)}
`;

const web = (selects: string) => gateway("web", selects, server(80, "a.example.com", "", "HTTP"));

meshCases(gatewaySelector, {
  "does not know of gateways elsewhere": {
    yaml: web("ingressgateway"),
    says: ["not declared: Pods with the labels istio=ingressgateway"],
  },
  "does not know of them beside an egress gateway": {
    yaml: proxy("egress", "egressgateway") + web("public"),
    says: ["not declared: Pods with the labels istio=public"],
  },
  "finds the gateway's label as another installer writes it": {
    yaml: proxy("edge", "ingress") + web("ingressgateway"),
    says: ["warning Gateway web spec.selector"],
  },
  "finds it where the gateways' namespaces and the root are known": {
    yaml: istiod + proxy("egress", "egressgateway") + web("public"),
    says: ["error Gateway web spec.selector"],
  },
  "finds it in a whole cluster": {
    yaml: web("public"),
    scope: Scope.Cluster,
    says: ["error Gateway web spec.selector"],
  },
  "takes Pods of any namespace": { yaml: proxy("edge", "public") + web("public") },
  "takes a selector of all": {
    yaml: istio("Gateway", "web", "all", `{servers: [${server(80, '"*"', "", "HTTP")}]}`),
  },
  "does not take an application for a gateway": {
    yaml: deployment("web", "app", "istio: publik") + web("public"),
    says: ["not declared: Pods with the labels istio=public"],
  },
  "finds a typo in the name of a gateway of the API": {
    yaml:
      edgeGateway(httpListener()) +
      istio(
        "Gateway",
        "web",
        "web",
        `{selector: {gateway.networking.k8s.io/gateway-name: egde}, servers: [${server(80, "a.example.com", "", "HTTP")}]}`,
      ),
    says: ['error Gateway web spec.selector["gateway.networking.k8s.io/gateway-name"] = "edge"'],
  },
  "finds the label with what installers put around it": {
    yaml: proxy("edge", "istio-egress") + web("egressgateway"),
    says: ["warning Gateway web spec.selector"],
    messages: [
      "no Pod that is declared has the labels istio=egressgateway; Deployment istio-egress.edge has istio=istio-egress",
    ],
    related: [["Deployment istio-egress.edge"]],
  },
  "finds it the other way round": {
    yaml: proxy("edge", "egress") + web("istio-egress-gateway"),
    says: ["warning Gateway web spec.selector"],
  },
  "wants all labels to be alike": {
    yaml:
      proxy("edge", "ingress") +
      web("ingressgateway").replace(
        "{istio: ingressgateway}",
        "{istio: ingressgateway, tier: out}",
      ),
    says: ["not declared: Pods with the labels istio=ingressgateway,tier=out"],
  },
  "takes a label of nothing but such words for none": {
    yaml: proxy("edge", "ingress") + web("gateway").replace("{istio: gateway}", "{role: gateway}"),
    says: ["not declared: Pods with the labels role=gateway"],
  },
  "names the gateways that there are": {
    yaml: istiod + proxy("egress", "egressgateway") + web("public"),
    says: ["error Gateway web spec.selector"],
    messages: [
      "no Pod has the labels istio=public; gateways are istio=egressgateway,app=egressgateway in egress",
    ],
    related: [["Deployment egressgateway.egress"]],
  },
  "says that there is none": {
    yaml: web("public"),
    scope: Scope.Cluster,
    says: ["error Gateway web spec.selector"],
    messages: ["no Pod has the labels istio=public; no gateway is declared"],
  },
});

const secure = (...names: string[]) =>
  gateway(
    "web",
    "edge",
    ...names.map((name, i) => server(443 + i, `h${i}.example.com`, tls(name))),
  );
const at = (i: number) => `Gateway web spec.servers[${i}].tls.credentialName`;

/** The same with a Secret of its own for the authority of clients. */
const authority = (yaml: string) =>
  yaml.replace("credentialName: a", "credentialName: a, caCertCredentialName: clients");

meshCases(gatewayCredential, {
  "takes a Secret beside the Pods": {
    yaml: proxy("edge", "edge") + secret("edge", "a", {}) + secure("a"),
  },
  "takes a Certificate's Secret": {
    yaml: proxy("edge", "edge") + certificate("edge", "a") + secure("a"),
  },
  "tells where the Secret is": {
    yaml: proxy("edge", "edge") + secret("web", "a", {}) + secure("a"),
    says: [`error ${at(0)}`],
  },
  "takes the word that there is another": {
    yaml: proxy("edge", "edge") + secret("web", "a", {}) + secure("a"),
    external: ["Secret edge/a"],
    says: ["not declared: Secret a.edge"],
  },
  "offers the Secret that was meant": {
    yaml: proxy("edge", "edge") + secret("edge", "web-tls", {}) + secure("web-tsl", "web-tls"),
    says: [`error ${at(0)} = "web-tls"`],
  },
  "does not know of Secrets where none is declared": {
    yaml: proxy("edge", "edge") + secure("a"),
    says: ["not declared: Secret a.edge"],
  },
  "does not know of Pods elsewhere": { yaml: secret("web", "a", {}) + secure("a") },
  "finds a name with another namespace": {
    yaml: proxy("edge", "edge") + secret("web", "a", {}) + secure("web/a"),
    says: [`error ${at(0)}`],
    messages: [
      '"web/a" names a namespace, and the gateway\'s Pods are in edge; a proxy reads Secrets of its own namespace only: declare a in edge, and write its name alone',
    ],
  },
  "takes a name with the namespace of the Pods": {
    yaml: proxy("edge", "edge") + secret("edge", "a", {}) + secure("edge/a"),
  },
  "finds no Secret for what clients are held against": {
    yaml: proxy("edge", "edge") + secret("edge", "a", {}) + authority(secure("a")),
    says: ["error Gateway web spec.servers[0].tls.caCertCredentialName"],
  },
  "takes one for what clients are held against": {
    yaml:
      proxy("edge", "edge") +
      secret("edge", "a", {}) +
      secret("edge", "clients", {}) +
      authority(secure("a")),
  },
  "passes over what is no Secret": {
    yaml: proxy("edge", "edge") + secret("edge", "a", {}) + secure("configmap://a"),
  },
});

const { certificate: pem } = newCertificate({
  commonName: "x",
  keyType: "ec",
  dnsNames: ["*.example.com"],
  notAfter: new Date("2099-01-01"),
});
const pair = { "tls.crt": pem, "tls.key": "a key" };
const mutual = (keys: Record<string, string>) =>
  proxy("edge", "edge") +
  secret("edge", "a", keys) +
  gateway("web", "edge", server(443, "a.example.com", tls("a", "MUTUAL")));

meshCases(gatewaySecret, {
  "takes a certificate": { yaml: proxy("edge", "edge") + secret("edge", "a", pair) + secure("a") },
  "needs no authority where clients prove nothing": {
    yaml: proxy("edge", "edge") + secret("edge", "a", pair) + secure("a"),
  },
  "needs an authority for clients that prove themselves": {
    yaml: mutual(pair),
    says: [`error ${at(0)}`],
  },
  "takes it in the same Secret": { yaml: mutual({ ...pair, "ca.crt": pem }) },
  "takes it in one of its own": {
    yaml: mutual(pair) + secret("edge", "a-cacert", { cacert: pem }),
  },
  "takes it in one that is named": { yaml: authority(mutual(pair)) },
  "does not look at Secrets of other namespaces": {
    yaml: proxy("edge", "edge") + secret("web", "a", {}) + secure("a"),
  },
});

const port = "Gateway web spec.servers[0].port.number";

meshCases(gatewayPort, {
  "takes the Service's port and its target": {
    yaml:
      proxy("edge", "edge") +
      service("edge", "edge", "{port: 80, targetPort: 8080, name: http}") +
      gateway("web", "edge", server(80, "a.b", "", "HTTP"), server(8080, "c.d", "", "HTTP")),
  },
  "follows the name of a target": {
    yaml:
      proxy("edge", "edge", "{ports: [{name: secure, containerPort: 8443}]}") +
      service("edge", "edge", "{port: 443, targetPort: secure, name: https}") +
      gateway("web", "edge", server(8443, "a.b", tls("a"))),
  },
  "finds a port that is only UDP": {
    yaml:
      proxy("edge", "edge") +
      service("edge", "edge", "{port: 443, name: h3, protocol: UDP}") +
      gateway("web", "edge", server(443, "a.b", tls("a"))),
    says: [`warning ${port}`],
  },
  "finds Pods without a Service": {
    yaml: proxy("edge", "edge") + web("edge"),
    says: [`warning ${port}`],
  },
  "takes ports of nodes": {
    yaml: proxy("edge", "edge", "{ports: [{containerPort: 80, hostPort: 80}]}") + web("edge"),
  },
  "does not look at Services of other namespaces": {
    yaml: proxy("edge", "edge") + service("web", "edge") + web("edge"),
    says: [`warning ${port}`],
  },
});

const plain = (name: string, host: string, selects = "edge") =>
  gateway(name, selects, server(80, host, "", "HTTP"));

meshCases(gatewayConflict, {
  "tells plain HTTP, which both take": {
    yaml: plain("one", '"*"') + plain("two", '"*"'),
    says: ["info Gateway one spec.servers[0].hosts", "info Gateway two spec.servers[0].hosts"],
  },
  "takes a narrower host": {
    yaml: plain("one", '"*.example.com"') + plain("two", "a.example.com"),
  },
  "finds Pods that two selectors choose": {
    yaml:
      proxy("edge", "edge") +
      gateway("one", "edge", server(443, "a.b", tls("a"))) +
      istio(
        "Gateway",
        "web",
        "two",
        `{selector: {app: edge}, servers: [${server(443, "a.b", tls("b"))}]}`,
      ),
    says: ["error Gateway one spec.servers[0].hosts", "error Gateway two spec.servers[0].hosts"],
  },
  "takes another address of the proxy": {
    yaml:
      plain("one", "a.b") + gateway("two", "edge", server(80, "a.b", ", bind: 10.0.0.1", "HTTP")),
  },
  "finds TLS of one of the others alone": {
    yaml:
      plain("one", "a.b, c.d") +
      plain("two", "a.b") +
      gateway("three", "edge", server(80, "a.b", tls("c"))),
    says: ["one", "two", "three"].map((name) => `error Gateway ${name} spec.servers[0].hosts`),
    messages: [
      "a.b, c.d at port 80 is also in Gateway web/two, Gateway web/three for the same Pods",
      "a.b at port 80 is also in Gateway web/one, Gateway web/three for the same Pods",
      "a.b at port 80 is also in Gateway web/one, Gateway web/two for the same Pods",
    ],
  },
  "tells redirects to HTTPS, which both take": {
    yaml: ["one", "two"]
      .map((name) =>
        gateway(
          name,
          "edge",
          server(
            80,
            "a.b",
            ", tls: {mode: SIMPLE, credentialName: c, httpsRedirect: true}",
            "HTTP",
          ),
        ),
      )
      .join(""),
    says: ["info Gateway one spec.servers[0].hosts", "info Gateway two spec.servers[0].hosts"],
  },
});

meshCases(gatewayOverlap, {
  "tells both sides": {
    yaml: plain("one", '"*.example.com"') + plain("two", "a.example.com"),
    says: [
      "info Gateway one spec.servers[0].hosts[0]",
      "info Gateway two spec.servers[0].hosts[0]",
    ],
    messages: [
      '"*.example.com" covers "a.example.com" of Gateway two.web at port 80: requests for these go to the narrower host',
      '"a.example.com" is covered by "*.example.com" of Gateway one.web at port 80: requests for it go to the narrowest host',
    ],
  },
  "reads capitals and namespaces": {
    yaml: plain("one", '"*/*.Example.com"') + plain("two", "./a.example.COM"),
    says: [
      "info Gateway one spec.servers[0].hosts[0]",
      "info Gateway two spec.servers[0].hosts[0]",
    ],
  },
  "finds a wildcard within another, and everything around": {
    yaml:
      plain("one", '"*.b.example.com"') + plain("two", '"*.example.com"') + plain("three", '"*"'),
    says: [
      "info Gateway one spec.servers[0].hosts[0]",
      "info Gateway two spec.servers[0].hosts[0]",
      "info Gateway two spec.servers[0].hosts[0]",
      "info Gateway three spec.servers[0].hosts[0]",
    ],
  },
  "tells a Gateway of its own only once": {
    yaml: plain("one", '"*.example.com", a.example.com'),
    says: ["info Gateway one spec.servers[0].hosts[1]"],
  },
  "finds a host that is there twice for the same routes": {
    yaml: plain("one", "a/x.y, b/x.y, '*/x.y'"),
    says: ["info Gateway one spec.servers[0].hosts[2]"],
    messages: ['"x.y" is there already, as spec.servers[0].hosts[0]'],
  },
  "takes a host at two ports": {
    yaml: gateway("one", "edge", server(80, "a.b", "", "HTTP"), server(443, "a.b", tls("s"))),
  },
  "takes other Pods": {
    yaml:
      proxy("edge", "edge") +
      proxy("edge", "inner") +
      plain("one", '"*.example.com"') +
      gateway("two", "inner", server(80, "a.example.com", "", "HTTP")),
  },
  "names three at most": {
    yaml:
      plain("one", '"*"') + ["a", "b", "c", "d"].map((name) => plain(name, `${name}.e`)).join(""),
    says: ["one", "a", "b", "c", "d"].map(
      (name) => `info Gateway ${name} spec.servers[0].hosts[0]`,
    ),
    messages: [
      '"*" covers "a.e" of Gateway a.web, "b.e" of Gateway b.web, "c.e" of Gateway c.web and 1 more at port 80: requests for these go to the narrower host',
      ...["a", "b", "c", "d"].map(
        (name) =>
          `"${name}.e" is covered by "*" of Gateway one.web at port 80: requests for it go to the narrowest host`,
      ),
    ],
  },
});

const one = gateway("one", "edge", server(443, "a.example.com", tls("first")));
const two = gateway("two", "edge", server(443, "b.example.com", tls("second")));

meshCases(gatewayDuplicateCertificate, {
  "finds a certificate that is good for the other's host": {
    yaml: `${proxy("edge", "edge")}${secret("edge", "first", pair)}${certificate("edge", "second", "[b.example.com]")}${one}${two}`,
    says: ["warning Gateway one spec.servers[0].tls.credentialName"],
  },
  "takes certificates of one host each": {
    yaml: `${proxy("edge", "edge")}${certificate("edge", "first", "[a.example.com]")}${certificate("edge", "second", "[b.example.com]")}${one}${two}`,
  },
  "takes one certificate at two ports": {
    yaml:
      gateway("one", "edge", server(443, "a.example.com", tls("both"))) +
      gateway("two", "edge", server(8443, "b.example.com", tls("both"))),
    says: [],
  },
  "takes one certificate at other Pods": {
    yaml:
      gateway("one", "edge", server(443, "a.example.com", tls("both"))) +
      gateway("two", "inner", server(443, "b.example.com", tls("both"))),
  },
});

const claim = istio(
  "VirtualService",
  "web",
  "beta",
  '{hosts: [a.example.com], gateways: [mesh, web], http: [{match: [{withoutHeaders: {"@request.auth.claims.sub": {}}}], directResponse: {status: 200}}]}',
);

meshCases(jwtClaimRoute, {
  "finds a claim that is not to be there": {
    yaml: proxy("edge", "edge") + web("edge") + claim,
    says: [
      'error VirtualService beta spec.http[0].match[0].withoutHeaders["@request.auth.claims.sub"]',
    ],
  },
  "takes tokens that are read in the whole mesh": {
    yaml: `${proxy("edge", "edge")}${web("edge")}${claim}---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: all, namespace: istio-system}
spec: {jwtRules: [{issuer: a, jwksUri: "https://a.example.com"}]}
`,
  },
  "does not know of gateways elsewhere": { yaml: web("edge") + claim },
  "passes over other headers": {
    yaml:
      proxy("edge", "edge") +
      web("edge") +
      claim.replace("withoutHeaders: {", "withoutHeaders: {x-beta: {exact: a}, "),
    says: [
      'error VirtualService beta spec.http[0].match[0].withoutHeaders["@request.auth.claims.sub"]',
    ],
  },
});
