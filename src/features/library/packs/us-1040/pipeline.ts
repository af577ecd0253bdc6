import type { PackPipeline } from '../../model.ts'
import { addTag, email, lastStage, organizer, removeTag, stage, tagged, task } from '../steps.ts'

export const pipeline: PackPipeline = {
  name: 'Individual returns (1040)',
  stages: [
    stage('gather', 'Gather documents', [addTag('open'), email('kick_off'), organizer('individual_return')]),
    stage('check', 'Check papers', [email('received'), task('check_papers')]),
    stage(
      'foreign',
      'Foreign income',
      [email('abroad'), organizer('foreign_income'), task('foreign_reporting')],
      tagged('foreign_income'),
    ),
    stage('prepare', 'Prepare', [task('prepare'), task('rental', tagged('rental')), task('k1', tagged('k1'))]),
    stage('review', 'Review', [task('review')]),
    stage('sign', 'Sign and file', [email('ready'), task('signatures'), task('e_file')]),
    lastStage('done', 'Filed', [email('filed'), removeTag('open')]),
  ],
}
