export const percentProblem = (percent: number): string | undefined =>
  percent >= 0 && percent <= 100 ? undefined : "a share from 0 to 100 is expected";
