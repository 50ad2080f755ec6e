import assert from "node:assert/strict";
import { endpointProblem, socketProblem } from "./socket";

describe("an endpoint of a Pod", () => {
  it("is a socket, of a file or abstract", () => {
    const good = ["unix:///a/b", "unix://@a", "unix://@"];
    const bad = ["unix://", "unix:///", "unix:///a/", "unix://a", "/a"];
    assert.deepEqual(
      [...good, ...bad].filter((text) => socketProblem(text) === undefined),
      good,
    );
  });

  it("is a port of the Pod itself", () => {
    const good = [":80", "127.0.0.1:80", "0.0.0.0:80", "[::1]:80", "[]:80", ":+80", "unix:///a"];
    const bad = ["10.0.0.1:80", "::1:80", ":0", ":70000", "80", "localhost:80", "unix://"];
    assert.deepEqual(
      [...good, ...bad].filter((text) => endpointProblem(text) === undefined),
      good,
    );
    assert.equal(endpointProblem(":0"), "is not a whole number between 1 and 65535");
  });
});
