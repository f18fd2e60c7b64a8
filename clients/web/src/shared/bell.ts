// A short sound, made in code: nothing to fetch, and it plays while the server is away.
//
// Browsers let a page sound only after the person has touched it.

const key = 'rebond.sound';

let context: AudioContext | undefined;

/** To be called once; from the first touch on, ring() can be heard. */
export function readyBell(): void {
  const ready = () => {
    context ??= typeof AudioContext === 'undefined' ? undefined : new AudioContext();
    void context?.resume();
  };
  addEventListener('pointerdown', ready, { once: true });
  addEventListener('keydown', ready, { once: true });
}

/** So many soft strokes, and as many short shakes where the device can. */
export function ring(strokes: number): void {
  try {
    navigator.vibrate?.(Array.from({ length: strokes * 2 - 1 }, () => 180));
  } catch {
    // A device that does not shake.
  }
  if (!context || context.state !== 'running') return;
  for (let n = 0; n < strokes; ++n) stroke(context, context.currentTime + n * 0.5);
}

function stroke(audio: AudioContext, at: number): void {
  for (const [hertz, loudness] of [
    [660, 0.25],
    [1320, 0.08],
  ] as const) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 1);
  }
}

/** On, unless the person of this device has turned it off. */
export function soundWanted(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function wantSound(wanted: boolean): void {
  try {
    localStorage.setItem(key, wanted ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
