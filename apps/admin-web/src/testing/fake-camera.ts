/** A camera for jsdom: it opens, and every frame is the same few bytes. */
export function fakeCamera({ fault }: { fault?: string } = {}) {
  const track = Object.assign(new EventTarget(), { stop: () => undefined });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  const getUserMedia = () =>
    fault
      ? Promise.reject(new DOMException('refused', fault))
      : Promise.resolve(stream as unknown as MediaStream);
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia, enumerateDevices: () => Promise.resolve([]) },
  });
  Object.defineProperties(HTMLVideoElement.prototype, {
    videoWidth: { configurable: true, get: () => 1280 },
    videoHeight: { configurable: true, get: () => 720 },
    srcObject: { configurable: true, writable: true, value: null },
  });
  HTMLMediaElement.prototype.play = () => Promise.resolve();
  HTMLCanvasElement.prototype.getContext = () => null;
  HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob(['frame'], { type: 'image/jpeg' }));
}
