// Requests to a service need a token of one issuer, but for its health. The workload gets the user's
// name as a header. Look at: 403 without a token, 401 with a wrong one, 200 for /healthz.
import * as k8s from "@pulumi/kubernetes";
import { JwtAuthentication, MeshMode, MeshNamespace } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const labels = { app: "orders" };

new k8s.core.v1.Service("orders", {
  metadata: { name: "orders", namespace: shop.name },
  spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});
new k8s.apps.v1.Deployment("orders", {
  metadata: { name: "orders", namespace: shop.name },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels: { ...labels, version: "v1" } },
      spec: { containers: [{ name: "orders", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }] },
    },
  },
});

// The issuer's public keys. With jwksUri in their place istiod fetches them.
const jwks = JSON.stringify({
  keys: [
    {
      kty: "EC",
      crv: "P-256",
      kid: "example",
      x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    },
  ],
});

const login = new JwtAuthentication("orders", {
  namespace: shop.name,
  selector: labels,
  jwtRules: [
    {
      issuer: "https://id.example.com",
      jwks,
      audiences: ["orders"],
      outputClaimToHeaders: [{ header: "x-user", claim: "sub" }],
    },
  ],
  require: true,
  ports: [8080],
  exemptPaths: ["/healthz"],
});

export const policy = login.name;
