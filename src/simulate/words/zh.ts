/** Chinese first; en.ts has the same keys. */
export const zh = {
  form: (form: string) => `应为 ${form}`,
  faults: '参数有误，什么都没有写',
  unreadable: '读不到这个文件',
  noFolder: '没有这个文件夹',
  noLawyer: '值班文件里没有这位律师',
  weights: '7行（周一至周日），每行24个不小于0的数，不全为0',
  noLog: '日志里还没有人请求过律师',
  title: (desk: string) => `${desk}：值班演练`,
  lead: '用值班台自己的派单程序，在电脑里把来电、等候、响铃和接听演一遍。数字是估计，不是承诺。',
  run: (runs: number, hours: string, from: string, seed: number) =>
    `${runs} 次演练，每次 ${hours} 小时，自 ${from} 起，随机种子 ${seed}`,
  rate: (perHour: string) => `平均每小时 ${perHour} 人来`,
  replayed: '来人、通话时长和接听情况取自本台日志',
  speed: (hours: string) => `每秒演练 ${hours} 小时`,
  wrote: (file: string) => `图表写在 ${file}`,
  phone: '电话',
  written: '网络',
  simulated: '演练',
  bound: '理论值（Erlang-A）',
  measure: '指标',
  within: (seconds: number) => `${seconds} 秒内接通`,
  gaveUp: '先挂断',
  promised: '约定回电或答复',
  callers: '来人',
  wait: (share: string) => `${share} 等候不超过`,
  rings: '每接通一个响铃次数',
  seconds: (n: string) => `${n} 秒`,
  interval: '± 为95%置信区间的一半',
  curve: '多久接通',
  curveNote: '到这一秒为止，有律师接听的来电占全部来电的比例。',
  secondsAxis: '秒',
  day: '一天里的接通率',
  dayNote: '每个钟点60秒内接通的比例。',
  hour: '钟点',
  policies: '三种响铃办法',
  policiesNote: '同样的来电、同样的漏接，只换响铃办法。差距的区间按成对的演练算出。',
  policy: '办法',
  policyNames: {
    oneByOne: '一个一个响',
    staggered: '隔几秒加一部',
    ringAll: '一齐响',
  },
  stagger: (seconds: number) => `每 ${seconds} 秒加一部`,
  gain: '比一个一个响多',
  load: '各位律师的担子',
  loadNote: '通话时间占值班时间的比例。',
  lawyer: '律师',
  onDuty: '值班小时',
  rung: '响铃',
  missed: '漏接',
  taken: '接待',
  talking: '通话占比',
  staffing: '每个钟点要几位律师',
  staffingNote: (share: string, seconds: number) =>
    `《法律援助值班律师工作办法》第17条：合理安排值班方式、频次。目标是 ${share} 的来电在 ${seconds} 秒内接通。先由Erlang-A求出最少人数，再用本台的派单程序逐一加人演练，直到达到目标。`,
  cell: (now: number, needed: string) => `${now}/${needed}`,
  cellNote: '每格是“现有/需要”。',
  redNote: '标红的不够。',
  short: '不够',
  unreachable: '加人也达不到：有人等不到律师拿起电话就挂断了',
  days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  legend: { now: '现有', needed: '需要', least: '理论最少', calls: '每小时来电' },
  nobody: '没有',
  other: 'English',
  assumptions: '怎么算的、有哪些假定，见 docs/simulate.md。',
  usage: `npm run simulate -- desk.yaml [选项]
  --calls 20/h          平均来人（/h 每小时，/d 每天，/w 每周）
  --hours 168 --runs 10 每次演练的小时数、次数
  --seed 7              同一种子，同一结果
  --from 2026-11-23T00:00  开始时间（本地）；不写就是下一个周一
  --profile office      一周里的忙闲：flat、office，或7行24列的文件
  --patience 5m         来电者平均等多久（never 永不挂断）
  --talk 12m --talk-law exponential|lognormal:0.9|fixed  通话时长及分布
  --no-answer 25% --pass 3% --answer 3-12s  漏接、转给别人、多久接起
  --lawyer zhang:no-answer=40%  某位律师另有不同（可重复）
  --written 20% --write 25m     网络咨询的比例和时长
  --policy staggerSeconds=8,ringSeconds=20  改派单规则（可重复）
  --compare             比较一个一个响、隔几秒加一部、一齐响
  --replay              来人和接听情况取自本台日志（DATABASE_URL）
  --target 95%/60s      定员目标
  --out simulate.html   图表写到哪里`,
}

export type Words = typeof zh
