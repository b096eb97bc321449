const NOTES = { good: [660, 880], bad: [330, 262] } as const;
const NOTE_S = 0.13;
const VOLUME = 0.12;

let context: AudioContext | undefined;

/** Two short notes, rising for a success and falling for a refusal; silent where the browser allows no sound yet. */
export function chime(tone: keyof typeof NOTES) {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const start = context.currentTime;
  for (const [index, frequency] of NOTES[tone].entries()) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(VOLUME, start + index * NOTE_S);
    gain.gain.exponentialRampToValueAtTime(0.001, start + (index + 1) * NOTE_S);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start + index * NOTE_S);
    oscillator.stop(start + (index + 1) * NOTE_S);
  }
}
