import { drawSvg } from '@rollcall/vision';
import { mediaTypeOf } from '../../platform/http/picture.js';
import { DPI, MM_PER_INCH } from './card-size.js';
import type { Drawing, Shape } from './drawing.js';

/** A side of a card as a PNG, as many pixels as its size asks for at that resolution. */
export function pngOf(drawing: Drawing, dpi: number = DPI): Promise<Uint8Array> {
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * dpi);
  const size = { width: pixels(drawing.width), height: pixels(drawing.height) };
  return drawSvg(svgOf(drawing), size, dpi);
}

/** In millimetres. Letters are drawn as outlines: whoever opens it needs no font. */
function svgOf({ width, height, background, shapes }: Drawing): string {
  const body = shapes.map(elementOf).join('');
  const sheet = `<rect width="${width}" height="${height}" fill="${background}"/>`;
  const size = `width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${sheet}${body}</svg>`;
}

function elementOf(shape: Shape, index: number): string {
  switch (shape.kind) {
    case 'area':
      return `<rect ${placed(shape)} rx="${shape.radius ?? 0}" fill="${shape.fill}"/>`;
    case 'path':
      return `<path transform="translate(${shape.x} ${shape.y}) scale(${shape.unit})" d="${shape.path}" fill="${shape.fill}"/>`;
    case 'picture': {
      const media = mediaTypeOf(shape.image);
      const data = `data:${media};base64,${Buffer.from(shape.image).toString('base64')}`;
      const fit = shape.fit === 'cover' ? 'xMidYMid slice' : 'xMidYMid meet';
      const clip = `<clipPath id="p${index}"><rect ${placed(shape)} rx="${shape.radius ?? 0}"/></clipPath>`;
      return `${clip}<image ${placed(shape)} preserveAspectRatio="${fit}" clip-path="url(#p${index})" href="${data}"/>`;
    }
    case 'line':
      return shape.text.runs
        .map(({ font, text, x }) => {
          const scale = shape.text.size / font.unitsPerEm;
          const run = font.layout(text);
          let advance = 0;
          const glyphs = run.glyphs.map((glyph, i) => {
            const { xOffset, yOffset, xAdvance } = run.positions[i]!;
            const at = `translate(${advance + xOffset} ${yOffset})`;
            advance += xAdvance;
            return `<path transform="${at}" d="${glyph.path.toSVG()}"/>`;
          });
          const origin = `translate(${shape.x + x} ${shape.y}) scale(${scale} ${-scale})`;
          return `<g transform="${origin}" fill="${shape.fill}">${glyphs.join('')}</g>`;
        })
        .join('');
  }
}

const placed = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  `x="${x}" y="${y}" width="${width}" height="${height}"`;
