import type { Statement } from '../../record/record.js'

/** A piece of text within which the same statements hold throughout. Pieces follow each other without gaps or overlap. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Statements whose content it is part of, the innermost last. */
  readonly contents: readonly Statement[]
  /** Statements whose source it is part of. */
  readonly sources: readonly Statement[]
  /** Statements whose cue it is part of. */
  readonly cues: readonly Statement[]
}

type Part = 'contents' | 'sources' | 'cues'

/** Cuts `start` to `end` of a text at every edge of a statement's spans, whichever way they nest or overlap. */
export function piecesOf(statements: readonly Statement[], start: number, end: number): Piece[] {
  const depths = depthsOf(statements)
  const marks = statements
    .flatMap((statement) => partsOf(statement))
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.start < mark.end)
  const edges = [...new Set([start, ...marks.flatMap((mark) => [mark.start, mark.end]), end])].sort((a, b) => a - b)
  marks.sort((a, b) => a.start - b.start)
  const open = new Set<Mark>()
  const statementsOf = (part: Part) => [
    ...new Set([...open].filter((mark) => mark.part === part).map(({ statement }) => statement)),
  ]
  let next = 0
  return edges.slice(0, -1).map((from, index) => {
    for (const mark of open) if (mark.end <= from) open.delete(mark)
    while (next < marks.length && marks[next].start <= from) open.add(marks[next++])
    return {
      start: from,
      end: edges[index + 1],
      contents: statementsOf('contents').sort((a, b) => depths.get(a)! - depths.get(b)!),
      sources: statementsOf('sources'),
      cues: statementsOf('cues'),
    }
  })
}

interface Mark {
  readonly part: Part
  readonly statement: Statement
  readonly start: number
  readonly end: number
}

function partsOf(statement: Statement): Mark[] {
  const { content, source, cue } = statement
  const mark = (part: Part, { start, end }: { readonly start: number; readonly end: number }): Mark => ({
    part,
    statement,
    start,
    end,
  })
  return [
    ...content.map((span) => mark('contents', span)),
    ...(source === null ? [] : [mark('sources', source)]),
    ...(cue === null ? [] : [mark('cues', cue)]),
  ]
}

/** How many statements each lies within. */
export function depthsOf(statements: readonly Statement[]): ReadonlyMap<Statement, number> {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const depths = new Map<Statement, number>()
  for (const statement of statements) {
    const trail = new Set<Statement>([statement])
    let around = statement.parent === null ? undefined : byId.get(statement.parent)
    while (around !== undefined && !trail.has(around)) {
      trail.add(around)
      around = around.parent === null ? undefined : byId.get(around.parent)
    }
    depths.set(statement, trail.size - 1)
  }
  return depths
}
