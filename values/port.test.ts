import assert from "node:assert/strict";
import { wordsOfRules } from "../schemas/rule-words";
import {
  isHttpProtocol,
  isTlsProtocol,
  portKeyProblem,
  portNameProblem,
  portProblem,
  portTextProblem,
  protocolProblem,
} from "./port";

describe("port", () => {
  it("has a number from 1 to 65535", () => {
    const good = [0, 1, 65535, 65536].filter((port) => portProblem(port) === undefined);
    assert.deepEqual(good, [1, 65535]);
    assert.equal(portProblem(0), "is not a whole number between 1 and 65535");
    assert.equal(wordsOfRules["0 < self && self <= 65535"], portProblem(0));
  });

  it("is written in digits where it is a text", () => {
    const all = ["0", "80", "65535", "65536", "http", "+80", ""];
    const good = all.filter((port) => portTextProblem(port) === undefined);
    assert.deepEqual(good, ["0", "80", "65535"]);
    assert.equal(portTextProblem("http"), "is not a whole number between 0 and 65535");
    const keys = all.filter((port) => portKeyProblem(port) === undefined);
    assert.deepEqual(keys, ["80", "65535"]);
    assert.equal(portKeyProblem("http"), "is not a whole number between 1 and 65535");
  });

  it("has a name with a letter", () => {
    const good = ["http", "http-web", "8a", "a".repeat(15)];
    const bad = ["", "80", "HTTP", "-a", "a-", "a--b", "a.b", "a".repeat(16)];
    assert.deepEqual(
      [...good, ...bad].filter((name) => portNameProblem(name) === undefined),
      good,
    );
  });

  it("has a known protocol in any case", () => {
    const names = ["HTTP", "grpc-Web", "Mongo", "tls", "", "sctp", "grpcweb"];
    const good = names.filter((name) => protocolProblem(name) === undefined);
    assert.deepEqual(good, ["HTTP", "grpc-Web", "Mongo", "tls"]);
  });

  it("is of HTTP, TLS or neither", () => {
    assert.ok(isHttpProtocol("GRPC") && !isTlsProtocol("GRPC"));
    assert.ok(isTlsProtocol("HTTPS") && !isHttpProtocol("HTTPS"));
    assert.ok(!isTlsProtocol("TCP") && !isHttpProtocol("TCP"));
  });
});
