import type { FakeApi } from './fake-api.js';

/** `XMLHttpRequest` over the fake server: half of the body goes out at once, the rest with the answer. */
export function fakeUploads(api: FakeApi) {
  class FakeRequest extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = '';
    private path = '';
    private over = false;

    open(_method: string, address: string) {
      this.path = address.replace('/api/v1', '');
    }
    setRequestHeader() {}
    abort() {
      if (!this.over) this.finish('abort');
    }
    send(body: FormData) {
      this.upload.dispatchEvent(
        Object.assign(new Event('progress'), { loaded: 1, total: 2, lengthComputable: true }),
      );
      void this.exchange(body);
    }

    private async exchange(body: FormData) {
      if (api.offline) return this.finish('error');
      const query = new URLSearchParams();
      const { status = 200, json } = await api.answer({
        method: 'POST',
        path: this.path,
        query,
        headers: {},
        body,
      });
      if (this.over) return;
      this.status = status;
      this.responseText = JSON.stringify(json);
      this.finish('load');
    }
    private finish(event: 'load' | 'error' | 'abort') {
      this.over = true;
      this.dispatchEvent(new Event(event));
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest });
}
