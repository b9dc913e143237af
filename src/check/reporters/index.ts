import { github } from './github.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { markdown } from './markdown.js'
import { pretty } from './pretty.js'
import type { Reporter } from './reporter.js'
import { sarif } from './sarif.js'

export type { Reporter, ReporterOptions } from './reporter.js'

/** Every form of output. */
export const REPORTERS: readonly Reporter[] = [pretty, json, junit, sarif, github, markdown]
