/** What each of the two drums prints of a sign, as a path of 48 by 48. */
export const glyphs = {
  controls: { blue: bar(4, 8, 36, 12) + bar(4, 28, 18, 12), pink: disc(32, 32, 11) },
  rows: { blue: bar(4, 5, 30, 10) + bar(4, 33, 30, 10), pink: bar(14, 19, 30, 10) },
  fold: { blue: bar(4, 4, 40, 12) + bar(4, 20, 18, 24), pink: bar(18, 12, 10, 12) + bar(26, 24, 18, 20) },
  card: {
    blue: bar(2, 8, 44, 32),
    pink: bar(32, 12, 10, 12) + bar(8, 20, 16, 3) + bar(8, 27, 16, 3) + bar(28, 31, 14, 3),
  },
  sheet: { blue: 'M8 4h18l10 10v30H8z', pink: 'M26 16l16 16H32v10H20V32H10z' },
  branch: { blue: `${disc(12, 12, 9)}M10 20h4v14h10v4H10z`, pink: bar(20, 24, 24, 18) },
  check: { blue: bar(4, 16, 34, 18), pink: 'M22 34L10 22l5-5 7 7L41 5l5 5z' },
  heart: { blue: disc(34, 16, 12), pink: 'M22 44S4 33 4 20a9 9 0 0 1 18-4 9 9 0 0 1 18 4c0 13-18 24-18 24z' },
  ticks: {
    blue: bar(18, 8, 26, 8) + bar(18, 22, 26, 8) + bar(18, 36, 20, 8),
    pink: bar(4, 5, 12, 12) + bar(7, 20, 20, 12),
  },
  pencil: { blue: bar(4, 10, 28, 34), pink: 'M46 12L24 34l-10 3 3-10L38 4z' },
  arrow: { blue: bar(4, 12, 24, 24), pink: 'M18 19h12V9l16 15-16 15V29H18z' },
  book: { blue: 'M2 8l22 6v30L2 38z', pink: 'M46 8l-26 6v30l26-6z' },
  talk: { blue: 'M2 4h28v22H16l-8 8v-8H2z', pink: 'M16 16h30v20h-6v8l-8-8H16z' },
  shield: { blue: 'M22 3l18 6v14c0 12-9 18-18 21C13 41 4 35 4 23V9z', pink: disc(30, 26, 12) },
  door: { blue: 'M6 4h26v40H6zM24 22h4v6h-4z', pink: 'M44 10L20 4v40l24-6z' },
  squares: { blue: bar(4, 4, 26, 26), pink: bar(18, 18, 26, 26) },
};

export type GlyphName = keyof typeof glyphs;

function bar(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

function disc(x: number, y: number, radius: number): string {
  const half = `${radius} ${radius} 0 1 0`;
  return `M${x - radius} ${y}a${half} ${2 * radius} 0a${half} ${-2 * radius} 0z`;
}
