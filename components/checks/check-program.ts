import * as pulumi from "@pulumi/pulumi";
import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { grouped } from "../../analysis/mesh/lazy";
import type { MeshFinding } from "../../analysis/mesh/run-checks";
import { Scope } from "../../analysis/mesh/scope";
import { toldAs } from "../../arguments/problems-found";
import { checksConfigKey } from "../../values/known-names";
import { isCheckedAlone } from "../program/checked-alone";
import type { Program } from "../program/program";
import type { RegisteredResource } from "../program/registered-resource";
import { settledWhole } from "../program/settled";
import { allChecks } from "./all-checks";
import { CheckLevel, configuredChecks, type Settings, settingsOf } from "./check-settings";
import { declaredObjects, type ProgramObject, unseenNamespaces } from "./declared-objects";

const chosen = new WeakMap<Program, Settings>();

/** Settings that the program gives; they win over those of the stack's configuration. */
export function chooseChecks(program: Program, settings: Settings): void {
  chosen.set(program, settings);
}

const settingsFor = (program: Program): Settings =>
  chosen.get(program) ?? settingsOf(checksConfigKey, configuredChecks());

/** Typed resources and those of components have been judged one by one when they were made. */
const isJudgedAlone = (own: ProgramObject | undefined): boolean =>
  own !== undefined && isCheckedAlone(own.resource);

const summaryOf = (check: string): string | undefined => {
  const { checks, objectRules } = allChecks();
  return [...objectRules, ...checks].find(({ id }) => id === check)?.summary;
};

const isAboutOne = (check: string): boolean =>
  allChecks().objectRules.some(({ id }) => id === check);

/** What a user reads of a finding; of an object that holds a secret, without any value. */
function words(finding: MeshFinding, secret: boolean): string {
  const { resource, path, message, help, code, aliases, url, check } = finding;
  const told = secret ? summaryOf(check) : message;
  return `${objectWords(resource)}: ${path}: ${told} [${[code, ...aliases].join(", ")}]\n  ${help}\n  ${url}`;
}

interface Tally {
  objects: number;
  errors: number;
  warnings: number;
  notJudged: number;
  notDeclared: number;
}

function tell(level: CheckLevel, text: string, resource: pulumi.Resource | undefined): void {
  if (level === CheckLevel.Error) {
    void pulumi.log.error(text, resource);
  } else {
    void pulumi.log.warn(text, resource);
  }
}

interface Told {
  finding: MeshFinding;
  as: CheckLevel;
  own: ProgramObject | undefined;
}

/** The same words about one object are told once, at the first of their places. */
function onePerCause(told: readonly Told[]): Told[] {
  const byWords = grouped(told, ({ finding }) =>
    [objectWords(finding.resource), finding.check, finding.message].join("\0"),
  );
  return [...byWords.values()].flatMap(([first]) => first ?? []);
}

/** Objects that the program reads: they are in the cluster already. */
const readHere = (program: Program): string[] =>
  program.reads.map(({ kind, id }) => `${kind} ${id}`);

async function checkCluster(
  program: Program,
  registered: readonly RegisteredResource[],
  settings: Settings,
): Promise<Tally> {
  const objects = (await Promise.all(registered.map(declaredObjects))).flat();
  const unseen = await unseenNamespaces(registered);
  const external = (await settledWhole(pulumi.output(settings.external))) ?? [];
  const { checkMesh, checks } = allChecks();
  const report = checkMesh(
    objects.map(({ object }) => object),
    {
      checks,
      scope: Scope.Program,
      suppressions: settings.suppressions,
      external: [...external, ...readHere(program), ...unseen.map((name) => `${name}/*`)],
    },
  );
  for (const { check, resource, error } of report.broken) {
    const reason = String(error);
    void pulumi.log.warn(`check ${check} broke at ${objectWords(resource)}: ${reason}`);
  }
  const byObject = new Map(objects.map((one) => [one.object, one]));
  const found = report.findings.flatMap((finding) => {
    const { check, code, aliases, level, source } = finding;
    const own = byObject.get(source);
    const as = settings.levelOf([check, code, ...aliases], level);
    const isSilent = as === CheckLevel.Info || as === CheckLevel.Off;
    return isSilent || (isAboutOne(check) && isJudgedAlone(own)) ? [] : [{ finding, as, own }];
  });
  const told = onePerCause(found);
  for (const { finding, as, own } of told) {
    tell(as, words(finding, own?.secret ?? false), own?.resource);
  }
  return {
    objects: report.objects,
    errors: told.filter(({ as }) => as === CheckLevel.Error).length,
    warnings: told.filter(({ as }) => as === CheckLevel.Warning).length,
    notJudged: report.notJudged.length,
    notDeclared: report.notDeclared.length,
  };
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;

const summary = ({ objects, errors, warnings, notJudged, notDeclared }: Tally): string =>
  `checked ${count(objects, "object")} together: ${count(errors, "error")}, ${count(warnings, "warning")}; ` +
  `${notJudged} not judged, since a value is not known yet; ${count(notDeclared, "reference")} to what is not declared here`;

/**
 * Checks all that a program declares, cluster by cluster.
 *
 * @throws pulumi.RunError when something is wrong; each mistake has been told at its resource.
 */
export async function checkProgram(program: Program): Promise<void> {
  const settings = settingsFor(program);
  if (!settings.enabled) {
    return;
  }
  const wrong: string[] = [];
  for (const registered of grouped(program.registered, ({ cluster }) => cluster).values()) {
    const tally = await checkCluster(program, registered, settings);
    const text = summary(tally);
    if (tally.errors > 0) {
      wrong.push(text);
    } else if (tally.warnings > 0) {
      await pulumi.log.info(text);
    } else {
      await pulumi.log.debug(text);
    }
  }
  if (wrong.length > 0) {
    const text = wrong.join("\n");
    throw toldAs(new pulumi.RunError(text), text);
  }
}
