/** A client's words made plain for comparing: one script, one spelling, one mark between clauses. */

/** Traditional letters people type in these matters, each with its simplified one. */
const letters = new Map<string, string>()
const traditional =
  '認罪罰從寬係咪嗎麼為無過個們這來對時說話還讓會應該問題開關長東車馬門見見貝頁風飛魚鳥齊齒龍龜國學習進監獄檢察機構師訴訟審護辯諒買賣錢賬帳號電腦網絡絕結給經濟發現實際報導傳喚訊筆錄證據毀滅偽騙盜搶劫殺傷亡養婦兒孫爺媽親戚聽視殘疾啞聾盲譯軍隊戰爭離婚遺產繼債務償還償勞動薪資傷險醫療藥處理罰單違規駕駛檔案黨紀監調離開樓燒據點鐘後來裡裏邊樣與並於當現場縣鎮鄉區廣東灣華語廳衛醜極權級終續組織隨銀貸幫轉彙匯線條約書寫讀誰請謝幾萬億歲屆滿紅綠燈違違緩輕減嚴禁錢卻強迫壓逼瘋殭屍槍擊鬥毆倆兩雙體頭臉眼淚膽腦髮務專業確認執達達運輸連鎖邀選擇擔擬擾亂換損壞標權歸歷塊報壽驗護館賠'
const simplified =
  '认罪罚从宽系咪吗么为无过个们这来对时说话还让会应该问题开关长东车马门见见贝页风飞鱼鸟齐齿龙龟国学习进监狱检察机构师诉讼审护辩谅买卖钱账账号电脑网络绝结给经济发现实际报导传唤讯笔录证据毁灭伪骗盗抢劫杀伤亡养妇儿孙爷妈亲戚听视残疾哑聋盲译军队战争离婚遗产继债务偿还偿劳动薪资伤险医疗药处理罚单违规驾驶档案党纪监调离开楼烧据点钟后来里里边样与并于当现场县镇乡区广东湾华语厅卫丑极权级终续组织随银贷帮转汇汇线条约书写读谁请谢几万亿岁届满红绿灯违违缓轻减严禁钱却强迫压逼疯僵尸枪击斗殴俩两双体头脸眼泪胆脑发务专业确认执达达运输连锁邀选择担拟扰乱换损坏标权归历块报寿验护馆赔'
;[...traditional].forEach((letter, index) => {
  const plain = [...simplified][index]
  if (plain !== undefined && plain !== letter) letters.set(letter, plain)
})

/** Ways of writing that mean a plain word: slips of the keyboard, dialect, pinyin. Longer ones first. */
const spellings: [RegExp, string][] = [
  [/ren ?zui ?ren ?fa/g, '认罪认罚'],
  [/qu ?bao ?(hou ?shen)?/g, '取保候审'],
  [/pai ?chu ?suo/g, '派出所'],
  [/jian ?cha ?yuan/g, '检察院'],
  [/ju ?jie ?shu/g, '具结书'],
  [/lv ?shi|lǜshī/g, '律师'],
  [/jing ?cha/g, '警察'],
  [/zi ?shou/g, '自首'],
  [/ming ?tian/g, '明天'],
  [/zen ?me ?ban/g, '怎么办'],
  [/wai ?di/g, '外地'],
  [/jiao ?wo/g, '叫我'],
  [/shi ?shen ?me/g, '是什么'],
  [/认最|任罪|认醉|忍罪/g, '认罪'],
  [/任罚|认法(?!院)|认伐/g, '认罚'],
  [/取保(侯|后|候|厚)(审|申|身|省)/g, '取保候审'],
  [/(俱|具|聚|据)(结|节|解)书/g, '具结书'],
  [/派出(锁|索)/g, '派出所'],
  [/检(查|擦|茶)院/g, '检察院'],
  [/律(是|湿|司)(?=[^,]{0,3}(在|帮|呢|吗|$))/g, '律师'],
  [/(公按|公an)/g, '公安'],
  [/传换/g, '传唤'],
  [/笔路/g, '笔录'],
  [/量形/g, '量刑'],
  [/(速|宿)(裁|才|材)/g, '速裁'],
  [/系咪|是咪|係咪/g, '是不是'],
  [/唔使/g, '不用'],
  [/唔系/g, '不是'],
  [/唔/g, '不'],
  [/坐监/g, '坐牢'],
  [/蹲(大牢|号子|局子|监狱|笆篱子)|吃牢饭|进去蹲/g, '坐牢'],
  [/依家|而家|家下/g, '现在'],
  [/听日|聽日|明儿个?|明早|明日|赶明儿/g, '明天'],
  [/今日|今儿个?/g, '今天'],
  [/系咩嚟?[㗎架]?|咩系|咩嚟/g, '是什么'],
  [/点算|点办|点解决|咋办|咋整|咋弄|咋搞|咋个办|(?<!怎)么办|怎办|怎么整|怎么弄|搞哪样/g, '怎么办'],
  [/啥子|什么玩意儿?|啥玩意儿?|嘛玩意儿?|干嘛的|干啥的/g, '什么'],
  [/啥|嘛意思/g, '什么'],
  [/咋/g, '怎么'],
  [/冇/g, '没'],
  [/佢/g, '他'],
  [/我哋|俺们|咱们/g, '我们'],
  [/俺|侬|阿拉/g, '我'],
  [/喺/g, '在'],
  [/咗/g, '了'],
  [/嘅/g, '的'],
  [/俾|畀/g, '给'],
  [/差佬|差人|条子|警官|民警|警员|公安局?的?人|警察叔叔|帽子叔叔|阿sir/g, '警察'],
  [/女婆|媳妇儿?|老婆|婆娘|堂客|内人/g, '妻子'],
  [/老公|我家男人|当家的|孩子他爸|先生(?=被|在|让)/g, '丈夫'],
  [/不中|不中用/g, '不行'],
]

const cjk = '\\u3400-\\u9fff'
const besideCjk = new RegExp(`(?<=[${cjk}])\\s+|\\s+(?=[${cjk}])`, 'g')

export function plain(text: string): string {
  const folded = [...text.normalize('NFKC').toLowerCase()]
    .map((letter) => letters.get(letter) ?? letter)
    .join('')
    .replace(/\p{Cf}/gu, '')
    .replace(/[’']/g, "'")
    .replace(/[，。！？、；：,.!?;:\n\r~…—\-"“”‘()（）【】[\]<>《》*_#|/\\]+/g, ',')
    .replace(besideCjk, '')
    .replace(/\s+/g, ' ')
  return spellings.reduce((said, [spelling, word]) => said.replace(spelling, word), folded).trim()
}
