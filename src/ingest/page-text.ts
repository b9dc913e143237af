/** As much of a node of a page as reading its text takes. */
export interface PageNode {
  readonly nodeType: number
  /** A tag in capitals, for an element. */
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
  /** Of elements alone. */
  getAttribute?(name: string): string | null
}

export const [ELEMENT_NODE, TEXT_NODE] = [1, 3]

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
)

/** Elements whose text nobody reads on the page. */
const UNREAD = new Set(
  'AUDIO BUTTON CANVAS DATALIST HEAD IFRAME NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(' '),
)

/**
 * The paragraphs below a node, without empty ones: white space as it shows, a line feed for a break within one, and the quotation
 * marks that a page shows around `<q>`. `isLeftOut` says which elements do not count.
 */
export function paragraphsOf(root: PageNode, isLeftOut: (element: PageNode) => boolean = () => false): string[] {
  const paragraphs = new Paragraphs()
  walk(root, {
    enter(node) {
      if (node.nodeType === TEXT_NODE) paragraphs.add(node.nodeValue ?? '')
      else if (node.nodeType === ELEMENT_NODE) {
        const tag = node.nodeName.toUpperCase()
        if (UNREAD.has(tag) || isLeftOut(node)) return false
        if (BLOCKS.has(tag) || isCredit(node)) paragraphs.end()
        else if (tag === 'BR') paragraphs.breakLine()
        else if (tag === 'TD' || tag === 'TH') paragraphs.add(' ')
        else if (tag === 'Q') paragraphs.openQuotation()
        if (tag === 'PRE') paragraphs.preformatted++
      }
      return true
    },
    leave(node) {
      const tag = node.nodeName.toUpperCase()
      if (tag === 'PRE') paragraphs.preformatted--
      if (BLOCKS.has(tag) || isCredit(node)) paragraphs.end()
      else if (tag === 'Q') paragraphs.closeQuotation()
    },
  })
  paragraphs.end()
  return paragraphs.all
}

/** Whether an element says whose words a quoted block has: it stands on a line of its own. */
function isCredit({ nodeName, parentNode }: PageNode): boolean {
  return nodeName.toUpperCase() === 'CITE' && parentNode?.nodeName.toUpperCase() === 'BLOCKQUOTE'
}

/** How many nodes a page has, how deep they lie at most, and all their depths together. */
export function extentOf(root: PageNode): {
  readonly nodes: number
  readonly depth: number
  readonly totalDepth: number
} {
  let [nodes, depth, deepest, totalDepth] = [0, 0, 0, 0]
  walk(root, {
    enter() {
      nodes++
      depth++
      deepest = Math.max(deepest, depth)
      totalDepth += depth
      return true
    },
    leave() {
      depth--
    },
  })
  return { nodes, depth: deepest, totalDepth }
}

/** Visits all nodes below one, in order; without recursion, since pages may nest without end. What `enter` refuses is left out. */
function walk(root: PageNode, visit: { enter(node: PageNode): boolean; leave(node: PageNode): void }): void {
  let node = root.firstChild
  while (node !== null) {
    const isEntered = visit.enter(node)
    if (isEntered && node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    if (isEntered) visit.leave(node)
    while (node.nextSibling === null) {
      node = node.parentNode
      if (node === null || node === root) return
      visit.leave(node)
    }
    node = node.nextSibling
  }
}

/** The paragraph that is being read, and those that were. */
class Paragraphs {
  readonly all: string[] = []
  preformatted = 0
  private current = ''
  private quotations = 0

  add(text: string): void {
    if (this.preformatted > 0) this.current += text
    else {
      const shown = text.replace(/[ \t\r\n\f]+/g, ' ')
      this.current += shown.startsWith(' ') && /(?:^|[ \n])$/.test(this.current.slice(-1)) ? shown.slice(1) : shown
    }
  }

  breakLine(): void {
    if (this.current !== '') this.current = `${this.current.trimEnd()}\n`
  }

  openQuotation(): void {
    this.current += this.quotations % 2 === 0 ? '“' : '‘'
    this.quotations++
  }

  closeQuotation(): void {
    this.quotations--
    this.current += this.quotations % 2 === 0 ? '”' : '’'
  }

  end(): void {
    const paragraph = this.current.trim()
    if (paragraph !== '') this.all.push(paragraph)
    this.current = ''
  }
}
