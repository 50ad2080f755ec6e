import assert from "node:assert/strict";
import { meshConfigFields } from "../../components/control-plane/mesh-config/mesh-config-fields";
import { notShown } from "./mesh-config/not-shown";
import { providerRows } from "./mesh-config/provider-rows";
import { proxyRows } from "./mesh-config/proxy-rows";
import { argumentsIn, argumentsOf, joined, type Row } from "./mesh-config/row";
import { securityRows } from "./mesh-config/security-rows";
import { telemetryRows } from "./mesh-config/telemetry-rows";
import { trafficRows } from "./mesh-config/traffic-rows";
import { proxiesWith } from "./mesh-config/world";

const groups: Record<string, readonly Row[]> = {
  traffic: trafficRows,
  security: securityRows,
  telemetry: telemetryRows,
  "every proxy": proxyRows,
  "extension providers": providerRows,
};

for (const [group, rows] of Object.entries(groups)) {
  describe(`[ControlPlane: translated] mesh settings for ${group}`, () => {
    for (const { what, given, beside = {}, around, see, ...seen } of rows) {
      it(what, async () => {
        assert.deepEqual(see(await proxiesWith(beside, around)), seen.without, "without");
        assert.deepEqual(see(await proxiesWith(joined(beside, given), around)), seen.with, "with");
      });
    }
  });
}

describe("every mesh setting", () => {
  const all = argumentsOf(meshConfigFields);
  const shown = new Set(
    Object.values(groups)
      .flat()
      .flatMap(({ given }) => argumentsIn(given, meshConfigFields)),
  );
  const covers = (path: string, argument: string) =>
    argument === path || [".", "["].some((next) => argument.startsWith(`${path}${next}`));
  const excused = (argument: string) =>
    Object.keys(notShown).some((path) => covers(path, argument));

  it("is shown in a proxy's configuration, or there is a reason why it is not", () => {
    const missing = all.filter((argument) => !shown.has(argument) && !excused(argument));
    assert.deepEqual(missing, []);
  });

  it("has no reason not to be shown when it is, and no reason without a setting", () => {
    assert.deepEqual([...shown].filter(excused), []);
    const stale = Object.keys(notShown).filter((path) => !all.some((one) => covers(path, one)));
    assert.deepEqual(stale, []);
  });
});
