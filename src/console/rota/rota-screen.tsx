import { Alert } from 'antd'
import { rotaWords as words } from '../words/rota.ts'
import { AddShift } from './add-shift.tsx'
import { Asked } from './asked.tsx'
import { Picture } from './picture.tsx'
import { Publication } from './publication.tsx'
import { useGaps } from './queries.ts'
import { WhyOn } from './why-on.tsx'

/** The coordinator's rota: whether there is a gap, what waits for an answer, the picture, and who was told. */
export function RotaScreen() {
  const gaps = useGaps()
  const count = gaps.data?.length ?? 0
  return (
    <>
      <h1>{words.rota}</h1>
      {gaps.data && (
        <Alert
          type={count > 0 ? 'error' : 'success'}
          showIcon
          title={count > 0 ? words.gaps(count) : words.noGaps}
          style={{ marginBottom: 12 }}
        />
      )}
      <Asked />
      <Picture />
      <div className="desk">
        <AddShift />
        <div>
          <Publication />
          <WhyOn />
        </div>
      </div>
    </>
  )
}
