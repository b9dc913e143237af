/** Templates of the first pass, over `COLUMNS`. */
export const FIRST_TEMPLATES: readonly string[] = [
  // Words around
  'word[-2]', 'word[-1]', 'word', 'word[1]', 'word[2]', 'word[-1] word', 'word word[1]', 'word[-2] word[-1]', 'word[1] word[2]', 'word[-1] word[1]', 'word[-1] word word[1]', 'word[3]', 'word[-3]',
  // Form
  'shape', 'shape[-1] shape', 'shape shape[1]', 'shape[-1] shape shape[1]', 'suffix2', 'suffix3', 'suffix4', 'prefix3', 'prefix4', 'suffix3[-1] suffix3', 'suffix3 suffix3[1]', 'suffix2 shape', 'suffix2[-1] suffix2',
  'word start', 'word shape', 'shape start', 'start pos', 'start seen shape',
  // Parts of speech
  'pos', 'pos[-1] pos', 'pos pos[1]', 'pos[-1] pos pos[1]', 'pos[1] pos[2]', 'pos[-2] pos[-1]', 'pos[-1] word', 'word pos[1]', 'shape[1] pos[1] word',
  // What words may be
  'classes', 'classes[-1]', 'classes[1]', 'classes[-1] classes', 'classes classes[1]', 'classes[-1] classes classes[1]', 'classes[-2] classes[-1] classes', 'classes classes[1] classes[2]', 'classes shape', 'classes start', 'classes word[-1]', 'classes word[1]', 'classes groupClasses', 'phrase', 'phrase[-1] phrase phrase[1]', 'gazetteer', 'gazetteer[-1] gazetteer gazetteer[1]', 'gazetteer groupPlace', 'gazetteer classes', 'gazetteer asPlace',
  // The group
  'groupFirst groupPlace', 'groupLast groupPlace', 'groupBefore groupPlace', 'groupAfter groupPlace', 'groupBefore groupAfter', 'groupBefore groupFirst', 'groupLast groupAfter', 'groupFirst groupLast', 'groupPlace shape', 'groupClasses groupPlace', 'groupBefore classes', 'groupAfter classes', 'groupClasses shape', 'groupLast', 'groupFirst', 'groupLast suffix3', 'groupBefore shape', 'groupAfter shape groupPlace',
  // What the article shows elsewhere
  'seen shape', 'seenBefore', 'seenAfter', 'asPerson', 'asPlace', 'asOrganisation', 'asPerson asPlace asOrganisation', 'asPerson groupPlace', 'asPlace groupPlace', 'asOrganisation groupPlace', 'expansion', 'asPerson classes', 'asPlace classes', 'asOrganisation shape', 'seenBefore groupPlace',
  'quote shape',
] // prettier-ignore

/** Templates of the second pass, over `COLUMNS`. */
export const SECOND_TEMPLATES: readonly string[] = [
  'label', 'label sure', 'label[-1] label label[1]', 'label[-1] label sure', 'label label[1] sure', 'label sure second', 'label second', 'label[-2] label[-1] label', 'label label[1] label[2]', 'label word', 'label word[-1]', 'label word[1]', 'label shape', 'label classes', 'label pos', 'label groupPlace', 'label sure sure[-1] sure[1]', 'label[-1] label[1]',
  'elsewhere', 'elsewhere elsewhereSure', 'elsewhere elsewhereSure label sure', 'elsewhere[-1] elsewhere elsewhere[1]', 'elsewhere label', 'elsewhere elsewhereSure second', 'elsewhere groupPlace', 'elsewhere[1] label[1] label', 'elsewhere[-1] label[-1] label', 'elsewhere elsewhereSure word', 'elsewhere elsewhereSure groupPlace',
  'asLast', 'asFirst', 'asLast asFirst', 'asLast elsewhere label', 'asFirst elsewhere label', 'asLast groupPlace', 'asFirst groupPlace', 'asLast label sure', 'asFirst label sure',
  'match', 'match matchSure', 'match matchSure label sure', 'match[-1] match match[1]', 'match label', 'match elsewhere label', 'match[-1] match label', 'match match[1] label', 'match matchSure groupPlace', 'match label second',  'classes', 'classes[-1]', 'classes[1]', 'groupBefore groupPlace', 'groupAfter groupPlace', 'groupLast groupPlace', 'groupFirst groupPlace', 'groupBefore label', 'groupAfter label', 'groupLast label', 'seen label', 'seenBefore label', 'asPerson label', 'asPlace label', 'asOrganisation label', 'expansion label', 'start label', 'classes elsewhere', 'groupClasses label', 'groupClasses elsewhere', 'gazetteer label',
] // prettier-ignore
