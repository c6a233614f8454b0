import { clauses } from './concept.ts'
import type { Row } from './row.ts'

/** Who wants to die, or speaks of one who does: a person, at once. */

/** Somebody else's death, in the case itself or long ago; or a way of speaking. */
const notNow =
  /(对方|被害人|受害人|受害者|死者|那个?人|女方|男方|人家|她)[^,]{0,8}(自杀|跳|喝|上吊|割腕)|教唆|跳楼价|(累|吓|急|气|烦|笑|热|冷|饿|困)死|死(刑|缓|者|人|罪|亡|党|活|心眼|胡同)|该死|死不承认|打死(我)?(也|都)不|往死里|死(也|都)不(认|说)|上次|小时候|以前/

const wish =
  /(我|要是|如果我)?死了[^,]{0,6}(好|轻松|省|清净|干净|一了|解脱|算)|(早|想|真想|只想|差点|准备|打算|要)(就)?跳(了|下|$)|(今晚|今天|明天|今夜|就|全都|都)[^,]{0,2}结束(了)?(吧|$)|(拖累|连累)[^,]{0,8}(爸|妈|家|孩子|你们|别人|谁)(了)?|消失(算|掉|了)?(吧|$)|头孢.{0,10}酒|酒.{0,10}头孢|(别|不要|不用)(再)?醒|(没有|没了)我(更|会|就)?好|早晚(是)?(个)?死|(拿|用)刀(划|割)(自己|手)|(想|要|去|不如|宁愿|宁可|还是|只有|干脆|让我|准备|打算|就|想着|只想|真)(去)?死(?!刑|缓|者|人|罪|磕|扛|守|心|路|活)|死了?(算|得了|就(好|没|解脱|不)|也(好|罢)|拉倒|干净|一了|更好|倒好|还)|寻死|求死|等死|以死|(就|我)不(想)?活了|不活(了|下去)|活(着|得)(太|真|好|也)?(丢人|没脸|窝囊|屈辱|痛苦|绝望)|活[^,]{0,8}(没|无|有什么|不出)[^,]{0,4}(意思|意义|劲|盼头|奔头|指望|希望|用|必要|滋味)|(不想|不愿意?|没法|没脸|没勇气|懒得|不该)(再)?(活|待在这个?世)|活(不下去|不了了?|够了?|腻|着(太|真|好|是|就是)?(累|受罪|受苦|难受|煎熬|折磨|负担|多余|干嘛|干什么|给人添))|生无可恋|轻生|自杀|自尽|自残|绝望|不配(活|为人)|饿死(算|自己)|(先走|走)一步|(一觉)?睡过去[^,]{0,6}(不醒|别醒|醒不)|不醒(来|了)?[^,]{0,2}(多好|就好)|看不到(一点|任何)?(希望|头)|(撑|扛|熬|挺|坚持|顶|受|走)不(下去|住了|过去|了了)|想不开|解脱|一了百了|了断|了结(我|自己|这一切|一切|算)|结束(我|自己|这一切|一切|生命|这条命)|(我)?也走算了|走了算|不想(再)?(醒|看到明天|面对这个世界)|(消失|离开)(在)?(这个)?(世界|人世|人间)|多余的人|拿命|以命|用命(换|赔|证明)|拿死/

const way =
  /跳(楼|河|江|桥|海|湖|井|崖|轨|车|下去)|从[^,]{0,8}(跳|纵身)|(楼顶|天台|桥上|江边|河边|窗台|顶楼)[^,]{0,10}(站|坐|跳|徘徊|待|走来走去)|(站|坐|爬)[^,]{0,4}(楼顶|天台|桥上|窗台|顶楼)|割(腕|脉|手腕)|上吊|吊死|农药|百草枯|敌敌畏|老鼠药|毒药|安眠药|安定片|(吞|喝)(了|下|的是|过)[^,]{0,8}(药|片|洁厕|消毒|百草|敌敌)|吃了[^,]{0,6}(一瓶|好多|很多|一把|整瓶|半瓶|几十)[^,]{0,4}(药|片)|药(都)?(准备|买)好|烧炭|卧轨|撞(火)?车(死)?(算|一了)|开(着)?煤气|绳子(都)?(准备|挂|买)好/

const farewell =
  /(我)?(已经|现在|就|正)?(站|坐|走)?(在|到)(了)?(江|河|湖|海|桥|楼顶|天台|水库|悬崖|铁轨)(边|上|顶)?(,|了|$)|(别|不用|不要)(再)?(找|救|等|管)我(了)?($|,)|勿念|给(大家|你们|家里)[^,]{0,4}添(麻烦|累赘)|(没有我|我不在了|我走了)[^,]{0,8}(更好|会好|解脱|轻松)|遗书|遗言|绝笔|后事|来世|下辈子|来生|永别|(留|写)(了|下)?[^,]{0,3}(条|条子|纸条|字条|信)[^,]{0,10}(对不起|别找|走了|保重|告别|照顾)|对不起[^,]{0,3}(爸妈|爸爸|妈妈|我妈|我们(娘|母|爷)|孩子|家人|家里|你们)[^,]{0,12}(走|先|不能陪|来世|找不到|失联|不见)|(照顾好|替我照顾|帮我照顾)[^,]{0,6}(孩子|爸妈|女儿|儿子|我妈)/

const english =
  /kill (myself|himself|herself)|suicid|(want|wants|wanting|going|ready|like|wish i was|rather be) (to )?(die|dead)|better off dead|(no|any) (reason|point) (to|in|of) liv|overdos|(swallowed|took) (a lot|all|too many|a bottle|the whole)|end (my life|it all|everything|his life|her life)|it all to end|(can't|cannot|can not) (go on|take (it|this) any|live|do this any)|don't want to (live|be alive|wake|be here)|hurt(ing)? myself|self.harm|jump(ing)? (off|in front|from|out)|hang myself|cut my wrist|goodbye (everyone|forever|world)|no way out but|nothing to live for|(nobody|no one|they) (would|will) (miss|care)|(better|happier) without me|(have|got|with) the (pills|rope|razor|knife ready)|tired of living|disappear forever|not be here|prison or death|wish i (was|were) (dead|never)|take my (own )?life|(slit|cut) my|no future|hopeless/

const speaks = (said: string): boolean =>
  english.test(said) ||
  clauses(said).some((one) => (wish.test(one) || way.test(one)) && !notNow.test(one)) ||
  (farewell.test(said) && !/遗书(的|是)(案|证据)|对方/.test(said))

export const despair: Row = {
  step: 'self-harm',
  outcome: 'emergency',
  fetches: true,
  urgent: true,
  when: /不想活|想死(?!缓)|去死(?!刑|缓|吧)|自杀|寻短见|轻生|跳(楼|河|江|桥|下去)|割腕|上吊|喝(农)?药|安眠药|遗书|了结(自己|生命)|结束(自己|生命|我)|活(着)?(没|无)(意思|意义)|活不下去|活够了|死了(算|就|倒|更|干净|拉倒)|(不如|还是)死|吞(了|下)[^,]{0,6}(药|片|瓶)|吃了(一瓶|好多|很多|一把|整瓶)[^,]{0,4}药|活腻|没(有)?(活路|法活)|不想(再)?醒|割(脉|手腕)|跳(轨|海|崖)|从[^,]{0,6}(跳|纵身)|活(着|得)(太|好|真)?(累|苦|难|没劲)[^,]{0,3}(了)?,?(想|不想|要)(走|死|活|离开)|(告别|离开)(这个)?(世界|人世)|遗言|(交代|安排)(好)?后事|想(要)?解脱|一了百了|撑不下去|想不开|没脸活|kill (myself|himself|herself)|suicid|want to die|better off dead|no reason to live|overdose|took (a lot of|all (the|my)) pills|end (my|it all|his|her) ?(life)?|don't want to live/,
  unless:
    /(对方|被害人|受害人|死者|那个?人|女方|人家)[^,]{0,6}(自杀|跳楼|跳河|喝药|上吊)|跳楼价|教唆自杀/,
  or: speaks,
}
