import type { PackPipeline } from '../../model.ts'
import { addTag, email, lastStage, organizer, removeTag, stage, tagged, task } from '../steps.ts'

export const pipeline: PackPipeline = {
  name: 'Einkommensteuererklärungen',
  stages: [
    stage('sammeln', 'Unterlagen sammeln', [addTag('offen'), email('start'), organizer('erklaerung')]),
    stage('pruefen', 'Unterlagen prüfen', [email('eingang'), task('pruefen')]),
    stage('ausland', 'Ausland', [email('ausland'), organizer('ausland'), task('dba')], tagged('ausland')),
    stage('erstellen', 'Erstellen', [
      task('erstellen'),
      task('anlage_v', tagged('vermietung')),
      task('gewinn', tagged('selbstaendig')),
    ]),
    stage('review', 'Vier-Augen-Prüfung', [task('review')]),
    stage('freigabe', 'Freigabe und Übermittlung', [email('entwurf'), task('freigabe'), task('elster')]),
    lastStage('fertig', 'Übermittelt', [email('uebermittelt'), task('bescheid'), removeTag('offen')]),
  ],
}
