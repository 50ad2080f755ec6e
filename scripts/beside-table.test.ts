import assert from "node:assert/strict";
import { besideRow, isOtherSet, Told } from "./beside-table";

const object = (apiVersion: string, spec: object) => ({
  apiVersion,
  kind: "VirtualService",
  metadata: { name: "web", namespace: "shop" },
  spec,
});
const one = object("networking.istio.io/v1", { hosts: ["web"], gateways: ["mesh"] });

describe("tools beside each other", () => {
  it("find objects others by their content, not by order and version", () => {
    const older = object("networking.istio.io/v1beta1", { gateways: ["mesh"], hosts: ["web"] });
    const service = { apiVersion: "v1", kind: "Service", metadata: { name: "web" } };
    assert.equal(isOtherSet({ before: [one, service], after: [service, older] }), false);
    const other = object("networking.istio.io/v1", { hosts: ["web"], gateways: ["edge"] });
    assert.equal(isOtherSet({ before: [one], after: [other] }), true);
    assert.equal(isOtherSet({ before: [one], after: [one, service] }), true);
  });

  it("have a row each, of what they tell and what they do not take", () => {
    assert.equal(
      besideRow("x", [Told.Yes, Told.No, Told.Unread], [Told.No, Told.Unread]),
      "| x | 1 of 3 | 0 of 2 | 2 |\n",
    );
  });
});
