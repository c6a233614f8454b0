/**
 * What can go wrong, by code. One table gives each its HTTP status and words a person can act on;
 * edges answer with nothing else, and no fault ever carries a client's words.
 */
export const faults = {
  malformed: [
    400,
    '内容格式不对，请检查后再发。',
    'This could not be read. Check it and send it again.',
  ],
  not_signed_in: [401, '请先登录。', 'Please sign in first.'],
  forbidden: [403, '您没有权限做这件事。', 'You are not allowed to do this.'],
  foreign_origin: [403, '请从本站页面操作。', 'Requests from other sites are refused.'],
  bad_signature: [403, '签名不对。', 'The signature is wrong.'],
  channel_off: [503, '这个渠道没有开通。', 'This channel is switched off.'],
  not_found: [404, '没有找到。', 'Not found.'],
  unknown_token: [
    401,
    '对话凭证无效，请重新打开聊天页面。',
    'This chat is not known. Open the chat page again.',
  ],
  lawyer_not_ready: [
    400,
    '这位律师没有完成培训，或者不在册，不能排班。（值班律师工作办法第18、31条）',
    'This lawyer is not trained or not active and cannot be rostered. (Duty Lawyer Measures, arts. 18, 31)',
  ],
  reason_needed: [400, '请写明理由。', 'A reason is needed.'],
  rota_past: [409, '已经过去的值班不能改。', 'Duty that is over cannot be changed.'],
  double_booked: [
    409,
    '这位律师这段时间已在另一个工作站值班，电话和现场不能同时值两处。',
    'This lawyer is on duty at another station in that time; nobody can be on the phone or on site at two.',
  ],
  not_rostered: [409, '这段时间没有这位律师的班。', 'This lawyer has no duty in that time.'],
  on_leave: [409, '这位律师这段时间请了假。', 'This lawyer is on leave in that time.'],
  already_decided: [409, '已经有了答复，请刷新后再看。', 'This has been decided already.'],
  swap_begun: [
    409,
    '换的班已经开始，不能撤销。',
    'The swapped duty has begun and cannot be undone.',
  ],
  already_known: [409, '已经有相同的登记。', 'There is an entry with this already.'],
  slot_gone: [
    409,
    '这个时间刚刚被约走了，请换一个时间。',
    'That time has just been taken. Please choose another.',
  ],
  appointment_over: [
    409,
    '这个预约已经开始、取消或者结束，不能再改。',
    'This appointment has begun, is cancelled or is over, and cannot be changed.',
  ],
  number_needed: [
    400,
    '请留下手机号码，到时律师好打给您。',
    'Please leave a telephone number, so that the lawyer can ring you.',
  ],
  calendar_year_missing: [
    409,
    '国务院还没有公布（或者本系统还没有收录）相关年份的放假安排，工作日期限不能推算，请人工核对后填写日期。',
    'The State Council’s holiday notice for a year concerned is not known here, so working days cannot be counted. Work the dates out by hand and enter them.',
  ],
  batch_changed: [
    409,
    '移交之后，格式、律师信息或者保留的内容有变化，不能再导出与校验码一致的文件。请另做一批。',
    'The form, a lawyer’s particulars or what is kept has changed since; the file can no longer match its checksum. Make a new batch.',
  ],
  involuntary: [
    409,
    '不是自愿认罪认罚的，不能签署具结书，只能提出法律意见。（值班律师工作办法第10条）',
    'Where the plea is not voluntary the affidavit cannot be signed; give a legal opinion instead. (Duty Lawyer Measures, art. 10)',
  ],
  name_needed: [
    400,
    '咨询不用姓名；这份文书要有当事人的真实姓名，请问清以后再填。',
    'Advice needs no name; this paper needs the person’s real one. Ask for it now.',
  ],
  wrong_stage: [
    409,
    '这件事只能在审查起诉阶段办理。（值班律师工作办法第8条）',
    'This can be done only while the case is under review for prosecution. (Duty Lawyer Measures, art. 8)',
  ],
  ticks_missing: [
    409,
    '必须先确认：本人明确表示愿意认罪认罚，并且知道值班律师将告知办案机关。（值班律师工作办法第25条）',
    'Both must be confirmed first: the person clearly said they are willing to plead, and knows that the authority will be told. (Duty Lawyer Measures, art. 25)',
  ],
  offer_gone: [409, '已由同事接待，或者已经过时。', 'A colleague took this, or it has lapsed.'],
  offer_taken: [409, '已由同事接待。', 'A colleague has taken this.'],
  lawyer_full: [
    409,
    '同时接待的人数已满。',
    'The lawyer already has as many open conversations as they may.',
  ],
  lawyer_unavailable: [
    409,
    '这位律师现在不在岗，或者不能接待这位当事人。',
    'This lawyer is not on duty, or may not help this client.',
  ],
  not_active: [409, '这个对话现在不在接待中。', 'This conversation is not with a lawyer now.'],
  lawyer_on_phone: [
    409,
    '这位律师正在通话或者电话正响。请换一位，或者给当事人约个时间。',
    'This lawyer is on the phone, or it is ringing. Choose another, or agree on a time with the client.',
  ],
  call_of_two: [
    409,
    '通话时只有当事人和一位律师，不能请别人加入。请挂机后再约，或者改用文字。（值班律师工作办法第24条）',
    'A call is between the client and one lawyer; nobody else comes on the line. Arrange another time, or go on in writing. (Duty Lawyer Measures, art. 24)',
  ],
  colleague_there: [
    409,
    '已有一位同事在这个对话里，请先让那位同事离开。',
    'A colleague is in this conversation already; let them leave first.',
  ],
  ask_gone: [409, '这次邀请已经过时。', 'This asking has lapsed.'],
  not_waiting: [409, '这位当事人现在不在等候。', 'This client is not waiting now.'],
  no_backup: [
    409,
    '现在没有能呼叫的备班律师。',
    'There is no backup lawyer who can be called now.',
  ],
  nobody_on: [409, '现在没有人在岗。', 'Nobody is on duty now.'],
  already_closed: [409, '这个对话已经结束。', 'This conversation is closed.'],
  record_incomplete: [
    409,
    '请先写好涉嫌的罪名、咨询的问题和解答（罪名可写“不详”）。',
    'Charge, question and answer must be on record first (the charge may be “unknown”).',
  ],
  too_large: [413, '内容太大，请分几次发。', 'Too large. Send it in parts.'],
  wrong_type: [415, '这种内容格式不支持。', 'This content type is not supported.'],
  too_fast: [
    429,
    '发得太快了，请稍等一下再发，之前的都已收到。',
    'Too fast. Wait a moment; all before this has arrived.',
  ],
  reason_missing: [400, '请写明查看的理由。', 'A reason for reading is needed.'],
  push_off: [
    409,
    '推送叫醒没有开通：浏览器厂商的推送服务在境外，要由运维在 PUSH_SERVICES 里写明才能用。电话和网页提醒照常。',
    'Waking by push is off: the makers’ services stand abroad, and the operator must name them in PUSH_SERVICES. The telephone and the open page work as usual.',
  ],
  assist_unavailable: [
    503,
    'AI 现在帮不上忙，请照常自己写。',
    'The AI cannot help just now. Please write it yourself as usual.',
  ],
  locked_out: [
    429,
    '试错的次数太多，请过一会儿再登录。忘了密码，请协调员发一个新的邀请链接。',
    'Too many wrong attempts. Wait a while. If you forgot the password, ask the coordinator for a new link.',
  ],
  wrong_password: [403, '现在的密码不对。', 'That is not your present password.'],
  weak_password: [
    400,
    '这个密码不够安全：太短、太常见，或者和您的名字太像。',
    'This password is not safe: too short, too common, or too like your name.',
  ],
  username_taken: [409, '这个用户名已经有人用了。', 'This user name is taken.'],
  unavailable: [
    503,
    '系统正在恢复，请稍等几秒再试，之前的都已收到。',
    'The desk is coming back. Try again in a few seconds; all before this has arrived.',
  ],
  internal: [500, '系统出错了，请再试一次。', 'Something broke on our side. Please try again.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type FaultCode = keyof typeof faults

export interface Fault {
  code: FaultCode
  /** Names of the input fields at fault. */
  fields?: string[]
  /** Seconds after which it is worth trying again. */
  retryAfter?: number
}

export const fault = (code: FaultCode, rest: Omit<Fault, 'code'> = {}): Fault => ({ code, ...rest })

/** Carries a fault out of an edge; its message is the code alone. */
export class FaultError extends Error {
  readonly fault: Fault
  constructor(code: FaultCode, rest: Omit<Fault, 'code'> = {}) {
    super(code)
    this.fault = fault(code, rest)
  }
}
