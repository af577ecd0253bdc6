import { useFieldText } from '#web/api/form.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { ImportMapping, RowProblem } from '../model.ts'
import styles from './problems-table.module.css'

export type ProblemsTableProps = {
  problems: RowProblem[]
  headings: string[]
  columns: ImportMapping['columns']
}

/** Rows that are not imported: where in the person's own file, and why. */
export function ProblemsTable({ problems, headings, columns }: ProblemsTableProps) {
  const t = useText()
  const { number } = useFormat()
  const fieldText = useFieldText()
  const columnOf = ({ field }: RowProblem) => {
    const at = field === 'row' ? -1 : columns.indexOf(field)
    return at < 0 ? t(`imports.field.${field}`) : headings[at] || t('imports.column_n', { n: at + 1 })
  }
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              {t('imports.problem_line')}
            </th>
            <th scope="col" className={styles.column}>
              {t('imports.problem_column')}
            </th>
            <th scope="col">{t('imports.problem_what')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, at) => (
            <tr key={`${problem.line} ${problem.field} ${problem.code} ${at}`}>
              <td className={styles.line}>{number(problem.line)}</td>
              <td>{columnOf(problem)}</td>
              <td>{fieldText({ path: '', ...problem })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
