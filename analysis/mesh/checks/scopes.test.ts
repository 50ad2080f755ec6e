import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { callOutOfScope } from "./call-out-of-scope";
import { exportToNamespace } from "./export-to-namespace";
import { routingSelector } from "./routing-selector";
import { serviceEntryAddresses } from "./service-entry-addresses";
import { serviceEntryProtocol } from "./service-entry-protocol";
import { serviceEntryRepeated } from "./service-entry-repeated";
import { shortDestination, shortRuleHost } from "./short-host";
import { sidecarEgressHost } from "./sidecar-egress-host";
import { sidecarDefaultRivals, sidecarRivals } from "./sidecar-rivals";
import { virtualServiceUnknownHost } from "./virtual-service-unknown-host";

const scope = (...hosts: string[]) =>
  istio(
    "Sidecar",
    "ui",
    "s",
    `{egress: [{hosts: [${hosts.map((host) => `"${host}"`).join(", ")}]}]}`,
  );
const outside = (host: string) =>
  istio(
    "ServiceEntry",
    "shop",
    "e",
    `{hosts: [${host}], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS}`,
  );
const place = (name: string) => `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}}\n`;
const at = "warning Sidecar s spec.egress[0].hosts[0]";
const web = "web.shop.svc.cluster.local";

meshCases(sidecarEgressHost, {
  "takes wildcards": {
    yaml:
      service("shop", "web") + scope("*/*", "./*", "shop/*", "~/*", "*/*.shop.svc.cluster.local"),
  },
  "takes wildcards of hosts that the namespace declares": {
    yaml: outside("api.example.com") + scope("shop/*.example.com", "*/*.example.com"),
  },
  "finds a wildcard of which the namespace declares nothing": {
    yaml: outside("api.example.com") + scope("shop/*.example.org"),
    says: [at],
    messages: ['"shop/*.example.org": namespace shop declares no host that it stands for'],
  },
  "leaves a wildcard alone where no entries are declared": {
    yaml: service("shop", "web") + scope("shop/*.example.org"),
  },
  "leaves a wildcard of all namespaces alone": {
    yaml: outside("api.example.com") + scope("*/*.example.org"),
  },
  "finds a namespace that does not exist, and offers one": {
    yaml: place("shop") + place("ui") + scope("shpo/*"),
    says: [`${at} = "shop/*"`],
    messages: ['"shpo/*": there is no namespace shpo; did you mean "shop"?'],
  },
  "offers nothing for another namespace": {
    yaml: place("shop") + place("ui") + scope("accounts/*.accounts.svc.cluster.local"),
    says: [at],
  },
  "leaves namespaces alone that are not declared": {
    yaml: scope("accounts/*"),
    says: ["not declared: Namespace accounts"],
  },
  "takes a Service in its namespace": { yaml: service("shop", "web") + scope(`shop/${web}`) },
  "takes it from all": { yaml: service("shop", "web") + scope(`*/${web}`) },
  "offers the namespace that has it": {
    yaml: service("shop", "web") + scope(`ui/${web}`),
    says: [`${at} = "shop/${web}"`],
  },
  "reads a dot as its own namespace": {
    yaml: service("shop", "web") + scope(`./${web}`),
    says: [`${at} = "shop/${web}"`],
  },
  "offers the full name": {
    yaml: service("shop", "web") + scope("shop/web.shop"),
    says: [`${at} = "shop/${web}"`],
  },
  "offers one that is called nearly so": {
    yaml: service("shop", "web") + scope("shop/wbe.shop.svc.cluster.local"),
    says: [`${at} = "shop/${web}"`],
  },
  "leaves what is taken out alone": {
    yaml: service("shop", "web") + scope("./*", "~ui/wbe.shop.svc.cluster.local"),
  },
  "leaves what is not declared alone": {
    yaml: scope(`shop/${web}`),
    says: ["not declared: Service web.shop"],
  },
});

const side = (name: string, labels?: string, namespace = "ui") =>
  istio(
    "Sidecar",
    namespace,
    name,
    `{${labels ? `workloadSelector: {labels: {${labels}}}, ` : ""}egress: [{hosts: ["./*"]}]}`,
  );
const ambient =
  "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ui, labels: {istio.io/dataplane-mode: ambient}}\n";
const labels = (name: string) => `error Sidecar ${name} spec.workloadSelector.labels`;

meshCases(sidecarRivals, {
  "finds two for a Pod": {
    yaml:
      deployment("ui", "web", "app: web, tier: a") + side("a", "app: web") + side("b", "tier: a"),
    says: [labels("a"), labels("b")],
  },
  "takes different Pods": {
    yaml:
      deployment("ui", "web", "app: web") +
      deployment("ui", "db", "app: db") +
      side("a", "app: web") +
      side("b", "app: db"),
  },
  "takes different namespaces": {
    yaml:
      deployment("ui", "web", "app: web") + side("a", "app: web") + side("b", "app: web", "shop"),
  },
  "takes Pods in ambient": {
    yaml:
      ambient +
      deployment("ui", "web", "app: web, tier: a") +
      side("a", "app: web") +
      side("b", "tier: a"),
  },
});

meshCases(sidecarDefaultRivals, {
  "takes one with a selector": { yaml: side("a") + side("b", "app: web") },
  "counts a selector without labels": {
    yaml:
      side("a") + istio("Sidecar", "ui", "b", '{workloadSelector: {}, egress: [{hosts: ["./*"]}]}'),
    says: ["error Sidecar a metadata.name", "error Sidecar b metadata.name"],
  },
  "leaves ambient alone": { yaml: ambient + side("a") + side("b") },
});

meshCases(routingSelector, {
  "reads the labels of a DestinationRule": {
    yaml:
      deployment("ui", "web", "app: web") +
      istio(
        "DestinationRule",
        "ui",
        "r",
        "{host: db, workloadSelector: {matchLabels: {app: wbe}}}",
      ),
    says: ['warning DestinationRule r spec.workloadSelector.matchLabels.app = "web"'],
  },
  "takes an object without one": {
    yaml: deployment("ui", "web", "app: web") + istio("DestinationRule", "ui", "r", "{host: db}"),
  },
  "takes a WorkloadEntry": {
    yaml:
      istio("WorkloadEntry", "ui", "vm", "{address: 192.0.2.9, labels: {app: vm}}") +
      istio(
        "ServiceEntry",
        "ui",
        "e",
        "{hosts: [vm.internal], resolution: STATIC, workloadSelector: {labels: {app: vm}}, ports: [{number: 80, name: http, protocol: HTTP}]}",
      ),
  },
});

const entry = (name: string, port: string, more = "", namespace = "ui") =>
  istio(
    "ServiceEntry",
    namespace,
    name,
    `{hosts: [a.b], resolution: DNS, ${more}ports: [{${port}}]}`,
  );
const tcp = "number: 25, name: smtp, protocol: TCP";
const port = (name: string) => `warning ServiceEntry ${name} spec.ports[0]`;
const capturing = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: 'true'}}"}
`;

meshCases(serviceEntryAddresses, {
  "mentions a host that is alone at its port": {
    yaml: entry("e", tcp),
    says: [port("e").replace("warning", "info")],
  },
  "finds two hosts at one port": {
    yaml: entry("e", tcp) + entry("f", tcp).replace("a.b", "c.d"),
    says: [port("e"), port("f")],
    messages: [
      'port 25 is TCP, and there are no addresses to tell its host by, nor from "c.d"',
      'port 25 is TCP, and there are no addresses to tell its host by, nor from "a.b"',
    ],
  },
  "finds hosts of one ServiceEntry": {
    yaml: entry("e", tcp).replace("a.b", "a.b, c.d, e.f"),
    says: [port("e")],
    messages: [
      'port 25 is TCP, and there are no addresses to tell its host by, nor from "c.d" and 1 more',
    ],
  },
  "takes the other's addresses": {
    yaml: entry("e", tcp) + entry("f", tcp, "addresses: [192.0.2.1], ").replace("a.b", "c.d"),
    says: [port("e").replace("warning", "info")],
  },
  "takes another port": {
    yaml: entry("e", tcp) + entry("f", tcp.replace("25", "26")).replace("a.b", "c.d"),
    says: ["e", "f"].map((name) => port(name).replace("warning", "info")),
  },
  "finds it in small letters": {
    yaml: entry("e", "number: 25, name: smtp, protocol: tcp"),
    says: [port("e").replace("warning", "info")],
  },
  "finds no protocol": {
    yaml: entry("e", "number: 25, name: smtp"),
    says: [port("e").replace("warning", "info")],
  },
  "takes TLS": { yaml: entry("e", "number: 443, name: tls, protocol: TLS") },
  "takes addresses": { yaml: entry("e", tcp, "addresses: [192.0.2.1], ") },
  "takes DNS of sidecars": { yaml: capturing + entry("e", tcp) },
  "takes DNS of ztunnel": { yaml: ambient + entry("e", tcp) },
});

meshCases(serviceEntryProtocol, {
  "finds two protocols": {
    yaml:
      entry("e", "number: 80, name: http, protocol: HTTP") +
      entry("f", "number: 80, name: tcp, protocol: TCP", "addresses: [192.0.2.1], "),
    says: [port("e"), port("f")],
  },
  "takes big and small letters": {
    yaml:
      entry("e", "number: 80, name: http, protocol: HTTP") +
      entry("f", "number: 80, name: http, protocol: http"),
  },
  "takes different namespaces": {
    yaml:
      entry("e", "number: 80, name: http, protocol: HTTP", "exportTo: ['.'], ") +
      entry("f", "number: 80, name: grpc, protocol: GRPC", "exportTo: [shop], "),
  },
  "finds all namespaces beside one": {
    yaml:
      entry("e", "number: 80, name: http, protocol: HTTP", "exportTo: ['.'], ") +
      entry("f", "number: 80, name: grpc, protocol: GRPC"),
    says: [port("e"), port("f")],
  },
});

meshCases(serviceEntryRepeated, {
  "finds the same port": {
    yaml:
      entry("e", "number: 80, name: http, protocol: HTTP") +
      entry("f", "number: 80, name: http, protocol: HTTP", "", "shop"),
    says: [port("e"), port("f")],
  },
  "leaves two protocols to their check": {
    yaml:
      entry("e", "number: 80, name: http, protocol: HTTP") +
      entry("f", "number: 80, name: grpc, protocol: GRPC"),
  },
});

const space = (name: string) => `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}}\n`;
const exported = (...names: string[]) =>
  istio(
    "DestinationRule",
    "ui",
    "r",
    `{host: web, exportTo: [${names.map((name) => `"${name}"`).join(", ")}]}`,
  );

meshCases(exportToNamespace, {
  "takes all that stand for some": { yaml: space("ui") + exported("*") },
  "takes its own and the root": { yaml: space("ui") + exported(".", "istio-system") },
  "takes one in which something is": {
    yaml: space("ui") + service("shop", "web") + exported("shop"),
  },
  "offers one that is called nearly so": {
    yaml: space("ui") + space("backend") + exported("bakend"),
    says: ['warning DestinationRule r spec.exportTo[0] = "backend"'],
  },
  "tells of one that is not there": {
    yaml: space("ui") + exported("payments"),
    says: ["info DestinationRule r spec.exportTo[0]"],
  },
  "leaves it alone where no Namespace is declared": {
    yaml: exported("payments"),
    says: ["not declared: Namespace payments"],
  },
});

const route = (host: string, hosts = "ui") =>
  istio(
    "VirtualService",
    "ui",
    "vs",
    `{hosts: [${hosts}], http: [{route: [{destination: {host: ${host}}}]}]}`,
  );
const destination = "error VirtualService vs spec.http[0].route[0].destination.host";

meshCases(shortDestination, {
  "finds a Service": {
    yaml: service("shop", "web") + route("web.shop"),
    says: [`${destination} = "${web}"`],
  },
  "finds one with svc": {
    yaml: service("shop", "web") + route("web.shop.svc"),
    says: [`${destination} = "${web}"`],
  },
  "finds one in another domain": {
    yaml: service("shop", "web") + route("web.shop.svc.cluster.locl"),
    says: [`${destination} = "${web}"`],
  },
  "finds a namespace": {
    yaml: service("shop", "api") + route("web.shop"),
    says: [`${destination} = "${web}"`],
  },
  "leaves a host outside alone": { yaml: service("shop", "web") + route("web.example") },
  "leaves a host of the cluster set alone": {
    yaml: service("shop", "web") + route("web.shop.svc.clusterset.local"),
  },
  "leaves one alone that a ServiceEntry has": {
    yaml:
      service("shop", "web") +
      istio(
        "ServiceEntry",
        "ui",
        "e",
        "{hosts: [web.shop], ports: [{number: 80, name: http, protocol: HTTP}]}",
      ) +
      route("web.shop"),
  },
});

meshCases(shortRuleHost, {
  "finds a Service": {
    yaml: service("shop", "web") + route(web, "web.shop"),
    says: [`warning VirtualService vs spec.hosts[0] = "${web}"`],
  },
  "leaves a namespace alone that may be a domain": {
    yaml: service("shop", "api") + route(web, "web.shop"),
  },
});

const asked = "VirtualService vs spec.hosts[0]";

meshCases(virtualServiceUnknownHost, {
  "warns of a Service": {
    yaml: service("ui", "web") + route("web", "wbe"),
    says: [`warning ${asked} = "web"`],
  },
  "tells of a host outside": {
    yaml: service("ui", "web") + route("web", "a.b"),
    says: [`info ${asked}`],
  },
  "leaves it to the check of destinations": { yaml: service("ui", "web") + route("wbe", "wbe") },
  "leaves wildcards alone": { yaml: service("ui", "web") + route("web", '"*.a.b"') },
  "does not know of Services that other clusters export": {
    yaml: service("ui", "web") + route("web", "web.ui.svc.clusterset.local"),
    says: ['not declared: host "web.ui.svc.clusterset.local"'],
  },
});

const runs = (command: string) => `---
apiVersion: v1
kind: Namespace
metadata: {name: ui, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: clock, namespace: ui}
spec:
  template:
    metadata: {labels: {app: clock}}
    spec: {containers: [{name: clock, command: ["${command}"]}]}
`;
const closedScope = istio(
  "Sidecar",
  "ui",
  "s",
  '{outboundTrafficPolicy: {mode: REGISTRY_ONLY}, egress: [{hosts: ["shop/*"]}]}',
);

meshCases(callOutOfScope, {
  "knows an address by its scheme": {
    yaml: service("ui", "sleep") + runs("http://sleep") + closedScope,
    says: ["warning Sidecar s spec.egress"],
  },
  "takes no path for an address": {
    yaml: service("ui", "sleep") + runs("/bin/sleep") + closedScope,
  },
  "takes a policy without a mode for a closed one, as istiod does": {
    yaml:
      service("ui", "sleep") +
      runs("http://sleep") +
      closedScope.replace("mode: REGISTRY_ONLY", ""),
    says: ["warning Sidecar s spec.egress"],
  },
});
