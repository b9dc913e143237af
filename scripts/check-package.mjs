// Packs the package, installs it in an empty folder as a user would, and uses it there: as a library and by its command.
// Fails where the package holds text of others, or weights over the limit.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DATA = process.env.HEARSAY_DATA ?? join(ROOT, '..', 'shared', 'data')
const MAX_WEIGHTS = 16_000_000
const TEXT = 'The mayor said on Monday that the old bridge would close for repairs.\n'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-package-'))
try {
  const tarball = pack()
  const installed = install(tarball)
  checkFiles(installed)
  checkTexts(installed)
  useLibrary()
  useCommand()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}

function run(command, args, cwd = folder) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

function pack() {
  const [{ filename, size }] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT),
  )
  console.log(`package: ${filename}, ${size} bytes`)
  return join(folder, filename)
}

function install(tarball) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }))
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball])
  return join(folder, 'node_modules', 'hearsay')
}

/** Only what package.json names is inside, and the weights are small. */
function checkFiles(installed) {
  const allowed =
    /^(dist|models|docs|pipelines|gold\/training|gazetteer)\/|^(package\.json|README\.md|gold\/README\.md|gold\/sources\.jsonl|CHANGELOG\.md|LICENSE)$/
  const files = filesOf(installed).map((path) => relative(installed, path))
  const odd = files.filter(
    (path) => !allowed.test(path) || (path.endsWith('.jsonl') && path !== join('gold', 'sources.jsonl')),
  )
  expect(
    odd.length === 0,
    `only the built code, models, pipelines, gold and a gazetteer to train on and documentation, got ${odd.join(', ')}`,
  )
  const weights = files.filter((path) => path.startsWith('models/')).map((path) => statSync(join(installed, path)).size)
  const total = weights.reduce((sum, size) => sum + size, 0)
  expect(total > 0 && total < MAX_WEIGHTS, `models under ${MAX_WEIGHTS} bytes, got ${total}`)
  console.log(`package: ${files.length} files, models ${total} bytes`)
}

/** No passage of an article, ours or of others, is inside: a piece from the middle of each is looked for. */
function checkTexts(installed) {
  const contents = filesOf(installed).map((path) => readFileSync(path, 'utf8'))
  const passages = [...articlesOf(join(ROOT, 'corpus')), ...articlesOf(DATA)]
    .filter(({ text }) => text.length >= 200)
    .map(({ from, text }) => ({ from, passage: text.slice(text.length >> 1, (text.length >> 1) + 50) }))
  const found = passages.filter(({ passage }) => contents.some((content) => content.includes(passage)))
  expect(found.length === 0, `no text of articles inside, got ${found.map(({ from }) => from).join(', ')}`)
  console.log(`package: none of ${passages.length} articles' text inside`)
}

/** The texts that files under `folder` hold: .txt as they are, .jsonl by their text field. */
function articlesOf(folder) {
  if (!existsSync(folder)) return []
  return filesOf(folder).flatMap((from) => {
    const content = readFileSync(from, 'utf8')
    if (from.endsWith('.txt')) return [{ from, text: content }]
    if (!from.endsWith('.jsonl')) return []
    const lines = content.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line, index) => ({ from: `${from}:${index + 1}`, text: JSON.parse(line).text ?? '' }))
  })
}

function useLibrary() {
  writeFileSync(
    join(folder, 'use.js'),
    `import { createExtractor, verifyRecord } from 'hearsay'
     import { recordSchema } from 'hearsay/schema'
     import { RULES } from 'hearsay/check'
     import { reportPage } from 'hearsay/report'
     import { annotatedRecord } from 'hearsay/annotate'
     import { changesOf, comparedArticle, hasChanges } from 'hearsay/diff'
     const text = ${JSON.stringify(TEXT)}
     const record = (await createExtractor()).extract({ id: 'bridge', text })
     recordSchema.parse(record)
     let page = ''
     for await (const piece of reportPage([{ record, text }])) page += piece
     const compared = comparedArticle(record)
     const others = RULES.length > 0 && page.endsWith('</html>\\n') && annotatedRecord(record, { text }).statements.length === 1 &&
       !hasChanges(changesOf(compared, compared))
     console.log(JSON.stringify({ statements: record.statements.length, findings: [...verifyRecord(record, { text })], others }))`,
  )
  const { statements, findings, others } = JSON.parse(run('node', ['use.js']))
  expect(others, 'a page, a rule, a proposal for gold and no changes from the other entry points')
  expect(
    statements === 1 && findings.length === 0,
    `1 statement and no findings, got ${statements} and ${findings.length}`,
  )
  console.log('package: the library extracts')
}

function useCommand() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const shown = run('npx', ['hearsay', '--version']).trim()
  expect(shown === version, `hearsay --version to show ${version}, got ${shown}`)
  writeFileSync(join(folder, 'bridge.txt'), TEXT)
  const record = JSON.parse(run('npx', ['hearsay', 'extract', 'bridge.txt']))
  expect(record.id === 'bridge' && record.statements.length === 1, '1 statement of bridge.txt from the command')
  console.log('package: the command extracts')
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules/hearsay/node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
}

function expect(holds, what) {
  if (!holds) throw new Error(`the package check expected ${what}`)
}
