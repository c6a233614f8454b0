import type { Words } from './zh.ts'

export const en: Words = {
  form: (form) => `must be ${form}`,
  faults: 'wrong arguments, nothing was written',
  unreadable: 'this file cannot be read',
  noFolder: 'there is no such folder',
  noLawyer: 'no lawyer of the desk file has this id',
  weights: '7 lines, Monday to Sunday, of 24 numbers from 0 up, not all 0',
  noLog: 'nobody has asked for a lawyer yet in this log',
  title: (desk) => `${desk}: a rehearsal`,
  lead: 'The desk’s own routing, with callers, waiting, ringing and answering played through in the computer. The figures are estimates, not promises.',
  run: (runs, hours, from, seed) => `${runs} runs of ${hours} hours from ${from}, seed ${seed}`,
  rate: (perHour) => `${perHour} people an hour on average`,
  replayed: 'people, talks and answered rings as this desk’s log has them',
  speed: (hours) => `${hours} hours rehearsed a second`,
  wrote: (file) => `charts written to ${file}`,
  phone: 'Phone',
  written: 'Written',
  simulated: 'Rehearsed',
  bound: 'Erlang-A',
  measure: 'Measure',
  within: (seconds) => `answered within ${seconds} s`,
  gaveUp: 'hung up first',
  promised: 'promised a call or an answer',
  callers: 'people',
  wait: (share) => `${share} wait at most`,
  rings: 'rings per caller answered',
  seconds: (n) => `${n} s`,
  interval: '± is half the 95 % confidence interval',
  curve: 'How soon callers are answered',
  curveNote: 'Share of all calls that a lawyer has answered by this second.',
  secondsAxis: 'seconds',
  day: 'Over the day',
  dayNote: 'Share answered within 60 seconds, by hour.',
  hour: 'Hour',
  policies: 'Three ways to ring',
  policiesNote:
    'The same calls and the same missed rings; only the way of ringing differs. The interval of the difference is that of paired runs.',
  policy: 'Way',
  policyNames: {
    oneByOne: 'one by one',
    staggered: 'one more every few seconds',
    ringAll: 'all at once',
  },
  stagger: (seconds) => `one more every ${seconds} s`,
  gain: 'more than one by one',
  load: 'What each lawyer carries',
  loadNote: 'Share of the time on duty spent in talks.',
  lawyer: 'Lawyer',
  onDuty: 'Hours on duty',
  rung: 'Rings',
  missed: 'Missed',
  taken: 'Taken',
  talking: 'In talks',
  staffing: 'How many lawyers each hour needs',
  staffingNote: (share, seconds) =>
    `Art. 17 of the Measures on Duty Lawyers: ways and frequency of duty are to be arranged reasonably. The aim is ${share} of calls answered within ${seconds} seconds. Erlang-A gives the fewest there could be; from there one lawyer at a time is added and rehearsed with this desk’s own routing until the aim is reached.`,
  cell: (now, needed) => `${now}/${needed}`,
  cellNote: 'Each cell is “on duty/needed”.',
  redNote: 'Red ones are short.',
  short: 'short',
  unreachable: 'More lawyers do not reach it: some callers hang up before any phone is picked up',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  legend: { now: 'on duty', needed: 'needed', least: 'Erlang-A alone', calls: 'calls an hour' },
  nobody: 'none',
  other: '中文',
  assumptions: 'How it is worked out, and what it assumes: docs/simulate.md.',
  usage: `npm run simulate -- desk.yaml [options]
  --calls 20/h          people on average (/h an hour, /d a day, /w a week)
  --hours 168 --runs 10 hours of one run, and how many runs
  --seed 7              the same seed gives the same result
  --from 2026-11-23T00:00  local start; the coming Monday where left out
  --profile office      how the week is shaped: flat, office, or a file of 7 lines of 24 weights
  --patience 5m         how long callers wait on average (never: for ever)
  --talk 12m --talk-law exponential|lognormal:0.9|fixed  length of talks and its law
  --no-answer 25% --pass 3% --answer 3-12s  rings unheard, passed on, and how soon answered
  --lawyer zhang:no-answer=40%  where one lawyer differs (may be repeated)
  --written 20% --write 25m     share of written conversations and their length
  --policy staggerSeconds=8,ringSeconds=20  other routing rules (may be repeated)
  --compare             one by one, staggered and all at once beside each other
  --replay              people and answered rings from this desk's log (DATABASE_URL)
  --target 95%/60s      the aim of the staffing table
  --out simulate.html   where the charts go`,
}
