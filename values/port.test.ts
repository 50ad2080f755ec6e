import assert from "node:assert/strict";
import { isHttpProtocol, isTlsProtocol, portProblem, protocolProblem } from "./port";

describe("port", () => {
  it("has a number from 1 to 65535", () => {
    const good = [0, 1, 65535, 65536].filter((port) => portProblem(port) === undefined);
    assert.deepEqual(good, [1, 65535]);
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
