/** How often the yardstick's loop goes round, and the milliseconds that a usual machine takes for it (a core of 2023 at 3 GHz). */
const ROUNDS = 2e7
const USUAL = 30

/**
 * Milliseconds of processor time that `work` takes on a usual machine. Other processes stretch the clock's time, not the processor's;
 * and what a slow machine, or a crowded one, makes of that is measured beside the work, and taken out.
 */
export function processorTime(work: () => void): number {
  const before = yardstick()
  const took = measured(work)
  return (took * USUAL * 2) / (before + yardstick())
}

function yardstick(): number {
  let sum = 0
  const took = measured(() => {
    for (let at = 0; at < ROUNDS; at++) sum += at % 7
  })
  if (sum === 0) throw new Error('expected the loop to run')
  return took
}

function measured(work: () => void): number {
  const { user, system } = process.cpuUsage()
  work()
  const after = process.cpuUsage({ user, system })
  return (after.user + after.system) / 1000
}
