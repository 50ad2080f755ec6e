import { deployment, istio, meshCases, namespace } from "../../../test/support/mesh-cases";
import { gatewayOnApplication } from "./gateway-on-application";

const inside = namespace("shop", "istio-injection: enabled");
const web = deployment("shop", "web", "app: web").replace("name: app,", "name: app, image: web,");
const gateway = istio(
  "Gateway",
  "shop",
  "g",
  "{selector: {app: web}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.b]}]}",
);

meshCases(gatewayOnApplication, {
  "finds an application": {
    yaml: inside + web + gateway,
    says: ["error Gateway g spec.selector"],
    messages: ["app=web chooses Deployment web.shop, with an application and a sidecar"],
    related: [["Deployment web.shop"]],
  },
  "takes Pods whose image the injector writes": {
    yaml: inside + web.replace("image: web", "image: auto") + gateway,
  },
  "takes a proxy of one's own": {
    yaml: inside + web.replace("name: app", "name: istio-proxy") + gateway,
  },
  "takes Pods of a gateway": {
    yaml:
      inside +
      web.replace("labels:", "annotations: {inject.istio.io/templates: gateway}, labels:") +
      gateway,
  },
  "takes Pods without a sidecar, which may be a gateway": { yaml: web + gateway },
  "takes a gateway beside an application": {
    yaml:
      inside +
      web +
      deployment("shop", "door", "app: web").replace(
        "labels:",
        "annotations: {inject.istio.io/templates: gateway}, labels:",
      ) +
      gateway,
  },
  "leaves a selector alone that chooses nobody": { yaml: inside + gateway },
});
