import type { PackPipeline } from '../../model.ts'
import { addTag, email, lastStage, organizer, removeTag, stage, tagged, task } from '../steps.ts'

export const pipeline: PackPipeline = {
  name: 'Bokslut och årsredovisning',
  stages: [
    stage('underlag', 'Underlag', [addTag('pagar'), email('start'), organizer('bokslut')]),
    stage('kontroll', 'Kontroll', [email('mottaget'), task('kontrollera')]),
    stage('bokslut', 'Bokslut', [task('stam_av'), task('periodisera'), task('personal', tagged('anstallda'))]),
    stage('arsredovisning', 'Årsredovisning', [task('skatt'), task('arsredovisning'), task('granska')]),
    stage('revision', 'Revision', [email('revision'), task('revisorn')], tagged('revision')),
    stage('inlamning', 'Underskrift och inlämning', [
      email('underskrift'),
      task('underskrifter'),
      task('k10', tagged('famansbolag')),
      task('lamna_in'),
    ]),
    lastStage('klart', 'Klart', [email('klart'), removeTag('pagar')]),
  ],
}
