import assert from "node:assert/strict";
import { comparedMethodProblem, corsMethodProblem } from "./http-method";

describe("a method", () => {
  it("of CORS is a known one, or any", () => {
    assert.deepEqual(["GET", "PATCH", "*"].map(corsMethodProblem), [
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(
      corsMethodProblem("get"),
      "is unknown; allowed: GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE, *",
    );
  });

  it("that is compared is in capitals, when it is a known one", () => {
    assert.deepEqual(["GET", "MKCOL", "mkcol", "*"].map(comparedMethodProblem), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(
      comparedMethodProblem("get"),
      'fits no request, since methods are compared in capitals; write "GET"',
    );
  });
});
