export { add, emit, note } from './emissions'
export { backward, best, expect, forward, weigh } from './chain'
export { descend, score } from './fitting'
export { lower } from './signature'
