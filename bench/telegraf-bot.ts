import { createServer } from 'node:http'
import { Telegraf } from 'telegraf'

/** Telegraf as its own manual has it: an update in by webhook, one reply out. */
const bot = new Telegraf('123456:bench', {
  telegram: { apiRoot: process.env.API_ROOT ?? '', webhookReply: false },
})
bot.on('message', (context) =>
  context.reply('收到了，值班律师接待您时会看到。要现在找值班律师吗？'),
)
bot.catch((error) => console.error(error))
const callback = bot.webhookCallback('/webhooks/telegram', { secretToken: 'secret' })

createServer((request, response) => {
  if (request.method === 'GET') response.end('ok')
  else void callback(request, response)
}).listen(Number(process.env.PORT), '127.0.0.1')
