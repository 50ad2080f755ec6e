// Connections that the gateway does not look into: TLS goes to the service that its server name
// chooses, which has the certificate itself; TCP goes by its port. Look at the gateway's Service: it
// needs the ports 31400 and 15443 beside the usual ones.
import * as k8s from "@pulumi/kubernetes";
import { AppGateway, MeshMode, MeshNamespace } from "istio-mesh";

const vault = new MeshNamespace("vault", { dataPlaneMode: MeshMode.Sidecar });

const service = (name: string, portName: string, port: number) =>
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace: vault.name },
    spec: { selector: { app: name }, ports: [{ name: portName, port, targetPort: port }] },
  });
const services = [
  service("keys", "tls", 8443),
  service("audit", "tls", 8443),
  service("echo", "tcp", 2701),
];

const edge = new AppGateway(
  "vault",
  {
    namespace: vault.name,
    servers: [
      {
        port: 15443,
        protocol: "TLS",
        hosts: ["keys.example.com", "audit.example.com"],
        tls: { mode: "PASSTHROUGH" },
      },
      { port: 31400, protocol: "TCP" },
    ],
    tlsRoutes: [
      { sniHosts: ["keys.example.com"], service: "keys", port: 8443 },
      { sniHosts: ["audit.example.com"], service: "audit", port: 8443 },
    ],
    tcpRoutes: [{ service: "echo", port: 2701 }],
  },
  { dependsOn: services },
);

export const gateway = edge.gateway;
