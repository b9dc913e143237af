import * as Plot from '@observablehq/plot'
import { STATEMENT_KINDS, type StatementKind } from '../../record/record.js'
import { numberShown } from './dom.js'

/** The kinds in the order in which they stand beside each other: from the source's own words to the reporter's. */
export const KINDS = ['direct', 'mixed', 'indirect'] as const satisfies readonly StatementKind[]

/** A bar: its parts by kind of statement, and where a click on its name or on a part leads. */
export interface Bar {
  readonly name: string
  readonly counts: { readonly [kind in StatementKind]: number }
  readonly hash: string
  readonly hashOf: (kind: StatementKind) => string
}

/** The statements of one day. */
export interface DayCount {
  readonly day: string
  readonly kind: StatementKind
  readonly count: number
}

const COLOURS = { domain: [...KINDS], range: KINDS.map((kind) => `var(--kind-${kind})`) }
const ROW_HEIGHT = 30
/** About the width of a character of the labels. */
const CHARACTER = 7.4

/** Width of the thinnest bar. */
const LEAST_BAR = 2

/** Bars beside their names, longest first as they come, each with its total behind it. */
export function barsPlot(label: string, bars: readonly Bar[], width: number): SVGElement {
  const parts = bars.flatMap(({ name, counts, hashOf }) =>
    KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({ name, kind, count: counts[kind], hash: hashOf(kind) })),
  )
  const totals = bars.map(({ name, counts, hash }) => {
    const total = STATEMENT_KINDS.reduce((sum, kind) => sum + counts[kind], 0)
    return { name, total, hash, spoken: `${name}: ${numberShown(total)}` }
  })
  const longest = Math.max(...bars.map(({ name }) => name.length * CHARACTER + 16))
  const marginLeft = Math.min(longest, width * 0.45)
  return drawn({
    width,
    height: bars.length * ROW_HEIGHT + 4,
    marginLeft,
    marginRight: 48,
    marginTop: 2,
    marginBottom: 2,
    ariaLabel: label,
    x: { axis: null },
    y: { axis: null, domain: bars.map(({ name }) => name), padding: 0.3 },
    color: COLOURS,
    marks: [
      Plot.barX(parts, {
        x: 'count',
        y: 'name',
        fill: 'kind',
        href: 'hash',
        title: ({ name, kind, count }: (typeof parts)[number]) => `${name}: ${numberShown(count)} ${kind}`,
        insetRight: 1,
      }),
      Plot.text(totals, {
        x: 'total',
        y: 'name',
        text: ({ total }: (typeof totals)[number]) => numberShown(total),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--muted)',
      }),
      Plot.text(totals, {
        x: 0,
        y: 'name',
        text: 'name',
        href: 'hash',
        ariaLabel: 'spoken',
        textAnchor: 'end',
        dx: -10,
        lineWidth: (marginLeft - 12) / 11,
        textOverflow: 'ellipsis',
        fill: 'currentColor',
      }),
    ],
  })
}

/** Statements over time, in as fine a grain as their span allows. */
export function timePlot(label: string, counts: readonly DayCount[], width: number): SVGElement {
  const dated = counts.map(({ day, kind, count }) => ({ at: new Date(`${day}T00:00:00Z`), kind, count }))
  const times = dated.map(({ at }) => at.getTime())
  const days = (Math.max(...times) - Math.min(...times)) / 86_400_000
  const interval = grainOf(days)
  const marginLeft = 40
  const marginRight = 24
  const barWidth = (width - marginLeft - marginRight) / (days / DAYS_IN[interval] + 1)
  // Bars that are thinner than can be seen lie over each other.
  const inset = Math.min(0.5, (barWidth - LEAST_BAR) / 2)
  return drawn({
    width,
    height: 190,
    marginLeft,
    marginRight,
    marginTop: 12,
    marginBottom: 36,
    ariaLabel: `${label}, by ${interval}`,
    x: { label: null, type: 'utc', ...(width < 500 ? { ticks: 4 } : {}) },
    y: {
      label: null,
      grid: true,
      ticks: 4,
      tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : ''),
    },
    color: COLOURS,
    marks: [
      Plot.rectY(
        dated,
        Plot.binX<Plot.RectYOptions>(
          { y: 'sum' },
          {
            x: 'at',
            y: 'count',
            fill: 'kind',
            interval,
            order: [...KINDS],
            inset: 0.5,
            insetLeft: inset,
            insetRight: inset,
            title: 'kind',
          },
        ),
      ),
      Plot.ruleY([0], { stroke: 'var(--line)' }),
    ],
  })
}

/** About how many days a grain holds. */
const DAYS_IN = { day: 1, week: 7, month: 30, year: 365 } as const

function grainOf(days: number): keyof typeof DAYS_IN {
  if (days <= 70) return 'day'
  if (days <= 500) return 'week'
  return days <= 4000 ? 'month' : 'year'
}

function drawn(options: Plot.PlotOptions): SVGElement {
  const plot = Plot.plot({ ...options, className: 'plot', style: { background: 'none' } })
  // The page's policy lets no style in but its own, which says the same.
  for (const style of plot.querySelectorAll('style')) style.remove()
  for (const bar of plot.querySelectorAll('[aria-label="bar"] a')) {
    // By keyboard, the names lead there.
    bar.setAttribute('tabindex', '-1')
    bar.setAttribute('aria-hidden', 'true')
  }
  // What the groups of a drawing are called is of no use to a reader: "bar", "rule".
  for (const group of plot.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  if (!(plot instanceof SVGElement)) throw new Error('expected a plot without a figure around it')
  plot.setAttribute('role', plot.querySelector('a') === null ? 'img' : 'group')
  return plot
}
