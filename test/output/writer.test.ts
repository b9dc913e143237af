import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { streamDestination } from '../../src/output/destination.js'
import { openSink } from '../../src/output/sinks.js'
import { formatOf, openWriter } from '../../src/output/writer.js'
import { ARTICLE, sampleRecord } from '../record/sample.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-output-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the format of a file', () => {
  it.each([
    ['a.jsonl', 'jsonl'],
    ['a.ndjson.gz', 'jsonl'],
    ['a.b/c.JSON', 'json'],
    ['a.csv.gz', 'csv'],
    ['A.CSV.GZ', 'csv'],
    ['a.txt', 'text'],
  ])('of %s is %s', (path, format) => {
    expect(formatOf(path)).toBe(format)
  })

  it.each(['records', 'records.xlsx', 'records.gz', 'a.csv/b'])('of %s is not known', (path) => {
    expect(() => formatOf(path)).toThrow(/expected a name that ends in \.jsonl/)
  })
})

describe('a file', () => {
  it('stands under its name only when it is complete', async () => {
    const path = join(folder, 'records.jsonl')
    const writer = await openWriter('jsonl', path)
    await writer.write(sampleRecord())
    await expect(stat(path)).rejects.toThrow('ENOENT')
    await writer.close()
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(sampleRecord())
    expect(await readdir(folder)).toEqual(['records.jsonl'])
  })

  it('is compressed where its name ends in .gz, with the same bytes each time', async () => {
    const write = async (path: string) => {
      const writer = await openWriter('csv', path)
      await writer.write(sampleRecord())
      await writer.close()
      return readFile(path)
    }
    const [first, second] = [await write(join(folder, 'a.csv.gz')), await write(join(folder, 'B.CSV.GZ'))]
    expect(gunzipSync(first).toString()).toMatch(/^collection,article,/)
    expect(first.equals(second)).toBe(true)
  })

  it('is compressed by its name in capitals as a sink too', async () => {
    const path = join(folder, 'RECORDS.JSONL.GZ')
    const sink = await openSink(path, null, { producer: '{}' })
    await sink.write(sampleRecord(), ARTICLE.text)
    await sink.close()
    expect(JSON.parse(gunzipSync(await readFile(path)).toString())).toEqual(sampleRecord())
  })

  it('is complete also without any record', async () => {
    const writer = await openWriter('json', join(folder, 'none.json'))
    await writer.close()
    expect(await readFile(join(folder, 'none.json'), 'utf8')).toBe('[]\n')
  })

  it('leaves what was there when it is given up, and nothing else', async () => {
    const path = join(folder, 'records.jsonl')
    await writeFile(path, 'before')
    const writer = await openWriter('jsonl', path)
    await writer.write(sampleRecord())
    writer.discard()
    expect(await readFile(path, 'utf8')).toBe('before')
    expect(await readdir(folder)).toEqual(['records.jsonl'])
  })

  it('takes the place of what a killed process of the same number left', async () => {
    const path = join(folder, 'records.jsonl')
    const first = await openWriter('jsonl', path)
    const [temporary] = await readdir(folder)
    first.discard()
    const next = temporary.replace(/(\d+)\.tmp$/, (_, number) => `${Number(number) + 1}.tmp`)
    await writeFile(join(folder, next), 'half')
    const writer = await openWriter('jsonl', path)
    await writer.close()
    expect(await readdir(folder)).toEqual(['records.jsonl'])
    expect(await readFile(path, 'utf8')).toBe('')
  })

  it('is not in the way of another that is written to the same place', async () => {
    const path = join(folder, 'records.jsonl')
    const writers = [await openWriter('jsonl', path), await openWriter('json', path)]
    for (const writer of writers) await writer.close()
    expect(await readdir(folder)).toEqual(['records.jsonl'])
    expect(await readFile(path, 'utf8')).toBe('[]\n')
  })

  it('keeps its permissions and the link that led to it', async () => {
    await mkdir(join(folder, 'real'))
    await writeFile(join(folder, 'real', 'records.json'), 'before', { mode: 0o600 })
    await symlink(join('real', 'records.json'), join(folder, 'link.json'))
    const writer = await openWriter('json', join(folder, 'link.json'))
    await writer.close()
    const { mode } = await stat(join(folder, 'real', 'records.json'))
    expect(mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'real', 'records.json'), 'utf8')).toBe('[]\n')
  })

  it('that is a device is written in place', async () => {
    const writer = await openWriter('jsonl', '/dev/null')
    await writer.write(sampleRecord())
    await writer.close()
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
  })

  it.each([
    ['in a folder that is not there', 'missing/records.jsonl', 'ENOENT: no such file or directory'],
    ['that is a folder', '', 'EISDIR'],
  ])('%s cannot be written', async (_, name, reason) => {
    const opening = openWriter('jsonl', join(folder, name))
    await expect(opening).rejects.toMatchObject({ code: 'output-not-writable', place: { file: join(folder, name) } })
    await expect(opening).rejects.toThrow(`expected a place that can be written, got ${reason}`)
    await expect(opening).rejects.not.toThrow('.tmp')
  })
})

describe('a stream', () => {
  it('is waited for while it is behind', async () => {
    const slow = new PassThrough({ highWaterMark: 10 })
    const destination = streamDestination(slow, 'pipe')
    let written = 0
    const writing = (async () => {
      for (let part = 0; part < 100; part++) {
        await destination.write('x'.repeat(10_000))
        written += 10_000
      }
      await destination.close()
    })()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(written).toBeLessThan(100_000)
    let read = 0
    slow.on('data', (chunk: Buffer) => (read += chunk.length))
    await writing
    await new Promise((resolve) => setImmediate(resolve))
    expect(read).toBe(1_000_000)
  })

  it('that breaks is told of at the next write', async () => {
    const broken = new Writable({ write: (_chunk, _encoding, done) => { done(new Error('disk full')) } })
    const destination = streamDestination(broken, 'pipe')
    const writing = (async () => {
      for (;;) await destination.write('x'.repeat(100_000))
    })()
    await expect(writing).rejects.toThrow('expected a place that can be written, got disk full')
    await expect(destination.close()).rejects.toMatchObject({ code: 'output-not-writable' })
  })
})
