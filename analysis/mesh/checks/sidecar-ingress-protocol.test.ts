import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { sidecarIngressProtocol } from "./sidecar-ingress-protocol";

const pods = deployment("shop", "web", "app: web");
const sidecar = (protocol: string, number = 8080) =>
  istio(
    "Sidecar",
    "shop",
    "s",
    `{workloadSelector: {labels: {app: web}}, ingress: [{port: {number: ${number}, protocol: ${protocol}, name: a}, defaultEndpoint: 127.0.0.1:80}]}`,
  );
const web = (name: string) => service("shop", "web", `{port: 80, targetPort: main, name: ${name}}`);

meshCases(sidecarIngressProtocol, {
  "finds bytes for requests": {
    yaml: web("grpc-a") + pods + sidecar("TCP"),
    says: ["warning Sidecar s spec.ingress[0].port.protocol"],
    messages: ['TCP, and port 80 ("grpc-a") of Service web.shop, which leads here, carries GRPC'],
    related: [["Service web.shop"]],
  },
  "takes requests for requests": { yaml: web("http") + pods + sidecar("HTTP2") },
  "takes bytes for bytes, and for what says nothing": {
    yaml: web("tcp") + pods + sidecar("TCP") + web("main").replace("name: web", "name: b"),
  },
  "takes another port": { yaml: web("http") + pods + sidecar("TCP", 8081) },
});
