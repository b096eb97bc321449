const ROWS = 4;
const COLUMNS = 5;
const PRESENT = new Set([0, 1, 3, 4, 6, 7, 8, 10, 11, 13, 15, 16, 17, 19]);
const SEEN = 12;
const STEP = 120;

/** A class list drawn as faces: most are ticked off, one is being recognised. */
export function SignInArt() {
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index) => index);
  return (
    <svg viewBox="0 0 600 480" width="82%" aria-hidden="true" focusable="false">
      {cells.map((index) => (
        <g
          key={index}
          transform={`translate(${(index % COLUMNS) * STEP + 60} ${Math.floor(index / COLUMNS) * STEP + 60})`}
        >
          <Figure present={PRESENT.has(index)} seen={index === SEEN} />
        </g>
      ))}
    </svg>
  );
}

function Figure({ present, seen }: { present: boolean; seen: boolean }) {
  const ink = seen ? '#ffffff' : present ? '#5fb4bf' : '#1d6470';
  return (
    <g fill="none" stroke={ink} strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
      <circle cy="-10" r="15" />
      <path d="M-26 34c2-17 12-25 26-25s24 8 26 25" />
      {present && (
        <g transform="translate(24 -24)">
          <circle r="10" fill="#0f6a79" stroke="none" />
          <path d="m-4.5 .4 3 3 5.5-6.4" stroke="#d8edef" strokeWidth="2.6" />
        </g>
      )}
      {seen && (
        <path
          stroke="#ffcf70"
          d="M-48-30v-10a8 8 0 0 1 8-8h10M30-48h10a8 8 0 0 1 8 8v10M48 30v10a8 8 0 0 1-8 8H30M-30 48h-10a8 8 0 0 1-8-8V30"
        />
      )}
    </g>
  );
}
