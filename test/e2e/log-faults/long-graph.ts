const QUESTIONS = 60;

/** A graph of questions alone, one after another, without a clip: a viewer can answer as fast as they can press. */
export function aLongGraph(id: string): string {
  const scenes = Array.from({ length: QUESTIONS }, (_, index) => [
    `s${index}`,
    {
      title: `Scene ${index}`,
      text: 'Read this.',
      question: {
        type: 'single-choice',
        id: `q${index}`,
        prompt: `Question ${index}?`,
        options: ['a', 'b', 'c'].map((option) => ({ id: option, label: `Answer ${option}` })),
      },
      branches: [{ to: index + 1 < QUESTIONS ? `s${index + 1}` : 'end' }],
    },
  ]);
  return JSON.stringify({
    format: 1,
    id,
    version: '1',
    language: 'en',
    title: 'Trial',
    notice: { collector: 'A company', purpose: 'To answer you.', readers: 'Two recruiters.', retentionDays: 30 },
    start: 's0',
    scenes: { ...Object.fromEntries(scenes), end: { title: 'End', text: 'Bye.', ending: { message: 'Bye.' } } },
  });
}
