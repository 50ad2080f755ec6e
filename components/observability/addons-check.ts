import type { ArgumentCheck } from "../../arguments/argument-check";
import { type Test, textTest } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { httpUrlProblem } from "../../values/url";
import { Addon, AddonSource } from "./addon";
import type { Installation } from "./addon-wiring";
import type { AddonChart, AddonsArgs } from "./addons-args";

const address = textTest(httpUrlProblem);

const isManifest = (text: string): boolean => text.endsWith(".yaml") || text.endsWith(".yml");

const place: Test<string> = (value) =>
  value !== "" && !isManifest(value) && (!value.includes("://") || !address(value))
    ? undefined
    : `${shown(value)} is neither a folder nor the http address of one; leave the file's name out`;

function checkSource(check: ArgumentCheck, args: AddonsArgs, { source }: Installation): void {
  const foreign = source === AddonSource.Charts ? "manifests" : "charts";
  if (args[foreign] !== undefined) {
    check.fail(foreign, `is for source "${foreign}", and source is "${source}"`);
  }
  if (source === AddonSource.Charts && args.version !== undefined) {
    check.fail(
      "version",
      `"${args.version}" is for source "manifests"; charts have versions of their own`,
    );
  }
  check.plain("manifests", args.manifests, place);
}

function checkChart(check: ArgumentCheck, at: string, { repository, chart }: AddonChart): void {
  check.plain(`${at}.repository`, repository, address);
  if (repository !== undefined && chart?.includes("/")) {
    check.fail(
      `${at}.repository`,
      `${shown(repository)} would not be asked: chart is ${shown(chart)}`,
    );
  }
}

function checkCharts(check: ArgumentCheck, { charts = {} }: AddonsArgs, { addons }: Installation) {
  for (const [addon, chart] of Object.entries(charts)) {
    if (!addons.includes(addon as Addon)) {
      check.fail(
        `charts.${addon}`,
        `is for a tool that is not installed; installed: ${addons.join(", ")}`,
      );
    }
    checkChart(check, `charts.${addon}`, chart ?? {});
  }
}

function checkExisting(
  check: ArgumentCheck,
  { existing = {} }: AddonsArgs,
  { addons }: Installation,
) {
  for (const addon of [Addon.Prometheus, Addon.Grafana, Addon.Jaeger] as const) {
    check.input(`existing.${addon}`, existing[addon], address);
    if (existing[addon] !== undefined && addons.includes(addon)) {
      check.fail(`existing.${addon}`, `would not be used: ${addon} is true; set one of the two`);
    }
  }
}

/** Reports what the arguments together cannot mean. */
export function checkAddons(
  check: ArgumentCheck,
  args: AddonsArgs,
  installation: Installation,
): void {
  const { addons, existing } = installation;
  checkSource(check, args, installation);
  checkCharts(check, args, installation);
  checkExisting(check, args, installation);
  if (addons.length === 0) {
    check.fail(
      "kiali",
      "false, and the other tools are off too; switch one on or leave the component out",
    );
  }
  if (
    addons.includes(Addon.Kiali) &&
    !addons.includes(Addon.Prometheus) &&
    existing.prometheus === undefined
  ) {
    check.fail(
      "prometheus",
      "false, and Kiali draws what Prometheus counted; switch it on or name one under existing.prometheus",
    );
  }
}
