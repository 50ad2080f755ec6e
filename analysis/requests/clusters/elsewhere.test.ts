import assert from "node:assert/strict";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import { answer } from "../ask";
import { requestFromUrl } from "../from-url";
import type { Caller } from "../request";

const object = (
  apiVersion: string,
  kind: string,
  metadata: object,
  rest: object = {},
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { namespace: "shop", ...metadata },
  ...rest,
});

const service = object(
  "v1",
  "Service",
  { name: "web" },
  { spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80 }] } },
);
const pods = object(
  "apps/v1",
  "Deployment",
  { name: "web" },
  { spec: { template: { metadata: { labels: { app: "web" } } } } },
);
const entry = object(
  "networking.istio.io/v1",
  "ServiceEntry",
  { name: "far" },
  {
    spec: {
      hosts: ["far.example.com"],
      ports: [{ number: 80, name: "http", protocol: "HTTP" }],
      resolution: "DNS",
    },
  },
);
const secret = (labels: object) =>
  object("v1", "Secret", { name: "istio-remote-secret-west", namespace: "istio-system", labels });
const between = (mode: string) =>
  object(
    "networking.istio.io/v1",
    "Gateway",
    { name: "between", namespace: "istio-system" },
    {
      spec: {
        selector: { istio: "eastwestgateway" },
        servers: [
          {
            port: { number: 15443, name: "tls", protocol: "TLS" },
            tls: { mode },
            hosts: ["*.local"],
          },
        ],
      },
    },
  );

const namespace: KubernetesObject = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
};

const caller: Caller = { kind: "pod", namespace: "shop", mode: "sidecar" };

function assumed(url: string, ...objects: KubernetesObject[]) {
  const mesh = new Mesh([namespace, service, entry, ...objects]);
  return answer(mesh, requestFromUrl(caller, undefined, url)).assumed;
}

const web = "http://web.shop/";
const read = secret({ "istio/multiCluster": "true" });
const bySecret =
  "nobody in other clusters is taken to answer for web.shop.svc.cluster.local, and Secret istio-remote-secret-west.istio-system lets istiod read another one";
const byGateway =
  "nobody in other clusters is taken to answer for web.shop.svc.cluster.local, and a gateway lets others in by AUTO_PASSTHROUGH";

describe("who answers in another cluster of the mesh", () => {
  it("is taken to be nobody, where the set says that there is another", () => {
    assert.deepEqual(assumed(web, pods, read), [bySecret]);
    assert.deepEqual(assumed(web, pods, between("AUTO_PASSTHROUGH")), [byGateway]);
  });

  it("is so also where nobody answers in this one", () => {
    assert.deepEqual(assumed(web, read), [bySecret]);
  });

  it("is no question in a mesh of one cluster, or for a host of a ServiceEntry", () => {
    assert.equal(assumed(web, pods), undefined);
    assert.equal(assumed(web, pods, secret({ "istio/multicluster": "true" })), undefined);
    assert.equal(assumed(web, pods, between("PASSTHROUGH")), undefined);
    assert.equal(assumed("http://far.example.com/", read), undefined);
  });
});
