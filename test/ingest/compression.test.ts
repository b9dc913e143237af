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
  ])('that %s is told of, and the rest goes on', async (_, bytes, line) => {
    const { articles, lines } = await readAll([folderWith({ 'a.jsonl.zst': bytes, 'z.jsonl': GOOD })])
    expect(lines).toEqual([expect.stringMatching(line)])
    expect(articles.map(({ id }) => id)).toEqual(['good'])
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
