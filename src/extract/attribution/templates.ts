/** Templates of the first pass, over `PASSAGE_COLUMNS`. */
export const PASSAGE_TEMPLATES: readonly string[] = [
  // Words around
  'word[-2]', 'word[-1]', 'word', 'word[1]', 'word[2]', 'lemma', 'lemma[-1]', 'lemma[1]',
  'word[-1] word', 'word word[1]', 'word[-2] word[-1]', 'word[1] word[2]', 'word[-1] word[1]', 'word[-3] word[-2] word[-1]', 'word[1] word[2] word[3]',
  'word[-1] word word[1]',
  // Parts of speech
  'pos', 'pos[-1] pos', 'pos pos[1]', 'pos[-2] pos[-1] pos', 'pos pos[1] pos[2]', 'pos[-1] pos pos[1]', 'pos[-2] pos[-1] pos pos[1] pos[2]',
  'lemma pos[1]', 'lemma pos[-1]', 'lemma pos[-1] pos[1]', 'pos lemma[-1]', 'pos lemma[1]', 'pos[1] pos[2] pos[3] word',
  // Form
  'suffix pos', 'prefix', 'shape', 'shape[-1] shape', 'shape shape[1]', 'shape[-1] shape shape[1]', 'suffix[1] pos', 'suffix[-1] pos',
  // Quotation
  'quote', 'quote[-1] quote quote[1]', 'quote word', 'quote quoteLength', 'quoteLeft quote', 'quoteRight quote', 'quoteLeft quoteRight pos', 'quoteLeft word', 'quoteRight word',
  'quote[-2] quote[-1] word',  'quote pos sentenceFlags', 'quoteLeft lemma pos', 'quoteRight lemma pos',
  // The nearest reporting verbs and what lies between
  'reporting pos', 'reporting[-1] reporting[1] pos', 'cueLeft cueLeftAt', 'cueRight cueRightAt', 'cueLeft word', 'cueRight pos', 'cueLeft pos', 'cueRight word', 'cueLeftAt cueRightAt pos',
  'cueLeft cueRight quote', 'cueLeftAt quote pos', 'cueRightAt quote pos', 'cueLeft clauseLeft clauseLeftAt', 'cueLeft markLeft markLeftAt', 'cueRight markRight markRightAt', 'cueLeft cueLeftAt word',
  'verbLeft pos', 'verbRight pos', 'verbLeft word', 'verbRight word', 'markLeft markLeftAt pos', 'markRight markRightAt pos', 'markLeft markRight sentenceFlags', 'clauseLeft clauseLeftAt pos', 'clauseLeft verbLeft', 'nounLeft word', 'nounLeft verbRight',
  // Place in the sentence and the passage
  'sentenceFirst fromStart', 'sentenceFirst pos', 'sentenceEnd toEnd', 'fromStart pos', 'toEnd pos word', 'sentenceFlags passageFlags pos', 'passageFlags quote', 'fromStart cueRightAt pos', 'toEnd cueLeftAt pos',
] // prettier-ignore

/** Templates of the second pass, over `STATEMENT_COLUMNS`. */
export const STATEMENT_TEMPLATES: readonly string[] = [
 'word', 'word[-1]', 'word[1]', 'word[-1] word', 'word word[1]', 'pos', 'pos[-1] pos', 'pos pos[1]', 'pos[-1] pos pos[1]', 'word[-1] word[1]', 'pos[-2] pos[-1] pos','pos pos[1] pos[2]',
 'first', 'first side', 'first distance', 'first[-1] first first[1] side', 'first[-1] first distance', 'first first[1] distance', 'first sourceP contentP', 'sourceP side', 'contentP side', 'cueP side', 'sourceBeginP side', 'contentBeginP side', 'sourceP[1] sourceP side', 'contentP[1] contentP side', 'sourceP contentP cueP', 'sourceP contentP cueP nearest side', 'contentP[-1] contentP contentP[1] side','sourceP[-1] sourceP sourceP[1] side', 'contentBeginP contentP[1] word', 'sourceBeginP sourceP[1] pos',
 'distance', 'distance pos', 'distance word', 'distance cue', 'distance cuePos quote', 'distance pos pos[1]', 'distance pos[-1] pos','distance cue pos', 'side cue word', 'side cue pos',
 'sentence side first', 'sentence quote', 'sentence sameQuote cueQuote', 'sentence quotesBetween quote', 'sentence side fromStart', 'sentence toEnd side', 'sentence first cuesBetween rank',
 'sourcesBetween contentsBetween cuesBetween side', 'cuesBetween first side', 'contentsBetween first side', 'sourcesBetween first side', 'rank first side', 'rank first side cuesBetween nearest', 'nearest first side', 'nearest side sentence', 'nearest rank first sentence quote',
 'cueQuote sameQuote side', 'sameQuote quote', 'quotesBetween quote side', 'quotesBetween first side', 'commas first side', 'commas side pos', 'marks side', 'marks first side', 'marks word side', 'clauses side first', 'clauses word side',
 'sourceLeft sourceRight side', 'sourceLeft sourceRight first side', 'contentLeft contentRight side', 'contentLeft contentRight first side', 'sourceLeft sourceRight contentLeft contentRight side', 'sourceLeft sourceRight contentLeft contentRight first side',
 'cue side', 'cue first side', 'cueAfter side', 'cueAfter first side', 'cueBefore side first', 'cueAfter distance word', 'cueAfter cue distance', 'cueBefore cue distance', 'cueWidth distance', 'cuePos first side', 'cue cueAfter first side',
 'segmentLength first side', 'cueProbability', 'cueProbability first side', 'cueProbability distance', 'quote quoteLength side', 'quote word side', 'quote pos first', 'lemma side', 'lemma distance', 'shape side', 'reporting distance', 'quote[-1] quote first', 'quote quote[1] first', 'word first side', 'word[-1] first side', 'word[1] first side',
] // prettier-ignore
