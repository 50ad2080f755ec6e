import assert from "node:assert/strict";
import { isCidr, isIpAddress, isIpOrCidr } from "./ip";

const addresses = ["10.0.0.1", "0.0.0.0", "::", "::1", "fe80::1%eth0", "::ffff:10.0.0.1"];
const ranges = ["10.0.0.1/8", "0.0.0.0/0", "10.0.0.1/32", "::/0", "fd00::/128"];
const neither = [
  "",
  "10.0.0",
  "10.0.0.01",
  "256.0.0.1",
  "10.0.0.1%eth0",
  "fe80::1%",
  "[::1]",
  "a.example",
  "10.0.0.0/33",
  "10.0.0.0/08",
  "10.0.0.0/+8",
  "10.0.0.0/",
  "10.0.0.0/8/8",
  "::/129",
  "/8",
];

describe("addresses", () => {
  for (const text of addresses) {
    it(`${text} is an address`, () => {
      assert.ok(isIpAddress(text));
      assert.ok(isIpOrCidr(text));
      assert.ok(!isCidr(text));
    });
  }
  for (const text of ranges) {
    it(`${text} is a range`, () => {
      assert.ok(isCidr(text));
      assert.ok(isIpOrCidr(text));
      assert.ok(!isIpAddress(text));
    });
  }
  for (const text of neither) {
    it(`${JSON.stringify(text)} is neither`, () => {
      assert.ok(!isIpOrCidr(text));
      assert.ok(!isCidr(text));
      assert.ok(!isIpAddress(text));
    });
  }

  it("a range has no zone", () => {
    assert.ok(!isIpOrCidr("fe80::1%eth0/64"));
  });
});
