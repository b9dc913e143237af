/**
 * Annotation tools: records go out as proposals, and come back as gold when people have corrected them. Offsets are those of the article,
 * whatever a tool counts.
 *
 *     const folder = await BratFolder.create('annotation')
 *     await folder.add(annotatedRecord(record, article))
 *     await folder.close()
 *     // … and when somebody has worked in it:
 *     for await (const { annotated } of readBratFolder('annotation')) if (annotated) console.log(goldOf(annotated, true))
 *
 * @module hearsay/annotate
 */
export { BratFolder, readBratFolder } from './brat-folder.js'
export { annotatedRecord, goldOf, ROLES } from './gold.js'
export type { Annotated, AnnotatedEntity, AnnotatedQuantity, AnnotatedStatement, AnnotatedTime, GoldHead, Role } from './gold.js' // prettier-ignore
export type { Imported } from './imported.js'
export { labelStudioConfiguration } from './label-studio-configuration.js'
export { labelStudioTask, readLabelStudioTask } from './label-studio-task.js'
export type { Offsets } from './spans.js'
