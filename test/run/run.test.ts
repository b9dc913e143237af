import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openSink } from '../../src/output/sinks.js'
import type { Sink } from '../../src/output/sink.js'
import { HearsayError } from '../../src/record/errors.js'
import { retry, run, type Progress, type RunOptions } from '../../src/run/index.js'
import { placesOf } from '../../src/run/options.js'
import { articles, folderWith, idsIn, linesIn, numbered, TOY, WORKER } from './setting.js'

/** A folder with articles of these ids, and what runs them. */
function setting(ids: readonly string[], options: Partial<RunOptions> = {}) {
  const folder = folderWith({ 'in.jsonl': articles(ids) })
  const out = join(folder, 'out.jsonl')
  const input = join(folder, 'in.jsonl')
  return {
    folder,
    out,
    input,
    options: { inputs: [input], to: [`jsonl:${out}`], read: { collection: 'news' }, threads: 2, ...options },
  }
}

describe('a run', () => {
  it('writes the record of every article in order, and says how many', async () => {
    const { out, options } = setting(numbered(50))
    const summary = await run(options, TOY)
    expect(idsIn(out)).toEqual(numbered(50))
    expect(summary).toMatchObject({
      finished: true,
      read: 50,
      extracted: 50,
      skipped: 0,
      failures: {},
      quarantined: {},
    })
    expect(summary.inAll).toMatchObject({ extracted: 50, statements: 50 })
  })

  it('writes the same bytes with one thread and with two, whichever is done first', async () => {
    const ids = numbered(60).map((id, at) => (at % 7 === 0 ? `later-${id}` : id))
    const [one, two] = [setting(ids, { threads: 1 }), setting(ids, { threads: 2 })]
    await Promise.all([run(one.options, TOY), run(two.options, TOY)])
    expect(readFileSync(two.out, 'utf8')).toBe(readFileSync(one.out, 'utf8'))
    expect(idsIn(one.out)).toEqual(ids)
  })

  it('writes the same records as the extractor alone', async () => {
    const { out, options } = setting(numbered(3))
    await run(options, { worker: WORKER })
    const { createExtractor } = await import('../../src/extract/index.js')
    const { readArticles } = await import('../../src/ingest/index.js')
    const { jsonLine } = await import('../../src/output/jsonl.js')
    const extractor = await createExtractor()
    let expected = ''
    for await (const article of readArticles(options.inputs, options.read))
      if (!('error' in article)) expected += `${jsonLine(extractor.extract(article))}\n`
    expect(readFileSync(out, 'utf8')).toBe(expected)
  })

  it('stops reading at a limit', async () => {
    const { out, options } = setting(numbered(50), { limit: 7 })
    expect(await run(options, TOY)).toMatchObject({ finished: true, read: 7 })
    expect(idsIn(out)).toEqual(numbered(7))
    await run({ ...options, limit: 9 }, TOY)
    expect(idsIn(out)).toEqual(numbered(9))
  })

  it('holds at most four articles a thread while a sink is blocked', async () => {
    const { options } = setting(numbered(200), { threads: 2 })
    let release = (): void => undefined
    const blocked = new Promise<void>((resolve) => {
      release = resolve
    })
    let written = 0
    const openBlocked: typeof openSink = async (...parameters) => {
      const sink = await openSink(...parameters)
      return writingBy(sink, async (record, text) => {
        await blocked
        written++
        await sink.write(record, text)
      })
    }
    let progress: Progress | undefined
    const running = run(options, { ...TOY, openSink: openBlocked, onProgress: (now) => (progress = now) })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(written).toBe(0)
    expect(progress?.read).toBe(8)
    release()
    expect((await running).extracted).toBe(200)
  })

  it('does not write among what it reads', async () => {
    const { folder, input, out, options } = setting(numbered(3))
    writeFileSync(out, '')
    for (const inputs of [[folder], [out], [input, join(folder, '*.jsonl')]])
      await expect(run({ ...options, inputs }, TOY)).rejects.toThrow('expected an output that is no input')
  })

  it('keeps its journal beside its first output, however that is named', async () => {
    const { input, options } = setting(numbered(3))
    for (const [address, path] of [
      ['jsonl:a/out.jsonl', 'a/out.jsonl'],
      ['a/out.csv.gz', 'a/out.csv.gz'],
      ['a/out.db', 'a/out.db'],
      ['parquet:a/out/', 'a/out'],
      ['postgresql://me@host/news', 'hearsay-postgres-9f7dc141'],
    ])
      expect(placesOf(address)).toEqual({ journal: `${path}.journal`, quarantine: `${path}.quarantine` })
    // Schemas of one database are places of their own.
    expect(placesOf('postgres:', 'press')).not.toEqual(placesOf('postgres:', 'papers'))
    // A password may change from run to run.
    expect(placesOf('postgres:postgresql://me:secret@host/news')).toEqual(placesOf('postgresql://me@host/news'))
    await expect(run({ ...options, to: [input] }, TOY)).rejects.toThrow('expected an output that is no input')
  })

  it('takes no password that others could see', async () => {
    const { options } = setting(numbered(3))
    for (const address of ['postgresql://me:hunter2@host/news', 'postgres:postgres://me:hunter2@host/news'])
      await expect(run({ ...options, to: [address] }, TOY)).rejects.toThrow('expected no password where others see it')
  })

  it('cuts the articles into parts that are disjoint and complete', async () => {
    const { folder, options } = setting(numbered(100))
    const parts: string[][] = []
    for (const part of [1, 2, 3]) {
      const out = join(folder, `part${part}.jsonl`)
      await run({ ...options, to: [`jsonl:${out}`], shard: `${part}/3` }, TOY)
      parts.push(idsIn(out))
    }
    for (const part of parts) expect(part.length).toBeGreaterThan(15)
    expect(parts.flat().sort()).toEqual(numbered(100).sort())
    await expect(run({ ...options, shard: '4/3' }, TOY)).rejects.toThrow('expected a shard')
  })
})

describe('a run that was run before', () => {
  it('does what is new or changed, and says how many it skipped', async () => {
    const { input, out, options } = setting(numbered(20))
    await run(options, TOY)
    appendFileSync(input, articles(numbered(5, 'new')))
    writeFileSync(input, readFileSync(input, 'utf8').replace('that a3 would', 'that a3 will'))
    expect(await run(options, TOY)).toMatchObject({ read: 25, extracted: 6, skipped: 19 })
    expect(idsIn(out)).toEqual([...numbered(20), 'a3', ...numbered(5, 'new')])
    const before = readFileSync(out)
    expect(await run(options, TOY)).toMatchObject({ extracted: 0, skipped: 25 })
    expect(readFileSync(out).equals(before)).toBe(true)
  })

  it('refuses other options while it is not finished, and begins anew when asked to', async () => {
    const { out, options } = setting(numbered(20))
    const stop = new AbortController()
    const control = { ...TOY, checkpointEvery: 4, signal: stop.signal }
    const onProgress = ({ counts }: { counts: { extracted: number } }) => {
      if (counts.extracted === 9) stop.abort()
    }
    expect(await run(options, { ...control, onProgress })).toMatchObject({ finished: false })
    const changed = { ...options, extract: { minConfidence: 0.9 } }
    await expect(run(changed, TOY)).rejects.toThrow('--min-confidence was not given and is 0.9')
    await expect(run(changed, TOY)).rejects.toThrow('--restart')
    await run({ ...changed, restart: true }, TOY)
    expect(idsIn(out)).toEqual(numbered(20))
  })

  it('takes other options before its first checkpoint', async () => {
    const { folder, out, options } = setting(numbered(5))
    await expect(run({ ...options, to: [...options.to, 'nothing:x'] }, TOY)).rejects.toThrow('expected one of jsonl:')
    await run({ ...options, to: [...options.to, `csv:${join(folder, 'out.csv')}`] }, TOY)
    expect(idsIn(out)).toEqual(numbered(5))
  })

  it('refuses other models, whose records would come beside those that are there', async () => {
    const { out, options } = setting(numbered(5))
    await run(options, TOY)
    process.env.TEST_OPTIONS = 'others'
    try {
      await expect(run(options, TOY)).rejects.toThrow('expected the models')
      await run({ ...options, restart: true }, TOY)
    } finally {
      delete process.env.TEST_OPTIONS
    }
    expect(idsIn(out)).toEqual(numbered(5))
  })

  it('goes on where a stop came, to the bytes of an undisturbed run', async () => {
    for (const name of ['out.jsonl', 'out.jsonl.gz']) {
      const { folder, options } = setting(numbered(50))
      const [once, twice] = [join(folder, `once-${name}`), join(folder, `twice-${name}`)]
      await run({ ...options, to: [`jsonl:${once}`] }, { ...TOY, checkpointEvery: 8 })
      const stop = new AbortController()
      const onProgress = ({ counts }: { counts: { extracted: number } }) => {
        if (counts.extracted === 21) stop.abort()
      }
      const stopped = await run(
        { ...options, to: [`jsonl:${twice}`] },
        { ...TOY, checkpointEvery: 8, signal: stop.signal, onProgress },
      )
      expect(stopped.finished).toBe(false)
      const resumed = await run({ ...options, to: [`jsonl:${twice}`] }, { ...TOY, checkpointEvery: 8 })
      expect(resumed.skipped).toBeGreaterThanOrEqual(16)
      expect(resumed.inAll.extracted).toBe(50)
      expect(readFileSync(twice).equals(readFileSync(once))).toBe(true)
    }
  })

  it('tells what failed before a stop, until it is finished', async () => {
    const { options } = setting(['fail-1', 'fail-2', ...numbered(30)])
    const stop = new AbortController()
    const onProgress = ({ counts }: { counts: { extracted: number } }) => {
      if (counts.extracted === 20) stop.abort()
    }
    const stopped = await run(options, { ...TOY, checkpointEvery: 8, signal: stop.signal, onProgress })
    expect(stopped).toMatchObject({ finished: false, failures: { 'extraction-failed': 2 }, failedBefore: 0 })
    expect(await run(options, { ...TOY, checkpointEvery: 8 })).toMatchObject({ failures: {}, failedBefore: 2 })
    expect(await run(options, TOY)).toMatchObject({ failures: {}, failedBefore: 0, skipped: 30 })
  })

  it('goes on after a sink failed', async () => {
    const { out, options } = setting(numbered(40))
    let writes = 0
    const openFull: typeof openSink = async (...parameters): Promise<Sink> => {
      const sink = await openSink(...parameters)
      const write = (...record: Parameters<Sink['write']>) => {
        if (++writes > 30)
          throw new HearsayError('output-not-writable', 'expected room on the disk, got ENOSPC', { file: out })
        return sink.write(...record)
      }
      return writingBy(sink, write)
    }
    const failing = run(options, { ...TOY, checkpointEvery: 8, openSink: openFull })
    await expect(failing).rejects.toMatchObject({ code: 'output-not-writable' })
    expect(await run(options, TOY)).toMatchObject({ skipped: 24, extracted: 16 })
    expect(idsIn(out)).toEqual(numbered(40))
  })

  it('goes on after a journal whose last line was being written', async () => {
    const { out, options } = setting(numbered(20))
    const { journal } = await run(options, TOY)
    appendFileSync(journal, '{"checkpoint":true,"hand')
    expect(await run(options, TOY)).toMatchObject({ skipped: 20, extracted: 0 })
    expect(idsIn(out)).toEqual(numbered(20))
    writeFileSync(journal, 'something else\n')
    await expect(run(options, TOY)).rejects.toMatchObject({ code: 'bad-journal' })
  })

  it('is alone with its output', async () => {
    const { options } = setting(numbered(20))
    const first = run(options, TOY)
    await expect(run(options, TOY)).rejects.toThrow('expected to be alone')
    await first
  })
})

describe('an article that fails', () => {
  it('goes to quarantine with its reason and its bytes, whatever it does to its thread', async () => {
    const bad = ['hang-1', 'die-1', 'memory-1', 'fail/../1']
    const ids = numbered(40).flatMap((id, at) => (at % 10 === 5 ? [id, bad[(at - 5) / 10]] : [id]))
    const { out, options } = setting(ids, { wallTime: 10, memory: 48 })
    const summary = await run(options, TOY)
    expect(idsIn(out)).toEqual(numbered(40))
    const reasons = { 'timed-out': 1, 'worker-died': 1, 'out-of-memory': 1, 'extraction-failed': 1 }
    expect(summary).toMatchObject({ finished: true, extracted: 40, failures: reasons, quarantined: reasons })
    const index = linesIn(join(summary.quarantine, 'index.jsonl'))
    expect(index.map(({ id }) => id)).toEqual(bad)
    for (const { id, bytes, error } of index) {
      const content = readFileSync(join(summary.quarantine, String(bytes)))
      expect(createHash('sha256').update(content).digest('hex')).toBe(bytes)
      expect(JSON.parse(content.toString())).toMatchObject({
        id,
        text: `The mayor said on Monday that ${String(id)} would close.`,
      })
      expect(error).toHaveProperty('message')
    }
    for (const name of readdirSync(summary.quarantine)) expect(name).toMatch(/^([0-9a-f]{64}|index\.jsonl)$/)
  })

  it('is not tried again by the next run, but by retry, and leaves the quarantine when it succeeds', async () => {
    const { folder, out, options } = setting(['a0', 'fail-1', 'a1'])
    writeFileSync(join(folder, 'in.jsonl'), '{"id":"broken","headline":"x"}\n', { flag: 'a' })
    const first = await run(options, TOY)
    expect(first.quarantined).toEqual({ 'extraction-failed': 1, 'no-text-field': 1 })
    expect(await run(options, TOY)).toMatchObject({ extracted: 0, failures: {}, quarantined: first.quarantined })
    expect(await retry(first.journal, {}, TOY)).toMatchObject({ extracted: 0, quarantined: first.quarantined })

    const mended = await retry(first.journal, { read: { fields: { text: 'headline' } } }, { worker: WORKER })
    expect(mended.failures).toEqual({})
    expect(mended.quarantined).toEqual({})
    expect(idsIn(out)).toEqual(['a0', 'a1', 'fail-1', 'broken'])
    expect(readdirSync(first.quarantine)).toEqual(['index.jsonl'])
    expect(await run(options, TOY)).toMatchObject({ extracted: 0, skipped: 3 })
  })

  it('costs nobody else anything: one in a hundred is binary, huge, deep in quotes, a broken line, or a bomb', async () => {
    const { folder } = setting(numbered(495))
    const out = join(folderWith({}), 'out.jsonl')
    writeFileSync(join(folder, 'binary.txt'), Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 32)))
    writeFileSync(join(folder, 'huge.txt'), 'The mayor said so. '.repeat(20_000))
    writeFileSync(join(folder, 'deep.txt'), '“'.repeat(30_000))
    writeFileSync(join(folder, 'broken.jsonl'), '{"id": "broken", "text": "The mayor\n')
    // A file that unpacks to a thousand times its size.
    writeFileSync(join(folder, 'bomb.jsonl.gz'), gzipSync(Buffer.alloc(40_000_000, 'x')))
    const options = { inputs: [folder], to: [`jsonl:${out}`], threads: 2, wallTime: 600, read: { maxSize: 100_000 } }
    const summary = await run(options, { worker: WORKER })
    // Deep quotes are an article like any other.
    expect(idsIn(out).sort()).toEqual([...numbered(495), 'deep'].sort())
    const index = linesIn(join(summary.quarantine, 'index.jsonl'))
    const reasons = index.map(({ id, error }) => [id, (error as { code: string }).code])
    expect(Object.fromEntries(reasons)).toEqual({
      binary: 'not-text',
      bomb: 'too-large',
      'broken#1': 'bad-json',
      huge: 'too-large',
    })
    // What is over the limit stays where it is.
    for (const { id, kept, bytes } of index) {
      expect(kept).toBe(id === 'huge' || id === 'bomb' ? null : 'source')
      expect(existsSync(join(summary.quarantine, String(bytes)))).toBe(kept !== null)
    }
    // Nothing was mended, so all stay; with another limit the run itself does what was over it.
    expect((await retry(summary.journal, {}, { worker: WORKER })).quarantined).toEqual(summary.quarantined)
    const larger = await run({ ...options, read: { maxSize: 1_000_000 } }, { worker: WORKER })
    expect(larger).toMatchObject({ extracted: 1, skipped: 496 })
    expect(idsIn(out).at(-1)).toBe('huge')
  })

  it('as an input that cannot be read is told of, and read by the next run', async () => {
    const { folder, out, options } = setting(numbered(5))
    const missing = join(folder, 'missing.jsonl')
    const errors: HearsayError[] = []
    const onError = (error: HearsayError) => errors.push(error)
    const summary = await run({ ...options, inputs: [missing, ...options.inputs] }, { ...TOY, onError })
    expect(summary).toMatchObject({ extracted: 5, failures: { 'input-not-found': 1 }, quarantined: {} })
    expect(errors).toMatchObject([{ code: 'input-not-found', place: { file: missing } }])
    writeFileSync(missing, articles(['found']))
    await run({ ...options, inputs: [missing, ...options.inputs] }, TOY)
    expect(idsIn(out)).toEqual([...numbered(5), 'found'])
  })
})

/** A sink that writes in another way. */
function writingBy(sink: Sink, write: Sink['write']): Sink {
  return {
    name: sink.name,
    write,
    checkpoint: () => sink.checkpoint(),
    close: () => sink.close(),
    abandon: () => sink.abandon(),
  }
}
