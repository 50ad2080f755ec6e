import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { serviceEntryOfService } from "./service-entry-of-service";

const host = "web.shop.svc.cluster.local";
const entry = (namespace: string, resolution: string) =>
  istio(
    "ServiceEntry",
    namespace,
    "e",
    `{hosts: [a.b, ${host}], ports: [{number: 80, name: http, protocol: HTTP}], resolution: ${resolution}}`,
  );

meshCases(serviceEntryOfService, {
  "finds the name of a Service": {
    yaml: service("shop", "web") + entry("shop", "DNS"),
    says: ["warning ServiceEntry e spec.hosts[1]"],
    messages: [`"${host}" is Service web.shop, which istiod takes instead of this`],
    related: [["Service web.shop"]],
  },
  "finds one without a resolution": {
    yaml: service("shop", "web") + entry("shop", "NONE"),
    says: ["warning ServiceEntry e spec.hosts[1]"],
  },
  "takes addresses, which are joined": {
    yaml: service("shop", "web") + entry("shop", "STATIC"),
  },
  "takes another namespace, whose clients may follow it": {
    yaml: service("shop", "web") + entry("ui", "DNS"),
  },
  "takes a name of no Service": { yaml: service("shop", "wab") + entry("shop", "DNS") },
  "takes a Service that is another name": {
    yaml:
      service("shop", "web").replace(
        "selector: {app: web}",
        "type: ExternalName, externalName: a.b",
      ) + entry("shop", "DNS"),
  },
});
