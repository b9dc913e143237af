export { add, emit } from './emissions'
export { backward, best, expect, forward, weigh } from './chain'
