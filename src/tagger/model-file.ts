import { createHash } from 'node:crypto'
import { HearsayError } from '../record/errors.js'
import { ByteMap } from './byte-map.js'
import type { Transitions } from './chain.js'
import { LinearChain } from './labeller.js'
import { slotBytes, tableOf, vectorsOf, type Table } from './table.js'
import { Templates } from './templates.js'

/*
 * A model file: "HEARSAYM", version (u16), length of the header (u32), the header as JSON, then for each chain its table, for each map its
 * keys and values, and last the SHA-256 of all before. Numbers are little-endian. A table is the shifts of its buckets, then its slots, as they are used: packing
 * them would make the file a fifth smaller and loading a tenth longer.
 */
const MAGIC = 'HEARSAYM'
const VERSION = 4
const DIGEST_BYTES = 32

/** A chain as it is stored: small integers a feature and label, `scale` what one of them weighs. */
export interface StoredChain {
  readonly labels: readonly string[]
  readonly columns: readonly string[]
  readonly templates: readonly string[]
  /** Hashes of the features, ascending as unsigned numbers. */
  readonly keys: Int32Array
  /** `labels.length` weights a feature, in the order of `keys`. */
  readonly rows: Int8Array
  readonly scale: number
  readonly transitions: Transitions
}

export interface Model {
  readonly chains: ReadonlyMap<string, LinearChain>
  /** What is known of hashes, beside what the chains weigh: gazetteers. */
  readonly maps: ReadonlyMap<string, ByteMap>
  /** What else the trainer noted: thresholds, calibration. */
  readonly notes: unknown
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string
}

interface Header {
  readonly chains: readonly {
    readonly name: string
    readonly labels: readonly string[]
    readonly columns: readonly string[]
    readonly templates: readonly string[]
    readonly buckets: number
    readonly slots: number
    readonly scale: number
    readonly between: readonly number[]
    readonly start: readonly number[]
    readonly end: readonly number[]
  }[]
  readonly maps: readonly { readonly name: string; readonly count: number }[]
  readonly notes: unknown
}

/** The bytes of a model file. */
export function encodeModel(
  chains: ReadonlyMap<string, StoredChain>,
  notes: unknown,
  maps: ReadonlyMap<string, ByteMap> = new Map(),
): Uint8Array {
  const bodies: Uint8Array[] = []
  const header: Header = {
    chains: [...chains].map(([name, chain]) => {
      const table = tableOf(chain.keys, chain.rows, chain.labels.length)
      bodies.push(table.shifts, new Uint8Array(table.slots.buffer, table.slots.byteOffset, table.slots.length))
      const { between, start, end } = chain.transitions
      return {
        name,
        labels: chain.labels,
        columns: chain.columns,
        templates: chain.templates,
        buckets: table.shifts.length,
        slots: table.slots.length / slotBytes(table.vectors),
        scale: chain.scale,
        between: [...between],
        start: [...start],
        end: [...end],
      }
    }),
    maps: [...maps].map(([name, map]) => {
      bodies.push(map.bytes)
      return { name, count: map.count }
    }),
    notes,
  }
  const text = Buffer.from(JSON.stringify(header), 'utf8')
  const front = Buffer.alloc(MAGIC.length + 6)
  front.write(MAGIC, 'latin1')
  front.writeUInt16LE(VERSION, MAGIC.length)
  front.writeUInt32LE(text.length, MAGIC.length + 2)
  const all = Buffer.concat([front, text, ...bodies])
  return Buffer.concat([all, createHash('sha256').update(all).digest()])
}

/**
 * Reads a model file.
 * @param place Name of the file, for errors.
 * @throws HearsayError `bad-model` where it is damaged, of another version or no model at all.
 */
export function decodeModel(bytes: Uint8Array, place: string): Model {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fail = (message: string): never => {
    throw new HearsayError('bad-model', `${message} Install the package again, or train the model anew.`, {
      file: place,
    })
  }
  if (buffer.length < MAGIC.length + 6 + DIGEST_BYTES || buffer.toString('latin1', 0, MAGIC.length) !== MAGIC)
    fail('Expected a model file, got something else.')
  const version = buffer.readUInt16LE(MAGIC.length)
  if (version !== VERSION) fail(`Expected a model file of version ${VERSION}, got version ${version}.`)
  const body = buffer.subarray(0, buffer.length - DIGEST_BYTES)
  const stored = buffer.toString('hex', body.length)
  const hash = createHash('sha256').update(body)
  const digest = hash.copy().digest('hex')
  if (digest !== stored)
    fail(`The model file is damaged: expected the checksum ${stored} that it ends with, got ${digest} of its content.`)
  const headerAt = MAGIC.length + 6
  let at = headerAt + buffer.readUInt32LE(MAGIC.length + 2)
  const header = JSON.parse(buffer.toString('utf8', headerAt, at)) as Header
  const chains = new Map<string, LinearChain>()
  for (const chain of header.chains) {
    const vectors = vectorsOf(chain.labels.length)
    const slotsAt = at + chain.buckets
    const slots = new Int8Array(body.buffer, body.byteOffset + slotsAt, chain.slots * slotBytes(vectors))
    const table: Table = { shifts: body.subarray(at, slotsAt), vectors, slots }
    at = slotsAt + slots.length
    const transitions: Transitions = {
      size: chain.labels.length,
      between: Float64Array.from(chain.between),
      start: Float64Array.from(chain.start),
      end: Float64Array.from(chain.end),
    }
    const templates = new Templates(chain.templates, chain.columns)
    const { labels, scale } = chain
    chains.set(chain.name, new LinearChain(labels, templates, table, scale, transitions))
  }
  const maps = new Map<string, ByteMap>()
  for (const { name, count } of header.maps) {
    const end = at + ByteMap.size(count)
    maps.set(name, ByteMap.fromBytes(body.subarray(at, end), count))
    at = end
  }
  return { chains, maps, notes: header.notes, sha256: hash.update(buffer.subarray(body.length)).digest('hex') }
}

/**
 * Makes sure that a chain was trained for these columns and labels.
 * @param name Of the chain, for the error.
 * @throws HearsayError `bad-model` where it was trained for others.
 */
export function expectShape(
  { templates, labels: own }: LinearChain,
  name: string,
  columns: readonly string[],
  labels: readonly string[],
): void {
  expectNames('columns', name, templates.columns, columns)
  expectNames('labels', name, own, labels)
}

function expectNames(what: string, chain: string, got: readonly string[], expected: readonly string[]): void {
  if (got.length === expected.length && got.every((name, n) => name === expected[n])) return
  throw new HearsayError(
    'bad-model',
    `Expected the ${what} ${expected.join(' ')} in the ${chain} chain of the model, got ${got.join(' ')}. Use the model that came with this version, or train it anew.`,
  )
}
