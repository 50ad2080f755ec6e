// Two hosts outside the mesh that are called through an egress gateway: one with plain HTTP, which the
// gateway encrypts, and one with TLS of the client's own, which it passes on.
// Look at: the requests in the gateway's access log, `kubectl -n istio-egress logs -l istio=egressgateway`.
import { EgressGateway, EgressProtocol, EgressRoute } from "istio-mesh";

const egress = new EgressGateway("egress", { namespace: "istio-egress" });
const gateway = {
  namespace: egress.namespace,
  serviceName: egress.serviceName,
  selector: egress.selector,
};

const api = new EgressRoute(
  "api",
  { ...gateway, host: "api.example.com", tls: { mode: "SIMPLE" } },
  { dependsOn: egress },
);
const mail = new EgressRoute(
  "mail",
  { ...gateway, host: "mail.example.com", protocol: EgressProtocol.Tls },
  { dependsOn: egress },
);

export const hosts = [api.host, mail.host];
