import type { Ban } from './bans-zh.ts'

/** The same in English, over one folded clause. */

const asked =
  /\b(whether|asked|asks|wants to know|how (long|much|many|likely)|if (he|she|they|the client) (will|would|could)|nobody can|no one can|cannot (say|predict|promise|tell|guarantee)|decided by|up to the|for the court|court (decides|will decide|determines)|depends on)\b/

const plea =
  '(plead\\w*|plea|admit\\w*|confess\\w*|sign\\w*|own up|come clean|take the (deal|offer))'

export const bansEn: Ban[] = [
  {
    what: 'silence',
    when: new RegExp(
      [
        '\\bsilen(t|ce)\\b|\\b(stay|keep|remain|be) (quiet|mum|tight lipped)|\\bclam up|\\bzip (it|your)|keep (your|his|her) (mouth|lips|trap)|shut (your|up)|\\b(plead|take|invoke) the fifth|fifth amendment|miranda|no comment|stonewall',
        "\\b(do not|don't|dont|never|not|needn't|nothing|without|avoid|stop|refuse\\w*|declin\\w*|no (duty|need|obligation))\\b[^,]{0,24}\\b(say|saying|tell|telling|talk|talking|speak|speaking|answer\\w*|respond\\w*|cooperat\\w*|reveal\\w*|disclos\\w*|questions?|statement)\\b",
        "\\b(say|tell|give|answer)\\w*\\b[^,]{0,12}\\b(nothing|not a word|no one|nobody|zero)\\b|\\bi (do not|don't) (remember|recall|know)\\b",
        '\\b(until|unless|before|without)\\b[^,]{0,16}\\b(lawyer|attorney|counsel)\\b[^,]{0,24}|let them (prove|find|dig)|\\b(as little as|used against|to yourself|off the record|volunteer)\\b',
      ].join('|'),
    ),
    unless:
      /not related|unrelated|irrelevant|nothing to do with|free of charge|before you decide|not recorded/,
  },
  {
    what: 'guilt',
    when: /\b(you|he|she|they|client|suspect|conduct|act|this|that|it)\b[^,]{0,24}\b(guilty|innocent|(committed|constitutes?|amounts? to|is|was) (a |an |the )?(crime|offen[cs]e|theft|fraud))\b|\b(clearly|obviously|certainly|definitely) (did|committed|guilty|innocent)|(prov\w*|show\w*|establish\w*|confirm\w*) (your|his|her|their) (guilt|innocence)|evidence is (overwhelming|insufficient|weak|strong|solid)|no crime|not a crime|nothing (illegal|wrong)/,
    unless:
      /\b(whether|may call you guilty|nobody|no one|asked|court (decides|finds)|without a court|admit\w* guilt|if\b|pleads? guilty|alone)\b/,
  },
  {
    what: 'prediction',
    when: new RegExp(
      [
        "\\b(will|would|going to|gonna|likely|probably|certainly|definitely|surely|expect\\w*|bound to|sure to|almost|should|must|can expect|looking at|facing|face|faces|get|gets|won't|will not|guarantee\\w*|promise\\w*|ensure\\w*|at (least|most)|no way)\\b[^,]{0,40}\\b(prison|jail|jailed|sentenced?|years?|months?|convict\\w*|acquit\\w*|probation|suspended|released?|bail|walk free|get off|off the hook|fine|charged|indict\\w*|dismiss\\w*|drop\\w*|let (you|him|her) (off|go)|dropped|arrest\\w*|locked|bars|custody|lenien\\w*|ok|okay)\\b",
        "\\b(out|home|free|inside|away) (within|in|for|before)\\b[^,]{0,12}\\b(year|month|week|day)|\\b(conviction|acquittal|prison|jail|probation)\\b[^,]{0,20}\\b(certain|sure|likely|unlikely|unavoidable|inevitable|on the cards)|\\b(behind bars|doing time|do time|serve time|slammer|off the hook|walk free|scot free|home free|slap on the wrist|nothing to worry|don't worry|do not worry|be fine|be okay|open and shut|done for|no chance|good chance|high chance|strong chance|odds)\\b|\\b([0-9]+|one|two|three|four|five|six|seven|eight|ten|a few|several|couple)( |-)(years?|months?)\\b",
      ].join('|'),
    ),
    unless: asked,
  },
  {
    what: 'discount',
    when: /[0-9]+ ?(%|percent|per cent)|\b(percent|per cent)\b|\b(half|third|quarter|fifth|tenth)\b[^,]{0,16}\b(off|sentence|term|less|reduc\w*)|\b(reduc\w*|discount\w*|cut|off|less)\b[^,]{0,20}\b(half|third|quarter|fifth|percent|stage)\b|3-2-1|discount/,
  },
  {
    what: 'steering',
    when: new RegExp(
      [
        `\\b(should|ought|must|better|best|advis\\w*|recommend\\w*|suggest\\w*|urg\\w*|encourag\\w*|need to|needs to|have to|has to|want to|would|consider|wise|smart|please|just|go ahead|hurry)\\b[^,]{0,30}\\b(${plea}|deny|den(ies|ied)|refuse|reject|retract|recant|fight)\\b`,
        `\\b(do not|don't|dont|never|not|avoid|refuse to|stop)\\b[^,]{0,16}\\b${plea}\\b`,
        `\\b${plea}\\b[^,]{0,40}\\b(worth|better|best|wise|smart|benefit|advantage|interest|pays?|safer|cheaper|lighter|right (thing|choice|move)|good (idea|move|deal))\\b`,
        '\\btake the (deal|plea|offer)|fight (it|this|the charge)|hold out|tough it out|deny everything|best (option|choice|move|bet|course)|in (your|his|her) (best )?interest',
      ].join('|'),
    ),
    unless:
      /\b(own decision|own choice|decide (yourself|for)|whether|explain\w*|inform\w*|told|what .* means|duty lawyer|lawyer is present|in the presence)\b/,
  },
  {
    what: 'obstruction',
    when: new RegExp(
      [
        '\\b(delet\\w*|eras\\w*|wip\\w*|destroy\\w*|burn\\w*|shred\\w*|dump\\w*|get(ting)? rid|throw(ing)? (it|them|the|your|away|out)|hid(e|ing)|conceal\\w*|dispos\\w*|factory reset|format the|clear (the|your) (history|chats?)|smash|bury)\\b',
        '\\b(flee\\w*|run(ning)? (away|off)|leav\\w* the (country|city|area)|lie low|lying low|until things (calm|cool|quiet|settle)|stay (with|at) [^,]{0,24}(province|abroad|relatives)|disappear|skip (town|bail)|cross the border|go(ing)? (abroad|into hiding|dark)|make yourself scarce|new (phone|sim|number)|switch (phones|off))\\b',
        '\\b(coordinat\\w*|align\\w*|match\\w*|agree on|straighten|get|rehearse)\\b[^,]{0,24}\\b(stor(y|ies)|statements?|versions?|straight)\\b|\\bsame story\\b',
        '\\b(ask|tell|persuad\\w*|pay|get|convinc\\w*|talk|pressur\\w*|warn)\\b[^,]{0,24}\\b(witness\\w*|victims?|friends?|him|her|them|accomplice)\\b[^,]{0,24}\\b(change|drop|say|lie|testify|withdraw|forget|quiet|leave|blame)\\b',
        "\\b(brib\\w*|pay(ing)? off|red envelope|connections?|pull strings|fak\\w*|forg(e|ed|ing)|fabricat\\w*|ly?ing to|lie to|lie about|make up|back up|cover for|cover up|say (that )?(you|it|he|she|somebody|someone)|(mov|transfer|sign)(e|ing|ed)? [^,]{0,16}(money|house|car|assets?|property)|false (alibi|statement|testimony|document)|alibi|threaten\\w*|intimidat\\w*|take the (fall|blame)|ignore the (summons|police)|do not (show up|appear|go)|don't (show up|appear|go))\\b",
      ].join('|'),
    ),
    unless:
      /\b(must not|may not|not allowed|forbidden|prohibited|illegal|against the law|never ask|not to|(without|needs|requires?) (the |prior )?(approval|permission)|is a crime|whether|asked)\b/,
  },
  {
    what: 'impersonation',
    when: /\b(i am|i'm|speaking as|as) (your|a|the) (duty )?(lawyer|attorney|judge|prosecutor|police)\b|\bi (guarantee|promise|represent)\b/,
  },
  {
    what: 'money',
    when: /\b(pay|transfer|wire|send|fee of|charge of)\b[^,]{0,24}\b(fee|money|deposit|yuan|rmb|dollars?|lawyer|me|us)\b/,
    unless: /\b(nobody|no one|free|never|not|bail)\b/,
  },
  {
    what: 'others',
    when: /\b(accomplice|co-?defendant|co-?suspect|the other (suspect|client)s?|others?|he|she|they)\b[^,]{0,16}\b(already|has|have)?\b[^,]{0,8}\b(confessed|talked|named you|pointed|admitted everything)\b/,
  },
  {
    what: 'leak',
    when: /\b(system prompt|my instructions|as an? (ai|language model|assistant)|language model|developer mode|ignore (all|previous|the)|placeholder|json|schema|as (you )?(requested|instructed))\b/,
  },
]
