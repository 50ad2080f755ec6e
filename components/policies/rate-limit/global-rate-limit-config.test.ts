import assert from "node:assert/strict";
import { settled } from "../../../test/support/record";
import { rateLimitServiceConfig } from "./global-rate-limit-config";
import type { RateLimitDescriptor } from "./rate-limit-args";

const config = async (descriptors: RateLimitDescriptor[]) =>
  JSON.parse(
    await settled(rateLimitServiceConfig({ domain: "shop", service: "r.limits", descriptors })),
  );

describe("the configuration of the rate limit service", () => {
  it("has a limit for each value, and others for values by name", async () => {
    const loyalty: RateLimitDescriptor = {
      entries: [{ header: "x-loyalty", key: "loyalty" }],
      limits: [
        { requests: 1, unit: "minute" },
        { requests: 10, unit: "minute", values: { loyalty: "gold" } },
      ],
    };
    assert.deepEqual(await config([loyalty]), {
      domain: "shop",
      descriptors: [
        { key: "loyalty", rate_limit: { unit: "minute", requests_per_unit: 1 } },
        { key: "loyalty", value: "gold", rate_limit: { unit: "minute", requests_per_unit: 10 } },
      ],
    });
  });

  it("nests entries, and joins what begins alike", async () => {
    const path = { value: "login", headers: [{ name: ":path", prefix: "/login" }], key: "path" };
    const found = await config([
      {
        entries: [path, { remoteAddress: true }],
        limits: [{ requests: 0, unit: "second" }],
      },
      { entries: [path], limits: [{ requests: 5, unit: "hour" }] },
    ]);
    assert.deepEqual(found.descriptors, [
      {
        key: "path",
        value: "login",
        rate_limit: { unit: "hour", requests_per_unit: 5 },
        descriptors: [
          { key: "remote_address", rate_limit: { unit: "second", requests_per_unit: 0 } },
        ],
      },
    ]);
  });

  it("leaves out what has its limits elsewhere", async () => {
    const found = await config([{ entries: [{ value: "all" }] }]);
    assert.deepEqual(found, { domain: "shop", descriptors: [] });
  });
});
