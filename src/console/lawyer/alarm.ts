import { useEffect, useState } from 'react'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'

/** Sound, vibration and a blinking title for as long as somebody waits for an answer. */

let audio: AudioContext | null = null
const listeners = new Set<() => void>()

/** A browser lets a page sound only after it was touched. */
export function openSound(): void {
  audio ??= new AudioContext()
  void audio.resume().then(() => {
    for (const heard of listeners) heard()
  })
}

// The hint goes once there is sound, and what stood below it moves up: not while a finger is still down.
for (const touch of ['click', 'keydown'] as const) {
  document.addEventListener(touch, openSound, { once: true })
}

/** Whether an offer could be heard now. */
export function useSound(): boolean {
  const [on, setOn] = useState(audio?.state === 'running')
  useEffect(() => {
    const look = () => setOn(audio?.state === 'running')
    listeners.add(look)
    return () => {
      listeners.delete(look)
    }
  }, [])
  return on
}

function tone(at: number, frequency: number, context: AudioContext): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.frequency.value = frequency
  gain.gain.setValueAtTime(0.0001, at)
  gain.gain.exponentialRampToValueAtTime(0.3, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.35)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.4)
}

function ring(): void {
  // A browser lets a page shake the phone only after it was touched, and complains of the attempt.
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([300, 150, 300])
  if (audio?.state !== 'running') return
  tone(audio.currentTime, 880, audio)
  tone(audio.currentTime + 0.4, 660, audio)
}

const EVERY = 2500
const BLINK = 800

export function useAlarm(on: boolean): void {
  useEffect(() => {
    document.title = words.app
    if (!on) return
    ring()
    const rings = setInterval(ring, EVERY)
    let lit = true
    document.title = `● ${lawyerWords.offerTitle}`
    const blink = setInterval(() => {
      lit = !lit
      document.title = lit ? `● ${lawyerWords.offerTitle}` : words.app
    }, BLINK)
    return () => {
      clearInterval(rings)
      clearInterval(blink)
      document.title = words.app
      navigator.vibrate?.(0)
    }
  }, [on])
}
