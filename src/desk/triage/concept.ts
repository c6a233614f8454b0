/** What words of these matters speak of, whatever word is used. Pieces of patterns over `plain` text. */

const any = (...words: string[]): string => `(?:${words.join('|')})`

/** Who asks, orders and holds. */
export const police = any(
  '警察|公安|派出所|刑警|经侦|刑侦|专案组|办案(?:的|人|人员|民警|单位)?|便衣|辅警|协警|分局|支队|大队|所里|局里|队里|缉毒|禁毒|警方|police|officers?|cops?',
)
export const authority = any(police, '检察院|检察官|检方|法院|法官|prosecutors?|court|judge')

export const relative = any(
  '丈夫|妻子|爱人|对象|配偶|儿子|女儿|闺女|姑娘|孩子|娃儿?|小孩|崽|爸妈|爸爸?|妈妈?|父亲|母亲|爹|娘|老爸|老妈|老爷子|老汉儿?|老豆|老母|哥哥?|弟弟?|姐姐?|妹妹?|兄弟|细佬|大佬|家姐|屋里人|家人|家里人|家属',
)
export const acquaintance = any(
  '表(?:哥|弟|姐|妹|叔|舅)|堂(?:哥|弟|姐|妹)|朋友|哥们儿?|兄弟伙|闺蜜|同事|同学|邻居|老板|员工|工友|室友|老乡|亲戚|舅舅?|叔叔?|姑姑?|姨妈?|侄(?:子|女|儿)|外甥女?|爷爷|奶奶|外公|外婆|姥姥|姥爷|未婚夫|未婚妻|男朋友|女朋友|男友|女友|前夫|前妻|徒弟|师傅|战友|网友|工人|伙计|学生|客户|租客|村民|学徒|店员|下属',
)
/** Whoever stands on the other side of the matter. */
export const other = any(
  '对方|被害人|受害人|受害者|伤者|死者|失主|事主|人家|原告|女方|男方|那(?:个)?(?:人|男的|女的|家伙|司机|孙子)|有(?:个)?人|别人|几个人|一伙人|一帮人|邻居|前夫|前妻|前男友|前女友|同学|老板|骗子|司机|网友|工友|室友|同事|领导|保安|城管|男朋友|女朋友|男友|女友|老师|亲戚|房东|公司|债主|他们?|她们?',
)

export const weapon = any(
  '刀|枪|斧头?|棍|甩棍|电棍|球棒|钢筋|铁链|烟头|开水|硫酸|棒|钢管|匕首|凶器|汽油|锤|砖头?|酒瓶|铁锹|锄头|弩|砍刀|knife|gun|axe|machete',
)
export const kills = any(
  '砍死|斩死|杀死|捅死|打死|弄死|整死|搞死|烧死|毒死|勒死|掐死|撞死|砍了|杀了|捅了|斩了|剁了|废了|做了|宰了|干掉|做掉|灭了|弄残|打残|杀(?:我|他|她|你|全家|人)|砍(?:我|他|她|全家|人)|捅(?:我|他|她|人)|打断(?:我|他|她)?的?(?:腿|手)|炸(?:了|死|派出所|法院|检察院)|同归于尽|拼(?:了|命)|鱼死网破',
)
export const hits = '(?:打|揍|抽|扇|踹|踢|掐|砍|捅|勒|捆|砸|追|围|绑|撕|欺负|猥亵|强奸|侵犯)'

/** Taken and held by an authority. */
export const taken = any(
  '刑拘|刑事拘留|拘留|逮捕(?!证|令)|批捕|羁押|收押|关押|抓(?:走|进|起来|起走|去|了)|逮(?:走|起|进|去|到|了|住)|(?:被|给|让|遭)[^,]{0,8}(?:抓|逮|拉|扣|关|拷|铐|拘)(?:了|走|起|住|进|的)|带走|拉走|关(?:进|在|着|起来|到|了)|进去(?:了|好|都|已|有|[0-9一二两三四五六七八九十几])|进了?(?:看守所|号子|里面|局子)|看守所|号子|(?<![0-9一])[一二三四]看(?![^,]?了)|抓进|arrested|detained|in (?:custody|detention|jail)|detention cent|locked up',
)
/** Not said to have happened. */
export const unreal = any(
  '会不会|会(?:把|被|抓|拘|逮|让|要)|怕|担心|要是|如果|万一|就(?!是|在)|否则|不然|要不要|能不能|能(?:抓|拘)|是不是要|是否|不想|不要|没(?:有)?(?:被)?(?:抓|拘|逮|关)|可能|几时|才(?:会|抓)|不(?:会|抓|拘|逮|批|予)|通缉|will they|would they|going to|afraid',
)
export const released = any(
  '取保(?:候审)?(?:出来|在家|了|回家|中|期间|看病)|(?:已经|现在|后来|又|都|刚)(?:被)?(?:放|取保|出来|回来|回家)|放(?:了|出来|回来|出来了)|出来(?:了|后|以后|看病)|回(?:来|家)了|(?:办|转|改)(?:了|为|成)?取保(?:了|候审)?|证据不足|released|on bail',
)

/** What would not be lost if it were never found. */
export const evidence = any(
  '记录|聊天|微信|短信|手机|证据|账本|账目|账单|监控|录像|硬盘|电脑|录音|照片|视频|赃|数据|转账|流水|合同|衣服|凶器|车上的|痕迹|通话|相册|截图|文件|案卷|u盘',
)
export const erases = any(
  '删|卸载?|注销|清空|清除|清理|毁|销毁|格式化|砸|烧|扔|丢掉?|藏|抹|恢复出厂|处理掉?|撕|涂改|改掉|换掉|埋|洗掉',
)
export const witness = any('证人|被害人|受害人|受害者|对方|目击|同事|他|她|那个?人|人家|保安')
export const same = '(?:统一|对(?:一?下|好|个|一对)|串|商量|合计|编|套)'
export const story = '(?:口供|口径|说法|词|供|怎么说|话(?!费)|故事|理由|剧本)'

/** Home and work, money and neighbours: what the civil and administrative law is for. */
export const civil = any(
  '离婚|抚养|彩礼|财产分割|分(?:房|家产|财产)|房子(?:怎么|几个|归|给|过户)|遗产|继承|遗嘱|赡养|养老|去世[^,]{0,8}(?:房|钱|存款)|工伤|劳动(?:仲裁|合同|争议|局)|竞业|离职|辞职|辞退|开除|裁员|社保|公积金|加班费|年终奖|工资|工钱|薪|保险公司|理赔|二手车|卖家|买家|商家|店家|质量问题|装修|物业|噪音|宠物|(?:狗|猫)[^,]{0,8}咬|征地|拆迁|宅基地|户口|漏水|房产证|租(?:房|客)|房东|房租|押金(?!金)|买房|退(?:款|货|票|学费|课|卡|定金|钱不)|定金|订金|网购|消费者|医疗(?:纠纷|事故)|欠条|借条|民事|民间借贷|(?:借|欠)[^,]{0,6}(?:不还|没还|赖)|网贷|逾期|失信|老赖|被执行|违约|合同纠纷|名誉|肖像|专利|商标|驾(?:照|驶证)[^,]{0,6}(?:吊销|扣|降级|年检)|(?:吊销|暂扣)[^,]{0,4}驾|扣[^,]{0,3}分|违章|闯红灯|超速|行政(?:拘留|处罚|复议|诉讼)|复议|治安(?:拘留|处罚)|城管|低保(?:怎么|办)|签证|护照怎么办|学校(?:不|退)|公司(?:不|拖|欠|要我赔)|divorce|landlord|salary|wages|rent(?:al)?|inherit|custody of (?:my|the) (?:child|son|daughter)|labou?r dispute|fired me|laid off|my boss|overtime|unpaid|not pay(?:ing)? me|rent contract|divorc|alimony|refund|contract dispute|neighbou?r.s (?:noise|dog)',
)

export const provinces = any(
  '外省|外地|异地|外市|别的(?:省|市|地方|城市)|其他(?:省|市|地方)|另(?:外)?一个(?:省|市|城市)|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖南|湖北|广东|海南|四川|贵州|云南|陕西|甘肃|青海|广西|内蒙古?|西藏|宁夏|新疆|深圳|广州|杭州|成都|南京|郑州|长沙|西安|东莞|佛山|温州|苏州|厦门|昆明|贵阳|沈阳|哈尔滨|合肥|济南|青岛',
)

export const clauses = (said: string): string[] => said.split(',').filter((one) => one !== '')

/** Some clause says this, and does not take it back in the same breath. */
export const says = (said: string, what: RegExp, not?: RegExp): boolean =>
  clauses(said).some((one) => what.test(one) && !not?.test(one))
