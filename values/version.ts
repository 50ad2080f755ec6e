const form = /^(\d+)\.(\d+)\.(\d+)(?:-[0-9A-Za-z.-]+)?$/;
const inAddress = /\/v(\d+\.\d+\.\d+)\//;

/** The three numbers of a version, which may have more behind a dash; nothing when it is none. */
export function versionNumbers(
  version: string,
): readonly [major: number, minor: number, patch: number] | undefined {
  const [, ...numbers] = form.exec(version) ?? [];
  const [major, minor, patch] = numbers.map(Number);
  return major === undefined || minor === undefined || patch === undefined
    ? undefined
    : [major, minor, patch];
}

/** The minor release of a version, e.g. 30 of `1.30.2`. */
export const minorOf = (version: string): number => Number(version.split(".")[1]);

const firstNumbers = (version: string): readonly [number, number] => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return [major, minor];
};

/** Compares the first two numbers. */
export const isAtLeast = (version: string, release: string): boolean => {
  const [[major, minor], [wantedMajor, wantedMinor]] = [
    firstNumbers(version),
    firstNumbers(release),
  ];
  return major === wantedMajor ? minor >= wantedMinor : major > wantedMajor;
};

/** The version that an address of a release has in it. */
export const versionInAddress = (address: string): string | undefined =>
  inAddress.exec(address)?.[1];

const revisionForm = /^v?\d+-\d+(?:-\d+)?$/;

/** Whether a revision is called after a release, e.g. `1-27`. */
export const isRevisionOfRelease = (revision: string): boolean => revisionForm.test(revision);
