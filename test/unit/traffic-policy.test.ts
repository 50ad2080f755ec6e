import assert from "node:assert/strict";
import { Httpbin, type OutlierDetection, TrafficPolicy } from "../../components";
import { record } from "../support/record";

const warningsOf = async (program: () => void): Promise<string[]> => {
  const { warnings } = await record(program);
  return warnings.map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
};

const policy = (outlierDetection: OutlierDetection) =>
  new TrafficPolicy("calm", { service: "web", namespace: "shop", outlierDetection });

const pods = (replicas?: number) =>
  new Httpbin("web", { namespace: "shop", ...(replicas !== undefined && { replicas }) });

describe("outlier detection of a TrafficPolicy", () => {
  it("that leaves nobody out of the Pods which the program has is warned of", async () => {
    const [warning = ""] = await warningsOf(() => {
      policy({ maxEjectionPercent: 20 });
      pods(3);
    });
    assert.match(
      warning,
      /TrafficPolicy "calm": outlierDetection\.maxEjectionPercent: maxEjectionPercent 20 leaves an endpoint out only from 5 endpoints \(Pods\) on, and the program has 3; write at least 34/,
    );
  });

  it("is fine where there are enough Pods, or so many that one is left out", async () => {
    assert.deepEqual(
      await warningsOf(() => {
        pods(5);
        policy({ maxEjectionPercent: 20 });
      }),
      [],
    );
    assert.deepEqual(
      await warningsOf(() => {
        pods(3);
        policy({});
      }),
      [],
    );
  });

  it("says from how many Pods on it acts where the program does not know them", async () => {
    const [warning = ""] = await warningsOf(() => policy({ maxEjectionPercent: 10 }));
    assert.match(warning, /only from 10 endpoints \(Pods\) on, with fewer none ever is; write/);
    assert.deepEqual(await warningsOf(() => policy({ maxEjectionPercent: 34 })), []);
  });
});

describe("two traffic policies", () => {
  const other = (args: object) =>
    new TrafficPolicy("other", {
      service: "web.shop.svc.cluster.local",
      namespace: "shop",
      tls: { mode: "DISABLE" },
      ...args,
    });
  const refusalOf = async (args: object) => {
    let message = "accepted";
    await record(() => {
      policy({});
      try {
        other(args);
      } catch (error) {
        message = (error as Error).message;
      }
    });
    return message;
  };

  it("of one host cannot be in one namespace, since one of them is not followed", async () => {
    assert.match(
      await refusalOf({}),
      /TrafficPolicy "other": .*service: traffic policy of host web\.shop\.svc\.cluster\.local\/shop belongs to TrafficPolicy "calm" already; say all of it in one/s,
    );
  });

  it("may be for other clients, or in the clients' namespace", async () => {
    assert.equal(await refusalOf({ workloadSelector: { app: "batch" } }), "accepted");
    assert.equal(await refusalOf({ namespace: "bank", exportTo: ["."] }), "accepted");
  });
});
