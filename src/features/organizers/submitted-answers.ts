import { sql } from 'kysely'
import type { QuestionFact } from '#conditions/evaluate.ts'
import type { JobOfAccount, Submitted } from '#engine/shell/ports.ts'
import type { JobId, TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { AnswerValue, OrganizerDefinition } from './model.ts'
import { questionFacts } from './rules.ts'

type Row = {
  job_id: JobId
  template_id: TemplateId
  content: { definition: OrganizerDefinition }
  answers: Record<string, AnswerValue | null> | null
  files: Record<string, string[]> | null
}

/**
 * What conditions may read of organizers (D-4): for every job and template, the newest submitted one, and one that is
 * linked to the job before others of its account. One statement for any number of jobs.
 */
export async function loadSubmitted(
  tx: Tx,
  jobs: readonly JobOfAccount[],
  templateIds: readonly TemplateId[],
): Promise<Submitted> {
  const wanted = JSON.stringify(jobs.map(({ id, accountId }) => ({ j: id, a: accountId })))
  const { rows } = await sql<Row>`
    select job.j as job_id, found.template_id, v.content,
      (select jsonb_object_agg(a.question_id, a.value) from organizer_answers a
       where a.firm_id = ${tx.firmId} and a.organizer_id = found.id) as answers,
      (select jsonb_object_agg(question_id, ids) from (
         select f.question_id, jsonb_agg(f.document_id order by f.attached_at, f.document_id) as ids
         from organizer_files f where f.firm_id = ${tx.firmId} and f.organizer_id = found.id
         group by f.question_id) by_question) as files
    from jsonb_to_recordset(${wanted}::jsonb) as job(j uuid, a uuid)
      cross join unnest(${[...templateIds]}::uuid[]) as asked(template_id)
      cross join lateral (
        select o.id, o.template_id, o.template_version
        from organizers o
          left join organizer_links l on l.firm_id = o.firm_id and l.organizer_id = o.id and l.job_id = job.j
        where o.firm_id = ${tx.firmId} and o.account_id = job.a and o.template_id = asked.template_id
          and o.status = 'submitted'
        order by l.job_id is null, o.submitted_at desc, o.id desc limit 1) found
      join template_versions v on v.firm_id = ${tx.firmId} and v.template_id = found.template_id
        and v.version = found.template_version`.execute(tx.db)
  const byJob: Submitted = new Map()
  for (const { job_id, template_id, ...said } of rows) {
    byJob.set(job_id, (byJob.get(job_id) ?? new Map()).set(template_id, factsOf(said)))
  }
  return byJob
}

function factsOf({ content, answers, files }: Pick<Row, 'content' | 'answers' | 'files'>): Map<string, QuestionFact> {
  return questionFacts(content.definition, new Map(Object.entries(answers ?? {})), new Map(Object.entries(files ?? {})))
}
