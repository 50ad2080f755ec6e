import assert from "node:assert/strict";
import { fitsRange, isEveryAddress, isPublicRange, lastOf } from "./ip-range";

const fits: [range: string, address: string][] = [
  ["10.0.0.0/8", "10.255.1.2"],
  ["10.1.2.3/8", "10.9.9.9"],
  ["10.1.2.3", "10.1.2.3"],
  ["0.0.0.0/0", "203.0.113.7"],
  ["10.1.2.128/25", "10.1.2.255"],
  ["fd00::/8", "fdff::1"],
  ["::/0", "2001:db8::1"],
  ["2001:db8::/32", "2001:0db8:0:1::"],
  ["::ffff:10.0.0.0/104", "::ffff:10.9.9.9"],
  ["fe80::1", "fe80::1%eth0"],
];

const misses: [range: string, address: string][] = [
  ["10.0.0.0/8", "11.0.0.1"],
  ["10.1.2.3", "10.1.2.4"],
  ["10.1.2.128/25", "10.1.2.127"],
  ["0.0.0.0/0", "::1"],
  ["::/0", "10.0.0.1"],
  ["fd00::/8", "fe00::1"],
];

describe("ranges of addresses", () => {
  it("take what lies in them", () => {
    assert.deepEqual(
      fits.filter(([range, address]) => !fitsRange(range, address)),
      [],
    );
  });

  it("take nothing else", () => {
    assert.deepEqual(
      misses.filter(([range, address]) => fitsRange(range, address)),
      [],
    );
  });

  it("end somewhere", () => {
    assert.equal(lastOf("10.0.0.0/8"), "10.255.255.255");
    assert.equal(lastOf("192.0.2.9"), "192.0.2.9");
    assert.equal(lastOf("0.0.0.0/0"), "255.255.255.255");
    assert.equal(lastOf("2001:db8::/126"), "2001:db8:0:0:0:0:0:3");
  });

  it("may have every address", () => {
    const all = ["0.0.0.0/0", "::/0", "10.0.0.0/8", "10.0.0.1"];
    assert.deepEqual(all.filter(isEveryAddress), ["0.0.0.0/0", "::/0"]);
  });

  it("may have addresses of the internet only", () => {
    const own = ["10.1.2.3", "192.168.0.0/24", "0.0.0.0/0", "192.0.0.0/8", "fd00::/8", "::1"];
    const none = ["a", "8.8.8.8/x", "8.8.8.8/1.5", "8.8.8.8/33"];
    const all = ["203.0.113.7", "198.51.100.0/24", "172.32.0.0/12", "2001:db8::/32"];
    assert.deepEqual([...own, ...none, ...all].filter(isPublicRange), all);
  });
});
