// @ts-nocheck: run without types, as users run it.
// One host outside, for old clients by HTTP with TLS from the gateway, for new ones by TLS of their own.
import { EgressRoute } from "istio-mesh";

const gateway = {
  namespace: "istio-egress",
  serviceName: "istio-egressgateway",
  selector: { istio: "egressgateway" },
};
new EgressRoute("api-http", {
  ...gateway,
  host: "api.example.com",
  tls: { mode: "SIMPLE", caCertificates: "system" },
});
new EgressRoute("api-tls", { ...gateway, host: "api.example.com", protocol: "TLS" });
