import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useDark } from '../theme/antd.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

const colours = {
  light: ['#1d4f91', '#5b8fd0', '#a8b0ba'],
  dark: ['#9cc2f5', '#5b8fd0', '#7d8794'],
}

/** Bars over a table of the same numbers; loaded with the first chart somebody looks at. */
export function Chart({
  label,
  names,
  series,
}: {
  label: string
  names: string[]
  series: [name: string, values: number[]][]
}) {
  const box = useRef<HTMLDivElement>(null)
  const dark = useDark()
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current)
    const ink = dark ? '#e8eaed' : '#14171b'
    const line = dark ? '#3a414a' : '#d5dae0'
    chart.setOption({
      animation: false,
      color: dark ? colours.dark : colours.light,
      textStyle: { color: ink },
      grid: { left: 40, right: 8, top: 32, bottom: 24 },
      legend: { top: 0, textStyle: { color: ink } },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: names, axisLabel: { color: ink } },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: ink },
        splitLine: { lineStyle: { color: line } },
      },
      series: series.map(([name, data]) => ({ type: 'bar', name, data })),
    })
    const fit = new ResizeObserver(() => chart.resize())
    fit.observe(box.current)
    return () => {
      fit.disconnect()
      chart.dispose()
    }
  }, [dark, names, series])
  return <div className="chart" ref={box} role="img" aria-label={label} />
}
