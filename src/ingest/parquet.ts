import type { ColumnChunk, Compressors, DecodedArray, FileMetaData, ParquetScan, RowGroup } from 'hyparquet'
import { HearsayError } from '../record/errors.js'
import { decodeText } from './encoding.js'
import { assertTextColumn, fieldColumns } from './fields.js'
import { draftOfValue, tooLarge, type Draft, type Format, type FormatContext } from './format.js'
import { randomAccess, type RandomAccess } from './random-access.js'
import { sizeInWords } from './size.js'

/** About as much as a slice of rows takes. */
const SLICE_SIZE = 16_000_000
const MAX_SLICE_ROWS = 4096

/** More rows than writers put into a group; what says otherwise is damaged or means harm. */
const MAX_GROUP_ROWS = 2 ** 26

/** A page holds about 1 MB, or one large value. */
const MAX_PAGE_SIZE = 256_000_000

/** Headers hold the least and the greatest value of their page, which may be long. */
const MAX_PAGE_HEADER_SIZE = 262_144

/** A column of a group that takes more is read page by page even where the file has no index of its pages. */
const SMALL_COLUMN_SIZE = 8_000_000

type Hyparquet = typeof import('hyparquet')

/** A table by columns: a row is an article. Groups of rows are read one at a time, and within one a slice of rows at a time. */
export const parquet: Format = {
  name: 'parquet',
  isText: false,
  extensions: ['.parquet'],
  async *read(source, context): AsyncGenerator<Draft | HearsayError> {
    const { file: name } = context
    const [hyparquet, compressors] = await Promise.all([import('hyparquet'), guardedCompressors(context)])
    const file = await randomAccess(source, name)
    try {
      const { metadata, columns } = await headOf(hyparquet, file, context)
      let groupStart = 0
      for (const [index, group] of metadata.row_groups.entries()) {
        const rows = Number(group.num_rows)
        try {
          if (!(rows >= 0 && rows <= MAX_GROUP_ROWS)) throw new RangeError(`${rows} rows in a group`)
          const pageLocationsByGroup: Record<string, PageLocation[]>[] = []
          pageLocationsByGroup[index] = await pagesOf(file, metadata, group, columns)
          const rowEnd = groupStart + rows
          const options = { file, metadata, columns, compressors, rowStart: groupStart, rowEnd, pageLocationsByGroup }
          const scan = await hyparquet.parquetScan(options)
          const step = rowsOfSlice(group, rows, columns)
          for (let start = groupStart; start < rowEnd; start += step) {
            yield* draftsOfSlice(scan, columns, { rowStart: start, rowEnd: Math.min(start + step, rowEnd) }, context)
          }
        } catch (cause) {
          if (cause instanceof HearsayError) throw cause
          const reason = cause instanceof Error ? cause.message : String(cause)
          const message = `expected ${rows} rows in row group ${index + 1}, got a damaged one: ${reason}; its other rows are passed over`
          yield new HearsayError('bad-parquet', message, { file: name }, { cause })
        }
        if (!Number.isSafeInteger(rows)) return
        groupStart += rows
      }
    } finally {
      await file.close()
    }
  },
}

/** What a file says of itself, and which of its columns are read. Throws `bad-parquet` or `no-text-field`. */
async function headOf(
  { parquetMetadataAsync, parquetSchema }: Hyparquet,
  file: RandomAccess,
  { file: name, fields }: FormatContext,
): Promise<{ metadata: FileMetaData; columns: string[] }> {
  let metadata: FileMetaData
  let all: string[]
  try {
    metadata = await parquetMetadataAsync(file)
    all = parquetSchema(metadata).children.map(({ element }) => element.name)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `expected a whole Parquet file, got a damaged or other one: ${reason}`
    throw new HearsayError('bad-parquet', message, { file: name }, { cause })
  }
  assertTextColumn(all, fields, { file: name })
  return { metadata, columns: fieldColumns(all, fields) }
}

/** The articles of a slice of rows, read column by column. */
async function* draftsOfSlice(
  scan: ParquetScan,
  columns: readonly string[],
  { rowStart, rowEnd }: { rowStart: number; rowEnd: number },
  context: FormatContext,
): AsyncGenerator<Draft | HearsayError> {
  const values = await Promise.all(columns.map((column) => scan.readColumn({ column, rowStart, rowEnd })))
  const short = values.find(({ length }) => length !== rowEnd - rowStart)
  if (short !== undefined) throw new RangeError(`${short.length} values in ${rowEnd - rowStart} rows`)
  for (let row = rowStart; row < rowEnd; row++) {
    const cells = values.map((column: DecodedArray): unknown => plainValue(column[row - rowStart]))
    const size = cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? Buffer.byteLength(cell) : 0), 0)
    const place = { line: row + 1 }
    if (size > context.maxSize) yield tooLarge(size, false, context, place)
    else {
      const value = Object.fromEntries(columns.map((column, at) => [column, cells[at]]))
      yield draftOfValue(value, `#${row + 1}`, { file: context.file, ...place }, context, [])
    }
  }
}

/** A value as JSON would have it. */
function plainValue(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value instanceof Uint8Array) return decodeText(Buffer.from(value), true).text
  return value
}

/** How many rows of a group make a slice, by what they take on average. */
function rowsOfSlice(group: RowGroup, rows: number, columns: readonly string[]): number {
  const size = group.columns
    .filter((column) => isRead(column, columns))
    .reduce((sum, { meta_data: meta }) => sum + Number(meta?.total_uncompressed_size ?? 0), 0)
  return Math.min(MAX_SLICE_ROWS, Math.max(1, Math.floor((SLICE_SIZE * rows) / Math.max(1, size))))
}

function isRead({ meta_data: meta }: ColumnChunk, columns: readonly string[]): boolean {
  return meta !== undefined && columns.includes(meta.path_in_schema[0])
}

/** Where the pages of a column lie, as an index of them has it. */
interface PageLocation {
  readonly offset: bigint
  /** With its header. */
  readonly compressed_page_size: number
  readonly first_row_index: bigint
}

/**
 * The pages of a group's large columns for which the file has no index, found by going from header to header: without that, each
 * slice would load its whole column. Columns within others are left to that, since their pages do not tell of rows.
 */
async function pagesOf(
  file: RandomAccess,
  metadata: FileMetaData,
  group: RowGroup,
  columns: readonly string[],
): Promise<Record<string, PageLocation[]>> {
  const { parquetHeader } = await import('hyparquet/src/column.js')
  const found: Record<string, PageLocation[]> = {}
  for (const column of group.columns) {
    const { meta_data: meta, offset_index_length: indexLength } = column
    if (meta === undefined || indexLength !== undefined || !isRead(column, columns)) continue
    const [name, ...within] = meta.path_in_schema
    const element = metadata.schema.find((candidate) => candidate.name === name)
    const size = Number(meta.total_compressed_size)
    if (within.length > 0 || element?.repetition_type === 'REPEATED' || size < SMALL_COLUMN_SIZE) continue
    const start = Number(meta.dictionary_page_offset ?? meta.data_page_offset)
    const pages: PageLocation[] = []
    let row = 0
    for (let at = start; at < start + size;) {
      const bytes = await file.slice(at, Math.min(at + MAX_PAGE_HEADER_SIZE, file.byteLength))
      const reader = { view: new DataView(bytes), offset: 0 }
      const header = parquetHeader(reader)
      const length = reader.offset + header.compressed_page_size
      if (!(length > reader.offset - 1) || reader.offset === 0) throw new RangeError(`a page of ${length} bytes`)
      const rows = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_rows
      if (rows !== undefined) {
        pages.push({ offset: BigInt(at), compressed_page_size: length, first_row_index: BigInt(row) })
        row += rows
      }
      at += length
    }
    if (pages.length > 0) found[name] = pages
  }
  return found
}

/** Decoders for pages that refuse what would not fit into memory before they set it aside. */
async function guardedCompressors({ file }: FormatContext): Promise<Compressors> {
  const { compressors, decompressZstd } = await import('hyparquet-compressors')
  const guarded: Compressors = {}
  for (const [codec, decompress] of Object.entries({
    ...compressors,
    // As it comes, it takes the size from the data.
    ZSTD: (input: Uint8Array, length: number) => decompressZstd(input, new Uint8Array(length)),
  })) {
    guarded[codec as keyof Compressors] = (input, length) => {
      if (length <= MAX_PAGE_SIZE) return decompress(input, length)
      const message = `expected pages of at most ${sizeInWords(MAX_PAGE_SIZE)} unpacked, got one of ${sizeInWords(length)} and read no further`
      throw new HearsayError('too-large', message, { file })
    }
  }
  return guarded
}
