/**
 * Milliseconds of processor time since the process started, of all its threads. What bounds the time of an input compares these: other
 * processes stretch the clock's time, not this.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
