import * as pulumi from "@pulumi/pulumi";
import { Program } from "./program";

const programs = new WeakMap<object, Program>();

/** Stands for the monitor where there is none, as in a test of one constructor. */
const nobody = Object.freeze({});

/**
 * The program that runs. Each has a connection to the engine of its own, also where several run in one
 * process (the Automation API, tests with mocks).
 */
export function currentProgram(): Program {
  const monitor = pulumi.runtime.getMonitor() ?? nobody;
  const program = programs.get(monitor) ?? new Program();
  if (!programs.has(monitor)) {
    programs.set(monitor, program);
  }
  return program;
}
