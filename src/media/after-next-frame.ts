/** In a page that nobody sees no frame is ever drawn. */
const WITHOUT_FRAMES_MS = 250;

/** Calls back once what is there now was drawn, and after a quarter of a second in any case, unless it is cancelled. */
export function afterNextFrame(then: () => void): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    clearTimeout(soon);
  };
  const call = (): void => {
    end();
    then();
  };
  const frame = requestAnimationFrame(() => {
    soon = setTimeout(call);
  });
  const late = setTimeout(call, WITHOUT_FRAMES_MS);
  return end;
}
