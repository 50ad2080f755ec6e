import assert from "node:assert/strict";
import type { HttpbinArgs } from "./httpbin-args";
import { httpbinPlan } from "./httpbin-plan";

const plan = (args: Partial<HttpbinArgs> = {}) =>
  httpbinPlan("httpbin", { namespace: "shop", ...args });

describe("the plan of httpbin", () => {
  it("is the service of Istio's samples", () => {
    const { account, service, deployments } = plan().workload;
    const at = { name: "httpbin", namespace: "shop" };
    const none = { annotations: undefined };
    assert.deepEqual(account, { metadata: { ...at, ...none, labels: undefined } });
    assert.deepEqual(service, {
      metadata: { ...at, ...none, labels: { app: "httpbin", service: "httpbin" } },
      spec: {
        selector: { app: "httpbin" },
        ports: [{ name: "http", port: 8000, targetPort: 8080 }],
      },
    });
    assert.deepEqual(deployments, [
      {
        args: {
          metadata: { ...at, ...none, labels: { app: "httpbin" } },
          spec: {
            replicas: 1,
            selector: { matchLabels: { app: "httpbin" } },
            template: {
              metadata: { labels: { version: "v1", app: "httpbin" } },
              spec: {
                serviceAccountName: "httpbin",
                containers: [
                  {
                    name: "httpbin",
                    image: "docker.io/mccutchen/go-httpbin:v2.15.0",
                    imagePullPolicy: "IfNotPresent",
                    ports: [{ containerPort: 8080 }],
                  },
                ],
              },
            },
          },
        },
      },
    ]);
  });

  it("runs an image that listens elsewhere behind a port of choice", () => {
    const { service, deployments } = plan({
      image: "docker.io/kennethreitz/httpbin:latest",
      containerPort: 80,
      port: 80,
    }).workload;
    assert.deepEqual((service.spec as { ports: object }).ports, [
      { name: "http", port: 80, targetPort: 80 },
    ]);
    assert.match(JSON.stringify(deployments), /"image":"docker.io\/kennethreitz\/httpbin:latest"/);
    assert.match(JSON.stringify(deployments), /"containerPort":80\b/);
  });

  it("is known by full name and identity", () => {
    const { host, principal } = plan({ name: "echo" });
    assert.equal(host, "echo.shop.svc.cluster.local");
    assert.equal(principal, "cluster.local/ns/shop/sa/echo");
  });

  it("may run with no replica at all", () => {
    const [deployment] = plan({ replicas: 0 }).workload.deployments;
    assert.ok(deployment);
    assert.equal((deployment.args.spec as { replicas: number }).replicas, 0);
  });
});

describe("Httpbin refuses", () => {
  const refused: [string, Partial<HttpbinArgs>, RegExp][] = [
    ["a name that is no DNS label", { name: "http_bin" }, /name: "http_bin" is not a DNS label/],
    ["a version that no label can have", { version: "v 1" }, /version: "v 1" is not a label value/],
    ["port 0", { port: 0 }, /port: 0 is not a whole number between 1 and 65535/],
    ["a port that is too high", { containerPort: 70000 }, /containerPort: 70000 is not a whole/],
    ["less than no replica", { replicas: -1 }, /replicas: -1 is not a whole number of at least 0/],
    [
      "a label that selects its Pods",
      { labels: { version: "v2" } },
      /labels\["version"\]: "v2" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
