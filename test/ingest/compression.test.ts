import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { folderWith, readAll } from './folder.js'
import { frameHeader, zstdRepeated, zstdStored } from './zstd.js'

const GOOD = '{"id":"good","text":"It rained."}\n'

/** Two lines of JSON, written by the command `zstd -19`. */
const BY_ZSTD = Buffer.from(
  'KLUv/QRoVQIAkgQPEbA94GHHFH7AIRWTFIpK0wdOoLI4CDb2CKgsmHfqZb3hIObt9n2/1e/xfuua7LVIGS78ET0HHpMLH2caAwCCI8rwInrkhAIvUzJ9',
  'base64',
)

describe('zstd', () => {
  test('as its own command writes it is unpacked', async () => {
    const { articles, lines } = await readAll([folderWith({ 'a.jsonl.zst': BY_ZSTD })])
    expect(lines).toEqual([])
    expect(articles.map(({ id, text }) => `${id} ${text}`)).toEqual([
      'z1 The mayor said that it rained, and that it rained, and that it rained again.',
      'z2 The mayor said that it rained, and that it snowed.',
    ])
  })

  test.each([
    [
      'is cut off',
      zstdStored(Buffer.from(GOOD)).subarray(0, -4),
      /expected whole zstd, got a damaged file: .* \[bad-zstd\]$/,
    ],
    ['is none', Buffer.from('It rained.'), /expected zstd, as its name says; its first bytes are not \[bad-zstd\]$/],
    [
      'asks for 1 GB',
      Buffer.concat([frameHeader(30), zstdStored(Buffer.from(GOOD)).subarray(6)]),
      /its window is 1.07 GB, and 134 MB are the most/,
    ],
    [
      'asks for 2 GB at once',
      Buffer.concat([
        Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0x7f),
        zstdStored(Buffer.from(GOOD)).subarray(6),
      ]),
      /its window is 2.13 GB, and 134 MB are the most/,
    ],
    [
      'was made with a dictionary',
      Buffer.concat([Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 1, 0x38, 7), zstdStored(Buffer.from(GOOD)).subarray(6)]),
      /it needs a dictionary/,
    ],
  ])('that %s is told of, and the rest goes on', async (_, bytes, line) => {
    const { articles, lines } = await readAll([folderWith({ 'a.jsonl.zst': bytes, 'z.jsonl': GOOD })])
    expect(lines).toEqual([expect.stringMatching(line)])
    expect(articles.map(({ id }) => id)).toEqual(['good'])
  })

  test('any bit of which is flipped gives other words only where that is told', async () => {
    const read = async (bytes: Buffer) => {
      const { articles, lines } = await readAll([folderWith({ 'a.jsonl.zst': bytes, 'z.jsonl': GOOD })])
      expect(articles.at(-1)?.id).toBe('good')
      return { texts: articles.map(({ text }) => text), told: lines }
    }
    const { texts } = await read(BY_ZSTD)
    let changes = 0
    for (let bit = 0; bit < BY_ZSTD.length * 8; bit += 3) {
      const flipped = Buffer.from(BY_ZSTD)
      flipped[bit >> 3] ^= 1 << (bit & 7)
      const found = await read(flipped)
      // A bit that nobody uses, and a window that is larger than it need be.
      if (found.told.length === 0) expect(found.texts, `bit ${bit}`).toEqual(texts)
      else changes++
    }
    expect(changes).toBeGreaterThan(200)
  })

  test('of several frames, some without data, is read; where one is damaged, what comes behind it is', async () => {
    const skipped = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
    const stored = zstdStored(Buffer.from(GOOD))
    const ids = async (...parts: Buffer[]) => {
      const { articles, lines } = await readAll([folderWith({ 'a.jsonl.zst': Buffer.concat(parts) })])
      return { ids: articles.map(({ id }) => id), lines }
    }
    expect(await ids(BY_ZSTD, skipped, stored)).toEqual({ ids: ['z1', 'z2', 'good'], lines: [] })
    const damaged = Buffer.from(BY_ZSTD)
    damaged[damaged.length - 1] ^= 1
    const place = `from byte 0 to byte ${BY_ZSTD.length}; went on behind it [bad-zstd]`
    const { ids: read, lines } = await ids(damaged, stored)
    expect(read.at(-1)).toBe('good')
    expect(lines).toEqual([`news/a.jsonl.zst: expected whole zstd, got a damaged file: incorrect checksum, ${place}`])
    expect((await ids(Buffer.from('It rained.'), stored)).ids).toEqual([])
  })

  test('of many blocks is read the same however its bytes come', async () => {
    const text = Array.from({ length: 60_000 }, (_, at) => (Math.imul(at, 2654435761) >>> 0).toString(36)).join(' ')
    const bytes = zstdStored(Buffer.from(`${JSON.stringify({ id: 'long', text })}\n${GOOD}`))
    for (const size of [1000, 65_536, bytes.length]) {
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
      }
      const { articles, failures } = await readAll(['-'], { stdin: pieces() })
      expect([articles.map(({ id }) => id), failures.length]).toEqual([['long', 'good'], 0])
    }
  })
})

describe('gzip of several members', () => {
  const line = (id: string, words = 'It rained.') => `${JSON.stringify({ id, text: words })}\n`
  /** Words that do not compress well, so that a member is larger than what is read at a time. */
  const long = (seed: number) =>
    Array.from({ length: 60_000 }, (_, i) => (Math.imul(i + seed, 2654435761) >>> 0).toString(36)).join(' ')
  const idsIn = async (name: string, ...parts: Uint8Array[]) => {
    const { articles, lines } = await readAll([folderWith({ [name]: Buffer.concat(parts), 'z.jsonl': GOOD })])
    expect(articles.at(-1)?.id).toBe('good')
    return { ids: articles.slice(0, -1).map(({ id }) => id), lines }
  }
  const damaged = (bytes: Buffer, at: number, length = 1): Buffer => {
    const copy = Buffer.from(bytes)
    for (let i = at; i < at + length; i++) copy[i] ^= 0x55
    return copy
  }
  const [A, B, C] = ['a', 'b', 'c'].map((id) => gzipSync(line(id)))
  const LARGE = gzipSync(line('large', long(1)))

  test('is read, also where members are large, empty, or have names in their headers', async () => {
    const named = Buffer.concat([A.subarray(0, 3), Buffer.from([0x1e]), A.subarray(4, 10), Buffer.from([2, 0, 1, 2]), Buffer.from('name\0comment\0xx'), A.subarray(10)]) // prettier-ignore
    const { ids, lines } = await idsIn('a.jsonl.gz', named, gzipSync(''), LARGE, B, Buffer.alloc(1000))
    expect(lines).toEqual([])
    expect(ids).toEqual(['a', 'large', 'b'])
  })

  test.each([
    [
      'in its first byte, as zero',
      (b: Buffer) => Buffer.concat([Buffer.from([0]), b.subarray(1)]),
      /incorrect header check/,
    ],
    ['in its first byte', (b: Buffer) => damaged(b, 0), /incorrect header check/],
    ['in its data', (b: Buffer) => damaged(b, 12, 6), /damaged file: /],
    ['in its checksum', (b: Buffer) => damaged(b, b.length - 8), /incorrect data check/],
    ['in its length', (b: Buffer) => damaged(b, b.length - 1), /incorrect length check/],
    ['cut off', (b: Buffer) => b.subarray(0, -10), /damaged file: /],
    ['in all of it', (b: Buffer) => Buffer.alloc(b.length, 0x77), /incorrect header check/],
  ])('of which one is damaged %s: that is told of with its place, and the next are read', async (_, damage, reason) => {
    const broken = damage(B)
    const { ids, lines } = await idsIn('a.jsonl.gz', A, broken, C, LARGE)
    expect(ids.filter((id) => id !== 'b')).toEqual(['a', 'c', 'large'])
    expect(lines[0]).toMatch(reason)
    const place = `from byte ${A.length} to byte ${A.length + broken.length}; went on behind it [bad-gzip]`
    expect(lines[0]?.endsWith(place), lines[0]).toBe(true)
  })

  test.each([0.1, 0.5, 0.9])('of which a large one is damaged at %d of it: the next are read', async (share) => {
    const broken = damaged(LARGE, Math.floor(LARGE.length * share), 200)
    const { ids, lines } = await idsIn('a.jsonl.gz', A, broken, B, C)
    expect(ids).toEqual(['a', 'b', 'c'])
    expect(lines).toHaveLength(1)
  })

  test('of which two are damaged: both are told of, under ids of their own', async () => {
    const parts = [A, damaged(B, 12, 6), C, damaged(B, 12, 6), gzipSync(line('d'))]
    const { articles, failures } = await readAll([folderWith({ 'a.jsonl.gz': Buffer.concat(parts) })])
    expect(articles.map(({ id }) => id)).toEqual(['a', 'c', 'd'])
    expect(failures.map(({ id }) => id)).toEqual([`a#byte${A.length}`, `a#byte${A.length + B.length + C.length}`])
  })

  test('whose lines go over the ends of members: a line is lost on each side of the damage, and told of', async () => {
    const all = Buffer.from(['a', 'b', 'c', 'd', 'e'].map((id) => line(id)).join(''))
    const size = line('a').length
    const cuts = [0, 1.5, 2.5, 5].map((lines) => lines * size)
    const members = [0, 1, 2].map((n) => gzipSync(all.subarray(cuts[n], cuts[n + 1])))
    const { ids, lines } = await idsIn('a.jsonl.gz', members[0], damaged(members[1], 0), members[2])
    expect(ids).toEqual(['a', 'd', 'e'])
    expect(lines).toEqual([
      expect.stringMatching(/\[bad-gzip\]$/),
      expect.stringMatching(/^news\/a\.jsonl\.gz:3: .*\[bad-json\]$/),
    ])
  })

  test('of a table: rows behind the damage have the header of the first', async () => {
    const parts = ['id,text\na,It rained.\n', 'b,It rained.\n', 'c,It rained.\n'].map((part) => gzipSync(part))
    const { ids, lines } = await idsIn('a.csv.gz', parts[0], damaged(parts[1], 0), parts[2])
    expect([ids, lines.length]).toEqual([['a', 'c'], 1])
  })

  test.each(['a.txt.gz', 'a.html.gz', 'a.json.gz'])(
    'of one article, %s, is no article where a part is missing',
    async (name) => {
      const parts = ['{"text": "<p>It rained all day', ' and nobody minded', ' but the mayor."}'].map((part) =>
        gzipSync(part),
      )
      const { ids, lines } = await idsIn(name, parts[0], damaged(parts[1], 0), parts[2])
      expect(ids).toEqual([])
      expect(lines).toEqual([expect.stringMatching(/\[bad-gzip\]$/)])
    },
  )

  test('is read the same however its bytes come', async () => {
    const bytes = Buffer.concat([A, damaged(B, 12, 6), C, LARGE, B])
    for (const size of [1, 7, 1000]) {
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
      }
      const { articles, failures } = await readAll(['-'], { stdin: pieces() })
      expect([articles.map(({ id }) => id), failures.length]).toEqual([['a', 'c', 'large', 'b'], 1])
    }
  })
})

describe('a compressed input', () => {
  test('that is cut off gives what came before', async () => {
    const packed = gzipSync(`${GOOD}{"id":"late","text":"${'abcdefgh'.repeat(400)}"}\n`)
    const { articles, lines } = await readAll([folderWith({ 'a.jsonl.gz': packed.subarray(0, -12) })])
    expect(articles.map(({ id }) => id)).toEqual(['good'])
    expect(lines).toEqual([expect.stringMatching(/a\.jsonl\.gz: expected whole gzip, got a damaged file/)])
  })

  test.each([
    ['gzip', 'a.jsonl.gz', gzipSync(Buffer.alloc(64_000_000, ' '), { level: 9 })],
    ['zstd', 'a.jsonl.zst', zstdRepeated(0x20, 500)],
  ])(
    'of %s that unpacks to a thousand times its size is a bomb: one error, and the rest goes on',
    async (_, name, bomb) => {
      const { articles, lines } = await readAll([folderWith({ [name]: bomb, 'z.jsonl': GOOD })])
      expect(lines).toEqual([
        expect.stringMatching(
          /^news\/a\.jsonl\.\w+: expected at most 1000 bytes unpacked for each byte, got [^\n]*; raise the limit with --max-ratio \[too-large\]$/,
        ),
      ])
      expect(articles.map(({ id }) => id)).toEqual(['good'])
    },
  )

  test('may unpack to a thousand times its size where the user says so, or where it is small', async () => {
    const folder = folderWith({
      'a.jsonl.gz': gzipSync(Buffer.concat([Buffer.alloc(20_000_000, ' '), Buffer.from(GOOD)])),
    })
    expect((await readAll([folder], { maxRatio: 2000, maxSize: 50e6 })).lines).toEqual([])
    const small = folderWith({
      'a.jsonl.gz': gzipSync(Buffer.concat([Buffer.alloc(10_000_000, ' '), Buffer.from(GOOD)])),
    })
    expect((await readAll([small], { maxSize: 50e6 })).articles).toMatchObject([{ id: 'good' }])
  })

  test('is not unpacked beyond the limit on all of it', async () => {
    const line = `{"text":"${'It rained all day, and nobody was surprised. '.repeat(20)}"}\n`
    const folder = folderWith({ 'a.jsonl.gz': gzipSync(line.repeat(2000)), 'z.jsonl': GOOD })
    const { articles, lines } = await readAll([folder], { maxExpanded: 1_000_000 })
    expect(lines).toEqual([
      'news/a.jsonl.gz: expected at most 1 MB unpacked, got more and read no further; raise the limit with --max-expanded [too-large]',
    ])
    expect(articles.length).toBeGreaterThan(100)
    expect(articles.at(-1)).toMatchObject({ id: 'good' })
    expect((await readAll([folder], { maxExpanded: 10_000_000 })).lines).toEqual([])
  })
})
