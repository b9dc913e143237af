/**
 * One table: what each stage and the whole take, and what others take for a part of it, on the same articles in one run. Every row is a process of its own,
 * which reads articles until it has used so many seconds of CPU time; its first second, in which code is compiled, counts.
 * Build first: npm run bench [-- FILE.jsonl…]
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { countWords, textsOf, trainingFiles } from './side-by-side.mjs'

/** CPU time of a row: long enough that most code is compiled. */
const SECONDS = 20
const REFERENCE = { date: '2022-01-17', dayFirst: null }

/** What is done to a text, by the name of the row; the last ones are what a user could take instead. */
const ROWS = {
  async tokens() {
    const tokeniser = await tokeniserOf()
    return (text) => tokeniser.tokenise(text)
  },
  async 'tokens, numbers and times'() {
    const [{ numbersOf }, tokeniser] = await Promise.all([import('../dist/extract/numbers.js'), tokeniserOf()])
    return (text) => numbersOf(tokeniser.tokenise(text), REFERENCE)
  },
  async 'tokens, statements'() {
    const [{ loadReaders }, tokeniser] = await Promise.all([import('../dist/extract/index.js'), tokeniserOf()])
    const { attributor } = await loadReaders({})
    return (text) => attributor.attribute(tokeniser.tokenise(text))
  },
  async 'tokens, names'() {
    const [{ loadReaders }, tokeniser] = await Promise.all([import('../dist/extract/index.js'), tokeniserOf()])
    const { finder } = await loadReaders({})
    return (text) => finder.find(tokeniser.tokenise(text))
  },
  async 'the whole: a record'() {
    const { createExtractor } = await import('../dist/index.js')
    const extractor = await createExtractor()
    return (text) => extractor.extract({ id: 'a', text })
  },
  async 'wink-nlp: sentences, parts of speech'() {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ])
    const nlp = winkNLP(model, ['sbd', 'pos'])
    return (text) => nlp.readDoc(text).tokens().length()
  },
  async 'compromise: parts of speech, people'() {
    const { default: nlp } = await import('compromise')
    return (text) => nlp(text).people().out('array')
  },
  async 'chrono-node: times'() {
    const { strict } = await import('chrono-node/en')
    const instant = new Date(`${REFERENCE.date}T12:00:00Z`)
    return (text) => strict.parse(text, { instant, timezone: 0 })
  },
  async "Microsoft's recognizers: numbers, units, times"() {
    const { default: suite } = await import('@microsoft/recognizers-text-suite')
    const { Culture } = suite
    return (text) => {
      suite.recognizeNumber(text, Culture.English)
      suite.recognizePercentage(text, Culture.English)
      suite.recognizeCurrency(text, Culture.English)
      suite.recognizeDimension(text, Culture.English)
      suite.recognizeDateTime(text, Culture.English, suite.DateTimeOptions?.None, new Date(REFERENCE.date))
    }
  },
}

async function tokeniserOf() {
  const { createTokeniser } = await import('../dist/tokenise/index.js')
  return createTokeniser()
}

/** Reads texts, again from the first where there are no more, until the time is over; `words` is how many it has read. */
async function measure(row, files) {
  const started = process.cpuUsage()
  const work = await ROWS[row]()
  const loading = process.cpuUsage(started)
  const texts = files.flatMap(textsOf)
  const before = process.cpuUsage()
  const read = []
  let seconds = 0
  for (let t = 0; seconds < SECONDS && t < texts.length; t++) {
    work(texts[t])
    read.push(texts[t])
    const { user, system } = process.cpuUsage(before)
    seconds = (user + system) / 1e6
  }
  const peak = process.resourceUsage().maxRSS * 1024
  return { seconds, words: countWords(read), peak, load: (loading.user + loading.system) / 1e3 }
}

const [mode, ...rest] = process.argv.slice(2)
if (mode === '--row') {
  const [row, ...files] = rest
  console.log(JSON.stringify(await measure(row, files)))
} else {
  const files = mode === undefined ? trainingFiles() : [mode, ...rest]
  const self = fileURLToPath(import.meta.url)
  const results = Object.keys(ROWS).map((row) => ({
    row,
    ...JSON.parse(execFileSync(process.execPath, [self, '--row', row, ...files], { encoding: 'utf8' })),
  }))
  const speed = ({ words, seconds }) => words / seconds
  const wink = results.find(({ row }) => row.startsWith('wink-nlp'))
  const whole = results.find(({ row }) => row.startsWith('the whole'))
  console.log('| what | words/s | µs a word | of wink-nlp’s time | of the whole’s | peak | load |')
  console.log('| --- | --: | --: | --: | --: | --: | --: |')
  for (const result of results) {
    const cells = [
      result.row,
      Math.round(speed(result)).toLocaleString('en'),
      (1e6 / speed(result)).toFixed(1),
      (speed(wink) / speed(result)).toFixed(2),
      (speed(whole) / speed(result)).toFixed(2),
      `${Math.round(result.peak / 1e6)} MB`,
      `${Math.round(result.load)} ms`,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
