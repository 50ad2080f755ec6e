import type { MeshMode } from "../components";
import type { Application, ApplicationConfig } from "./application";
import { applicationProblems } from "./application-args";
import { bookinfo, bookinfoSchema } from "./bookinfo";
import { coolstore, coolstoreSchema } from "./coolstore";
import { type Deployed, deployApplication, type Surroundings } from "./deploy-application";
import { described, optional, type Problem, type Value } from "./schema";

/** The sections of the applications. */
export const applicationSchemas = {
  bookinfo: described("Bookinfo, Istio's sample application.", optional(bookinfoSchema)),
  coolstore: described('The Coolstore, the shop of "Istio in Action".', optional(coolstoreSchema)),
};

type Sections = {
  [S in keyof typeof applicationSchemas]?: Value<(typeof applicationSchemas)[S]>;
};

/** An application with what the stack file says of it. */
interface Chosen {
  name: string;
  /** Namespace that it runs in. */
  namespace: string;
  /** What its components refuse in a namespace of this mode. */
  problems(mode: MeshMode | undefined): Problem[];
  deploy(at: Surroundings): Deployed;
}

const chosen = <Config extends ApplicationConfig, Args extends object>(
  application: Application<Config, Args>,
  config: Config | undefined,
): Chosen[] =>
  config === undefined
    ? []
    : [
        {
          name: application.name,
          namespace: config.namespace,
          problems: (mode) => applicationProblems(application, config, mode),
          deploy: (at) => deployApplication(application, config, at),
        },
      ];

/** The applications that the stack runs. */
export const applicationsOf = (sections: Sections): Chosen[] => [
  ...chosen(bookinfo, sections.bookinfo),
  ...chosen(coolstore, sections.coolstore),
];
