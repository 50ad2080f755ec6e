import assert from "node:assert/strict";
import {
  addressOrRangeProblem,
  addressProblem,
  isCidr,
  isIpAddress,
  isIpOrCidr,
  rangeProblem,
} from "./ip";

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

  it("are told by what they are not", () => {
    const range = 'is not a range of addresses; write for example "10.0.0.0/8"';
    assert.equal(rangeProblem("10.0.0.0/8"), undefined);
    assert.equal(rangeProblem("999.1.1.1/99"), range);
    assert.equal(rangeProblem("10.0.0.1"), range);
    assert.equal(addressProblem("::1"), undefined);
    assert.equal(addressProblem("10.0.0.0/8"), "is not an IP address");
    assert.equal(addressOrRangeProblem("::/0"), undefined);
    assert.equal(
      addressOrRangeProblem("a"),
      'is not an IP address or a range such as "10.0.0.0/8"',
    );
  });
});
