import * as pulumi from "@pulumi/pulumi";

/** Milliseconds that a program takes against mocks, until everything is registered. */
export async function registering(program: () => void): Promise<[number]> {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
      call: ({ inputs }) => inputs,
    },
    "bench",
    "bench",
    false,
  );
  const began = performance.now();
  program();
  await pulumi.runtime.disconnect();
  return [performance.now() - began];
}
