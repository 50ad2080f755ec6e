import { istio, meshCases } from "../../../test/support/mesh-cases";
import { destinationRuleOverlap } from "./destination-rule-overlap";

const some = "trafficPolicy: {loadBalancer: {simple: RANDOM}}";
const mutual = "trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}";
const rule = (name: string, host: string, place = "shop", more = some) =>
  istio("DestinationRule", place, name, `{host: '${host}', ${more}}`);
const at = (name: string) => `info DestinationRule ${name} spec.host`;
const web = "web.shop.svc.cluster.local";
const inShop = "*.shop.svc.cluster.local";

meshCases(destinationRuleOverlap, {
  "leaves rules that are joined to others": { yaml: rule("a", "web") + rule("b", web) },
  "leaves other hosts alone": {
    yaml: rule("a", "web") + rule("b", "*.ui.svc.cluster.local") + rule("c", "api"),
  },
  "finds one host in two namespaces": {
    yaml: rule("a", "web") + rule("b", web, "ui"),
    says: [at("a"), at("b")],
    messages: [
      `"${web}" is what DestinationRule b.ui for "${web}" is for, too: a client follows one of them alone`,
      `"${web}" is what DestinationRule a.shop for "${web}" is for, too: a client follows one of them alone`,
    ],
  },
  "finds a wildcard around a host, and within another": {
    yaml: rule("a", "web") + rule("b", inShop) + rule("c", "*.local", "istio-system"),
    says: [at("a"), at("b"), at("c")],
  },
  "finds wildcards without a dot": {
    yaml: rule("a", "web") + rule("b", "*eb.shop.svc.cluster.local") + rule("c", "api"),
    says: [at("a"), at("b")],
  },
  "finds a wildcard without a dot within another": {
    yaml: rule("a", inShop) + rule("b", "*eb.shop.svc.cluster.local"),
    says: [at("a"), at("b")],
  },
  "finds everything": { yaml: rule("a", "*") + rule("b", "web"), says: [at("a"), at("b")] },
  "names three at most": {
    yaml: rule("a", inShop) + ["b", "c", "d", "e"].map((name) => rule(name, name)).join(""),
    says: ["a", "b", "c", "d", "e"].map(at),
    messages: [
      `"${inShop}" is what ${["b", "c", "d"].map((name) => `DestinationRule ${name}.shop for "${name}.shop.svc.cluster.local"`).join(", ")} and 1 more are for, too: a client follows one of them alone`,
      ...["b", "c", "d", "e"].map(
        (name) =>
          `"${name}.shop.svc.cluster.local" is what DestinationRule a.shop for "${inShop}" is for, too: a client follows one of them alone`,
      ),
    ],
  },
  "takes mutual TLS for the mesh as a default": {
    yaml: rule("a", "*.local", "istio-system", mutual) + rule("b", "web"),
  },
  "takes mutual TLS for all Services as a default": {
    yaml: rule("a", "*.svc.cluster.local", "istio-system", mutual) + rule("b", "web"),
  },
  "takes mutual TLS for the namespace as a default": {
    yaml: rule("a", inShop, "shop", mutual) + rule("b", "web"),
  },
  "finds mutual TLS for another namespace": {
    yaml: rule("a", inShop, "ui", mutual) + rule("b", "web"),
    says: [at("a"), at("b")],
  },
  "finds mutual TLS for one host": {
    yaml: rule("a", web, "ui", mutual) + rule("b", "web"),
    says: [at("a"), at("b")],
  },
  "leaves rules alone that no client sees both": {
    yaml:
      rule("a", "web", "shop", `exportTo: ['.'], ${some}`) +
      rule("b", web, "ui", `exportTo: ['.'], ${some}`),
  },
  "finds rules that one namespace sees both": {
    yaml:
      rule("a", "web", "shop", `exportTo: [ui], ${some}`) +
      rule("b", web, "ui", `exportTo: ['.'], ${some}`),
    says: [at("a"), at("b")],
  },
  "leaves rules for chosen clients alone": {
    yaml:
      rule("a", "web") + rule("b", web, "ui", `workloadSelector: {matchLabels: {app: x}}, ${some}`),
  },
});
