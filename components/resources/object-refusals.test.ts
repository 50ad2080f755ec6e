import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../../arguments/argument-check";
import { objectRefusals, warningsToo } from "./object-refusals";

const rule = (trafficPolicy: object) => ({
  apiVersion: "networking.istio.io/v1",
  kind: "DestinationRule",
  spec: { host: "a.b.svc.cluster.local", trafficPolicy },
});

const argument = (field: string) => field.replace(/^spec\.trafficPolicy\.?/, "");

describe("what is refused of an object", () => {
  it("is told by the arguments that it is written from", () => {
    const found = objectRefusals(rule({ outlierDetection: { interval: "2" } }), argument);
    assert.deepEqual(
      found.map(({ propertyPath }) => propertyPath),
      ["outlierDetection.interval"],
    );
    assert.match(found[0]?.reason ?? "", /^"2": .* \[IST0106\]$/);
  });

  it("names other fields by their arguments too", () => {
    const [found] = objectRefusals(
      {
        apiVersion: "networking.istio.io/v1",
        kind: "VirtualService",
        spec: {
          hosts: ["a.example.com"],
          tls: [
            {
              match: [{ sniHosts: ["b.example.com"] }],
              route: [{ destination: { host: "c.example.com" } }],
            },
          ],
        },
      },
      (field) => field.replace("spec.hosts", "names").replace("spec.tls", "servers"),
    );
    assert.equal(found?.propertyPath, "servers[0].match[0].sniHosts[0]");
    assert.match(found?.reason ?? "", /is none of the hosts in names /);
  });

  it("is nothing that arrives later", () => {
    const later = rule({ outlierDetection: { interval: pulumi.output("2") } });
    assert.deepEqual(objectRefusals(later, argument), []);
  });

  it("is what istiod only warns of where every setting counts", () => {
    const outdated = rule({ outlierDetection: { consecutiveErrors: 3 } });
    assert.deepEqual(objectRefusals(outdated, argument), []);
    assert.equal(objectRefusals(outdated, argument, warningsToo).length, 1);
  });

  it("is left out where the component has words of its own", () => {
    const check = new ArgumentCheck("TrafficPolicy", "web");
    check.fail("outlierDetection", "is told");
    check.failUnlessTold([
      { propertyPath: "outlierDetection.interval", reason: "is told again" },
      { propertyPath: "outlierDetectionElsewhere", reason: "is new" },
    ]);
    assert.deepEqual(
      check.problems.map(({ reason }) => reason),
      ["is told", "is new"],
    );
  });
});
