import type { PackPipeline } from '../../model.ts'
import { addTag, email, lastStage, organizer, removeTag, stage, tagged, task } from '../steps.ts'

export const pipeline: PackPipeline = {
  name: 'Monthly bookkeeping',
  stages: [
    stage('collect', 'Collect', [addTag('open'), email('kick_off'), organizer('month_end')]),
    stage('post', 'Post and reconcile', [
      email('received'),
      task('post'),
      task('payroll', tagged('payroll')),
      task('reconcile'),
    ]),
    stage('sales_tax', 'Sales tax', [email('sales_tax'), task('sales_tax')], tagged('sales_tax')),
    stage('review', 'Review and lock', [task('accruals'), task('review')]),
    stage('deliver', 'Deliver', [task('deliver')]),
    lastStage('closed', 'Closed', [email('closed'), removeTag('open')]),
  ],
}
