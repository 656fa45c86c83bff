/**
 * Runs inside the page, before anything else: keeps every task over 50 ms and the moment of the first picture, and
 * walks through a viewing of the demo by itself. Nobody outside does anything in the page meanwhile, since that would
 * be measured too.
 */
export function installLongTaskWalk() {
  const REST_MS = 1_500;
  const STEPS = [
    ['opening', () => findButton('名前を出さずに記録する')],
    ['the choice at the notice', async () => press(await findButton('名前を出さずに記録する'))],
    ['the next clip', runOut],
    ['the question', async () => (await runOut(), findButton('人間関係・社風'))],
    ['the answer', async () => press(await findButton('人間関係・社風'))],
    ['a panel', async () => (unfold(), press(await findButton('会社に質問する')))],
    ['back to the clip', async () => press(await findButton('閉じる'))],
    ['the text version', async () => press(await findButton('テキストで読む'))],
  ];
  const walk = { tasks: [], marks: [], firstFrameMs: undefined, isOver: false, fault: undefined };
  globalThis.longTaskWalk = walk;
  new PerformanceObserver((list) =>
    walk.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startMs: startTime, ms: duration }))),
  ).observe({ type: 'longtask', buffered: true });

  const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const press = (button) => button.click();
  const labelOf = (button) => button.getAttribute('aria-label') ?? button.textContent.trim();

  function* elementsUnder(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elementsUnder(element.shadowRoot);
    }
  }

  async function find(what, isIt) {
    for (const until = performance.now() + 20_000; performance.now() < until; await rest(50))
      for (const element of elementsUnder(document))
        if (isIt(element) && element.checkVisibility({ visibilityProperty: true })) return element;
    throw new Error(`There is no ${what}.`);
  }

  const findButton = (label) =>
    find(`button "${label}"`, (element) => element.localName === 'button' && labelOf(element).startsWith(label));

  /** On a narrow player the rarer buttons wait behind one. */
  function unfold() {
    for (const element of elementsUnder(document))
      if (element.matches('button.more') && element.checkVisibility()) return element.click();
  }

  async function runOut() {
    const isRunning = (element) => element.localName === 'video' && element.duration > 0 && !element.paused;
    const video = await find('clip that plays', isRunning);
    video.currentTime = video.duration - 0.4;
  }

  async function noteFirstFrame() {
    const video = await find('video', ({ localName }) => localName === 'video');
    const isThere = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    if (!isThere) await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }));
    walk.firstFrameMs = performance.now();
  }

  async function go() {
    void noteFirstFrame();
    for (const [step, take] of STEPS) {
      walk.marks.push({ step, startMs: performance.now() });
      await take();
      await rest(REST_MS);
    }
  }

  addEventListener('DOMContentLoaded', () =>
    go()
      .catch((error) => (walk.fault = String(error)))
      .finally(() => (walk.isOver = true)),
  );
}
