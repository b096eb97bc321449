import { useEffect, useRef, type RefObject } from 'react';
import { captured, look, newScene, sawNobody, type Sample, type Scene } from './scene-watch.js';

const SAMPLE_MS = 150;
const WIDTH = 32;
const HEIGHT = 24;

/** The middle of the video as a few hundred grey values; what passes at the edges starts nothing. */
function sampleOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): Sample | null {
  const { videoWidth, videoHeight } = video;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || videoWidth === 0) return null;
  context.drawImage(video, videoWidth / 4, 0, videoWidth / 2, videoHeight, 0, 0, WIDTH, HEIGHT);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  const grey = new Uint8Array(WIDTH * HEIGHT);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 4;
    grey[pixel] = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 4;
  }
  return grey;
}

/** What this kiosk remembers of the scene, and how it is told what came of a capture. */
export function useScene() {
  const scene = useRef(newScene());
  return {
    scene,
    noteCapture: () => {
      scene.current = captured(scene.current, scene.current.previous, performance.now());
    },
    noteNobody: () => {
      scene.current = sawNobody(scene.current);
    },
  };
}

interface SceneWatch {
  scene: RefObject<Scene>;
  video: RefObject<HTMLVideoElement | null>;
  active: boolean;
  onSettled: () => void;
}

/** Calls `onSettled` when somebody has stepped in front of the camera and holds still. */
export function useSceneWatch({ scene, video, active, onSettled }: SceneWatch) {
  const settled = useRef(onSettled);
  useEffect(() => {
    settled.current = onSettled;
  });

  useEffect(() => {
    if (!active) return;
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const timer = window.setInterval(() => {
      const sample = video.current && sampleOf(video.current, canvas);
      if (!sample) return;
      const seen = look(scene.current, sample, performance.now());
      scene.current = seen.scene;
      if (seen.capture) settled.current();
    }, SAMPLE_MS);
    return () => window.clearInterval(timer);
  }, [active, scene, video]);
}
