/* Draws the charts of the language that is shown, in the colours of the page, at the width there is. */
;(() => {
  const charts = JSON.parse(document.getElementById('charts').textContent)
  const narrow = () => document.body.clientWidth < 700
  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

  const text = () => ({ color: colour('ink'), fontSize: 13 })
  const axis = (more) => ({
    axisLabel: { color: colour('ink'), fontSize: 13 },
    axisLine: { lineStyle: { color: colour('line') } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colour('line') } },
    nameTextStyle: text(),
    ...more,
  })
  const shares = (more) =>
    axis({ type: 'value', axisLabel: { color: colour('ink'), formatter: '{value}%' }, ...more })
  const names = (data) =>
    axis({
      type: 'category',
      data,
      inverse: true,
      axisLabel: { color: colour('ink'), width: narrow() ? 88 : 200, overflow: 'break' },
    })
  const base = () => ({
    animation: false,
    color: [colour('blue'), colour('second')],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    legend: { top: 0, left: 0, textStyle: text() },
    grid: { left: 8, right: 24, top: 40, bottom: 32, containLabel: true },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colour('paper'),
      borderColor: colour('line'),
      textStyle: text(),
      confine: true,
    },
  })

  const lines = ({ axis: name, labels, series, values }, more) => ({
    ...base(),
    xAxis: axis({
      type: 'category',
      data: labels,
      name,
      nameLocation: 'middle',
      nameGap: 26,
      boundaryGap: false,
    }),
    yAxis: shares({ min: 0, max: 100 }),
    series: series.map((title, i) => ({
      name: title,
      type: 'line',
      data: values[i],
      symbol: i === 0 ? 'circle' : 'none',
      lineStyle: { width: 2, type: i === 0 ? 'solid' : 'dashed' },
      ...more,
    })),
  })

  const bars = ({ labels, series, values }, format) => ({
    ...base(),
    grid: { ...base().grid, right: 56 },
    xAxis: format === '%' ? shares({}) : axis({ type: 'value' }),
    yAxis: names(labels),
    series: series.map((title, i) => ({
      name: title,
      type: 'bar',
      data: values[i],
      barMaxWidth: 22,
      label: { show: true, position: 'right', color: colour('ink'), formatter: `{c}${format}` },
    })),
  })

  /* A dot for the mean and a line for what it may be off by. */
  const spans = ({ labels, series, values }) => ({
    ...base(),
    tooltip: {
      ...base().tooltip,
      trigger: 'item',
      formatter: ({ seriesName, value }) => `${seriesName}: ${value[0]}% (${value[2]}–${value[3]})`,
    },
    xAxis: shares({ scale: true }),
    yAxis: names(labels),
    series: series.map((title, i) => ({
      name: title,
      type: 'custom',
      encode: { x: [0, 2, 3], y: 1 },
      data: values[i].map(([mean, least, most], place) => [mean, place, least, most]),
      renderItem: (_, api) => {
        const at = (value) => api.coord([value, api.value(1)])
        const [x, y] = at(api.value(0))
        const style = { stroke: api.visual('color'), fill: api.visual('color'), lineWidth: 2 }
        return {
          type: 'group',
          children: [
            {
              type: 'line',
              shape: { x1: at(api.value(2))[0], y1: y, x2: at(api.value(3))[0], y2: y },
              style,
            },
            i === 0
              ? { type: 'circle', shape: { cx: x, cy: y, r: 5 }, style }
              : { type: 'rect', shape: { x: x - 5, y: y - 5, width: 10, height: 10 }, style },
          ],
        }
      },
    })),
  })

  const heat = ({ days, cells, legend, hour: hourName }) => {
    const tall = narrow()
    const hours = axis({
      type: 'category',
      data: Array.from({ length: 24 }, (_, i) => i),
      splitLine: { show: false },
      name: tall ? '' : hourName,
      nameLocation: 'middle',
      nameGap: 26,
      inverse: tall,
    })
    const week = axis({ type: 'category', data: days, splitLine: { show: false }, inverse: !tall })
    const said = ({ data }) => {
      const { now, needed, least, calls } = data.cell
      return [
        `${days[data.cell.day]} ${data.cell.hour}:00`,
        `${legend.calls}: ${calls}`,
        `${legend.now}: ${now}`,
        `${legend.least}: ${least}`,
        `${legend.needed}: ${needed ?? '—'}`,
      ].join('<br>')
    }
    return {
      ...base(),
      tooltip: { ...base().tooltip, trigger: 'item', formatter: said },
      legend: { show: false },
      grid: { left: 4, right: 4, top: 8, bottom: tall ? 8 : 32, containLabel: true },
      xAxis: tall ? { ...week, position: 'top' } : hours,
      yAxis: tall ? hours : week,
      series: [
        {
          type: 'heatmap',
          data: cells.map((cell) => ({
            value: tall ? [cell.day, cell.hour, 0] : [cell.hour, cell.day, 0],
            cell,
            itemStyle: {
              color: colour(cell.short ? 'red-tint' : 'tint'),
              borderColor: colour('paper'),
              borderWidth: 2,
            },
            label: {
              color: colour(cell.short ? 'red' : 'ink'),
              fontWeight: cell.short ? 'bold' : 'normal',
            },
          })),
          label: {
            show: true,
            fontSize: 12,
            formatter: ({ data }) => `${data.cell.now}/${data.cell.needed ?? '—'}`,
          },
        },
      ],
      visualMap: { show: false, min: 0, max: 1, inRange: { color: [colour('tint')] } },
    }
  }

  const draw = {
    curve: (found) => lines(found, { symbolSize: 4 }),
    day: (found) => lines(found, { symbolSize: 6 }),
    policies: spans,
    rings: (found) => bars(found, ''),
    load: (found) => bars(found, '%'),
    staffing: heat,
  }

  function show() {
    const language = location.hash === '#en' ? 'en' : 'zh-CN'
    document.documentElement.lang = language
    for (const main of document.querySelectorAll('main')) {
      main.hidden = main.lang !== language
      for (const place of main.querySelectorAll('[data-chart]')) {
        echarts.dispose(place)
        if (main.hidden) continue
        const { chart } = place.dataset
        echarts
          .init(place, null, { renderer: 'svg' })
          .setOption(draw[chart](charts[language][chart]))
      }
      if (!main.hidden) document.title = main.dataset.title
    }
  }

  let width = innerWidth
  addEventListener('hashchange', show)
  addEventListener('resize', () => {
    if (innerWidth === width) return
    width = innerWidth
    show()
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
  show()
})()
