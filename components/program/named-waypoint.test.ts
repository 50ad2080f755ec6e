import * as k8s from "@pulumi/kubernetes";
import {
  each,
  later,
  pay,
  policy,
  service,
  space,
  waypoint,
} from "../../test/support/waypoint-programs";
import { Canary, ExternalService, ServiceRoute } from "..";

describe("a waypoint that an external service names", () => {
  each([
    [
      "is declared by nobody",
      [space(), pay({ waypoint: "wy" }), waypoint()],
      /^ExternalService "pay": waypoint: "wy" is a waypoint that nothing in this program declares; .*did you mean "way"\?$/,
    ],
    [
      "is in another namespace than is said",
      [space(), space({}, "egress"), waypoint({ namespace: "egress" }), pay({ waypoint: "way" })],
      /^ExternalService "pay": waypoint: "way" is .*Waypoint "way" of that name is in namespace egress: name that as well$/,
    ],
    [
      "lets no other namespace in",
      [
        space(),
        space({}, "egress"),
        waypoint({ namespace: "egress" }),
        pay({ waypoint: "way", waypointNamespace: "egress" }),
      ],
      /^ExternalService "pay": 1 argument.*\n {2}waypoint: is Waypoint "way", which lets no other namespace in; set its allowedNamespaces/,
    ],
    [
      "lets none in that it is declared after",
      [
        space(),
        space({}, "egress"),
        pay({ waypoint: "way", waypointNamespace: "egress" }),
        waypoint({ namespace: "egress" }),
      ],
      /^Waypoint "way": 1 argument.*\n {2}name: ExternalService "pay" relies on it: waypoint is Waypoint "way", which lets/,
    ],
    [
      "chooses other namespaces",
      [
        space(),
        space({ labels: { team: "edge" } }, "egress"),
        waypoint({ namespace: "egress", namespaceSelector: { team: "edge" } }),
        pay({ waypoint: "way", waypointNamespace: "egress" }),
      ],
      /^ExternalService "pay": waypoint: is Waypoint "way", whose namespaceSelector does not choose namespace shop: .*the label team: edge$/,
    ],
    [
      "chooses this namespace",
      [
        space({ labels: { team: "edge" } }),
        space({ labels: { team: "edge" } }, "egress"),
        waypoint({ namespace: "egress", namespaceSelector: { team: "edge" } }),
        pay({ waypoint: "way", waypointNamespace: "egress" }),
      ],
      "",
    ],
    [
      "may choose one of somebody else",
      [
        space({ adopt: true }),
        waypoint({ namespace: "egress", namespaceSelector: { team: "edge" } }),
        pay({ waypoint: "way", waypointNamespace: "egress" }),
      ],
      "",
    ],
    [
      "takes no requests to services",
      [space(), waypoint({ waypointFor: "workload" }), pay({ waypoint: "way" })],
      /^ExternalService "pay": .*\n {2}waypoint: is Waypoint "way", which is for "workload": requests to Services do not pass it/,
    ],
    [
      "takes nothing",
      [space(), waypoint({ waypointFor: "none" }), pay({ waypoint: "way" })],
      /which is for "none": nothing passes it/,
    ],
    [
      "takes all, and lets all in",
      [
        space(),
        space({}, "egress"),
        waypoint({ namespace: "egress", waypointFor: "all", allowedNamespaces: "All" }),
        pay({ waypoint: "way", waypointNamespace: "egress" }),
      ],
      "",
    ],
    [
      "is its own namespace's, named in full",
      [space(), waypoint(), pay({ waypoint: "way", waypointNamespace: "shop" })],
      "",
    ],
    [
      "turns out to let no other namespace in, which is told once",
      [
        space({}, "egress"),
        waypoint({ namespace: "egress" }),
        pay({ waypoint: "way", waypointNamespace: later("egress") }),
      ],
      /^ExternalService "pay": 1 argument[^\n]*\n {2}waypoint: is Waypoint "way", which lets no other namespace in[^\n]*$/,
    ],
    [
      "shuts a namespace out whose name arrives later",
      [
        space({}, "egress"),
        waypoint({ namespace: "egress" }),
        pay({ namespace: later("shop"), waypoint: "way", waypointNamespace: "egress" }),
      ],
      /^ExternalService "pay": waypoint: is Waypoint "way", which lets no other namespace in/,
    ],
    [
      "turns out to be nobody's",
      [space(), waypoint(), pay({ waypoint: later("wy") })],
      /^ExternalService "pay": waypoint: "wy" is a waypoint that nothing in this program declares/,
    ],
    ["turns out to be there", [space(), waypoint(), pay({ waypoint: later("way") })], ""],
    [
      "turns out to have the name that was said",
      [space(), waypoint({ name: later("way") }), pay({ waypoint: "way" })],
      "",
    ],
    [
      "is not there in a cluster of its own",
      [
        space(),
        waypoint(),
        () => {
          const provider = new k8s.Provider("other", { kubeconfig: "x" });
          new ExternalService(
            "pay",
            { namespace: "shop", hosts: ["a.example.com"], ports: [], waypoint: "way" },
            { provider },
          );
        },
      ],
      /ports: is empty/,
    ],
  ]);
});

describe("a waypoint that labels of a component name", () => {
  const labels = (name: string) => ({ labels: { "istio.io/use-waypoint": name } });
  const canary = (name: string) => () =>
    void new Canary("web", {
      namespace: "shop",
      service: "web",
      dialect: "gateway-api",
      port: 80,
      targetPort: 8080,
      versions: [
        { name: "v1", weight: 90 },
        { name: "v2", weight: 10 },
      ],
      ...labels(name),
    });
  each([
    [
      "is nobody's, in an external service",
      [space(), pay(labels("wy"))],
      /^ExternalService "pay": labels\["istio\.io\/use-waypoint"\]: "wy" is a waypoint that nothing/,
    ],
    [
      "is there, and is that of a policy",
      [space(), waypoint(), pay(labels("way")), policy("ServiceEntry", "pay")],
      "",
    ],
    ["is none on purpose", [space(), pay({ waypoint: "none" })], ""],
    [
      "is nobody's, in a canary",
      [space({ waypoint: "way" }), waypoint(), canary("wy")],
      /^Canary "web": labels\["istio\.io\/use-waypoint"\]: "wy" is a waypoint that nothing .*did you mean "way"\?$/,
    ],
  ]);
});

describe("a waypoint that a namespace or a Service names", () => {
  each([
    [
      "is in the namespace itself, which says so",
      [space({ waypoint: "way", waypointNamespace: "shop" }), waypoint()],
      "",
    ],
    [
      "turns out to be nobody's",
      [space({ waypoint: later("wy") }), waypoint({ enrolServices: ["web"] })],
      /^MeshNamespace "shop": waypoint: "wy" is a waypoint that nothing in this program declares/,
    ],
    [
      "is nobody's, by a label",
      [space(), service({ "istio.io/use-waypoint": "wy" })],
      /^Service "web": metadata\.labels\["istio\.io\/use-waypoint"\]: "wy" is a waypoint that nothing/,
    ],
    [
      "is for workloads, by a label",
      [space(), waypoint({ waypointFor: "workload" }), service({ "istio.io/use-waypoint": "way" })],
      /Service "web": .*\n {2}metadata\.labels\["istio\.io\/use-waypoint"\]: is Waypoint "way", which is for "workload"/,
    ],
    ["is none on purpose", [space(), service({ "istio.io/use-waypoint": "none" })], ""],
    [
      "is none on purpose, said later",
      [space(), service({ "istio.io/use-waypoint": later("none") })],
      "",
    ],
    [
      "does not choose the namespace that it enrols",
      [space(), waypoint({ enrol: true, namespaceSelector: { team: "edge" } })],
      /^Waypoint "way": enrol: is Waypoint "way", whose namespaceSelector does not choose namespace shop/,
    ],
    [
      "serves a route, with a name that arrives later",
      [
        space({ waypoint: later("way") }),
        waypoint(),
        () =>
          void new ServiceRoute("web", {
            namespace: "shop",
            service: "web",
            rules: [{ timeout: "1s" }],
          }),
      ],
      "",
    ],
  ]);
});
