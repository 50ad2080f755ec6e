import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { callPastSidecar } from "./call-past-sidecar";

const strict = istio("PeerAuthentication", "shop", "p", "{mtls: {mode: STRICT}}");
const place = namespace("shop", "istio-injection: enabled");
const called =
  place +
  service("shop", "web", "{port: 80, targetPort: main}") +
  deployment("shop", "web", "app: web");
const caller = (ports: string, url = "http://web:80") =>
  deployment("shop", "ui", "app: ui")
    .replace(
      "labels:",
      `annotations: {traffic.sidecar.istio.io/excludeOutboundPorts: "${ports}"}, labels:`,
    )
    .replace("name: app,", `name: app, env: [{name: A, value: "${url}"}],`);
const found =
  'warning Deployment ui spec.template.metadata.annotations["traffic.sidecar.istio.io/excludeOutboundPorts"]';

meshCases(callPastSidecar, {
  "finds a call of a STRICT Service": {
    yaml: called + strict + caller("443, 80"),
    says: [found],
    messages: [
      'connections to port 80 go past the sidecar in plain text, "http://web:80" is called there, and Service web.shop takes mutual TLS only (PeerAuthentication p.shop is STRICT)',
    ],
    related: [["Service web.shop", "PeerAuthentication p.shop"]],
  },
  "takes other ports": { yaml: called + strict + caller("8080") },
  "takes other Services": { yaml: called + strict + caller("80", "http://web.out.net") },
  "takes Pods that take plain text": { yaml: called + caller("80") },
  "takes Pods without a sidecar": {
    yaml: (called + strict + caller("80")).replace("istio-injection: enabled", "a: b"),
  },
});
