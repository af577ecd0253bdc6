import type { PackPipeline } from '../../model.ts'
import { addTag, email, lastStage, organizer, removeTag, stage, tagged, task } from '../steps.ts'

export const pipeline: PackPipeline = {
  name: 'Aangifte inkomstenbelasting',
  stages: [
    stage('verzamelen', 'Stukken verzamelen', [addTag('loopt'), email('start'), organizer('aangifte')]),
    stage('controleren', 'Stukken controleren', [email('ontvangen'), task('controleren')]),
    stage(
      'buitenland',
      'Buitenland',
      [email('buitenland'), organizer('buitenland'), task('verdrag')],
      tagged('buitenland'),
    ),
    stage('opstellen', 'Opstellen', [
      task('opstellen'),
      task('winst', tagged('ondernemer')),
      task('werkelijk_rendement', tagged('werkelijk_rendement')),
    ]),
    stage('beoordelen', 'Beoordelen', [task('beoordelen')]),
    stage('indienen', 'Akkoord en indienen', [email('concept'), task('akkoord'), task('indienen')]),
    lastStage('afgerond', 'Ingediend', [email('ingediend'), task('aanslag'), removeTag('loopt')]),
  ],
}
