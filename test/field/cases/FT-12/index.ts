// @ts-nocheck: run without types, as users run it.
// One path of the site is served by a storage provider outside the mesh.
import { AppGateway, ExternalService } from "istio-mesh";

new ExternalService("files", {
  namespace: "shop",
  hosts: ["files.storage.example.net"],
  ports: [{ port: 80, protocol: "HTTP", tls: { mode: "SIMPLE", caCertificates: "system" } }],
});
new AppGateway("web", {
  namespace: "shop",
  hosts: ["shop.example.com"],
  routes: [
    { prefix: ["/static"], service: "files.storage.example.net", port: 80 },
    { service: "web", port: 80 },
  ],
});
