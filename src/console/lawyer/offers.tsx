import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError, api, good } from '../api.ts'
import { useOffers } from '../queries.ts'
import { useSeconds } from '../time.ts'
import { words } from '../words/index.ts'

/** An offer takes over the screen, and is gone the moment it is no longer there to take. */
export function Offers() {
  const offers = useOffers()
  const first = offers.data?.[0]
  useEffect(() => {
    document.title = first ? `(1) ${words.offerTitle}` : words.app
    if (first) navigator.vibrate?.([300, 150, 300])
  }, [first])
  return first ? <Offer key={first.id} offer={first} /> : null
}

type OfferView = NonNullable<ReturnType<typeof useOffers>['data']>[number]
type Reason = 'busy' | 'conflict' | 'other'

function Offer({ offer }: { offer: OfferView }) {
  const [passing, setPassing] = useState(false)
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const seconds = useSeconds(offer.waitingSince)
  const settled = () => client.invalidateQueries({ queryKey: ['offers'] })
  const lost = (error: Error) =>
    message.warning(error instanceof ApiError ? error.message : words.failed)

  const take = useMutation({
    mutationFn: () => good(api.offers[':id'].accept.$post({ param: { id: offer.id } })),
    onSuccess: () => navigate(`/c/${offer.conversation}`),
    onError: lost,
    onSettled: settled,
  })
  const pass = useMutation({
    mutationFn: (reason: Reason) =>
      good(api.offers[':id'].decline.$post({ param: { id: offer.id }, json: { reason } })),
    onError: lost,
    onSettled: settled,
  })
  const facts = [
    words.channels[offer.channel],
    words.languages[offer.language] ?? offer.language,
    words.waited(Math.floor(seconds / 60), seconds % 60),
  ]
  return (
    <Modal
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      centered
      title={words.offerTitle}
    >
      <div className="offer">
        <p className="what">{facts.join(' · ')}</p>
        {offer.kind === 'phone' && <p className="soft">{words.answerByPhone}</p>}
        {passing ? (
          <>
            <p>{words.passWhy}</p>
            {(['busy', 'conflict', 'other'] as const).map((reason) => (
              <Button key={reason} onClick={() => pass.mutate(reason)} loading={pass.isPending}>
                {words.reasons[reason]}
              </Button>
            ))}
            <Button type="link" onClick={() => setPassing(false)}>
              {words.back}
            </Button>
          </>
        ) : (
          <>
            <Button type="primary" onClick={() => take.mutate()} loading={take.isPending}>
              {words.take}
            </Button>
            <Button onClick={() => setPassing(true)}>{words.pass}</Button>
          </>
        )}
      </div>
    </Modal>
  )
}
