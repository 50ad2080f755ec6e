import { deployment, istio, meshCases, namespace } from "../../../test/support/mesh-cases";
import { credentialAtSidecars } from "./credential-at-sidecars";

const clients = namespace("a", "istio-injection: enabled") + deployment("a", "w", "app: w");
const entry = istio(
  "ServiceEntry",
  "a",
  "e",
  "{hosts: [api.example.net], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP, targetPort: 443}]}",
);
const rule = (tls = "mode: SIMPLE, credentialName: c", more = "") =>
  istio(
    "DestinationRule",
    "a",
    "r",
    `{host: api.example.net, ${more}trafficPolicy: {tls: {${tls}}}}`,
  );
const route = istio(
  "VirtualService",
  "a",
  "v",
  "{hosts: [api.example.net], gateways: [x/g], http: [{route: [{destination: {host: api.example.net}}]}]}",
);
const found = ["warning DestinationRule r spec.trafficPolicy.tls.credentialName"];

meshCases(credentialAtSidecars, {
  "finds a Secret that sidecars do not read": { yaml: clients + entry + rule(), says: found },
  "takes one for workloads": {
    yaml: clients + entry + rule(undefined, "workloadSelector: {matchLabels: {app: w}}, "),
  },
  "takes one for a gateway": { yaml: clients + entry + rule() + route },
  "takes files": {
    yaml:
      clients +
      entry +
      rule("mode: MUTUAL, clientCertificate: /a, privateKey: /b, caCertificates: /c"),
  },
  "does not know who calls from a namespace without sidecars": { yaml: entry + rule() },
  "does not know of a host that nobody declares": { yaml: clients + rule() },
  "takes a host that has a waypoint": {
    yaml:
      clients +
      entry.replace("namespace: a}", "namespace: a, labels: {istio.io/use-waypoint: w}}") +
      rule(),
  },
});
