import { type Product, productOf, releaseFolder, releases } from "../../schemas/releases";
import { isAtLeast } from "../../values/version";
import { checkObject } from "./check";
import { type Finding, warned } from "./finding";
import type { MeshObject } from "./mesh-object";

/** What a program installs of a product. */
export interface InstalledRelease {
  /** In the words of an error: `ControlPlane "mesh"`. */
  owner: string;
  /** Version that it installs, e.g. `1.31.2`. */
  version: string;
}

/** The newest known release that is not after a version; the first for what is older than all. */
export function releaseOf(product: Product, version: string): string {
  const [first, ...later] = releases[product];
  return later.filter((release) => isAtLeast(version, release)).at(-1) ?? first;
}

/** As `checkObject` takes it: nothing for the first release. */
const folderOf = (product: Product, release: string): string | undefined =>
  release === releases[product][0] ? undefined : releaseFolder(product, release);

const isError = ({ level }: Finding) => level === "error";

/** The release that takes what this one refuses, if one does. */
function elsewhere(
  product: Product,
  release: string,
  object: MeshObject,
): (path: string) => string | undefined {
  const others = releases[product]
    .filter((other) => other !== release)
    .map((other) => {
      const wrong = checkObject(object, folderOf(product, other)).filter(isError);
      return { other, refused: new Set(wrong.map(({ path }) => path)) };
    });
  return (path) => others.find(({ refused }) => !refused.has(path))?.other;
}

/**
 * What the API server and istiod of an installed release would say. What another release takes is said to
 * need that one. Where the program installs nothing, what any known release takes is taken, with a warning
 * when it is not the first one: nobody here knows what the cluster has.
 */
export function checkForRelease(object: MeshObject, installed?: InstalledRelease): Finding[] {
  const [group = ""] = object.apiVersion.split("/");
  const product = productOf(group);
  if (product === undefined) {
    return checkObject(object);
  }
  const release = installed ? releaseOf(product, installed.version) : releases[product][0];
  const findings = checkObject(object, folderOf(product, release));
  if (!findings.some(isError)) {
    return findings;
  }
  const takenBy = elsewhere(product, release, object);
  const judged = findings.map((finding) => {
    const other = isError(finding) ? takenBy(finding.path) : undefined;
    if (other === undefined) {
      return finding;
    }
    const { path, value } = finding;
    return installed
      ? {
          ...finding,
          reason: `needs ${product} ${other}; ${installed.owner} installs ${installed.version}`,
        }
      : warned(
          path,
          value,
          `needs ${product} ${other}; nothing in the program says which one is installed`,
        );
  });
  // What the first release does not know kept it from judging the rest.
  const newest = releases[product].at(-1) ?? release;
  return judged.some(isError)
    ? judged
    : [...judged, ...checkObject(object, folderOf(product, newest))];
}
