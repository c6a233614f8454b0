/** Words compared without what does not matter: width, case, spaces, punctuation. */
export const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。！？、；：,.!?;:'"“”‘’()（）【】]/g, '')
