import assert from "node:assert/strict";
import { newCertificate } from "../support/certificates";
import { eventually, must } from "../support/command";
import type { Metered } from "../support/edge-meter";
import { Lab } from "../support/lab";
import { Meter } from "../support/meter";

const ca = newCertificate({ commonName: "servers", ca: true });
const certificates = Object.fromEntries(
  ["one", "two"].map((name) => [
    name,
    newCertificate({ commonName: name, dnsNames: ["*.example.com"], issuer: ca }),
  ]),
);
const stays = "stay.example.com";
const first = {
  hosts: ["a.example.com", stays],
  certificate: "one",
  credentialName: "tls",
  mode: "SIMPLE",
  routes: 3,
};

// What clients see of hosts that stay, while others come and go beside them.
describe("an application at the edge, changed while requests come in", function () {
  this.timeout(900_000);
  const lab = new Lab("test-edge-changes", "edge", "test/cluster/programs/edge-changes");
  const meter = new Meter(lab);
  const addresses: Record<string, string> = {};
  let state = first;
  let settings: Record<string, unknown> = {};

  const configure = (next: typeof first) => {
    state = next;
    lab.configureWith({ ...settings, "istio-mesh-test-edge-changes:state": next });
  };

  before("deploys it", async () => {
    const script = 'echo "$ISTIO_MESH_CHARTS"; echo "$ISTIO_MESH_GATEWAY_API"';
    const paths = await must("lab/lab", ["tools", "sh", "-c", script]);
    const [charts, gatewayApi] = paths.trim().split("\n");
    settings = {
      "kubernetes:enableSecretMutable": "true",
      "istio-mesh-test-edge-changes:charts": { path: charts },
      "istio-mesh-test-edge-changes:gatewayApi": gatewayApi,
      "istio-mesh-test-edge-changes:certificates": certificates,
      "istio-mesh-test-edge-changes:clientCa": ca.certificate,
    };
    await lab.up();
    configure(first);
    await lab.deploy();
    const { address, gatewayAddress } = await lab.outputs();
    addresses.istio = String(address);
    addresses["gateway-api"] = String(gatewayAddress);
  });
  after(() => lab.down());

  const questions = (): Metered[] =>
    Object.entries(addresses).flatMap(([dialect, address]) => {
      const common = { address, host: stays, path: "/status/200" };
      return [
        { ...common, name: `${dialect} http` },
        { ...common, name: `${dialect} route`, path: "/headers/2" },
        ...first.hosts.map((host) => ({
          ...{ ...common, host, ca: ca.certificate },
          name: `${dialect} https ${host}`,
        })),
      ];
    });

  const changes: [what: string, change: Partial<typeof first>][] = [
    [
      "a host before it comes, and its certificate is another",
      { hosts: ["b.example.com", ...first.hosts], certificate: "two" },
    ],
    ["a host goes, and routes no longer fit one HTTPRoute", { hosts: first.hosts, routes: 20 }],
    ["routes fit one HTTPRoute again", { routes: 3 }],
  ];
  for (const [what, change] of changes) {
    it(`answers every request when ${what}`, async () => {
      await eventually(async () => {
        const seen = await meter.during(questions(), async () => {});
        assert.deepEqual(
          Object.values(seen).map((one) => Object.keys(one)),
          questions().map(() => ["200"]),
        );
      }, 60);
      configure({ ...state, ...change });
      const seen = await meter.during(questions(), () => lab.deploy());
      for (const [name, answers] of Object.entries(seen)) {
        assert.deepEqual(Object.keys(answers), ["200"], `${name}: ${JSON.stringify(answers)}`);
        assert.ok((answers["200"] ?? 0) > 50, name);
      }
    });
  }
});
