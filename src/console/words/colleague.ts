import { tongue } from './index.ts'

/** Words of a second lawyer in a conversation. */
const zh = {
  ask: '请同事加入',
  askWhom: '选一位在岗的同事。同事答应后能看到全部对话，当事人会先看到同事的姓名和执业证号。',
  asked: '已请同事加入',
  waitsFor: (name: string) => `已请${name}加入，还没有答复。`,
  takeBack: '撤回',
  with: (name: string) => `${name}也在这个对话里。`,
  letGo: '请同事离开',
  helping: (name: string) => `您在协助${name}接待。记录和结束由${name}负责。`,
  leave: '离开这个对话',
  title: '和同事一起',
  youAsked: (name: string) => `${name}请您一起接待一位当事人`,
  join: '加入',
  busy: '现在不方便',
  conflict: '有利益冲突',
  joinNote: '加入前不显示案情。加入后当事人会看到您的姓名和执业证号。（第23条）',
  done: '好了',
  what: {
    asked: '请其加入',
    joined: '加入',
    declined: '不加入',
    left: '离开',
    taken_back: '撤回邀请',
  } as Record<string, string>,
}

const en: typeof zh = {
  ask: 'Ask a colleague in',
  askWhom:
    'Choose a colleague on duty. Once they agree they read the whole talk; the client sees their name and licence first.',
  asked: 'The colleague has been asked',
  waitsFor: (name) => `${name} has been asked and has not answered yet.`,
  takeBack: 'Take back',
  with: (name) => `${name} is in this talk too.`,
  letGo: 'Let them go',
  helping: (name) => `You are helping ${name}, who keeps the record and closes.`,
  leave: 'Leave this talk',
  title: 'With a colleague',
  youAsked: (name) => `${name} asks you to help a client together`,
  join: 'Join',
  busy: 'Not now',
  conflict: 'Conflict of interest',
  joinNote:
    'Nothing of the case is shown before you join. The client then sees your name and licence. (art. 23)',
  done: 'Done',
  what: {
    asked: 'asked in',
    joined: 'joins',
    declined: 'declines',
    left: 'leaves',
    taken_back: 'asking taken back',
  },
}

export const colleagueWords = tongue() === 'en' ? en : zh
