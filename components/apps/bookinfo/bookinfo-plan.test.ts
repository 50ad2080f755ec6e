import assert from "node:assert/strict";
import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../../test/support/record";
import versions from "../../../versions.json";
import type { BookinfoArgs } from "./bookinfo-args";
import { bookinfoPlan } from "./bookinfo-plan";

const plan = (args: Partial<BookinfoArgs> = {}) =>
  bookinfoPlan("bookinfo", { namespace: "shop", ...args });
const deploymentsOf = (args?: Partial<BookinfoArgs>) =>
  plan(args).services.flatMap(({ deployments }) => deployments.map((d) => d.args));

// biome-ignore lint/suspicious/noExplicitAny: inputs are read as the plain values they are here
const podOf = (deployment: k8s.apps.v1.DeploymentArgs) => (deployment.spec as any).template;

describe("Bookinfo's workloads", () => {
  it("are four services and six Deployments", () => {
    assert.deepEqual(
      plan().services.map(({ name, deployments }) => [name, deployments.map((d) => d.version)]),
      [
        ["details", ["v1"]],
        ["ratings", ["v1"]],
        ["reviews", ["v1", "v2", "v3"]],
        ["productpage", ["v1"]],
      ],
    );
  });

  it("have the images of Istio's samples", async () => {
    const images = await settled(
      pulumi.all(deploymentsOf().map((d) => pulumi.output(podOf(d).spec.containers[0].image))),
    );
    assert.deepEqual(
      images,
      ["details-v1", "ratings-v1", "reviews-v1", "reviews-v2", "reviews-v3", "productpage-v1"].map(
        (suffix) => `docker.io/istio/examples-bookinfo-${suffix}:${versions.bookinfo}`,
      ),
    );
  });

  it("are told apart by app and version, and identified by one account per service", () => {
    const [, , , reviews] = deploymentsOf();
    const identity = { app: "reviews", version: "v2" };
    assert.ok(reviews);
    assert.deepEqual((reviews.spec as { selector: object }).selector, { matchLabels: identity });
    assert.deepEqual(podOf(reviews).metadata.labels, identity);
    assert.equal(podOf(reviews).spec.serviceAccountName, "bookinfo-reviews");
  });

  it("have the folders that their images write to", () => {
    const volumes = deploymentsOf().map((d) =>
      (podOf(d).spec.volumes ?? []).map(({ name }: { name: string }) => name),
    );
    const reviews = ["tmp", "wlp-output"];
    assert.deepEqual(volumes, [[], [], reviews, reviews, reviews, ["tmp"]]);
  });

  it("may run with no replica at all", () => {
    const replicas = deploymentsOf({ replicas: 0 }).map(
      (d) => (d.spec as { replicas: number }).replicas,
    );
    assert.deepEqual(new Set(replicas), new Set([0]));
  });

  it("have a details that asks the book search in the clear, for the mesh to encrypt", () => {
    const [v1, v2] = deploymentsOf({ details: ["v1", "v2"] });
    assert.ok(v1 && v2);
    assert.equal(podOf(v1).spec.containers[0].env, undefined);
    assert.deepEqual(podOf(v2).spec.containers[0].env, [{ name: "DO_NOT_ENCRYPT", value: "true" }]);
  });

  it("have the identity of their account", () => {
    assert.deepEqual(plan().principals, {
      details: "cluster.local/ns/shop/sa/bookinfo-details",
      ratings: "cluster.local/ns/shop/sa/bookinfo-ratings",
      reviews: "cluster.local/ns/shop/sa/bookinfo-reviews",
      productpage: "cluster.local/ns/shop/sa/bookinfo-productpage",
    });
  });

  it("run the chosen versions of reviews only", () => {
    const names = plan({ reviews: ["v1", "v3"] }).services[2]?.deployments.map((d) => d.version);
    assert.deepEqual(names, ["v1", "v3"]);
  });
});

const serviceOf = (args: Partial<BookinfoArgs>, wanted: string) =>
  plan(args).services.find(({ name }) => name === wanted);

describe("Bookinfo's ratings", () => {
  it("ask MongoDB as v2, which runs beside them and has an identity of its own", async () => {
    const ratings = serviceOf({ ratings: ["v2"] }, "ratings");
    const [v2] = ratings?.deployments ?? [];
    assert.ok(v2);
    assert.equal(v2.account?.metadata.name, "bookinfo-ratings-v2");
    assert.equal(podOf(v2.args).spec.serviceAccountName, "bookinfo-ratings-v2");
    assert.deepEqual(podOf(v2.args).spec.containers[0].env, [
      { name: "MONGO_DB_URL", value: "mongodb://mongodb:27017/test" },
    ]);
    const mongodb = serviceOf({ ratings: ["v2"] }, "mongodb");
    assert.deepEqual(mongodb?.service.spec, {
      selector: { app: "mongodb" },
      ports: [{ name: "mongo", port: 27017 }],
    });
    const [database] = mongodb?.deployments ?? [];
    assert.ok(database);
    const [container] = podOf(database.args).spec.containers;
    assert.deepEqual(container.args, ["--ipv6", "--bind_ip_all"]);
    assert.equal(
      await settled(pulumi.output(container.image)),
      `docker.io/istio/examples-bookinfo-mongodb:${versions.bookinfo}`,
    );
    assert.deepEqual(Object.keys(plan({ ratings: ["v2"] }).principals), [
      ...["details", "ratings", "ratings-v2", "reviews", "productpage", "mongodb"],
    ]);
  });

  it("ask MySQL in the cluster or on a machine, with one image and the password of its Secret", async () => {
    const args = { ratings: ["v2-mysql", "v2-mysql-vm"], mysqlPassword: "s3cret" };
    const { services } = plan(args);
    const pods = services
      .filter(({ name }) => name === "ratings")
      .flatMap(({ deployments }) => deployments.map((one) => podOf(one.args).spec.containers[0]));
    const seen = await settled(
      pulumi.all(pods.map(({ env, image }) => pulumi.output({ env, image }))),
    );
    assert.deepEqual(
      seen,
      ["mysqldb", "mysqldb.vm.svc.cluster.local"].map((host) => ({
        image: `docker.io/istio/examples-bookinfo-ratings-v2:${versions.bookinfo}`,
        env: [
          { name: "DB_TYPE", value: "mysql" },
          { name: "MYSQL_DB_HOST", value: host },
          { name: "MYSQL_DB_PORT", value: "3306" },
          { name: "MYSQL_DB_USER", value: "root" },
          { name: "MYSQL_DB_PASSWORD", value: "s3cret" },
        ],
      })),
    );
    const mysqldb = services.find(({ name }) => name === "mysqldb");
    const data = await settled(pulumi.output(mysqldb?.secret?.data));
    assert.deepEqual(data, { rootpasswd: Buffer.from("s3cret").toString("base64") });
    const entries = mysqldb?.secret?.data as Record<string, pulumi.Output<string>> | undefined;
    assert.ok(entries?.rootpasswd && (await pulumi.isSecret(entries.rootpasswd)));
  });

  it("need no database in the cluster when it is on a machine", () => {
    const names = plan({ ratings: ["v2-mysql-vm"] }).services.map(({ name }) => name);
    assert.deepEqual(names, ["details", "ratings", "reviews", "productpage"]);
  });

  it("fail on purpose by their image", async () => {
    const [, ratings] = plan({ ratings: ["v-faulty"] }).services;
    const [faulty] = ratings?.deployments ?? [];
    assert.ok(faulty);
    const { image } = podOf(faulty.args).spec.containers[0];
    assert.equal(
      await settled(pulumi.output(image)),
      `docker.io/istio/examples-bookinfo-ratings-v-faulty:${versions.bookinfo}`,
    );
  });
});

describe("Bookinfo's Services and Pods", () => {
  it("have addresses of both families, and the type that is asked for", () => {
    const args: Partial<BookinfoArgs> = {
      services: {
        productpage: { type: "NodePort" },
        ratings: { ipFamilies: ["IPv6", "IPv4"] },
        details: { ipFamilies: ["IPv6"] },
      },
    };
    const specOf = (name: string) => serviceOf(args, name)?.service.spec;
    const ports = [{ name: "http", port: 9080 }];
    assert.deepEqual(specOf("productpage"), {
      type: "NodePort",
      selector: { app: "productpage" },
      ports,
    });
    assert.deepEqual(specOf("ratings"), {
      ipFamilyPolicy: "RequireDualStack",
      ipFamilies: ["IPv6", "IPv4"],
      selector: { app: "ratings" },
      ports,
    });
    assert.deepEqual(specOf("details"), {
      ipFamilyPolicy: "SingleStack",
      ipFamilies: ["IPv6"],
      selector: { app: "details" },
      ports,
    });
    assert.deepEqual(specOf("reviews"), { selector: { app: "reviews" }, ports });
  });

  it("name the waypoint that their requests pass, by a label of the Service itself", () => {
    const args: Partial<BookinfoArgs> = {
      services: { details: { waypoint: "bookinfo-details" }, ratings: { waypoint: "none" } },
    };
    const labelsOf = (name: string) =>
      (serviceOf(args, name)?.service.metadata as { labels?: object } | undefined)?.labels;
    assert.deepEqual(["details", "ratings", "reviews"].map(labelsOf), [
      { app: "details", service: "details", "istio.io/use-waypoint": "bookinfo-details" },
      { app: "ratings", service: "ratings", "istio.io/use-waypoint": "none" },
      { app: "reviews", service: "reviews" },
    ]);
  });

  it("keep to the level restricted, but for the databases, which start as root", () => {
    const contexts = deploymentsOf({ restricted: true, ratings: ["v2"], reviews: ["v1"] }).map(
      (d) => podOf(d).spec.containers[0].securityContext,
    );
    const own = {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    };
    assert.deepEqual(contexts, [own, own, own, own, undefined]);
    const [open] = deploymentsOf({ restricted: false });
    assert.equal(open && podOf(open).spec.containers[0].securityContext, undefined);
  });
});

describe("Bookinfo refuses", () => {
  const refused: [string, Partial<BookinfoArgs>, RegExp][] = [
    [
      "an unknown version of reviews",
      { reviews: ["v4"] },
      /reviews\[0\]: "v4" is unknown; allowed: v1, v2, v3/,
    ],
    [
      "images that are nowhere",
      { registry: "a.example.com/", tag: "v 1" },
      /registry: .*write "a\.example\.com"\n.*tag: "v 1" is not a tag/,
    ],
    [
      "an unknown version of details",
      { details: ["v3"] },
      /details\[0\]: "v3" is unknown; allowed: v1, v2/,
    ],
    ["a version twice", { reviews: ["v1", "v1"] }, /reviews\[1\]: "v1" is listed twice/],
    ["no version at all", { reviews: [] }, /reviews: is empty; allowed: v1, v2, v3/],
    [
      "an unknown version of ratings",
      { ratings: ["v3"] },
      /ratings\[0\]: "v3" is unknown; allowed: v1, v2, v2-mysql, v2-mysql-vm, v-faulty/,
    ],
    [
      "a password that nobody asks for",
      { ratings: ["v2"], mysqlPassword: "x" },
      /mysqlPassword: is for versions v2-mysql and v2-mysql-vm of ratings; leave it out/,
    ],
    [
      "an unknown type of a Service",
      { services: { productpage: { type: "ExternalName" as "NodePort" } } },
      /services.productpage.type: "ExternalName" is unknown; allowed: LoadBalancer, NodePort, ClusterIP/,
    ],
    [
      "an unknown family of addresses",
      { services: { ratings: { ipFamilies: ["IPv5" as "IPv4"] } } },
      /services.ratings.ipFamilies\[0\]: "IPv5" is unknown; allowed: IPv4, IPv6/,
    ],
    [
      "a family twice",
      { services: { ratings: { ipFamilies: ["IPv4", "IPv4"] } } },
      /services.ratings.ipFamilies\[1\]: "IPv4" is listed twice/,
    ],
    [
      "a waypoint with dots",
      { services: { ratings: { waypoint: "a.b" } } },
      /services.ratings.waypoint: "a.b" is not a DNS label/,
    ],
    [
      "no family at all",
      { services: { ratings: { ipFamilies: [] } } },
      /services.ratings.ipFamilies: is empty; leave it out/,
    ],
    ["half a replica", { replicas: 0.5 }, /replicas: 0.5 is not a whole number/],
    [
      "labels that select its Pods",
      { labels: { version: "v9" } },
      /labels\["version"\]: "v9" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
