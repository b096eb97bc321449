import { encode } from 'uqr';

/** A QR code as an SVG path of unit squares, with how many there are a side. The margin is the caller's. */
export function qrPath(text: string): { path: string; side: number } {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  let path = '';
  for (const [row, cells] of data.entries()) {
    for (let column = 0; column < size; column++) {
      if (!cells[column]) continue;
      let run = 1;
      while (cells[column + run]) run++;
      path += `M${column} ${row}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return { path, side: size };
}
