/** Why one field of a public sample says something else here. */
export interface Difference {
  /** Kind and name of the sample's object, e.g. `Gateway bookinfo-gateway`. */
  object: string;
  /**
   * Field of the sample's object, e.g. `spec.servers[0].port.number`; what stands below it differs too,
   * and `**` in it is any way to there. Empty for the whole object, when no object of ours is its counterpart.
   */
  path: string;
  /** What is said instead, and why. */
  reason: string;
  /** Whether a comparison cannot see it: a field that the sample leaves out, or the namespace. */
  notCompared?: true;
}

/** One scenario that readers come for, and the example that is it. */
export interface Scenario {
  /**
   * Where it is from: the path of a file of Istio's samples, such as
   * `samples/bookinfo/networking/bookinfo-gateway.yaml`, or in words, such as `book ch5, 90/10`.
   */
  source: string;
  /** Folder of the example in `examples/`. */
  example: string;
  /** Namespace of the scenario in the example, where that has several. @default - all of it */
  namespace?: string;
  /** Configuration by which the example is it, e.g. `{ cluster: "east" }`. @default - none */
  config?: Readonly<Record<string, string>>;
  /** What to look at, in words. */
  look: string;
  /** Title of a question in `test/translate/examples/<example>.ts`: what a request is answered. */
  asked?: string;
  /** Why no request can be asked; set either this or `asked`. */
  noRequest?: string;
  /** Files of the book in `test/fixtures/book-facts.json` whose objects the example has. @default - none */
  facts?: readonly string[];
  /** Where the example says something else than the sample. @default - nowhere */
  differences?: readonly Difference[];
}
