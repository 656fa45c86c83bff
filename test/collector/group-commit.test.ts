import { describe, expect, it } from 'vitest';

import { groupCommitsInLanes } from '../../src/collector/group-commit.js';

/** A commit that ends when it is told to. */
function heldCommits() {
  const groups: { works: readonly number[]; end(): void; fail(): void }[] = [];
  const commit = (works: readonly number[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      groups.push({
        works,
        end: () => resolve(works.map((work) => `done ${work}`)),
        fail: () => reject(new Error('The disk is full.')),
      });
    });
  return { groups, commit };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const tooMuch = () => new Error('Too much waits.');

describe('groupCommitsInLanes', () => {
  it('has no more commits under way than lanes, and gathers what comes meanwhile', async () => {
    const { groups, commit } = heldCommits();
    const commits = groupCommitsInLanes(commit, { lanes: 2, group: 3, waiting: 100 }, tooMuch);

    const first = [1, 2, 3, 4].map((work) => commits.add(work));
    await turn();
    const second = [5, 6, 7, 8].map((work) => commits.add(work));
    await turn();

    expect(groups.map(({ works }) => works)).toEqual([[1, 2, 3], [4]]);

    groups[0]?.end();
    await turn();

    expect(groups.map(({ works }) => works)).toEqual([[1, 2, 3], [4], [5, 6, 7]]);

    groups[1]?.end();
    await turn();
    groups[2]?.end();
    groups[3]?.end();

    expect(await Promise.all([...first, ...second])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((work) => `done ${work}`));
  });

  it('turns away what would wait behind too many', async () => {
    const { groups, commit } = heldCommits();
    const commits = groupCommitsInLanes(commit, { lanes: 1, group: 1, waiting: 2 }, tooMuch);
    const first = commits.add(1);
    await turn();
    const waiting = [commits.add(2), commits.add(3)];

    await expect(commits.add(4)).rejects.toThrow('Too much waits.');

    for (const index of [0, 1, 2]) {
      groups[index]?.end();
      await turn();
    }
    expect(await Promise.all([first, ...waiting])).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('tells a failed commit to all of its group, and goes on', async () => {
    const { groups, commit } = heldCommits();
    const commits = groupCommitsInLanes(commit, { lanes: 1, group: 2, waiting: 100 }, tooMuch);
    const answers = [1, 2, 3].map((work) => commits.add(work).catch((error: Error) => error.message));
    await turn();

    groups[0]?.fail();
    await turn();
    groups[1]?.end();

    expect(await Promise.all(answers)).toEqual(['The disk is full.', 'The disk is full.', 'done 3']);
  });

  it('ends what waits before it is closed', async () => {
    const { groups, commit } = heldCommits();
    const commits = groupCommitsInLanes(commit, { lanes: 1, group: 1, waiting: 100 }, tooMuch);
    const answers = Promise.all([commits.add(1), commits.add(2)]);
    const drained = commits.drain();

    for (const index of [0, 1]) {
      groups[index]?.end();
      await turn();
    }
    await drained;

    expect(await answers).toEqual(['done 1', 'done 2']);
  });
});
