const number = /^(?:0|[1-9]\d*)$/;

/** Whether a Pod of this name is one of a StatefulSet: its name and a number. */
export const isPodCalled = (pod: string, statefulSet: string): boolean =>
  pod.startsWith(`${statefulSet}-`) && number.test(pod.slice(statefulSet.length + 1));
