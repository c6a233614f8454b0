import {
  clientPages,
  coordinatorPages,
  lawyerPages,
  ownPages,
  type Shot,
} from '../../test/browser/pages.ts'
import type { World } from '../../test/browser/world.ts'
import { schemes, sizes } from './camera.ts'

/** The page that shows the pictures: docs/screenshots/README.md. */
export const index = (world: World): string =>
  `# Screenshots

Taken by \`npm run shots\`, which also writes this page. \`main.png\` is put together by hand from the same scene.

## The talk

| | |
|---|---|
| [main](main.png) | client and lawyer side by side |
| [client-waiting-360](client-waiting-360.webp) | the client has asked for the lawyer and is told what comes |
| [lawyer-offer-360](lawyer-offer-360.webp) | the offer on a lawyer's phone: channel, language, wait; nothing of the case |
| [client-talk-360](client-talk-360.webp) | the client's side of the talk |
| [learn-in-chat-360](learn-in-chat-360.webp) | the explainer in the chat, a term and its article opened |

## The lawyer

${table(lawyerPages(world))}

## The coordinator

${table(coordinatorPages(world))}

## The client

${table([...clientPages(world), ...ownPages(world)])}
`

const table = (shots: Shot[]): string =>
  ['| page | 360 px | 1440 px |', '|---|---|---|', ...shots.map(row)].join('\n')

const row = ({ name, says }: Shot): string =>
  `| ${says} | ${sizes
    .map(([size]) =>
      schemes.map((scheme) => `[${scheme}](${name}-${size}-${scheme}.webp)`).join(' · '),
    )
    .join(' | ')} |`
