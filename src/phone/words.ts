/** What the terminal telephone says about itself; what it hears comes from the desk. */
export const words = {
  help: [
    '数字、* 和 # 是按键；m 回到当事人的电话，a b c… 接起响铃的律师电话并切过去；x 挂机，r 再拨，q 退出；/律师 是开口说话。',
    'Digits, * and # are keys; m is the client’s phone, a b c… pick up a ringing lawyer’s phone and turn to it; x hangs up, r rings again, q quits; /lawyer speaks.',
  ].join('\n'),
  notRunning: (url: string): string =>
    `${url} 没有值班台在运行，请先在另一个终端 npm start · no desk is running there; start one first with npm start`,
  ownCarrier:
    '这个值班台用的是真的电话线路（TWILIO_*），终端电话接不上；要试用，请把 TWILIO_API_ROOT 设为 http://127.0.0.1:端口 · this desk has a real carrier; to try it here set TWILIO_API_ROOT to http://127.0.0.1:PORT',
  dialing: (from: string, number: string): string => `${from} 拨打 ${number} · dialing`,
  client: '当事人 client',
  lawyer: (letter: string, name: string): string => `${letter.toUpperCase()} ${name}`,
  ringing: (letter: string): string =>
    `响铃，按 ${letter} 接听 · ringing, press ${letter} to answer`,
  turned: '现在按键到这部电话 · keys go to this phone now',
  joined: '接通，可以说话 · connected',
  left: '对方离开 · the room is empty',
  ended: {
    completed: '通话结束 · ended',
    busy: '占线 · busy',
    'no-answer': '无人接听 · no answer',
    canceled: '停止响铃 · stopped ringing',
    failed: '失败 · failed',
  } as Record<string, string>,
  text: (to: string): string => `短信 → ${to} · text message`,
  fault: '不合规 · the vendor would refuse this',
}

/** Nobody's whole number is shown. */
export const masked = (number: string): string =>
  number.replace(/^(\+\d{5})\d+(\d{4})$/, '$1****$2')
