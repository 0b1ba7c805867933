import type { Random } from './random.ts'
import type { Surface } from './surface.ts'

/** A broken display: thin bright and dark lines that run outward from one blow near the code. */
export function crack(surface: Surface, lines: number, codeMm: number, random: Random): Surface {
  const [blowX, blowY] = [random.between(-0.6, 0.6) * codeMm, random.between(-0.6, 0.6) * codeMm]
  const rays = Array.from({ length: lines }, () => {
    const angle = random.between(0, 2 * Math.PI)
    return {
      cos: Math.cos(angle),
      sin: Math.sin(angle),
      bend: random.between(-0.012, 0.012),
      halfWidth: random.between(0.05, 0.2),
      length: random.between(0.4, 1.4) * codeMm,
      light: random.next() < 0.5 ? random.between(0.5, 0.9) : random.between(0.02, 0.15)
    }
  })
  return {
    ...surface,
    lightAt(x, y) {
      for (const ray of rays) {
        const along = (x - blowX) * ray.cos + (y - blowY) * ray.sin
        if (along < 0 || along > ray.length) continue
        const across = (y - blowY) * ray.cos - (x - blowX) * ray.sin - ray.bend * along * along
        if (Math.abs(across) < ray.halfWidth) return ray.light
      }
      return surface.lightAt(x, y)
    }
  }
}

/** Folded paper: each fold shades one side, lifts a narrow band and shortens what is beside it. */
export function crease(surface: Surface, folds: number, codeMm: number, random: Random): Surface {
  const lines = Array.from({ length: folds }, () => {
    const angle = random.between(0, Math.PI)
    return {
      cos: Math.cos(angle),
      sin: Math.sin(angle),
      at: random.between(-0.45, 0.45) * codeMm,
      shade: random.between(0.6, 0.95),
      shiftMm: random.between(-0.2, 0.2),
      edge: random.between(0.7, 1.2)
    }
  })
  return {
    ...surface,
    lightAt(x, y) {
      let [u, v, shade] = [x, y, 1]
      for (const line of lines) {
        const across = x * line.cos + y * line.sin - line.at
        if (Math.abs(across) < 0.25) shade *= line.edge
        else if (across > 0) shade *= line.shade
        const shift = line.shiftMm * Math.exp(-Math.abs(across) / 4) * Math.sign(across)
        u += shift * line.cos
        v += shift * line.sin
      }
      return shade * surface.lightAt(u, v)
    }
  }
}
