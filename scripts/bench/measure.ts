/** Milliseconds of each of several runs: the least, the middle and the most. */
export interface Timing {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Runs `work` a few times to warm up, then `times` times with the clock on. */
export async function measure(times: number, work: (run: number) => unknown): Promise<Timing> {
  for (let run = 0; run < Math.min(times, 5); run++) await work(run);
  return summary(await clocked(times, work));
}

/** As {@link measure}, without warming up: for what happens once. */
export async function measureCold(times: number, work: (run: number) => unknown): Promise<Timing> {
  return summary(await clocked(times, work));
}

async function clocked(times: number, work: (run: number) => unknown): Promise<number[]> {
  const durations: number[] = [];
  for (let run = 0; run < times; run++) {
    const began = performance.now();
    await work(run);
    durations.push(performance.now() - began);
  }
  return durations;
}

function summary(durations: readonly number[]): Timing {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}

export function show({ min, median, max }: Timing): string {
  const digits = median < 10 ? 2 : 0;
  return `${median.toFixed(digits)} ms (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}
