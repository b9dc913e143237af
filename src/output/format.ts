import type { Record } from '../record/record.js'

/** How records become text: what stands before them, each of them, and what stands after them. */
export interface RecordFormat {
  begin(): string
  /** `index` counts the records from 0. */
  record(record: Record, index: number): string
  end(count: number): string
}
