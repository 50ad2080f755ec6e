// A service outside the mesh: applications call http://api.example.com, and their sidecars encrypt the
// requests, which the mesh can route and observe that way.
// Look at: the requests in the sidecar's access log, and port 443 at the service.
import { ExternalProtocol, ExternalService, MeshMode, MeshNamespace } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });

const api = new ExternalService("api", {
  namespace: shop.name,
  hosts: ["api.example.com"],
  ports: [
    {
      port: 80,
      protocol: ExternalProtocol.Http,
      tls: { mode: "SIMPLE", caCertificates: "system" },
    },
  ],
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } },
  exportTo: ["."],
});

export const hosts = api.hosts;
