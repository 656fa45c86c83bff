/**
 * Reads at most so many bytes and lets go of the rest. Where the length is told it is read in one go: Chromium shows
 * keepalive answers that are read piece by piece as cancelled.
 */
export async function readText(response: Response, limit: number): Promise<string> {
  if (!response.body) return '';
  const length = response.headers.get('content-length');
  if (length !== null && Number(length) <= limit) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; read < limit;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
