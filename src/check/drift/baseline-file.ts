import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { notWritable } from '../../output/failure.js'
import { HearsayError } from '../../record/errors.js'
import { faultLine } from '../../record/fault.js'
import { BASELINE_VERSION, FEWEST_ARTICLES, type Baseline } from './baseline.js'
import { MARKS } from './profile.js'

/** More would not fit into memory; a baseline of fewer does. */
const MOST_ARTICLES = 1e7

const count = z.int().nonnegative()
const counts = z.record(z.string(), count)

const form = z.strictObject({
  format: z.literal('hearsay-baseline'),
  version: z.literal(BASELINE_VERSION),
  producer: z.strictObject({ hearsay: z.string(), models: z.record(z.string(), z.string()) }),
  articles: z.int().min(FEWEST_ARTICLES).max(MOST_ARTICLES),
  extracted: z.boolean(),
  measures: z.record(
    z.string(),
    z.strictObject({ articles: count, bounds: z.array(z.number()), above: z.array(count) }),
  ),
  acts: counts,
  languages: counts,
  words: counts,
  leastArticles: z.int().positive(),
  fingerprints: z.array(z.string().regex(/^[0-9a-f]{12}$/)),
})

/** A baseline whose parts agree: what is damaged would be compared with nonsense. */
const schema = form.superRefine(({ articles, measures, acts, languages, words, fingerprints, extracted }, context) => {
  const expect = (holds: boolean, path: string[], message: string): void => {
    if (!holds) context.addIssue({ code: 'custom', path, message })
  }
  const expectCounts = (path: string[], values: readonly number[], most: number): void => {
    expect(values.every((value) => value <= most), path, `expected ${most} at most`) // prettier-ignore
  }
  for (const [name, { articles: having, bounds, above }] of Object.entries(measures)) {
    expect(above.length === bounds.length, ['measures', name, 'above'], 'expected as many as bounds')
    expectCounts(['measures', name, 'articles'], [having], articles)
    expectCounts(['measures', name, 'above'], above, having)
  }
  for (const [name, counted] of Object.entries({ acts, languages, words }))
    for (const [key, count] of Object.entries(counted)) expectCounts([name, key], [count], articles)
  for (const act of extracted ? MARKS : []) expect(Object.hasOwn(acts, act), ['acts', act], 'expected a count')
  expect(fingerprints.length === articles, ['fingerprints'], `expected one for each of ${articles} articles`)
})

/** What tells a baseline of any version. */
const anyVersion = z.object({ format: z.literal('hearsay-baseline'), version: z.unknown() })

const GOT: { readonly [code: string]: string | undefined } = { ENOENT: 'no file', EISDIR: 'a folder' }

/** Reads a baseline. Throws `usage` where the file is none, or one of another version. */
export async function readBaseline(file: string): Promise<Baseline> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const got =
      GOT[code] ?? (cause instanceof SyntaxError ? 'a file that is none' : `a file that cannot be read (${code})`)
    throw new HearsayError('usage', `expected a baseline, got ${got}; write one with --update-baseline`, { file }, { cause }) // prettier-ignore
  }
  const told = anyVersion.safeParse(value)
  if (!told.success) throw new HearsayError('usage', 'expected a baseline that --update-baseline wrote, got other JSON', { file }) // prettier-ignore
  const { version } = told.data
  if (version !== BASELINE_VERSION) {
    const message = `expected a baseline of version ${BASELINE_VERSION}, got version ${typeof version === 'number' ? version : 'that is no number'}; write it anew with --update-baseline`
    throw new HearsayError('usage', message, { file })
  }
  const { data, error } = schema.safeParse(value)
  if (error === undefined) return data
  throw new HearsayError('usage', `expected a baseline that --update-baseline wrote, got another ${faultLine(error)}`, { file }) // prettier-ignore
}

/** Writes a baseline. Throws `usage` where the corpus is too small for one, `output-not-writable`. */
export async function writeBaseline(file: string, baseline: Baseline): Promise<void> {
  if (baseline.articles < FEWEST_ARTICLES) {
    const message = `expected ${FEWEST_ARTICLES} articles at least for a baseline, got ${baseline.articles}`
    throw new HearsayError('usage', message, { file })
  }
  try {
    await writeFile(file, `${JSON.stringify(baseline, null, 1)}\n`)
  } catch (cause) {
    throw notWritable(file, cause)
  }
}
