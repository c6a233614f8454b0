/** What can be explained, and the words people ask for it with. The first that fits is shown; others are offered. */

export interface Topic {
  /** `flow/step` that explains it. */
  at: string
  when: RegExp
  unless?: RegExp
  urgent?: true
  /** Worth an appointment besides (Art. 20). */
  hard?: true
}

const bail = '(取保|保候|on bail)'

export const topics: Topic[] = [
  {
    at: 'plea-process/meaning',
    when: /认罪(认罚)?(和|跟|与|同)[^,]{0,6}(坦白|自首|认错|悔罪)[^,]{0,8}(区别|不一样|不同|一样)|(坦白|自首)(和|跟|与)认罪[^,]{0,8}(区别|不一样|不同|一样)|(算|等于|就是)认罪(吗|么|不)/,
  },
  {
    at: 'plea-process/what',
    when: /(不懂|没听懂|听不懂|什么意思|是什么|解释|介绍|考虑|了解|说说|讲讲|劝(我|他)|让(我|他)|叫(我|他)|问(我|他)|要(我|他))[^,]{0,10}认罪认罚(?!具结)|认罪认罚(从宽)?[^,]{0,6}(什么意思|是什么|怎么回事|不懂|听不懂|好不好|好处|坏处|利弊)/,
    unless: /签|后悔|反悔|具结书|百分|多少|逼|不认罪/,
  },
  {
    at: 'change-mind/trial',
    when: /(法庭|开庭|庭审|当庭|审理|法院)[^,]{0,8}(翻供|反悔|不认|撤回|改口)/,
  },
  {
    at: 'change-mind/before',
    when: /(签|具结|认罪认罚).{0,20}(反悔|后悔|撤回|翻|不认了|改主意).{0,20}(没|还未|未)(被)?(起诉|公诉)/,
  },
  {
    at: 'change-mind/confession',
    when: /(以前|之前|原来|当时)[^,]{0,6}(口供|供述|笔录)[^,]{0,8}(算|用|作数|有效)/,
  },
  {
    at: 'change-mind/when',
    when: /(签|具结|认罪认罚)[^,]{0,8}(完|了|过|的|字).{0,18}(作废|撤(?!案)|反悔|后悔|越想越|不作数|不认|收回)|(签|认|具结).{0,12}(收回|撤掉|不算数|反悔|改主意)|想(收回|撤回)|反悔|后悔[^,]{0,4}(签|认|了想)|翻供|撤(回|销)(认罪|具结|签)|不想认了|不认了|改主意|(签|认)[^,]{0,8}(不算|作废|反口)|changed? my mind|retract|withdraw my/,
    unless: /不认罪会/,
  },
  {
    at: 'appeal/heavier',
    when: /上诉[^,]{0,8}(加刑|加重|更重|重判)(?!.*怎么上诉)/,
    unless: /还能上诉|怎么上诉/,
  },
  { at: 'appeal/expedited', when: /速裁[^,]{0,8}上诉|上诉[^,]{0,8}速裁/ },
  {
    at: 'appeal/right',
    when: /上诉|不服[^,]{0,6}(判|一审)|(判决书|判了)[^,]{0,12}(不服|太重|期限)|二审|\bappeal\b/,
  },
  {
    at: 'bail-duties/breach',
    urgent: true,
    when: /(传|喊|叫|通知|约|找)(了)?我[^,]{0,8}(我)?(都|就|一直|也)?(没|不敢|忘了)(有)?(去|到|敢|理|接|搭理|回)|(传讯|传唤|通知|叫我)[^,]{0,6}(我)?(都)?(没|不|忘)(有)?(去|到|敢去)|(没|忘了|不敢)(去|到)[^,]{0,6}(派出所|传讯|报到|公安)|missed (the|my) (summons|appointment)/,
    unless: /可以不去|能不去|不去(行|可以)|必须去/,
  },
  {
    at: 'bail-duties/breach',
    urgent: true,
    when: /取保.{0,24}(没(有)?(请假|批准|报备|报告|申请|说)|偷偷|擅自|私自|违反|跑(了|去|趟)|离开).{0,30}(要(把|抓|收|逮)|收监|没收|抓我|通知我|叫我(去|马上)|打电话|找我)/,
  },
  {
    at: 'bail-duties/breach',
    when: /(取保.{0,14}(违反|违规|没批准|没申请|没报告|偷偷|擅自)|违反取保|取保.{0,14}(被发现|没打招呼|没说一声|没请假)|取保[^,]{0,6}(撤销|没收)|没收保证金|breach(ed)? bail)/,
  },
  {
    at: 'bail-duties/residential',
    when: /监视居住|residential surveillance/,
    unless: /变更|改成|换成/,
  },
  {
    at: 'bail-duties/change',
    when: /(变更|改成|换成|解除|申请)[^,]{0,6}(强制措施|取保|监视居住)|办取保|申请取保|change (of|the) (coercive )?measure/,
    unless: /到期|期满|一年/,
  },
  {
    at: 'bail-duties/travel',
    when: new RegExp(
      `${bail}.{0,20}(外地|离开|出差|出省|出市|跨市|老家|旅游|打工|出国|外出|坐(飞机|高铁|火车)|travel|leave (the )?(city|town))|(外地|出差|回老家|出省|出国|离开).{0,16}${bail}|(取保|保候).{0,24}(玩|旅|海南|北京|上海|广州|深圳|云南|香港|老家|外婆|爷爷|奔丧|出殡|婚礼|喝喜酒|送孩子|接孩子|上学).{0,10}(吗|么|行|可以|能|不|批)|取保.{0,16}(请假|春节|过年|探亲|看病|送货|跑车|跑长途|跑外)|(隔壁|邻|外|别的)(市|县|省)[^,]{0,10},?.{0,6}取保|取保.{0,16}(能|可以|可不可以|让不让|准不准)(去|出|走|跑)(?!派出所)|取保.{0,12}(去|回)(?!派出所|公安|检察|法院|家了|家里|哪|办)[^,]{2,8}(吗|不|么|出差|怎么)|can i (travel|leave)`,
    ),
  },
  {
    at: 'bail-duties/length',
    when: new RegExp(
      `${bail}.{0,20}(到期|期满|多久|多长|几个月|[0-9一二三四五六七八九十]+个?多?月|快(没事|到期|结束)|一年|12个?月|什么时候(结束|到期|解除)|没消息|没动静|保证金|退钱|退还|扣钱)|保证金|how long[^,]{0,12}bail`,
    ),
    unless: /外地|换(手机|电话|地址)/,
  },
  {
    at: 'outcomes/drunk-driving',
    when: /酒精(含量|浓度|测试)|代驾|吹气|醉驾|酒驾|醉酒|酒后|喝(了)?(点|些|两)?(酒|啤酒)[^,]{0,8}(开车|驾)|危险驾驶|血(液)?(酒精|检)|抽血|毫克|[0-9]+ ?mg|drunk driv|drink driv|drink.driv/,
  },
  {
    at: 'outcomes/helping',
    when: /帮信|(银行卡|电话卡|手机卡|卡|账户|微信号)[^,]{0,6}(借|卖|租|出租|给)(给|了|出去|别人|人|朋友)?|(借|卖|租)(了|出)?[^,]{0,4}(银行卡|电话卡|手机卡|卡给)|走流水|刷流水|跑分|帮(人|别人|朋友|他们?)[^,]{0,4}(转账|取钱|取现|收款|跑腿取钱)|掩(饰|隐)|lent my (bank )?card|money mule/,
  },
  {
    at: 'affidavit/disagree',
    hard: true,
    when: /(不(想|愿意?|敢|同意)|拒绝|可以不|能不能?不?)(去)?签(字|名|具结)?|不签(会|行|可以|怎)|量刑建议[^,]{0,8}(重|高|不同意|不合理|不满|接受不)|不同意[^,]{0,4}(量刑|检察)|签字[^,]{0,4}(不想|不愿)/,
    unless: /笔录/,
  },
  {
    at: 'affidavit/look',
    when: /签(个|那个|一个|字)?[^,]{0,3}认罪认罚(?!.{0,8}(后悔|反悔|撤))|量刑建议.{0,30}(签|看不(懂|明白))|(要|让|叫|喊|给)我[^,]{0,10}签[^,]{0,3}(字|名)[^,]{0,4},?.{0,10}(看不|不明白|不懂|后果|注意|什么东西)|签(了|字)?[^,]{0,4}(有|会)什么(后果|影响|坏处)|(签|去)[^,]{0,8}具结书?.{0,16}(注意|看|准备|当心|问)|(检察院|检察官).{0,12}签(字|个|具结|什么)|sign (the|an) affidavit/,
  },
  { at: 'affidavit/what', when: /具结书?|affidavit/ },
  {
    at: 'plea-process/procedure',
    when: /速裁|简易程序|普通程序|(哪种|什么)程序|程序选择|expedited|summary procedure/,
  },
  {
    at: 'outcomes/compensation',
    when: /赔(偿|钱|多少|了)|谅解|和解|私了|调解|退(赃|赔|钱|还)|还回去|还给(他|她|人|失主)|原谅|漫天要价|漏天要价|compensat|forgiv|reconcil/,
  },
  {
    at: 'outcomes/non-prosecution',
    when: /不起诉|不诉|免于起诉|情节(显著)?轻微|存疑|not (be )?prosecut|drop the (case|charge)/,
    unless: /会不会起诉|案底|前科/,
  },
  {
    at: 'police-call/surrender',
    when: /网(上)?(通缉|追逃)|网逃|在逃|逃犯|通缉(?!令)|自首|投案|主动(去|到案|交代)|turn myself in|surrender/,
  },
  { at: 'outcomes/merits', when: /立功|坦白|举报(别人|他人|同伙)|揭发/ },
  {
    at: 'outcomes/probation',
    when: /(能|会|可以|可不可以|有没有|够)[^,]{0,6}(判)?缓(刑)?(吗|么|不|,|$)/,
  },
  {
    at: 'outcomes/record',
    when: /(儿子|女儿|孩子|小孩|子女|娃)[^,]{0,10}(考(?!虑)|当兵|参军|入伍|入党|政审|上军校|公务员|升学)|入党|案底|前科|犯罪记录|政审|考公|考编|(影响|连累)(孩子|子女|小孩|儿子|女儿|工作|以后|家人)|criminal record/,
  },
  {
    at: 'outcomes/probation',
    when: /缓刑|判缓|缓期(?!执行)|判[^,]{0,4}缓|suspended sentence/,
    unless: /矫正|考验期/,
  },
  {
    at: 'plea-process/leniency',
    when: /(早|先|公安|侦查|检察院|法院|阶段|这时候|现在)[^,]{0,8}认[^,]{0,14}(差别|区别|一样|差多少|轻|不同|影响)|(从宽|从轻|减轻|优惠|打折|几折|少判|减多少|减[0-9]|减少|轻多少|越早|早认)|%|百分之|how much (less|leniency)|discount/,
    unless: /^.{0,4}(什么是|什么叫)认罪|什么叫认罪|认罪认罚(是|从宽是)什么/,
  },
  {
    at: 'police-call/record',
    when: /(口供|供述|材料)[^,]{0,6}(写|记|改|不对|不一样|不是我)|笔录|按(手|指)印|written record|statement (is )?wrong/,
    unless: /做(个)?笔录(呢|去|吗|$)|去做|叫我做|让我做/,
  },
  {
    at: 'police-call/there',
    when: /(传唤|拘传|问话|讯问|审讯)[^,]{0,10}(多久|几个?小时|多少小时|多长|最多|最长|关我|不让(我)?走)|(问话|讯问|审讯|问我)[^,]{0,10}(不说|不回答|沉默|不开口|拒绝|怎么说)|(可以|能|能不能|有权)?(拒绝|不)回答|(可以|能|能不能)(不说话|不回答|沉默|保持)|沉默|remain silent|stay silent|keep quiet|how long can (they|the police)/,
  },
  {
    at: 'police-call/ask',
    when: /(派出所|公安|警察|刑警|经侦|刑侦|办案|交警|分局|警方|支队|大队|所里)(?!.{0,12}(认罪|认罚)).{0,20}((叫|让|喊|要|通知|请|约|催|联系)[^,]{0,8}(去|来|过去|过来|到|一趟|配合|说明|问|报到|谈|聊)|(打|来)[^,]{0,5}电话|来电|传唤|传讯|上门|找(我|上|过)|跟他们走|去一趟)|传唤|传讯|(叫|让|喊|通知|约)我[^,]{0,10}(派出所|公安|警察|刑警|支队|大队|做笔录|问话|说明情况)|police (have )?(called|rang|phoned|want|asked|told)|called (in )?by the police|summons|(明天|今天|下午|晚上|上午)[^,]{0,6}去?(派出所|公安局|刑警队)|去(派出所|公安局|刑警队)|(派出所|公安局|刑警队)[^,]{0,6}(要带|带什么|怎么说)/,
  },
  {
    at: 'legal-aid/difference',
    when: /(值班|你们)[^,]{0,6}律师[^,]{0,12}(管|陪|负责|到几时|到什么|辩护|出庭|开庭|代理|跟)/,
  },
  {
    at: 'stage-rights/trial',
    when: /开庭|庭审|出庭(?!辩护)|法院(传票|通知|叫|让|打电话)|上法庭|起诉到法院|court (hearing|date|summons)|hearing|trial/,
  },
  {
    at: 'stage-rights/prosecution',
    when: /检察院|检察官|审查起诉|移送起诉|退(回)?(补充)?侦|procuratorate|prosecutor/,
    unless: /认罪|从宽|签/,
  },
  {
    at: 'outcomes/how-long',
    when: /(坐|蹲)(几年)?牢|判(多久|多少|几|刑|不判|我|得|到|的|重|个)|(几|多少)年|会(不会)?(被)?(判|抓|起诉|坐)|要关多久|实刑|量刑|刑期|怎么判|严重(吗|不)|立案标准|够不够|构成犯罪|算(不算)?犯(罪|法)|有罪吗|go to (prison|jail)|how (many|long) (years|will)|sentenc/,
    unless: /认罪/,
  },
  {
    at: 'plea-process/voluntary',
    when: /(不认罪|不认)[^,]{0,6}(会|判|更重|加重|怎么样)|(要不要|该不该|应不应该|划算|值不值)[^,]{0,4}认|认(了)?(好|吗|不认)|should i (plead|admit|confess)/,
  },
  {
    at: 'plea-process/help',
    when: /(告诉|转告|泄露|说给)[^,]{0,4}(警察|检察|公安|法院|别人|家里)|保密|录音|secret|confidential|recorded/,
  },
  {
    at: 'legal-aid/difference',
    when: /值班律师(能|可以|管|做|干|帮|和|跟|是)|(你们|这里|这个|服务|咨询)(要)?(收费|要钱|多少钱|免费|收钱)|收费(吗|不)|要不要钱|(咨询|服务|问)[^,]{0,3}(要|收)(多少)?(钱|费)|要钱吗|免费(吗|的吗)|出庭辩护|is (it|this) free|what (can|does) the duty lawyer/,
  },
  {
    at: 'plea-process/what',
    when: /认罪|认罚|plea|admit(ting)? guilt|confess/,
  },
  { at: 'bail-duties/duties', when: new RegExp(bail) },
  {
    at: 'stage-rights/which',
    when: /(什么|哪些|有啥)权利|权利|侦查阶段|哪个阶段|流程|接下来(怎么|会)|my rights|what happens next/,
  },
  {
    at: 'plea-process/voluntary',
    hard: true,
    when: /冤枉|(我|俺)(真的|根本|确实|压根|从来)?没(有)?(干|做|偷|打|骗|参与|碰|拿)|不是我(干|做|偷|打|拿|的)|无罪|清白|didn't do it|innocent|not guilty/,
  },
  // Nothing more is plain than where they stand, or what they are accused of.
  {
    at: 'police-call/ask',
    when: /派出所|公安|警察|刑警|经侦|立案|police/,
  },
  { at: 'stage-rights/trial', when: /法院|法官|court|judge/ },
  {
    at: 'outcomes/how-long',
    when: /撞(死|伤|了|到)|车祸|全责|盗窃|偷了?|诈骗|打架|斗殴|故意伤害|轻伤|寻衅|赌博|赌场|肇事|贪污|受贿|行贿|职务侵占|非法经营|非法集资|走私|污染|假冒|强奸|猥亵|敲诈|抢劫|毒品|容留|卖淫|传销|洗钱|逃税|theft|fraud|assault|drugs/,
  },
  { at: 'legal-aid/difference', when: /律师|lawyer|attorney/ },
]
