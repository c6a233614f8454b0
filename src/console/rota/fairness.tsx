import { Grid } from '../figures/tables.tsx'
import '../theme/desk.css'
import { rotaWords as words } from '../words/rota.ts'
import { pictureWords } from '../words/rota-picture.ts'
import type { Load } from './queries.ts'

/** What each lawyer carries in the time of the picture, the most first. */
export function Fairness({ loads }: { loads: Load[] }) {
  return (
    <Grid
      caption={pictureWords.loads}
      heads={[words.name, words.hours, words.nights, words.restDays]}
      rows={loads
        .toSorted((a, b) => b.hours - a.hours)
        .map((load) => [load.lawyerName, load.hours.toFixed(0), load.nights, load.restDays])}
    />
  )
}
