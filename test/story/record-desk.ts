import { type Person, smallDesk, TestDesk } from '../harness.ts'

/** What the stories of records share: a desk with two authorities, and a client whom Zhang helps. It is Monday 2026-11-23, 10:00. */

export const HOUR = 3600
export const DAY = 24 * HOUR
export const SECRET = '他说那天晚上其实不在现场'

export class Office {
  readonly desk: TestDesk
  chen!: Person
  zhang!: Person
  li!: Person

  constructor(desk: TestDesk) {
    this.desk = desk
  }

  static async open(): Promise<Office> {
    const office = new Office(
      await TestDesk.open({
        ...smallDesk(),
        authorities: [
          { id: 'police', name: '江城市公安局', kind: 'police' },
          { id: 'bureau', name: '江城市司法局', kind: 'judicial_bureau' },
        ],
      }),
    )
    for (const name of ['chen', 'zhang', 'li'] as const) {
      office[name] = await office.desk.signIn(name)
    }
    return office
  }

  /** A client whom Zhang helps now. */
  async talk(record: object = {}): Promise<string> {
    const client = await this.desk.openChat()
    await client.write('律师')
    await this.zhang.takeFirst()
    const { conversation } = client
    await this.zhang.put(`/conversations/${conversation}/record`, {
      charge: '盗窃',
      question: SECRET,
      answer: '=HYPERLINK 先不要签字',
      stage: 'prosecution_review',
      ...record,
    })
    return conversation
  }

  close(conversation: string) {
    return this.zhang.post(`/conversations/${conversation}/close`, { outcome: 'answered' })
  }

  async bytesOf(who: Person, path: string) {
    const answer = await fetch(`${this.desk.url}/api${path}`, { headers: { cookie: who.cookie } })
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      body: await answer.arrayBuffer(),
    }
  }
}

export const code = ({ status, body }: { status: number; body: any }) =>
  `${status} ${body.error?.code} ${body.error?.fields ?? ''}`.trim()

export const lines = async (who: Person, query = '') =>
  (await who.get(`/ledger${query}`)).body.items
