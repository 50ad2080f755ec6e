import { deployment, istio, meshCases } from "../../../test/support/mesh-cases";
import { sidecarIngressEndpoint } from "./sidecar-ingress-endpoint";

const sidecar = (endpoint: string, port = 9080) =>
  istio(
    "Sidecar",
    "shop",
    "s",
    `{workloadSelector: {labels: {app: web}}, ingress: [{port: {number: ${port}, protocol: HTTP, name: http}, defaultEndpoint: "${endpoint}"}]}`,
  );
const pods = deployment("shop", "web", "app: web");
const found = "Sidecar s spec.ingress[0].defaultEndpoint";

meshCases(sidecarIngressEndpoint, {
  "finds a port of no container": {
    yaml: pods + sidecar("[::1]:8081"),
    says: [`warning ${found}`],
    messages: ["8081 is no port of Deployment web.shop, which has 8080"],
    related: [["Deployment web.shop"]],
  },
  "mentions it where containers say the port of the sidecar": {
    yaml: pods + sidecar("127.0.0.1:8081", 8080),
    says: [`info ${found}`],
  },
  "takes a container's port": { yaml: pods + sidecar("0.0.0.0:8080") },
  "takes a port of some of the Pods": {
    yaml: pods + deployment("shop", "b", "app: web", { port: 8081 }) + sidecar("127.0.0.1:8081"),
  },
  "takes a socket": { yaml: pods + sidecar("unix:///var/run/web.sock") },
  "takes Pods that say nothing": {
    yaml:
      pods.replace(", ports: [{name: main, containerPort: 8080}]", "") + sidecar("127.0.0.1:8081"),
  },
});
