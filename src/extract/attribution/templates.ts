/** Templates of the first pass, over `PASSAGE_COLUMNS`. */
export const PASSAGE_TEMPLATES: readonly string[] = [
  // Words around
  'word[-2]', 'word[-1]', 'word', 'word[1]', 'word[2]', 'lemma', 'lemma[-1]', 'lemma[1]',
  'word[-1] word', 'word word[1]', 'word[-2] word[-1]', 'word[1] word[2]',
  // Parts of speech
  'pos', 'pos[-1] pos', 'pos pos[1]', 'pos[-2] pos[-1] pos', 'pos pos[1] pos[2]', 'pos[-1] pos pos[1]',
  'lemma pos[1]', 'lemma pos[-1]', 'pos lemma[-1]', 'pos lemma[1]',
  // Form
  'suffix pos', 'prefix', 'shape', 'shape[-1] shape', 'shape shape[1]', 'shape[-1] shape shape[1]', 'suffix[1] pos', 'suffix[-1] pos',
  // Quotation
  'quote', 'quote[-1] quote quote[1]', 'quote word', 'quote quoteLength', 'quoteLeft quote', 'quoteRight quote', 'quoteLeft quoteRight pos', 'quoteLeft word', 'quoteRight word',
  'quote[-2] quote[-1] word', 'quote pos sentenceFlags', 'quoteLeft lemma pos', 'quoteRight lemma pos',
  // The nearest reporting verbs and what lies between
  'reporting pos', 'reporting[-1] reporting[1] pos', 'cueLeft cueLeftAt', 'cueRight cueRightAt', 'cueLeft word', 'cueRight pos', 'cueLeft pos', 'cueRight word', 'cueLeftAt cueRightAt pos',
  'cueLeft cueRight quote', 'cueLeftAt quote pos', 'cueRightAt quote pos', 'cueLeft clauseLeft clauseLeftAt', 'cueLeft markLeft markLeftAt', 'cueRight markRight markRightAt',
  'verbLeft pos', 'verbRight pos', 'markLeft markLeftAt pos', 'markRight markRightAt pos', 'markLeft markRight sentenceFlags', 'clauseLeft clauseLeftAt pos', 'clauseLeft verbLeft',
  // Place in the sentence and the passage
  'sentenceFirst fromStart', 'sentenceFirst pos', 'sentenceEnd toEnd', 'fromStart pos', 'toEnd pos word', 'sentenceFlags passageFlags pos', 'passageFlags quote', 'fromStart cueRightAt pos', 'toEnd cueLeftAt pos',
] // prettier-ignore

/** Templates of the second pass, over `STATEMENT_COLUMNS`. */
export const STATEMENT_TEMPLATES: readonly string[] = [
  'word[-1]', 'word[1]', 'word[-1] word', 'word word[1]', 'pos[-1] pos', 'pos pos[1]', 'first distance',
  'first[-1] first first[1] side', 'first first[1] distance', 'sourceP[1] sourceP side', 'contentP[1] contentP side',
  'contentP[-1] contentP contentP[1] side', 'sourceP[-1] sourceP sourceP[1] side', 'contentBeginP contentP[1] word',
  'sourceBeginP sourceP[1] pos', 'distance word', 'distance cuePos quote', 'distance pos pos[1]',
  'distance pos[-1] pos', 'sentence side first', 'sentence quotesBetween quote', 'sentence first cuesBetween rank',
  'sourcesBetween contentsBetween cuesBetween side', 'rank first side', 'rank first side cuesBetween nearest',
  'nearest first side', 'nearest rank first sentence quote', 'quotesBetween first side', 'commas first side',
  'marks first side', 'clauses side first', 'sourceLeft sourceRight first side',
  'contentLeft contentRight first side', 'sourceLeft sourceRight contentLeft contentRight side',
  'sourceLeft sourceRight contentLeft contentRight first side', 'cue first side', 'cueAfter first side',
  'cueBefore side first', 'cue cueAfter first side', 'segmentLength first side',
  'cueProbability first side', 'quote quoteLength side', 'quote pos first', 'quote quote[1] first',
  'word[-1] first side', 'word[1] first side',
  'contentSideP[-1] contentSideP contentSideP[1] side', 'sourceSideP[-1] sourceSideP sourceSideP[1] side',
  'contentSideP contentP side cuesBetween', 'sourceSideP sourceP side cuesBetween', 'contentSideP word',
  'contentSideP first distance', 'contentSideP sourceSideP rank nearest',
] // prettier-ignore
