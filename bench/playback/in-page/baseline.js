/**
 * The plainest pages that ask and branch, to compare with: a clip, a row of buttons when it has ended, and the clip
 * that was chosen. What differs is only how that clip is brought on air.
 */
const { way, answers, chosen } = globalThis.baselinePlan;
const stage = document.querySelector('#stage');
const buttons = document.querySelector('#buttons');
const pathOf = (layer, answer) => `/clips/${layer}-${answer}.mp4`;
let layer = 0;

const ways = {
  swap() {
    const video = addVideo(pathOf(0, 0));
    video.onended = ask;
    start(video);
    return (path) => {
      video.src = path;
      start(video);
    };
  },

  videojs() {
    const video = document.createElement('video');
    video.className = 'video-js';
    video.playsInline = true;
    stage.append(video);
    const player = globalThis.videojs(video, { preload: 'auto', fill: true });
    const show = (path) => {
      player.src({ src: path, type: 'video/mp4' });
      player.play()?.catch(() => {});
    };
    player.on('ended', ask);
    player.ready(() => show(pathOf(0, 0)));
    return show;
  },

  'preload-all': () =>
    playStacked((prepare) => {
      for (let answer = 0; answer < answers; answer += 1) prepare(pathOf(layer + 1, answer));
    }),

  /** The ideal: it knows the answer beforehand, and waits with it until the clip on air is there. */
  prepared: () =>
    playStacked((prepare, onAir) => {
      const next = layer + 1;
      const timer = setInterval(() => {
        const { buffered, duration } = onAir;
        if (buffered.length === 0 || buffered.end(buffered.length - 1) < duration - 0.1) return;
        clearInterval(timer);
        prepare(pathOf(next, chosen[next - 1]));
      }, 50);
    }),
};

/** One element per clip, one above the other. Whatever `makeReady` makes ready is taken when it is chosen. */
function playStacked(makeReady) {
  let ready = new Map();
  let onAir = addVideo(pathOf(0, 0));
  const prepare = (path) => {
    const video = addVideo(path);
    video.style.opacity = '0';
    ready.set(path, video);
  };
  const begin = (video) => {
    video.onended = ask;
    start(video);
    makeReady(prepare, video);
  };
  const takeOff = (video) => {
    video.pause();
    video.removeAttribute('src');
    video.load();
    video.remove();
  };
  begin(onAir);
  return (path) => {
    const before = onAir;
    onAir = ready.get(path) ?? addVideo(path);
    for (const [other, video] of ready) if (other !== path) takeOff(video);
    ready = new Map();
    const show = () => {
      onAir.style.opacity = '1';
      takeOff(before);
    };
    if (onAir.readyState >= 2) show();
    else onAir.addEventListener('loadeddata', show, { once: true });
    begin(onAir);
  };
}

function addVideo(path) {
  const video = document.createElement('video');
  video.playsInline = true;
  video.preload = 'auto';
  video.src = path;
  stage.append(video);
  return video;
}

function start(video) {
  // A source that is replaced while it starts breaks off its play(), which is no fault here.
  video.play().catch(() => {});
}

function ask() {
  buttons.hidden = false;
}

for (let answer = 0; answer < answers; answer += 1) {
  const button = document.createElement('button');
  button.textContent = `Answer ${answer}`;
  button.onclick = () => {
    buttons.hidden = true;
    layer += 1;
    choose(pathOf(layer, answer));
  };
  buttons.append(button);
}

const choose = ways[way]();
