/** `npm start` on a machine whose clock is wrong by CLOCK_SHIFT milliseconds. */
const right = Date.now
const shift = Number(process.env.CLOCK_SHIFT)
Date.now = () => right() + shift
await import('../../src/node.ts')
