interface StyleFlag {
  VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
}

/**
 * Keeps Video.js from writing style sheets into the page, which a strict content security policy forbids, until the
 * returned function is called. It does so when it is loaded and when a player is made, and asks a global first. A page
 * with a Video.js of its own may want that otherwise, so it is set for as short as possible.
 */
export function forbidStyles(): () => void {
  const page = window as StyleFlag;
  const before = page.VIDEOJS_NO_DYNAMIC_STYLE;
  page.VIDEOJS_NO_DYNAMIC_STYLE = true;
  return () => {
    if (before === undefined) delete page.VIDEOJS_NO_DYNAMIC_STYLE;
    else page.VIDEOJS_NO_DYNAMIC_STYLE = before;
  };
}
