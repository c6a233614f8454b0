import { isIPv4, isIPv6 } from 'node:net'

/**
 * Where case words may be sent, redacted as they are: this machine, the office's own network, and models hosted in
 * mainland China (PIPL Art. 36, 40). Any other host is a decision the centre takes by naming it.
 */
const domestic = [
  'dashscope.aliyuncs.com',
  'api.deepseek.com',
  'ark.cn-beijing.volces.com',
  'qianfan.baidubce.com',
  'api.hunyuan.cloud.tencent.com',
  'open.bigmodel.cn',
  'api.moonshot.cn',
  'api.siliconflow.cn',
  'spark-api-open.xf-yun.com',
]

const own = /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/

export function isOwn(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (isIPv4(host)) return own.test(host)
  if (isIPv6(host)) return host === '::1' || /^f[cd]/.test(host)
  return !host.includes('.') || /\.(local|internal|lan|home\.arpa|localhost)$/.test(host)
}

export const isListed = (hostname: string, named: readonly string[]): boolean =>
  isOwn(hostname) || [...domestic, ...named].includes(hostname.toLowerCase())
