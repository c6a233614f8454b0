import { type ThemeConfig, theme } from 'antd'
import { useSyncExternalStore } from 'react'

/** The house's colours for Ant Design; those of base.css, which it cannot read. */

const query = matchMedia('(prefers-color-scheme: dark)')

/** Whoever asked the machine for less motion gets none (WCAG 2.3.3). */
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches

const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Follows the machine, while the page stands open too. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, () => query.matches)

export const themeOf = (dark: boolean): ThemeConfig => ({
  algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  components: { Button: { primaryColor: dark ? '#10151c' : '#fff' } },
  token: {
    colorPrimary: dark ? '#6ea0e6' : '#1d4f91',
    colorLink: dark ? '#9cc2f5' : '#1d4f91',
    colorLinkHover: dark ? '#c3dbfa' : '#163f75',
    colorLinkActive: dark ? '#c3dbfa' : '#163f75',
    colorTextPlaceholder: dark ? '#a8b0ba' : '#5a626c',
    colorError: dark ? '#ff8a80' : '#b3261e',
    fontSize: 16,
    borderRadius: 6,
    controlHeight: 44,
    motion,
    // The machine's own: no web font is fetched.
    fontFamily:
      'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
})
