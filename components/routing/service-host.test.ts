import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../test/support/record";
import { serviceHost } from "./service-host";

describe("serviceHost", () => {
  it("completes a short name", () => {
    assert.equal(serviceHost("reviews", "shop"), "reviews.shop.svc.cluster.local");
    assert.equal(serviceHost("reviews", "shop", "corp"), "reviews.shop.svc.corp");
  });

  it("keeps a name that is full already", () => {
    assert.equal(
      serviceHost("reviews.other.svc.cluster.local", "shop"),
      "reviews.other.svc.cluster.local",
    );
  });

  it("waits for a namespace that is not known yet", async () => {
    const host = serviceHost("reviews", pulumi.output("shop"));
    assert.equal(await settled(pulumi.output(host)), "reviews.shop.svc.cluster.local");
  });
});
