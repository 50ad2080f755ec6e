import assert from "node:assert/strict";
import { checks } from "../../analysis/mesh/checks";
import { readYaml } from "../read/yaml-objects";
import { difference } from "./against";
import { toldOf } from "./check-names";
import { judge } from "./judgement";

const service = `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80, name: http}]}
`;
const route = (name: string, ...hosts: string[]) => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${name}.shop.svc.cluster.local]
  http:
${hosts.map((host) => `  - match: [{uri: {prefix: /${host}}}]\n    route: [{destination: {host: ${host}}}]\n`).join("")}`;

const findings = (yaml: string) => {
  const objects = readYaml(yaml).objects.map(({ object, positionOf }) => ({
    object,
    placeOf: (path: string) => ({ file: "a.yaml", ...positionOf(path) }),
  }));
  const only = new Set(["virtual-service-host"]);
  assert.ok(toldOf(checks).some(({ id }) => only.has(id)));
  return judge({ objects, problems: [], skipped: [] }, { checks, chosen: only }).findings;
};

const names = (before: string, after: string) => {
  const { introduced, fixed, unchanged } = difference(findings(before), findings(after));
  const words = (all: typeof introduced) =>
    all.map(({ finding, place }) => `${place.line} ${finding.message.split(":")[0]}`);
  return { introduced: words(introduced), fixed: words(fixed), unchanged: words(unchanged) };
};

describe("two sets compared", () => {
  it("have in common what only moved to other lines and entries", () => {
    assert.deepEqual(
      names(service + route("a", "one", "two"), service + route("a", "cart", "two", "three")),
      { introduced: ['17 "three"'], fixed: ['13 "one"'], unchanged: ['15 "two"'] },
    );
  });

  it("tell the same mistake of another object as another one", () => {
    assert.deepEqual(names(service + route("a", "one"), service + route("b", "one")), {
      introduced: ['13 "one"'],
      fixed: ['13 "one"'],
      unchanged: [],
    });
  });

  it("count a mistake as often as it is made", () => {
    const { introduced, unchanged } = names(
      service + route("a", "one"),
      service + route("a", "one", "one"),
    );
    assert.deepEqual([introduced.length, unchanged.length], [1, 1]);
  });
});
