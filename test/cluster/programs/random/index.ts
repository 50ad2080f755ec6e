// A random program: its seed says which components there could be, and `names` which of them there are.
import * as pulumi from "@pulumi/pulumi";
import { type DeployedMode, seededProgram } from "../../../support/random-deployed";

interface State {
  mode: DeployedMode;
  seed: number;
  names: string[];
}

const { mode, seed, names } = new pulumi.Config().requireObject<State>("state");
for (const { name, create } of seededProgram(mode, seed)) {
  if (names.includes(name)) {
    create();
  }
}
