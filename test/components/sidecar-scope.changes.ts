import { SidecarScope } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(SidecarScope, {
  bases: { "of a namespace": { namespace: "shop", hosts: ["./*", "istio-system/*"] } },
  values: {
    hosts: [["./*", "*/api.example.com"]],
    ingress: [
      beside({ selector: { app: "web" } }, [
        { port: 8080, protocol: "HTTP", defaultEndpoint: "127.0.0.1:8080" },
      ]),
      beside({ selector: { app: "web" } }, [
        { port: 8081, protocol: "HTTP", defaultEndpoint: "127.0.0.1:8081" },
      ]),
    ],
    inboundConnectionPool: [{ tcp: { maxConnections: 10 } }],
    rootNamespace: ["mesh"],
  },
});
