import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../../test/support/record";
import { gatewayParameters, listenersOf } from "./edge-listeners";
import type { EdgeServer } from "./edge-servers";

const server = (
  name: string,
  port: number,
  protocol: "HTTP" | "HTTPS",
  ...hosts: EdgeServer["hosts"]
): EdgeServer => ({
  ...{ at: "servers[0]", name, port, protocol, hosts },
  redirectToHttps: false,
  tlsInFront: false,
});
const https = (...hosts: string[]) => server("https", 443, "HTTPS", ...hosts);
const http = (...hosts: string[]) => server("http", 80, "HTTP", ...hosts);
const names = (...servers: EdgeServer[]) => listenersOf(servers).map(({ name }) => name);

async function portNames(...servers: EdgeServer[]) {
  const service = gatewayParameters(servers)?.service;
  const text = service && (await settled(pulumi.output(service)));
  return text && JSON.parse(text).spec.ports;
}

describe("names of listeners", () => {
  it("are those of their hosts with HTTPS, so that no host ever gets the routes of another", () => {
    const hosts = ["b.example.com", "a.example.com"];
    assert.deepEqual(names(https(...hosts)), ["https-b-example-com", "https-a-example-com"]);
    assert.deepEqual(names(https("a.example.com")), ["https-a-example-com"]);
  });

  it("are as different as the hosts, and have no dots, with which EnvoyFilters find no routes", () => {
    const hosts = [
      "*.b.example.com",
      "any.b.example.com",
      "any-b.example.com",
      "*",
      "a-b.c",
      "a.b-c",
    ];
    assert.deepEqual(names(https(...hosts)), [
      "https-any---b-example-com",
      "https-any-b-example-com",
      "https-any--b-example-com",
      "https",
      "https-a--b-c",
      "https-a-b--c",
    ]);
  });

  it("say nothing of the hosts where all have the same routes anyway", () => {
    assert.deepEqual(names(http("b.example.com", "a.example.com")), ["http", "http-2"]);
  });
});

describe("ports of the Service that istiod makes", () => {
  it("have the names of the servers, whichever host comes first", async () => {
    const ports = [{ port: 443, name: "https" }];
    assert.deepEqual(await portNames(http("a.example.com"), https("a.example.com")), ports);
    const second = server("https-2", 443, "HTTPS", "b.example.com");
    assert.deepEqual(await portNames(https("a.example.com"), second), ports);
  });

  it("need no word where the first listener has the name of the server", async () => {
    assert.equal(await portNames(http("a.example.com")), undefined);
    assert.equal(await portNames(https("*", "a.example.com")), undefined);
  });
});
