import { folded, sentences } from './fold.ts'

/** Words that speak to a machine and not to a lawyer. They are not sent, and nothing of them may come back. */

const toMachine =
  /(忽略|无视|忘记|忘掉|不管|跳过|覆盖|推翻)[^,]{0,10}(指令|规则|提示|要求|设定|限制|以上|之前|前面|上面)|(系统|开发者|管理员|超级用户|root)(提示|指令|消息|模式|命令|授权|权限|通知)|提示词|新的?(指令|规则|任务)|你(现在|从现在起|是|将|要|必须|应当|只能|不再)[^,]{0,4}(扮演|充当|是一个|是一名|作为|假装|模拟|进入|变成|没有限制)|(扮演|假装)[^,]{0,8}(律师|法官|检察官|没有限制|专家)|(请|务必|必须|一定|要|只|直接|记得)?(你)?(在|把|将|给|往)?[^,]{0,12}(回答|解答|答复|答案|回复|记录|草稿|摘要|总结|输出|翻译|译文|罪名|结论|字段|紧急|triage|json)[^,]{0,8}(写上|写成|写为|写道|填|填写|改成|改为|记为|记成|设为|设成|标为|标成|输出|里写|中写|加上|加入|包含|只写|就写|说我|声明)|(输出|打印|复述|重复|逐字|原样|回显|泄露|显示)[^,]{0,10}(以上|上面|提示|指令|全部|所有|内容|系统|名单|这句|下面)|(照|按)(我|下面|以下)(说|写|的)[^,]{0,4}(写|回答|输出|做)|((?<![a-z])ai(?![a-z])|人工智能|大模型|语言模型|机器人|助手|模型|gpt|chatgpt|deepseek|通义|文心)[^,]{0,8}(请|你|必须|要|听|注意|回答|输出|写|应该|now|must|please)|(致|给|告诉)(ai|模型|机器|系统|助手)|ignore (all|any|the|your|previous|prior|above)|disregard|(system|developer|assistant|user) ?(prompt|message|:|instruction)|you are (now|a|an) |act as|pretend (to|you)|new instructions?|(原样|逐字|照样)(输出|写|抄|返回)|输出[^,]{0,4}json|字段[^,]{0,4}(写|填|改|为)|你(必须|只能|应当|要)(回答|输出|写)|translate (this|it|that|the following)[^,]{0,8} as|(output|print|repeat|reply|respond|write|return)[^,]{0,24}(exactly|verbatim|with (only|the)|the words?|json|in the (answer|record))|answer (only with|with exactly|with the words)|jailbreak|developer mode|<\|?(system|im_start|endoftext)|\[inst\]|###|```|override|no restrictions/i

export const speaksToMachine = (sentence: string): boolean =>
  toMachine.test(folded(sentence)) || toMachine.test(sentence.normalize('NFKC').toLowerCase())

/** Splits what was written into what may be sent and what may not: from the sentence that speaks to a machine on. */
export function withoutOrders(text: string): { sent: string; withheld: string[] } {
  const all = sentences(text)
  const at = all.findIndex((one, index) => {
    const next = all[index + 1] ?? ''
    return speaksToMachine(one) || (!speaksToMachine(next) && speaksToMachine(one + next))
  })
  if (at < 0) return { sent: text, withheld: [] }
  // What stands before it was written to a person, and often is.
  return { sent: `${all.slice(0, at).join('')}〔略〕`, withheld: all.slice(at) }
}

/** Stretches long enough to be no chance: five Chinese characters, or three words. */
function stretches(text: string): string[] {
  const said = folded(text).replace(/,/g, ' ')
  const han = (said.match(/[\u3400-\u9fff]+/g) ?? []).flatMap((run) =>
    run.length < 5 ? [] : Array.from({ length: run.length - 4 }, (_, i) => run.slice(i, i + 5)),
  )
  const words = said.match(/[a-z0-9']+/g) ?? []
  const latin =
    words.length < 3
      ? []
      : Array.from({ length: words.length - 2 }, (_, i) => words.slice(i, i + 3).join(' '))
  return [...han, ...latin]
}

/** Whether anything of the withheld words came back that nobody else said. */
export function echoes(text: string, tainted: string[], elsewhere: string): boolean {
  const said = folded(text).replace(/,/g, ' ')
  const others = folded(elsewhere).replace(/,/g, ' ')
  return tainted.flatMap(stretches).some((one) => said.includes(one) && !others.includes(one))
}
