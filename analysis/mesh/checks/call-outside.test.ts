import { deployment, istio, meshCases, namespace } from "../../../test/support/mesh-cases";
import { callOutside } from "./call-outside";

const closed = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "outboundTrafficPolicy: {mode: REGISTRY_ONLY}"}
`;
const inMesh = namespace("shop", "istio-injection: enabled");
const container = (more: string, annotations = "") =>
  deployment("shop", "web", "app: web")
    .replace("ports: [{name: main, containerPort: 8080}]", more)
    .replace("{app: web}}", `{app: web}, annotations: {${annotations}}}`);
const variable = (name: string, value: string) =>
  container(`env: [{name: ${name}, value: "${value}"}]`);
const env = "warning Deployment web spec.template.spec.containers[0].env[0].value";
const api = variable("API_URL", "http://api.example.com:8080/x");
const entry = (host: string) =>
  istio(
    "ServiceEntry",
    "egress",
    "e",
    `{hosts: ["${host}"], location: MESH_EXTERNAL, resolution: NONE, ports: [{number: 80, name: http, protocol: HTTP}]}`,
  );
const sidecar = (spec: string) => istio("Sidecar", "shop", "s", spec);
const silent = (yaml: string) => ({ yaml: closed + inMesh + yaml });

meshCases(callOutside, {
  "finds the host of an address": {
    yaml: closed + inMesh + api,
    says: [env],
    messages: [
      'no ServiceEntry makes "api.example.com" known, and by REGISTRY_ONLY of the mesh nothing else is reached',
    ],
  },
  "finds a host without more": {
    yaml: closed + inMesh + variable("DB_HOST", "db.example.com:5432"),
    says: [env],
  },
  "finds a host behind somebody's name": {
    yaml: closed + inMesh + variable("DATABASE_URL", "postgres://me:word@db.example.com/x"),
    says: [env],
  },
  "finds what a program is told to call": {
    yaml:
      closed +
      inMesh +
      container('command: [sh, -c, "while true; do curl -s https://a.example.org/; done"]'),
    says: ["warning Deployment web spec.template.spec.containers[0].command[2]"],
  },
  "finds a flag": {
    yaml: closed + inMesh + container("args: ['--upstream=https://a.example.org']"),
    says: ["warning Deployment web spec.template.spec.containers[0].args[0]"],
  },
  "finds it by the mode of a Sidecar": {
    yaml: inMesh + sidecar("{outboundTrafficPolicy: {}}") + api,
    says: [env],
    messages: [
      'no ServiceEntry makes "api.example.com" known, and by REGISTRY_ONLY of Sidecar s.shop nothing else is reached',
    ],
  },
  "takes a Sidecar that opens it": silent(
    sidecar("{outboundTrafficPolicy: {mode: ALLOW_ANY}}") + api,
  ),
  "takes the mesh's own mode": { yaml: inMesh + api },
  "takes a ServiceEntry of all names": silent(entry("*.example.com") + api),
  "takes Pods without a sidecar": { yaml: closed + namespace("shop") + api },
  "takes ambient Pods, which ztunnel lets out": {
    yaml: closed + namespace("shop", "istio.io/dataplane-mode: ambient") + api,
  },
  "takes connections past the sidecar": silent(
    container(
      'env: [{name: API_URL, value: "http://api.example.com"}]',
      'traffic.sidecar.istio.io/excludeOutboundPorts: "80"',
    ),
  ),
  "takes what goes by a proxy of the network": silent(
    container(
      'env: [{name: HTTPS_PROXY, value: "http://10.0.0.1:3128"}, {name: API_URL, value: "https://api.example.com"}]',
    ),
  ),
  "takes an address of one's own": silent(variable("PUBLIC_URL", "https://api.example.com")),
  "takes the address that one is served at": silent(
    variable("BASE_URL", "https://api.example.com"),
  ),
  "takes the name that one has oneself": silent(
    container(
      `env: [${["SERVER_NAME", "OTEL_SERVICE_NAME", "HOSTNAME", "VHOST", "APP_HOST", "KC_HOSTNAME"]
        .map((name) => `{name: ${name}, value: shop.example.com}`)
        .join(", ")}, {name: API_GROUP, value: things.example.com}]`,
    ),
  ),
  "takes the address of one's own page, whichever program asks for it": silent(
    container(
      `env: [${["WEB_URL", "APP_URL", "NEXTAUTH_URL", "GF_SERVER_ROOT_URL"]
        .map((name) => `{name: ${name}, value: "https://shop.example.com"}`)
        .join(", ")}]`,
    ),
  ),
  "finds the base of somebody else's addresses": {
    yaml: closed + inMesh + variable("PAYMENTS_BASE_URL", "https://pay.example.com/v1"),
    says: [env],
  },
  "finds a host that is called by its name": {
    yaml: closed + inMesh + variable("DB_HOSTNAME", "db.example.com"),
    says: [env],
  },
  "takes one that is compared": silent(variable("JWT_ISSUER_URL", "https://id.example.com")),
  "takes a host that a route serves": silent(
    istio(
      "VirtualService",
      "edge",
      "v",
      "{hosts: [api.example.com], gateways: [g], http: [{route: [{destination: {host: web}}]}]}",
    ) + api,
  ),
  "takes a name of the cluster": silent(variable("API_URL", "http://api.bank.svc.cluster.local")),
  "takes a Pod of a StatefulSet": silent(variable("API_URL", "http://redis-0.redis.cache:6379")),
  "takes a namespace that is called like a country": silent(
    namespace("de") + variable("API_URL", "http://api.de"),
  ),
  "takes an address that is no host": silent(variable("API_URL", "http://192.0.2.1/x")),
  "takes a text that nobody calls": silent(
    container("args: ['see https://docs.example.com for more']"),
  ),
  "does not know what is said to be there": {
    yaml: closed + inMesh + api,
    external: ["api.example.com"],
    says: ['not declared: host "api.example.com"'],
  },
});
