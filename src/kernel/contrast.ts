/** What a firm's colour must reach: text on paper, on its own soft tint, and white text on it (WCAG 1.4.3). */
export const NEEDED_CONTRAST = 4.5

export type FirmColourVerdict = {
  passes: boolean
  /** the lowest of the three contrasts, two decimals */
  contrast: number
  /** the colour itself, or the nearest darker one that passes */
  suggestion: string
}

/**
 * Whether a firm's colour (`#rrggbb`) can carry the portal's actions. The dark theme derives its own lighter
 * colour with a fixed lightness, so it always passes; only the colour as given has to be checked.
 */
export function checkFirmColour(hex: string): FirmColourVerdict {
  const contrast = lowestContrast(hex)
  for (let share = 0; ; share += 0.01) {
    const darker = toHex(mixed(oklab(hex), oklab('#000000'), share))
    if (lowestContrast(darker) < NEEDED_CONTRAST) continue
    return { passes: contrast >= NEEDED_CONTRAST, contrast: Math.floor(contrast * 100) / 100, suggestion: darker }
  }
}

/** Contrast of two `#rrggbb` colours, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** A colour of given lightness (0 to 1), chroma and hue (radians) as `#rrggbb`, clipped to sRGB. */
export function fromOklch(lightness: number, chroma: number, hue: number): string {
  return toHex([lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)])
}

type Triple = [number, number, number]

const PAPER = '#faf9f6'

function lowestContrast(hex: string): number {
  const tint = toHex(mixed(oklab('#ffffff'), oklab(hex), 0.08))
  return Math.min(contrastOf(hex, PAPER), contrastOf(hex, tint), contrastOf(hex, '#ffffff'))
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Triple
}

function oklab(hex: string): Triple {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function mixed(one: Triple, other: Triple, share: number): Triple {
  return one.map((value, at) => value + (other[at]! - value) * share) as Triple
}

function toHex([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${channels.map(byte).join('')}`
}

function byte(channel: number): string {
  const share = channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055
  return Math.round(Math.min(1, Math.max(0, share)) * 255)
    .toString(16)
    .padStart(2, '0')
}
