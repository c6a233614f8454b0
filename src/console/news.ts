/** What the log tells that is worth more than asking anew. */

export interface News {
  type: string
  conversation?: string
  offer?: string
  lawyer?: string
  takenBy?: string
}

const listeners = new Set<(news: News) => void>()

export const publish = (news: News): void => {
  for (const hear of listeners) hear(news)
}

export function onNews(hear: (news: News) => void): () => void {
  listeners.add(hear)
  return () => {
    listeners.delete(hear)
  }
}
