/** Makes a video element that plays in its place: iPhones would otherwise cover the questions with their own player. */
export function makeVideo(): HTMLVideoElement {
  return settle(document.createElement('video'));
}

/** Gives a video what every one has that the player plays in. */
export function settle(video: HTMLVideoElement): HTMLVideoElement {
  video.playsInline = true;
  video.preload = 'auto';
  // The view has its own controls, and casting or picture-in-picture would part the clip from its questions.
  video.controls = false;
  video.disablePictureInPicture = true;
  video.setAttribute('disableremoteplayback', '');
  return video;
}

/** Fills its parent. Through the object model, which a strict content security policy lets pass. */
export function fill(element: HTMLElement): void {
  element.style.display = 'block';
  element.style.width = '100%';
  element.style.height = '100%';
}

/** Takes back what `fill` did, so that no style attribute is left. */
export function unfill(element: HTMLElement): void {
  element.style.cssText = '';
  // Chromium writes the attribute only when it is read. Removed unread, it comes back empty.
  if (element.getAttribute('style') !== null) element.removeAttribute('style');
}
