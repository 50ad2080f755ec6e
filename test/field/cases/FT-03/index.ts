// @ts-nocheck: run without types, as users run it.
// Calls to a payment provider outside get a timeout and retries; proxies add TLS.
import { ExternalService, ServiceRoute } from "istio-mesh";

new ExternalService("pay", {
  namespace: "shop",
  hosts: ["pay.example.com"],
  ports: [{ port: 80, protocol: "HTTP", tls: { mode: "SIMPLE", caCertificates: "system" } }],
});
new ServiceRoute("pay", {
  service: "pay.example.com",
  namespace: "shop",
  rules: [{ timeout: "10s", retries: { attempts: 2, perTryTimeout: "3s" } }],
});
