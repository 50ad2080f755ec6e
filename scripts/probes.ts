/** How the answers of an application tell which of its versions had part in them. */
export interface Probe {
  /** Name that people know. */
  title: string;
  /** Service whose requests are split. */
  service: string;
  /** What is asked for. */
  path: string;
  /** Whether the page itself names the version, so that `lab/lab split` counts it there. */
  isOnPage: boolean;
  /** Version in an answer; undefined where it is none. */
  versionOf(body: string): string | undefined;
}

/** By the section of the application in a stack file. */
export const probes: Readonly<Record<string, Probe>> = {
  bookinfo: {
    title: "Bookinfo",
    service: "reviews",
    path: "/productpage",
    isOnPage: true,
    versionOf: (body) => /reviews-(v\d+)-/.exec(body)?.[1],
  },
  coolstore: {
    title: "Coolstore",
    service: "catalog",
    path: "/api/catalog",
    isOnPage: false,
    // Items of the second version have images.
    versionOf: (body) =>
      body.startsWith("[") ? (body.includes('"imageUrl"') ? "v2" : "v1") : undefined,
  },
};
