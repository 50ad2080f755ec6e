import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../../test/support/record";
import type { CoolstoreArgs } from "./coolstore-args";
import { coolstorePlan } from "./coolstore-plan";

const plan = (args: Partial<CoolstoreArgs> = {}) =>
  coolstorePlan("shop", { namespace: "istioinaction", ...args });

// biome-ignore lint/suspicious/noExplicitAny: objects are read by their paths
type Plain = any;

/** All Deployments as plain values, by name. */
async function deployments(args?: Partial<CoolstoreArgs>): Promise<Record<string, Plain>> {
  const list = plan(args).services.flatMap((service) => service.deployments.map((d) => d.args));
  const known: Plain[] = await settled(pulumi.output(list as object[]));
  return Object.fromEntries(known.map((deployment) => [deployment.metadata.name, deployment]));
}

const namespaceVariable = {
  name: "KUBERNETES_NAMESPACE",
  valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } },
};

describe("the workloads of the book", () => {
  it("are three services, of which catalog runs in its first version", () => {
    assert.deepEqual(
      plan().services.map(({ name, deployments }) => [name, deployments.map((d) => d.version)]),
      [
        ["webapp", [undefined]],
        ["catalog", ["v1"]],
        ["forum", ["v1"]],
      ],
    );
  });

  it("have Services at port 80 in front of their own ports", () => {
    assert.deepEqual(
      plan().services.map(({ service }) => service.spec),
      [
        ["webapp", 8080],
        ["catalog", 3000],
        ["forum", 8080],
      ].map(([app, targetPort]) => ({
        selector: { app },
        ports: [{ name: "http", port: 80, targetPort }],
      })),
    );
  });

  it("make of webapp a Pod without version, which is told where the others are", async () => {
    const { webapp } = await deployments();
    assert.deepEqual(webapp.spec, {
      replicas: 1,
      selector: { matchLabels: { app: "webapp" } },
      template: {
        metadata: { labels: { app: "webapp" } },
        spec: {
          serviceAccountName: "webapp",
          containers: [
            {
              name: "webapp",
              image: "docker.io/istioinaction/webapp:latest",
              imagePullPolicy: "IfNotPresent",
              ports: [{ name: "http", containerPort: 8080 }],
              securityContext: { privileged: false },
              env: [
                namespaceVariable,
                { name: "CATALOG_SERVICE_HOST", value: "catalog.istioinaction" },
                { name: "CATALOG_SERVICE_PORT", value: "80" },
                { name: "FORUM_SERVICE_HOST", value: "forum.istioinaction" },
                { name: "FORUM_SERVICE_PORT", value: "80" },
              ],
            },
          ],
        },
      },
    });
  });

  it("tell the versions of catalog apart by label and by whether it shows images", async () => {
    const found = await deployments({ catalogVersions: ["v1", "v2"] });
    assert.deepEqual(Object.keys(found), ["webapp", "catalog", "catalog-v2", "forum"]);
    const seen = [found.catalog, found["catalog-v2"]].map(({ spec: { selector, template } }) => [
      selector.matchLabels,
      template.metadata.labels,
      template.spec.serviceAccountName,
      template.spec.containers[0].env,
    ]);
    const v1 = { app: "catalog", version: "v1" };
    const v2 = { app: "catalog", version: "v2" };
    assert.deepEqual(seen, [
      [v1, v1, "catalog", [namespaceVariable]],
      [v2, v2, "catalog", [namespaceVariable, { name: "SHOW_IMAGE", value: "true" }]],
    ]);
  });

  it("may do without the first version of catalog", async () => {
    assert.deepEqual(Object.keys(await deployments({ catalogVersions: ["v2"], forum: false })), [
      "webapp",
      "catalog-v2",
    ]);
  });

  it("annotate the Pods of one service, and no others", async () => {
    const annotations = { "proxy.istio.io/config": "tracing: {sampling: 10}" };
    const found = await deployments({
      catalogVersions: ["v1", "v2"],
      podAnnotations: { catalog: annotations },
    });
    assert.deepEqual(
      Object.entries(found).map(([name, { spec }]) => [name, spec.template.metadata.annotations]),
      [
        ["webapp", undefined],
        ["catalog", annotations],
        ["catalog-v2", annotations],
        ["forum", undefined],
      ],
    );
  });

  it("are called by webapp at other hosts, where it is told so", async () => {
    const { webapp } = await deployments({
      forum: false,
      upstreams: { forum: pulumi.output("forum.forum-services") },
    });
    const addresses = webapp.spec.template.spec.containers[0].env
      .filter(({ name }: Plain) => name.endsWith("_HOST"))
      .map(({ value }: Plain) => value);
    assert.deepEqual(addresses, ["catalog.istioinaction", "forum.forum-services"]);
  });

  it("let forum ask the world for users, unless it has its own", async () => {
    const envOf = async (localUsers?: boolean) => {
      const { forum } = await deployments({ localUsers });
      assert.equal(forum.spec.revisionHistoryLimit, 2);
      return forum.spec.template.spec.containers[0].env;
    };
    const local = (value: string) => [namespaceVariable, { name: "LOCAL_USERS", value }];
    assert.deepEqual(await envOf(), [namespaceVariable]);
    assert.deepEqual(await envOf(true), local("true"));
    assert.deepEqual(await envOf(false), local("false"));
  });

  it("come from another registry, with another tag, or as images of your own", async () => {
    const found = await deployments({
      registry: "registry.example.com/shop",
      tag: "1.0",
      images: { catalog: "registry.example.com/catalog:2" },
    });
    const images = Object.values(found).map(({ spec }) => spec.template.spec.containers[0].image);
    assert.deepEqual(images, [
      "registry.example.com/shop/webapp:1.0",
      "registry.example.com/catalog:2",
      "registry.example.com/shop/forum:1.0",
    ]);
  });

  it("are known by full name and by identity", () => {
    const { hosts, principals } = plan({ forum: false });
    assert.deepEqual(hosts, {
      webapp: "webapp.istioinaction.svc.cluster.local",
      catalog: "catalog.istioinaction.svc.cluster.local",
    });
    assert.deepEqual(principals, {
      webapp: "cluster.local/ns/istioinaction/sa/webapp",
      catalog: "cluster.local/ns/istioinaction/sa/catalog",
    });
  });

  it("follow a namespace that is known only later", async () => {
    const { webapp } = await deployments({ namespace: pulumi.output("later") });
    assert.equal(webapp.metadata.namespace, "later");
    assert.equal(webapp.spec.template.spec.containers[0].env[1].value, "catalog.later");
  });
});

describe("Coolstore refuses", () => {
  const refused: [string, Partial<CoolstoreArgs>, RegExp][] = [
    [
      "an unknown version of catalog",
      { catalogVersions: ["v1", "v3"] },
      /catalogVersions\[1\]: "v3" is unknown; allowed: v1, v2/,
    ],
    [
      "an image that is none",
      { images: { webapp: "https://a.example.com/webapp" } },
      /images\.webapp: .*is not an image; write for example/,
    ],
    ["no catalog at all", { catalogVersions: [] }, /catalogVersions: is empty; allowed: v1, v2/],
    [
      "users for a forum that is not there",
      { forum: false, localUsers: true },
      /localUsers: true is for forum, and forum is false/,
    ],
    [
      "annotations for a forum that is not there",
      { forum: false, podAnnotations: { forum: { a: "b" } } },
      /podAnnotations\.forum: .*is for forum, and forum is false/,
    ],
    [
      "a key of an annotation that is none",
      { podAnnotations: { webapp: { "a b": "x" } } },
      /podAnnotations\.webapp\["a b"\]: "a b" is not a valid key/,
    ],
    [
      "an image for a forum that is not there",
      { forum: false, images: { forum: "mine" } },
      /images\.forum: "mine" is for forum, and forum is false/,
    ],
    [
      "a host with a port to call",
      { upstreams: { catalog: "catalog.shop:80" } },
      /upstreams\.catalog: "catalog\.shop:80" /,
    ],
    ["half a replica", { replicas: 0.5 }, /replicas: 0\.5 is not a whole number/],
    [
      "a namespace that is no DNS label",
      { namespace: "Shop" },
      /namespace: "Shop" is not a DNS label.*did you mean "shop"/,
    ],
    [
      "a label that selects its Pods",
      { labels: { app: "x" } },
      /labels\["app"\]: "x" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
