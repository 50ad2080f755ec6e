// Two hosts outside the mesh that are called through an egress gateway: one with plain HTTP, which the
// gateway encrypts, and one with TLS of the client's own, which it passes on.
// Look at: the requests in the gateway's access log, `kubectl -n istio-egress logs -l istio=egressgateway`.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, EgressGateway, EgressProtocol, EgressRoute } from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");

const egress = new EgressGateway("egress", { namespace: "istio-egress", charts });
const gateway = {
  namespace: egress.namespace,
  gatewayService: egress.name,
  selector: egress.selector,
};

const api = new EgressRoute(
  "api",
  { ...gateway, host: "api.example.com", tls: { mode: "SIMPLE", caCertificates: "system" } },
  { dependsOn: egress },
);
const mail = new EgressRoute(
  "mail",
  { ...gateway, host: "mail.example.com", protocol: EgressProtocol.Tls },
  { dependsOn: egress },
);

export const hosts = [api.host, mail.host];
