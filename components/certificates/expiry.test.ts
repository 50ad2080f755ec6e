import assert from "node:assert/strict";
import { expiryNote } from "./expiry";

describe("the end of a certificate", () => {
  const now = Date.parse("2027-01-01T00:00:00Z");

  it("is told 30 days before", () => {
    assert.match(
      expiryNote("2027-01-30T23:59:59Z", now) ?? "",
      /expires at 2027-01-30T23:59:59Z; replace it before/,
    );
  });

  it("is not told while there is time, or when it is not known", () => {
    assert.equal(expiryNote("2027-01-31T00:00:01Z", now), undefined);
    assert.equal(expiryNote(undefined, now), undefined);
  });
});
