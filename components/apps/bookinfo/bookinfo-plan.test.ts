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

describe("Bookinfo refuses", () => {
  const refused: [string, Partial<BookinfoArgs>, RegExp][] = [
    [
      "an unknown version of reviews",
      { reviews: ["v4"] },
      /reviews\[0\]: "v4" is unknown; allowed: v1, v2, v3/,
    ],
    [
      "an unknown version of details",
      { details: ["v3"] },
      /details\[0\]: "v3" is unknown; allowed: v1, v2/,
    ],
    ["a version twice", { reviews: ["v1", "v1"] }, /reviews\[1\]: "v1" is listed twice/],
    ["no version at all", { reviews: [] }, /reviews: is empty; allowed: v1, v2, v3/],
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
